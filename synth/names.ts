// What the names in a stack's expressions stand for: literals written elsewhere in the stack, or something that only a plan knows.

import { parseReference, type Reference } from "../gate/model/address.ts";
import type { Path, Value } from "../gate/model/types.ts";
import { isList, isMap, valueAt } from "../gate/model/value.ts";
import type { Configuration } from "./configuration.ts";
import { isTraversal, partsOf, traversalsIn } from "./expression.ts";

/** What `each` and `count` mean in one instance of a block. */
export interface Iteration {
  readonly key: string | number;
  readonly value?: Value;
}

/** A value of which parts are known; `unknown` has the form of `after_unknown` in a plan. */
export interface Known {
  /** Undefined where nothing is known. */
  readonly value: Value | undefined;
  readonly unknown: Value;
}

/** Chains of locals and attributes are followed this far. */
const MAX_DEPTH = 20;
const LOST: Known = { value: undefined, unknown: true };

/** The names of one stack. */
export class Names {
  private readonly configuration: Configuration;
  /** Blocks whose instances are spelt out, by address. */
  private readonly expanded: ReadonlySet<string>;

  constructor(configuration: Configuration, expanded: ReadonlySet<string>) {
    this.configuration = configuration;
    this.expanded = expanded;
  }

  /** Major version of the AWS provider that the stack asks for, where it asks for one. */
  get providerMajor(): number | undefined {
    return this.configuration.awsMajor;
  }

  /** What is known of a value before Terraform evaluated it. Functions, conditions and operators are not evaluated. */
  evaluate(value: Value, iteration?: Iteration, depth = 0): Known {
    if (typeof value === "string") return this.text(value, iteration, depth);
    if (isList(value)) {
      const all = value.map((item) => this.evaluate(item, iteration, depth));
      return { value: all.map((one) => one.value ?? null), unknown: all.map((one) => one.unknown) };
    }
    if (isMap(value)) {
      const all = Object.entries(value).map(([key, item]) => [key, this.evaluate(item, iteration, depth)] as const);
      return {
        value: Object.fromEntries(all.flatMap(([key, one]) => (one.value === undefined ? [] : [[key, one.value]]))),
        unknown: Object.fromEntries(all.flatMap(([key, one]) => (one.unknown === false ? [] : [[key, one.unknown]]))),
      };
    }
    return { value, unknown: false };
  }

  private text(template: string, iteration: Iteration | undefined, depth: number): Known {
    const parts = partsOf(template).map((part) =>
      "text" in part ? part.text : this.expression(part.expression, iteration, depth),
    );
    const [only] = parts;
    if (parts.length <= 1)
      return only === undefined
        ? { value: template === "" ? "" : undefined, unknown: template !== "" }
        : { value: only, unknown: false };
    if (parts.some((part) => part === undefined || typeof part === "object")) return LOST;
    return { value: parts.map(String).join(""), unknown: false };
  }

  /** Value of an expression that is one name; undefined for every other. */
  private expression(expression: string, iteration: Iteration | undefined, depth: number): Value | undefined {
    if (!isTraversal(expression) || depth > MAX_DEPTH) return undefined;
    const reference = parseReference(expression);
    switch (reference.kind) {
      case "variable": {
        const declared = this.configuration.variables.get(reference.name)?.default;
        return declared === undefined || declared === null ? undefined : valueAt(declared, reference.rest);
      }
      case "local":
        return this.within(this.configuration.locals.get(reference.name), reference.rest, undefined, depth);
      case "each-key":
      case "count-index":
        return iteration?.key;
      case "each-value":
        return this.within(iteration?.value, reference.rest, undefined, depth);
      case "resource":
        return this.attribute(reference, depth);
      default:
        return undefined;
    }
  }

  /** An attribute that its block writes as plain text, number or boolean stays so in the plan. */
  private attribute({ block, key, rest }: Reference & { kind: "resource" }, depth: number): Value | undefined {
    const [name, ...deeper] = rest;
    const body = this.configuration.blocks.get(block)?.body;
    if (typeof name !== "string" || deeper.length > 0 || key !== undefined || body === undefined) return undefined;
    if (body.count !== undefined || body.for_each !== undefined) return undefined;
    const written = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof written === "object" ? undefined : this.within(written, [], undefined, depth);
  }

  private within(
    value: Value | undefined,
    path: Path,
    iteration: Iteration | undefined,
    depth: number,
  ): Value | undefined {
    const inner = value === undefined ? undefined : valueAt(value, path);
    if (inner === undefined || inner === null) return undefined;
    const known = this.evaluate(inner, iteration, depth + 1);
    return isWhole(known) ? known.value : undefined;
  }

  /**
   * References of a value, as a plan's configuration lists them: each name, and the block it belongs to. A local stands for what
   * it refers to itself: nobody else would know.
   */
  references(value: Value, depth = 0): readonly string[] {
    const found = new Set<string>();
    for (const text of textsOf(value))
      for (const part of partsOf(text))
        if ("expression" in part)
          for (const traversal of traversalsIn(part.expression))
            for (const reference of this.listed(traversal, depth)) found.add(reference);
    return [...found];
  }

  private listed(traversal: string, depth: number): readonly string[] {
    const reference = parseReference(traversal);
    switch (reference.kind) {
      case "local": {
        const value = this.configuration.locals.get(reference.name);
        if (value === undefined || depth > MAX_DEPTH) return [traversal];
        return this.references(valueAt(value, reference.rest) ?? value, depth + 1);
      }
      case "resource": {
        const { block, key, rest } = reference;
        // A name that the stack does not hold belongs to something else: the variable of a `for`, a part of a longer name.
        if (!this.configuration.blocks.has(block)) return [];
        const instance = key === undefined || !this.expanded.has(block) ? block : `${block}[${JSON.stringify(key)}]`;
        const whole = rest.length === 0 ? instance : `${instance}${rest.map(step).join("")}`;
        return [...new Set([whole, instance, block])];
      }
      case "module":
        return this.configuration.modules.has(reference.call) ? [traversal, `module.${reference.call}`] : [];
      case "variable":
        return this.configuration.variables.has(reference.name)
          ? [...new Set([traversal, `var.${reference.name}`])]
          : [];
      case "other":
        return /^(?:path|terraform)\./.test(traversal) ? [traversal] : [];
      default:
        return [traversal];
    }
  }
}

/** Whether nothing in it is unknown. */
const isWhole = ({ unknown }: Known): boolean => !holds(unknown);

const holds = (unknown: Value): boolean =>
  unknown === true || (typeof unknown === "object" && unknown !== null && Object.values(unknown).some(holds));

const step = (one: string | number): string => (typeof one === "number" ? `[${one}]` : `.${one}`);

function textsOf(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
