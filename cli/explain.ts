// phiward explain: what a control, a citation or another tool's check is about.

import { type Explanation, explain } from "../catalogue/explain.ts";
import { type Catalogue, loadCatalogue } from "../catalogue/load.ts";
import { loadProfile } from "../catalogue/profiles.ts";
import type { Control, Safeguard } from "../catalogue/types.ts";
import { EXIT } from "../gate/error.ts";
import { expectedText } from "../gate/judge/word.ts";
import type { Colors } from "../report/options.ts";
import { plural, wrap } from "../report/text.ts";
import { colorsFor, openOutput, wantsColor } from "./output.ts";
import { usage } from "./usage.ts";

const WIDTH = 100;

/** Prints the explanation. Returns the exit code. */
export async function runExplain(name: string): Promise<number> {
  const catalogue = loadCatalogue();
  const explanation = explain(name, catalogue);
  if (explanation.kind === "unknown")
    throw usage(
      `nothing is called ${JSON.stringify(name)}${explanation.nearest === undefined ? "" : ` (did you mean ${explanation.nearest}?)`}; phiward controls lists what there is`,
    );
  const output = openOutput(undefined);
  output.write(explanationText(explanation, catalogue, colorsFor(wantsColor(process.stdout))));
  output.finish();
  return EXIT.pass;
}

/** The explanation as text, with a line feed at its end. */
function explanationText(
  explanation: Exclude<Explanation, { kind: "unknown" }>,
  catalogue: Catalogue,
  colors: Colors,
): string {
  if (explanation.kind === "control") return controlText(explanation.control, catalogue, colors);
  if (explanation.kind === "citation") return safeguardText(explanation.safeguard, explanation.controls, colors);
  const { alias, controls } = explanation;
  const heads = controls.map(
    ({ control, types }) => `  ${control.id}${types.length === 0 ? "" : ` on ${types.join(", ")}`}`,
  );
  const pages = controls.map(({ control }) => controlText(control, catalogue, colors));
  return `${colors.bold(alias)} is judged by\n${heads.join("\n")}\n\n${pages.join("\n")}`;
}

function controlText(control: Control, catalogue: Catalogue, colors: Colors): string {
  const parameters = loadProfile("hipaa")?.parameters ?? {};
  const supports = control.supports.map((citation) => {
    const safeguard = catalogue.safeguardByCitation.get(citation);
    return `  ${citation} ${safeguard === undefined ? "" : `${safeguard.title}${designation(safeguard)}`}`.trimEnd();
  });
  const { terraform, construct } = control.remedy;
  const aliases = control.aliases.map(({ id }) => id);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Why", indented(control.why)],
    ["Expected", indented(expectedText(control, parameters))],
    ["Supports", supports],
    [
      "Judges",
      indented(`${control.judges} of ${plural(control.types.length, "resource type")}: ${some(control.types, 12)}`),
    ],
    ["Remedy", [...indented(terraform), ...(construct === undefined ? [] : indented(`construct: ${construct}`))]],
    ["Exception", indented(control.exception.length === 0 ? "never" : control.exception.join(", "))],
    ["Same check elsewhere", aliases.length === 0 ? [] : indented(some(aliases, 24))],
    ["Sources", control.sources.map((source) => `  ${source}`)],
  ];
  return `${colors.bold(control.id)}  ${control.title} (${control.severity})\n\n${page(sections, colors)}`;
}

function safeguardText(safeguard: Safeguard, controls: readonly Control[], colors: Colors): string {
  const list = controls.map(({ id, title }) => `  ${id}  ${title}`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Requirement, in our words", indented(safeguard.requirement)],
    ["Controls that support it", list.length === 0 ? [`  none: ${roles[safeguard.role]}`] : list],
  ];
  return `${colors.bold(safeguard.citation)}  ${safeguard.title}${designation(safeguard)}\n\n${page(sections, colors)}`;
}

const roles: Readonly<Record<Safeguard["role"], string>> = {
  "plan-can-support": "a plan could show part of it, and no control does yet",
  partly: "a plan shows little of it",
  "evidenced-by-code": "registers and records show it, not a plan",
  "outside-code": "it is shown outside of code",
};

/** The first so many, and how many more; `phiward controls --format json` has them all. */
const some = (names: readonly string[], most: number): string =>
  names.length <= most
    ? names.join(", ")
    : `${names.slice(0, most).join(", ")} and ${names.length - most} more, all in: phiward controls --format json`;

const designation = ({ designation }: Safeguard): string => (designation === "n-a" ? "" : ` (${designation})`);
const indented = (text: string): readonly string[] =>
  wrap(text.replace(/\s+/g, " ").trim(), WIDTH - 2).map((line) => `  ${line}`);

const page = (sections: readonly (readonly [string, readonly string[]])[], colors: Colors): string =>
  sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${colors.underline(title)}\n${lines.join("\n")}\n`)
    .join("\n");
