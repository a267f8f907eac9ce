// The gate as a synthesis can use it: everything at once, and on a stack instead of a plan.

import type { Assessment } from "../gate/assessment.ts";
import { type Context, loadContextSync } from "../gate/context.ts";
import type { Engine } from "../gate/judge/engine.ts";
import { loadEngineSync } from "../gate/judge/engine-sync.ts";
import type { SourceHints } from "../gate/model/source-hints.ts";
import type { Trace } from "../gate/model/types.ts";
import type { JsonObject } from "../gate/plan/types.ts";
import { type GateOptions, judgePlan, type Settings, settle } from "../gate/settings.ts";
import { writtenExceptions } from "../gate/source/exceptions.ts";
import { readTrace } from "../gate/source/trace.ts";
import { readConfiguration } from "./configuration.ts";
import { earlyPlan } from "./plan.ts";

/** The options of a gate that make sense before a plan. */
export type EarlyOptions = Pick<
  GateOptions,
  "cwd" | "config" | "profile" | "enforce" | "now" | "context" | "exceptions" | "ignoreExceptions"
>;

/** What can be said of a stack before any plan. */
export interface EarlyAssessment {
  readonly assessment: Assessment;
  /** Names of the module calls, whose resources nobody sees before a plan. */
  readonly modules: readonly string[];
  /** Paths of the constructs behind the blocks, by `aws_s3_bucket.a`. */
  readonly constructs: ReadonlyMap<string, string>;
}

/** A gate with its settings read and its engine started, for any number of stacks. */
export class EarlyGate {
  readonly settings: Settings;
  private readonly engine: Engine;
  private readonly context: Context;

  /** @throws {PhiwardError} on settings, registers, context or a policy bundle that cannot be used */
  constructor(options: EarlyOptions = {}) {
    this.settings = settle(options);
    this.engine = loadEngineSync();
    this.context = loadContextSync(this.settings.context, options.cwd, this.settings.clock);
  }

  /**
   * Judges a stack.
   *
   * @param json what `stack.toTerraform()` gives, or the content of `cdk.tf.json`
   * @param name name of the stack, for messages
   * @throws {PhiwardError} where the stack does not have the shape of a configuration, or the engine cannot be trusted
   */
  check(json: JsonObject, name: string): EarlyAssessment {
    const { plan, modules } = earlyPlan(json, name);
    const traces = new Map<string, Trace>();
    for (const { address, body } of readConfiguration(json).blocks.values()) {
      const trace = readTrace(body, `${name}: ${address}`);
      if (trace !== undefined) traces.set(address, trace);
    }
    const { exceptions: register, exceptionsIgnored } = this.settings;
    const blocks = [...traces].map(([address, trace]) => ({ address, trace }));
    const exceptions = exceptionsIgnored ? [] : [...register, ...writtenExceptions(blocks, register)];
    return {
      assessment: judgePlan(plan, { ...this.settings, exceptions }, this.engine, this.context, hintsOf(traces)),
      modules,
      constructs: new Map(
        [...traces].flatMap(([address, { construct }]) => (construct === undefined ? [] : [[address, construct]])),
      ),
    };
  }
}

/** The early plan holds all expressions already; only what constructs wrote beside their resources is added. */
function hintsOf(traces: ReadonlyMap<string, Trace>): SourceHints {
  return {
    local: () => undefined,
    expression: () => undefined,
    document: () => undefined,
    location: () => undefined,
    trace: ({ mode, type, name }) => traces.get(`${mode === "data" ? "data." : ""}${type}.${name}`),
  };
}
