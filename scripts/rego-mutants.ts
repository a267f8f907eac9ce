// Holds the tests of the controls to noticing every change of a condition: mutants of each policy, made over its AST, of which a test
// must fail or the compiler refuse each. Equivalent ones are listed in policies/equivalents.yaml with the reason.
// usage: rego-mutants.ts [--control ID] [--list]

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { opaBinary, policies } from "./policies/opa.ts";
import { findSources } from "./policies/sources.ts";
import { mutantsOf, type RegoMutant } from "./rego-mutants/make.ts";

const { values: options } = parseArgs({
  options: { control: { type: "string", multiple: true }, list: { type: "boolean", default: false } },
});
const equivalentSchema = z.strictObject({
  /** Pattern of the whole control id, or `lib/<name>`. */
  control: z.string(),
  /** Pattern found in the change. */
  change: z.string(),
  reason: z.string().min(20),
});
const equivalents = z
  .array(equivalentSchema)
  .parse(parse(readFileSync(`${policies}equivalents.yaml`, "utf8")))
  .map((entry) => ({ ...entry, control: new RegExp(`^(?:${entry.control})$`), found: new RegExp(entry.change) }));

type Fate = "killed" | "refused" | "survived";
interface Trial {
  readonly control: string;
  readonly file: string;
  readonly mutant: RegoMutant;
}

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), "phiward-rego-"));

/** What the control's own tests say of a mutant. */
async function tried({ control, file, mutant }: Trial, at: number): Promise<Fate> {
  const folder = join(scratch, String(at));
  mkdirSync(folder);
  const mutated = join(folder, "mutant.rego");
  writeFileSync(mutated, mutant.text);
  const tests = join(policies, file.replace(/\.rego$/, "_test.rego"));
  try {
    await run(opaBinary(), ["test", join(policies, "lib"), join(policies, "testing"), mutated, tests]);
    return "survived";
  } catch (error) {
    const said = error instanceof Error && "stdout" in error ? `${String(error.stdout)}` : "";
    // Exit code 2 with a count of tests is a test that failed; anything else did not get as far.
    if (/^FAIL: \d+\/\d+/m.test(said) || /\bERROR: \d+\/\d+/m.test(said)) return "killed";
    if (error instanceof Error && "stderr" in error && /rego_\w+_error/.test(`${String(error.stderr)}${said}`))
      return "refused";
    throw new Error(`${control}: opa test could not run`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const wanted = (id: string): boolean => options.control === undefined || options.control.includes(id);
const trials: Trial[] = findSources()
  .filter(({ id }) => wanted(id))
  .flatMap(({ id, file }) =>
    mutantsOf(file, readFileSync(policies + file, "utf8")).map((mutant) => ({ control: id, file, mutant })),
  );
const fates = new Map<Trial, Fate>();
let next = 0;
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let at = next++; at < trials.length; at = next++) {
      const trial = trials[at];
      if (trial) fates.set(trial, await tried(trial, at));
    }
  }),
);
rmSync(scratch, { recursive: true });

const used = new Set<(typeof equivalents)[number]>();
const count = { killed: 0, refused: 0, equivalent: 0, survived: 0 };
for (const [trial, fate] of fates) {
  const line = `${trial.control} ${trial.file}:${trial.mutant.row} ${trial.mutant.change}`;
  const equivalent =
    fate === "survived"
      ? equivalents.find(({ control, found }) => control.test(trial.control) && found.test(trial.mutant.change))
      : undefined;
  if (equivalent) used.add(equivalent);
  count[equivalent ? "equivalent" : fate]++;
  if (options.list || (fate === "survived" && !equivalent))
    console.log(`${(equivalent ? "equivalent" : fate).padEnd(10)} ${line}`);
}
console.log(
  `${trials.length} mutants of conditions: ${count.killed} killed, ${count.refused} refused by the compiler, ${count.equivalent} equivalent, ${count.survived} survived`,
);
const stale = options.control === undefined ? equivalents.filter((entry) => !used.has(entry)) : [];
for (const { control, change } of stale) console.error(`stale: ${control.source} ${change}`);
if (count.survived > 0 || stale.length > 0) process.exitCode = 1;
