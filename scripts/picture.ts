// Draws the picture of the README from what the command really prints: docs/leaky.svg.
// usage: picture.ts [--check]   (after npm run build)

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const file = "docs/leaky.svg";
const command = ["check", "examples/leaky/plan.json.gz", "--now", "2026-11-22T12:00:00Z"];
/** Lines shown from the top, and from the bottom. */
const [top, bottom] = [44, 1];

const { stdout } = spawnSync(process.execPath, ["dist/phiward.js", ...command], {
  encoding: "utf8",
  env: { PATH: process.env.PATH, FORCE_COLOR: "1", COLUMNS: "100" },
});
// The digest of the bundle changes with every rule; the picture need not.
const lines = stdout
  .trimEnd()
  .split("\n")
  .filter((line) => !/sha256:/.test(line));
const cut =
  lines.length > top + bottom
    ? [...lines.slice(0, top), `… ${lines.length - top - bottom} more lines`, ...lines.slice(-bottom)]
    : lines;
/** The summary stands on one line, however long: here it is broken like everything else. */
const broken = cut.flatMap((line) => {
  const plain = stripVTControlCharacters(line);
  if (plain.length <= 100) return [line];
  const at = plain.lastIndexOf(" ", 96);
  const [start, end] = [
    line.slice(0, line.indexOf(plain.charAt(0))),
    line.slice(line.lastIndexOf(plain.at(-1) ?? "") + 1),
  ];
  return [`${start}${plain.slice(0, at)}${end}`, `${start}    ${plain.slice(at + 1)}${end}`];
});
const shown = [`$ npx phiward check examples/leaky/plan.json.gz`, "", ...broken];

const colours: Readonly<Record<string, string>> = {
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#76e3ea",
  90: "#8b949e",
};
// Spaces that do not collapse: a viewer of SVG need not honour xml:space.
const escaped = (text: string): string =>
  text.replaceAll(" ", "\u00a0").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const ESCAPE = "\u001b[";
const CODE = new RegExp(`(${ESCAPE.replace("[", "\\[")}\\d+m)`);

/** One line as spans: colour and weight hold until the code that ends them. */
function spans(line: string): string {
  let colour = "";
  let weight = "";
  let opacity = "";
  return line
    .split(CODE)
    .map((part) => {
      const code = part.startsWith(ESCAPE) ? part.slice(2, -1) : undefined;
      if (code === undefined) {
        const text = escaped(stripVTControlCharacters(part));
        const style = `${colour}${weight}${opacity}`;
        return text === "" ? "" : style === "" ? text : `<tspan${style}>${text}</tspan>`;
      }
      if (code === "1") weight = ' font-weight="bold"';
      else if (code === "2") opacity = ' fill-opacity="0.65"';
      else if (code === "22") [weight, opacity] = ["", ""];
      else if (code === "39" || code === "0") colour = "";
      else if (colours[code]) colour = ` fill="${colours[code]}"`;
      return "";
    })
    .join("");
}

const [width, size, pad] = [100 * 7.83 + 32, 17, 16];
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${shown.length * size + 2 * pad}" role="img" aria-label="phiward judges the leaky example: findings and the line that says the plan is blocked">`,
  `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
  `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e6edf3">`,
  ...shown.map((line, index) => `<text x="${pad}" y="${pad + (index + 1) * size - 4}">${spans(line)}</text>`),
  "</g>",
  "</svg>",
  "",
].join("\n");

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== svg) {
    console.error(`${file} is not what the command prints: run npm run picture`);
    process.exitCode = 1;
  }
} else writeFileSync(file, svg);
