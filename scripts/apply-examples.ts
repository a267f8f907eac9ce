// Applies the examples built from constructs to moto, a mock of AWS, and plans them again: what AWS takes, and what it gives back.
// usage: apply-examples.ts [EXAMPLE…]
// Fails on an error or a drift that scripts/apply/moto-gaps.yaml does not list, and on an entry there that explains nothing.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apply, lay } from "./apply/example.ts";
import { loadGaps } from "./apply/gaps.ts";
import { type ReadyTerraform, runnerIn } from "./apply/terraform.ts";
import { type Result, stale, tell } from "./apply/verdict.ts";
import { withMoto } from "./record/moto.ts";
import { findTerraform } from "./terraform.ts";

const EXAMPLES = ["minimal", "clinic"];
/** Without it moto knows no policy that AWS manages. */
const MOTO = { MOTO_IAM_LOAD_MANAGED_POLICIES: "true" };

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const examples = words.length > 0 ? words : EXAMPLES;
const gaps = loadGaps();

async function main(terraform: ReadyTerraform, scratch: string): Promise<void> {
  const folders = new Map(examples.map((example) => [example, join(scratch, example)]));
  const laid = [...folders].map(([example, folder]) => ({
    example,
    folder,
    substituted: lay(root, example, folder, gaps),
  }));
  // They need the same provider, whose hashing takes half a minute.
  const [first, ...others] = folders.values();
  if (first === undefined) return;
  await runnerIn(terraform, first)(["init", "-input=false", "-no-color"]);
  for (const folder of others)
    for (const name of [".terraform", ".terraform.lock.hcl"])
      cpSync(join(first, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  const outcomes = await Promise.all(
    laid.map(({ example, folder, substituted }) =>
      // Each has a moto of its own: asked for one trail, moto answers with every trail of the account.
      withMoto(async (address): Promise<Result> => {
        const start = performance.now();
        const came = await apply(terraform, folder, address, gaps);
        return { example, substituted, ...came, seconds: (performance.now() - start) / 1000 };
      }, MOTO),
    ),
  );
  const missing = outcomes.find((outcome) => "missing" in outcome);
  if (missing !== undefined) console.log(`skipped: nothing applied, ${missing.missing}`);
  else report(outcomes.flatMap((outcome) => ("done" in outcome ? [outcome.done] : [])));
}

function report(results: readonly Result[]): void {
  const told = results.map((result) => tell(result, gaps));
  const faults = told.flatMap((one) => one.faults);
  for (const { lines } of told) console.log(lines.join("\n"));
  // One example alone does not need all that is listed.
  if (words.length === 0) faults.push(...stale(told, gaps));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? "no drift that the constructs cause" : `${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

const terraform = findTerraform();
if (terraform.ready) {
  const scratch = mkdtempSync(join(tmpdir(), "phiward-apply-"));
  await main(terraform, scratch).finally(() => rmSync(scratch, { recursive: true, force: true }));
} else console.log(`skipped: nothing applied, ${terraform.reason}`);
