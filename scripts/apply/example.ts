// Applies one example to a running moto and plans it again.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { override, providersOf } from "../record/plan.ts";
import { stage } from "../record/recordings.ts";
import { changesOf, compare, type Outcome } from "./compare.ts";
import { type Gap, gapOfArgument, isSubstitution } from "./gaps.ts";
import { type Planned, readPlan, refusals } from "./plan.ts";
import { substitute } from "./substitute.ts";
import { asAccount, type ReadyTerraform, type Run, runnerIn } from "./terraform.ts";

/**
 * Lays an example into a folder, with providers that speak to nobody but the address of their environment.
 *
 * @returns what moto cannot be given, with the addresses at which something else is applied
 */
export function lay(
  root: string,
  example: string,
  folder: string,
  gaps: readonly Gap[],
): ReadonlyMap<Gap, readonly string[]> {
  mkdirSync(folder, { recursive: true });
  stage(root, { configuration: `examples/${example}/main.ts` }, folder);
  const substituted = substitute(folder, gaps.filter(isSubstitution));
  const { aliases } = providersOf(folder);
  override(folder, aliases, { skip_requesting_account_id: false, s3_use_path_style: true, max_retries: 2 });
  return substituted;
}

/** Applies and plans again; the folder is laid out and initialised. */
export async function apply(
  terraform: ReadyTerraform,
  folder: string,
  address: string,
  gaps: readonly Gap[],
): Promise<Outcome> {
  const { account } = providersOf(folder);
  if (account === undefined) throw new Error(`${folder}: the default provider names no account`);
  const run = runnerIn(terraform, folder, await asAccount(address, account));
  // An error stops only what depends on the resource; the others are still applied.
  const printed = await run(["apply", "-auto-approve", "-input=false", "-json", "-parallelism=20"], true);
  const again = await planned(run);
  // What is read from a resource that moto makes drift is not known in this plan. A second one looks at it as if moto had not.
  ignore(folder, again, gaps);
  return compare(again, await planned(run), refusals(printed));
}

async function planned(run: Run): Promise<ReadonlyMap<string, Planned>> {
  await run(["plan", "-input=false", "-no-color", "-out=again"]);
  return readPlan(await run(["show", "-json", "-no-color", "again"]));
}

/** Tells Terraform to leave alone the arguments that moto is known to forget. */
function ignore(folder: string, planned: ReadonlyMap<string, Planned>, gaps: readonly Gap[]): void {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { address, type, argument } of changesOf(planned)) {
    if (gapOfArgument(gaps, type, argument) === undefined) continue;
    const forgotten = gaps.flatMap((gap) =>
      gap.type === type && "argument" in gap && !isSubstitution(gap) ? [gap.argument] : [],
    );
    const name = address.slice(type.length + 1);
    resource[type] = { ...resource[type], [name]: { lifecycle: { ignore_changes: forgotten } } };
  }
  writeFileSync(join(folder, "moto_override.tf.json"), JSON.stringify({ resource }));
}
