// The pipeline: read the plan, build the model, compute the facts, judge. What the command and the library call.

import { resolve } from "node:path";
import type { Assessment } from "./assessment.ts";
import type { Config } from "./config/load.ts";
import { from, loadContext } from "./context.ts";
import { type CopyMatrix, copyMatrix } from "./copies.ts";
import { loadEngine } from "./judge/engine.ts";
import { readPlan } from "./plan/read.ts";
import { type GateOptions, judgePlan, settle, workOut } from "./settings.ts";
import { writtenExceptions } from "./source/exceptions.ts";
import { sourceHints } from "./source/hints.ts";

export { type GateOptions, version } from "./settings.ts";

export interface CheckOptions extends GateOptions {
  /** A plan or state: the JSON of `terraform show -json`, gzip of it, a binary plan, or `-` for standard input. */
  readonly plan: string;
}

/** A gate with its settings read and its engine started, for any number of plans. */
export interface Gate {
  readonly config: Config;
  check(plan: string): Promise<Assessment>;
  /** The copies of every store of a plan, without judging them. */
  copies(plan: string): Promise<CopyMatrix>;
}

/**
 * Judges one plan.
 *
 * @throws {PhiwardError} whose `code` says what could not be read or trusted; never a pass instead
 */
export async function check({ plan, ...options }: CheckOptions): Promise<Assessment> {
  return (await openGate(options)).check(plan);
}

/**
 * Opens a gate.
 *
 * @throws {PhiwardError} on settings, registers, context or a policy bundle that cannot be used
 */
export async function openGate(options: GateOptions = {}): Promise<Gate> {
  const settled = settle(options);
  const engine = await loadEngine();
  const context = await loadContext(settled.context, options.cwd, settled.clock);
  const source =
    options.source === undefined ? undefined : await sourceHints(resolve(options.cwd ?? ".", options.source));
  const written = settled.exceptionsIgnored ? [] : writtenExceptions(source?.traces ?? [], settled.exceptions);
  const settings = { ...settled, exceptions: [...settled.exceptions, ...written] };
  return {
    config: settings.config,
    async check(plan) {
      options.onStep?.(`reading ${plan === "-" ? "standard input" : plan}`);
      const raw = await readPlan(from(options.cwd, plan));
      options.onStep?.(`judging ${plan === "-" ? "standard input" : plan}`);
      return judgePlan({ ...raw, header: { ...raw.header, file: plan } }, settings, engine, context, source);
    },
    async copies(plan) {
      const raw = await readPlan(from(options.cwd, plan));
      const named = { ...raw, header: { ...raw.header, file: plan } };
      return copyMatrix(workOut(named, settings, context, source), settings);
    },
  };
}
