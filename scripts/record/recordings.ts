// Which plans are recorded, from which configuration, into which file.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One plan to record. Paths are relative to the top level. */
export interface Recording {
  readonly output: string;
  /** Configuration: a folder of `.tf` files, or the `main.ts` of a CDKTF app whose only stack is taken. */
  readonly configuration: string;
  /** Aliases of the AWS provider in the root module, the default one left out. */
  readonly aliases?: readonly string[];
  /** State that the plan starts from. */
  readonly state?: string;
  /** True where the plan is meant to end in an error. */
  readonly errored?: boolean;
}

const BROWNFIELD = { state: "examples/brownfield/terraform.tfstate" };

const named: readonly Recording[] = [
  { output: "examples/clinic/plan.json.gz", configuration: "examples/clinic/main.ts" },
  { output: "examples/leaky/plan.json.gz", configuration: "examples/leaky/main.ts" },
  { output: "examples/terraform/plan.json.gz", configuration: "examples/terraform", aliases: ["recovery"] },
  { output: "tests/plans/brownfield-new.plan.json.gz", configuration: "examples/brownfield/new", ...BROWNFIELD },
  { output: "tests/plans/brownfield-mended.plan.json.gz", configuration: "examples/brownfield/mended", ...BROWNFIELD },
  { output: "tests/plans/broken/errored.plan.json", configuration: "tests/plans/broken/errored", errored: true },
];

/** Every recording; a folder of `tests/plans/traps/` that holds `main.tf` is one, beside it. */
export function recordings(root: string): readonly Recording[] {
  const traps = "tests/plans/traps";
  const folders = existsSync(join(root, traps)) ? readdirSync(join(root, traps)).sort() : [];
  const found = folders
    .filter((name) => existsSync(join(root, traps, name, "main.tf")))
    .map((name) => ({ output: `${traps}/${name}.plan.json.gz`, configuration: `${traps}/${name}` }));
  return [...named, ...found].filter(({ configuration }) => existsSync(join(root, configuration)));
}

/** Lays a recording's configuration into an empty folder. */
export function stage(root: string, { configuration }: Recording, folder: string): void {
  const source = join(root, configuration);
  if (!configuration.endsWith(".ts")) {
    cpSync(source, folder, {
      recursive: true,
      filter: (path) => !path.includes(".terraform") && !path.endsWith(".gz"),
    });
    return;
  }
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", source], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${configuration}: ${stderr}`);
  const stacks = join(source, "..", "cdktf.out", "stacks");
  const [stack, ...others] = readdirSync(stacks);
  if (stack === undefined || others.length > 0) throw new Error(`${configuration}: expected one stack in ${stacks}`);
  cpSync(join(stacks, stack), folder, { recursive: true });
}
