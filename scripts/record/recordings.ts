// Which plans are recorded, from which configuration, into which file.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One plan to record. Paths are relative to the top level. */
export interface Recording {
  readonly output: string;
  /** Configuration: a folder of `.tf` files, or the `main.ts` of a CDKTF app whose only stack is taken. */
  readonly configuration: string;
  /** Folder whose files are laid over the configuration's. */
  readonly overlay?: string;
  /** Aliases of the AWS provider in the root module, the default one left out. */
  readonly aliases?: readonly string[];
  /** State that the plan starts from. */
  readonly state?: string;
  /** True where the plan is meant to end in an error. */
  readonly errored?: boolean;
  /** What is shown: the plan, or the state that it starts from. Default: the plan. */
  readonly shows?: "plan" | "state";
  /** Breaks the recording, for tests of what cannot be judged: half of it, or another format version. */
  readonly broken?: "truncated" | "format-2.0";
}

/** The estate that the brownfield plans start from, and its state. */
export const ESTATE = { configuration: "examples/brownfield/estate", state: "examples/brownfield/terraform.tfstate" };
/** What plans in tests take away from, and its state. */
export const CHANGED = { configuration: "tests/changes/estate", state: "tests/changes/terraform.tfstate" };
const ERRORED = { configuration: "tests/plans/broken/errored", errored: true };

const named: readonly Recording[] = [
  { output: "examples/clinic/plan.json.gz", configuration: "examples/clinic/main.ts" },
  { output: "examples/minimal/plan.json.gz", configuration: "examples/minimal/main.ts" },
  { output: "examples/leaky/plan.json.gz", configuration: "examples/leaky/main.ts" },
  { output: "examples/terraform/plan.json.gz", configuration: "examples/terraform", aliases: ["recovery"] },
  { output: "tests/source/plan.json.gz", configuration: "tests/source/main.ts" },
  { output: "tests/plans/brownfield-new.plan.json.gz", ...ESTATE, overlay: "examples/brownfield/new" },
  { output: "tests/plans/brownfield-mended.plan.json.gz", ...ESTATE, overlay: "examples/brownfield/mended" },
  { output: "tests/plans/brownfield.state.json.gz", ...ESTATE, shows: "state" },
  { output: "tests/changes/taken-away.plan.json.gz", ...CHANGED, configuration: "tests/changes/taken-away" },
  { output: "tests/plans/broken/errored.plan.json", ...ERRORED },
  { output: "tests/plans/broken/truncated.plan.json", ...ERRORED, broken: "truncated" },
  { output: "tests/plans/broken/format-2.0.plan.json.gz", ...ESTATE, broken: "format-2.0" },
];

/** Folders whose own folders are configurations, each recorded beside its folder. */
const collections = ["tests/plans/traps", "tests/atlas", "tests/constructs", "tests/obligations"];

/** Every recording. */
export function recordings(root: string): readonly Recording[] {
  const found = collections.flatMap((collection) => {
    const folders = existsSync(join(root, collection)) ? readdirSync(join(root, collection)).sort() : [];
    return folders.flatMap((name) => {
      const configuration = `${collection}/${name}`;
      const main = ["main.tf", "main.ts"].find((file) => existsSync(join(root, configuration, file)));
      if (main === undefined) return [];
      return {
        output: `${configuration}.plan.json.gz`,
        configuration: main === "main.ts" ? `${configuration}/main.ts` : configuration,
      };
    });
  });
  return [...named, ...found];
}

/** Lays a recording's configuration into an empty folder. */
export function stage(
  root: string,
  { configuration, overlay }: Pick<Recording, "configuration" | "overlay">,
  folder: string,
): void {
  const source = join(root, configuration);
  const filter = (path: string): boolean => !path.includes(".terraform") && !path.endsWith(".gz");
  if (configuration.endsWith(".ts")) cpSync(synthesise(root, source), folder, { recursive: true });
  else cpSync(source, folder, { recursive: true, filter });
  if (overlay !== undefined) cpSync(join(root, overlay), folder, { recursive: true, filter });
}

/** Runs a CDKTF app; returns the folder of its only stack. */
function synthesise(root: string, app: string): string {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", app], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${app}: ${stderr}`);
  const stacks = join(app, "..", "cdktf.out", "stacks");
  const [stack, ...others] = readdirSync(stacks);
  if (stack === undefined || others.length > 0) throw new Error(`${app}: expected one stack in ${stacks}`);
  return join(stacks, stack);
}
