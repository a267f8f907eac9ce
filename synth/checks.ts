// The Aspect that judges a stack while it is synthesised.

import { Annotations, Aspects, type IAspect, type IConstruct, TerraformStack } from "../constructs/internal/cdktf.ts";
import { PhiwardError } from "../gate/error.ts";
import type { JsonObject } from "../gate/plan/types.ts";
import { EARLY, type Finding, findingsOf } from "./findings.ts";
import { EarlyGate, type EarlyOptions } from "./gate.ts";

/** How `PhiwardChecks` judges; what is left out comes from `phiward.yaml`, as for the command. */
export interface PhiwardChecksOptions {
  /** Folder from which `phiward.yaml` is sought and file names are read. @default - the working directory */
  readonly cwd?: string;
  /** Settings file. @default - `phiward.yaml` in `cwd` or above it, up to the root of the git repository */
  readonly config?: string;
  /** Id of the profile. @default - as the settings say, else `hipaa` */
  readonly profile?: string;
  /** What blocks. @default - as the settings say, else `all` */
  readonly enforce?: "all" | "introduced" | "observe";
  /** What counts as now, for the end dates of exceptions. @default - the clock of the machine */
  readonly now?: Date;
  /** Other stacks' plans and states (JSON or gzip of it), and stated facts; added to those of the settings. @default - none */
  readonly context?: readonly string[];
  /** Register of exceptions. @default - as the settings say, else `registers/exceptions.yaml` where it exists */
  readonly exceptions?: string;
  /** Judge as if there were no exceptions, of the register or of constructs, and say so. @default false */
  readonly ignoreExceptions?: boolean;
  /**
   * Make a fail an error, which ends the synthesis, where the gate would block it. Under `enforce: introduced` and `observe` it
   * stays a warning: a stack does not tell what stood there before.
   *
   * @default false - a warning
   */
  readonly strict?: boolean;
}

/**
 * Judges each stack by the gate's own policies while it is synthesised, and annotates the constructs that made what fails.
 *
 * ```ts
 * Aspects.of(stack).add(new PhiwardChecks());
 * ```
 *
 * It is early and partial: literals are known, and what only a plan knows is undetermined, said in one line a stack. It replaces no
 * gate: `phiward check` judges the plan.
 *
 * cdktf does not invoke aspects of an app: for all stacks of an app there is {@link PhiwardChecks.addTo}.
 *
 * @see 45 CFR 164.308(a)(8), evaluation (required)
 */
export class PhiwardChecks implements IAspect {
  private readonly gate: EarlyGate;
  private readonly strict: boolean;
  private readonly seen = new WeakSet<TerraformStack>();

  /**
   * Reads the settings and starts the engine.
   *
   * @throws {PhiwardError} where settings, registers, context or the policy bundle cannot be used
   */
  constructor(options: PhiwardChecksOptions = {}) {
    const { strict = false, ...rest } = options;
    const early: EarlyOptions = rest;
    this.gate = new EarlyGate(early);
    this.strict = strict;
  }

  /**
   * Adds one `PhiwardChecks` to every stack below a construct, such as an app. Call it when all stacks are made, before `app.synth()`.
   *
   * @throws {PhiwardError} where settings, registers, context or the policy bundle cannot be used
   */
  static addTo(scope: IConstruct, options: PhiwardChecksOptions = {}): void {
    const checks = new PhiwardChecks(options);
    for (const node of scope.node.findAll()) if (TerraformStack.isStack(node)) Aspects.of(node).add(checks);
  }

  /** Called by cdktf for each construct; only stacks count, each once. */
  visit(node: IConstruct): void {
    if (!TerraformStack.isStack(node) || this.seen.has(node)) return;
    this.seen.add(node);
    const { root } = node.node;
    // Validations come after all aspects have changed what they change, and before annotations are collected.
    if ("skipValidation" in root && root.skipValidation === true) this.report(node);
    else
      node.node.addValidation({
        validate: () => {
          this.report(node);
          return [];
        },
      });
  }

  private report(stack: TerraformStack): void {
    const nodes = new Map(stack.node.findAll().map((node) => [node.node.path, node]));
    for (const { construct, ...finding } of this.judge(stack))
      annotate((construct === undefined ? undefined : nodes.get(construct)) ?? stack, finding);
  }

  private judge(stack: TerraformStack): readonly Finding[] {
    try {
      // Through text: tokens are resolved, and what is undefined goes as it does in the file.
      const json: JsonObject = JSON.parse(JSON.stringify(stack.toTerraform()));
      return findingsOf(this.gate.check(json, stack.node.path), this.gate.settings.catalogue, this.strict);
    } catch (error) {
      // A check must not end a synthesis that nobody asked it to end; nor may it pass for one that found nothing.
      const code = error instanceof PhiwardError ? ` [${error.code}]` : "";
      const message = `${EARLY}: could not judge this stack: ${error instanceof Error ? error.message : String(error)}${code}`;
      return [{ level: this.strict ? "error" : "warning", construct: undefined, message }];
    }
  }
}

const TYPES = { error: "@cdktf/error", warning: "@cdktf/warn", info: "@cdktf/info" } as const;

/** Annotates a construct; whoever synthesises twice reads it once. */
function annotate(construct: IConstruct, { level, message }: Omit<Finding, "construct">): void {
  if (construct.node.metadata.some(({ type, data }) => type === TYPES[level] && data === message)) return;
  const annotations = Annotations.of(construct);
  if (level === "error") annotations.addError(message);
  else if (level === "warning") annotations.addWarning(message);
  else annotations.addInfo(message);
}
