// phiward check: judges plans, prints what came out, and says by its exit code whether to go on.

import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { loadCatalogue } from "../catalogue/load.ts";
import type { Assessment, Enforce } from "../gate/assessment.ts";
import { type Gate, openGate } from "../gate/check.ts";
import { EXIT } from "../gate/error.ts";
import type { RenderOptions } from "../report/options.ts";
import { renderers } from "../report/select.ts";
import type { formats } from "./main.ts";
import { colorsFor, type Output, openOutput, openProgress, wantsColor } from "./output.ts";
import { printError, usage } from "./usage.ts";

export interface CheckFlags {
  readonly format?: (typeof formats)[number];
  readonly output?: string;
  readonly profile?: string;
  readonly enforce?: Enforce;
  readonly now?: Date;
  readonly source?: string;
  readonly context?: readonly string[];
  readonly config?: string;
  readonly exceptions?: string;
  readonly ignoreExceptions?: boolean;
  readonly recoveryObjectives?: string;
}

/** Exit codes from bad to good: of several plans the worst counts. */
const worstFirst: readonly number[] = [EXIT.usage, EXIT.unjudged, EXIT.blocked, EXIT.pass];

/** Judges every plan; one that cannot be judged does not keep the others from it. Returns the exit code. */
export async function runCheck(plans: readonly string[], flags: CheckFlags): Promise<number> {
  refuseIdle(plans, flags);
  const { format: name = "terminal", output: file, ...options } = flags;
  const progress = openProgress();
  const gate = await openGate({ ...options, onStep: (step) => progress.say(step) });
  const output = openOutput(file);
  const render = renderers[name];
  const settled = renderOptions(flags, gate);
  const codes = new Set<number>();
  const held: Assessment[] = [];
  try {
    for (const plan of plans) {
      let assessment: Assessment;
      try {
        assessment = await gate.check(plan);
      } catch (error) {
        progress.clear();
        codes.add(printError(error));
        continue;
      }
      codes.add(assessment.outcome === "blocked" ? EXIT.blocked : EXIT.pass);
      // Lines stand for themselves: a fleet's worth of plans need not be held in memory.
      if (name === "ndjson") output.write(render([assessment], settled));
      else held.push(assessment);
    }
    progress.clear();
    return finish(
      output,
      name === "ndjson" || held.length === 0 ? undefined : render(held, { ...settled, ...programRoot(held, flags) }),
      codes,
      plans.length,
    );
  } catch (error) {
    progress.clear();
    output.abandon();
    throw error;
  }
}

/** Writes what is left to write; a file that would hold nothing is not made. */
function finish(output: Output, text: string | undefined, codes: ReadonlySet<number>, plans: number): number {
  const worst = worstFirst.find((code) => codes.has(code)) ?? EXIT.pass;
  if (text !== undefined) output.write(text);
  if (codes.size === 1 && worst >= EXIT.unjudged && plans > 0) output.abandon();
  else output.finish();
  return worst;
}

/** Refuses options that could not take effect. */
function refuseIdle(plans: readonly string[], flags: CheckFlags): void {
  const inputs = [...plans, ...(flags.context ?? [])].filter((name) => name === "-");
  if (inputs.length > 1) throw usage("standard input (-) can be read only once");
  if (flags.ignoreExceptions === true && flags.exceptions !== undefined)
    throw usage("--exceptions and --ignore-exceptions cannot both take effect");
  if (flags.source !== undefined && plans.length > 1)
    throw usage(`--source describes one plan, got ${plans.length} plans`);
}

function renderOptions(flags: CheckFlags, gate: Gate): RenderOptions {
  const { controls, safeguards } = loadCatalogue();
  const colored = flags.output === undefined && wantsColor(process.stdout);
  const sourceRoot = flags.source === undefined ? undefined : inside(flags.source);
  const anchor = gate.config.file === undefined ? undefined : inside(gate.config.file);
  return {
    catalogue: controls,
    safeguards,
    colors: colorsFor(colored),
    ...(process.stdout.isTTY && flags.output === undefined && { width: process.stdout.columns }),
    ...(sourceRoot !== undefined && sourceRoot !== "" && { sourceRoot }),
    ...(anchor !== undefined && { anchor }),
  };
}

/**
 * The working directory of the synthesis: the nearest folder above `--source` that holds a file which the constructs name. Their
 * JSON does not say it, and it need not be ours.
 *
 * @default - the working directory
 */
function programRoot(assessments: readonly Assessment[], { source }: CheckFlags): Pick<RenderOptions, "programRoot"> {
  if (source === undefined) return {};
  const located = assessments.flatMap(({ verdicts }) => verdicts.flatMap(({ location }) => location ?? []));
  const named = located.find(({ column }) => column !== undefined);
  if (!named) return {};
  const root = repositoryRoot(process.cwd());
  const above = [resolve(source)];
  for (let at = resolve(source); at !== root && dirname(at) !== at; at = dirname(at)) above.push(dirname(at));
  const folder = inside(above.find((at) => existsSync(join(at, named.file))) ?? process.cwd());
  return folder === undefined || folder === "" ? {} : { programRoot: folder };
}

/** A file relative to the root of the repository; undefined outside of it. */
function inside(file: string): string | undefined {
  const path = relative(repositoryRoot(process.cwd()), resolve(file));
  return path.startsWith("..") || isAbsolute(path) ? undefined : path.replaceAll("\\", "/");
}

/** Root of the git repository, else the folder itself. */
function repositoryRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return folder;
  }
}
