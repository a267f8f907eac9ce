// Scores the verdicts against the labels of the corpus beside the checkout, and holds every wrong label against the list of
// explained ones (tests/corpus/explained.yaml): an unexplained one fails, and so does an explanation that is no longer needed.
// usage: score.ts [--list]   (after npm run build)

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const corpus = "../shared/corpus";
const scorer = "../shared/tools/score-corpus.mjs";
/** Shares that the project holds itself to, in per cent. */
const minCaught = "94";
const maxFalse = "3";

const folders = ["checkov", "regula", "terrascan", "tfmod", "trivy"];
const plans = folders.flatMap((folder) => readdirSync(join(corpus, folder)).map((file) => join(corpus, folder, file)));
const scratch = mkdtempSync(join(tmpdir(), "phiward-score-"));
const assessments = join(scratch, "assessments.ndjson");
const controls = join(scratch, "controls.json");

const run = (words: readonly string[]): string => {
  const { stdout, status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status === null || status > 1)
    throw new Error(`${words.slice(0, 3).join(" ")} ended with ${status}: ${stderr.slice(0, 2000)}`);
  return stdout;
};
run([
  "dist/phiward.js",
  "check",
  "--format",
  "ndjson",
  "--output",
  assessments,
  ...plans.filter((file) => file.endsWith(".gz")),
]);
writeFileSync(controls, run(["dist/phiward.js", "controls", "--format", "json"]));
const output = run([
  scorer,
  corpus,
  assessments,
  controls,
  "--list",
  "--min-caught",
  minCaught,
  "--max-false",
  maxFalse,
]);
rmSync(scratch, { recursive: true, force: true });

const lines = output.trimEnd().split("\n");
const wrong = lines
  .filter((line) => /^(missed|held|false|doubted) /.test(line))
  .map((line) => line.replace(/\s+/g, " "));
const listing = process.argv.includes("--list");
console.log(lines.filter((line) => listing || !/^(missed|held|false|doubted|unowned) /.test(line)).join("\n"));

const explainedSchema = z.record(z.string(), z.string().min(20));
const explained = explainedSchema.parse(parse(readFileSync("tests/corpus/explained.yaml", "utf8")) ?? {});
const open = wrong.filter((line) => explained[line] === undefined);
const stale = Object.keys(explained).filter((line) => !wrong.includes(line));
for (const line of open) console.log(`not explained: ${line}`);
for (const line of stale) console.log(`explanation no longer needed: ${line}`);
const figures = /caught ([\d.]+) % of fail labels, failed ([\d.]+) %/.exec(output);
const bad =
  open.length + stale.length > 0 || Number(figures?.[1]) < Number(minCaught) || Number(figures?.[2]) > Number(maxFalse);
process.exitCode = bad || !figures ? 1 : 0;
