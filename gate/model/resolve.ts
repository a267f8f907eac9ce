// Follows references through variables, module calls, outputs and iteration to where they end.

import type { RawConfigResource, RawExpression } from "../plan/types.ts";
import { type InstanceKey, longest, type Reference } from "./address.ts";
import type { ModuleInstance } from "./modules.ts";
import type { Entry, Estate } from "./resources.ts";
import type { SourceHints } from "./source-hints.ts";
import type { Path, Value } from "./types.ts";
import { member, valueAt } from "./value.ts";

/** Where a reference ends, before it is put into the words of `Target`. */
export type Ending =
  | { readonly kind: "resource"; readonly entry: Entry; readonly path: Path }
  /** All instances of a block (a splat), or one of them: the expression does not say. */
  | {
      readonly kind: "many";
      readonly text: string;
      readonly entries: readonly Entry[];
      readonly path: Path;
      readonly reason: string;
    }
  | { readonly kind: "value"; readonly value: Value; readonly from: Reference["kind"] | "constant" }
  /** The block has no instance: the branch that names it was not taken. */
  | { readonly kind: "none" }
  /** `settled` where its value, though not in the plan, was known while planning. */
  | { readonly kind: "outside"; readonly text: string; readonly reason: string; readonly settled?: boolean };

/** Where an expression stands: its module instance, and what `each` and `count` mean there. */
export interface Scope {
  readonly estate: Estate;
  readonly module: ModuleInstance;
  readonly each?: Iteration;
}

interface Iteration {
  readonly key: InstanceKey;
  /** `for_each` or `count`; undefined where it is a function of constants. */
  readonly expression: RawExpression | undefined;
  /** Where that expression is evaluated. */
  readonly scope: Scope;
  /** Keys of all instances of the iterating block or call. */
  readonly keys: () => readonly InstanceKey[];
}

/** Deeper chains of variables and outputs than any configuration has: beyond it a reference counts as lost. */
const MAX_DEPTH = 60;
const NO_ENTRIES: readonly Entry[] = [];

export class Resolver {
  private readonly hints: SourceHints | undefined;
  private readonly entries: readonly Entry[];
  private blocks: Map<Estate, Map<string, Map<string, Entry[]>>> | undefined;

  constructor(entries: readonly Entry[], hints: SourceHints | undefined) {
    this.entries = entries;
    this.hints = hints;
  }

  /** Instances of a block in a module instance. */
  instances(estate: Estate, module: string, block: string): readonly Entry[] {
    if (this.blocks === undefined) {
      this.blocks = new Map();
      for (const entry of this.entries) {
        const modules = this.blocks.get(entry.estate) ?? new Map<string, Map<string, Entry[]>>();
        this.blocks.set(entry.estate, modules);
        const blocks = modules.get(entry.module.address) ?? new Map<string, Entry[]>();
        modules.set(entry.module.address, blocks);
        const group = blocks.get(entry.block);
        if (group === undefined) blocks.set(entry.block, [entry]);
        else group.push(entry);
      }
    }
    return this.blocks.get(estate)?.get(module)?.get(block) ?? NO_ENTRIES;
  }

  /** Scope of the expressions in a resource's block. */
  scopeOf(entry: Entry, block: RawConfigResource | undefined): Scope {
    const outer: Scope = { estate: entry.estate, module: entry.module };
    const { key } = entry.resource;
    if (key === undefined) return outer;
    return {
      ...outer,
      each: {
        key,
        expression: block?.for_each_expression ?? block?.count_expression,
        scope: outer,
        keys: () => keysOf(this.instances(entry.estate, entry.module.address, entry.block)),
      },
    };
  }

  /** Endings of all references of an expression; its constant is an ending too. */
  endings(scope: Scope, expression: RawExpression, rest: Path, depth = 0): readonly Ending[] {
    if (expression.constant_value !== undefined) {
      const value = valueAt(expression.constant_value, rest);
      return value === undefined ? [] : [{ kind: "value", value, from: "constant" }];
    }
    const all = longest(expression.references ?? []);
    return all.flatMap((reference) => this.follow(scope, reference, all, rest, depth));
  }

  private follow(
    scope: Scope,
    reference: Reference,
    peers: readonly Reference[],
    rest: Path,
    depth: number,
  ): readonly Ending[] {
    const { text } = reference;
    if (depth > MAX_DEPTH) return [{ kind: "outside", text, reason: "the chain of references does not end" }];
    switch (reference.kind) {
      case "resource":
        return this.block(scope, reference, peers, rest, depth);
      case "module":
        return this.output(scope, reference, peers, rest, depth);
      case "variable":
        return this.variable(scope, reference.name, text, [...reference.rest, ...rest], depth);
      case "local": {
        const expression = this.hints?.local(scope.module.config?.address ?? "", reference.name);
        if (expression === undefined) {
          const reason = `${text} is a local value, which a plan does not hold (see --source)`;
          const settled = scope.module.config?.isCounted(text) === true;
          return [{ kind: "outside", text, reason, ...(settled ? { settled } : {}) }];
        }
        return this.endings(
          { estate: scope.estate, module: scope.module },
          expression,
          [...reference.rest, ...rest],
          depth + 1,
        );
      }
      case "each-key":
      case "count-index":
        return scope.each === undefined ? [] : [{ kind: "value", value: scope.each.key, from: reference.kind }];
      case "each-value":
        return this.eachValue(scope, text, [...reference.rest, ...rest], depth);
      case "other":
        return [{ kind: "outside", text, reason: `${text} is not part of a plan` }];
    }
  }

  private variable(scope: Scope, name: string, text: string, rest: Path, depth: number): readonly Ending[] {
    const { estate, module } = scope;
    const declared = member(module.config?.raw.variables, name);
    const value = (constant: Value): readonly Ending[] => {
      const found = within(constant, rest);
      return found === undefined ? [{ kind: "none" }] : [{ kind: "value", value: found, from: "variable" }];
    };
    if (module.parent === undefined) {
      const given = member(estate.plan.variables, name);
      return value(given?.value ?? declared?.default ?? null);
    }
    const call = module.config?.call;
    const expression = member(call?.expressions, name);
    if (expression === undefined) return value(declared?.default ?? null);
    if (!isPlain(expression))
      return [{ kind: "outside", text, reason: `${text} is given in a form that a plan does not spell out` }];
    if (expression.constant_value === undefined && expression.references === undefined)
      return [
        { kind: "outside", text, reason: `${text} is computed from constants, and a plan does not hold the result` },
      ];
    return this.endings(this.callScope(scope), expression, rest, depth + 1);
  }

  /** Scope of the arguments of the call that made a module instance. */
  private callScope(scope: Scope): Scope {
    const { estate, module } = scope;
    const parent = module.parent ?? module;
    const outer: Scope = { estate, module: parent };
    // The caller of the caller iterates too: its `each` is bound where the outer module's own arguments are evaluated.
    if (module.key === undefined) return outer;
    const call = module.config?.call;
    return {
      ...outer,
      each: {
        key: module.key,
        expression: call?.for_each_expression ?? call?.count_expression,
        scope: outer,
        keys: () =>
          estate.modules.instances(parent, module.call).flatMap((one) => (one.key === undefined ? [] : [one.key])),
      },
    };
  }

  private eachValue(scope: Scope, text: string, rest: Path, depth: number): readonly Ending[] {
    const { each } = scope;
    if (each === undefined) return [];
    const lost: Ending = {
      kind: "outside",
      text,
      reason: `${text} comes from a for_each that a plan does not spell out`,
    };
    if (each.expression === undefined) return [lost];
    const sources = this.endings(each.scope, each.expression, [], depth + 1);
    for (const source of sources) {
      if (source.kind === "many") {
        const entry = source.entries.find((one) => one.resource.key === each.key);
        if (entry !== undefined) return [{ kind: "resource", entry, path: [...source.path, ...rest] }];
      }
      if (source.kind === "resource" && source.entry.resource.key === each.key)
        return [{ kind: "resource", entry: source.entry, path: [...source.path, ...rest] }];
    }
    if (sources.length !== 1) return [lost];
    const [source] = sources;
    if (source?.kind !== "value") return [lost];
    if (Array.isArray(source.value))
      return source.value.includes(each.key) && rest.length === 0
        ? [{ kind: "value", value: each.key, from: "each-value" }]
        : [lost];
    const item = valueAt(source.value, [each.key]);
    if (item === undefined) return [lost];
    const found = within(item, rest);
    return found === undefined ? [{ kind: "none" }] : [{ kind: "value", value: found, from: "each-value" }];
  }

  private output(
    scope: Scope,
    reference: Reference & { kind: "module" },
    peers: readonly Reference[],
    rest: Path,
    depth: number,
  ): readonly Ending[] {
    const { text, call, key, output } = reference;
    const known = scope.estate.modules.instances(scope.module, call);
    const instances = key === undefined ? known : known.filter((one) => one.key === key);
    if (instances.length === 0) return [{ kind: "none" }];
    let chosen = instances;
    if (instances.length > 1) {
      const wanted = this.wantedKey(
        scope,
        peers,
        reference,
        instances.map((one) => one.key),
        depth,
      );
      chosen = wanted === undefined ? instances : instances.filter((one) => one.key === wanted);
    }
    const [only] = chosen;
    if (chosen.length === 1 && only !== undefined)
      return this.outputOf(scope.estate, only, output, text, [...reference.rest, ...rest], depth);
    const all = chosen.flatMap((one) =>
      this.outputOf(scope.estate, one, output, text, [...reference.rest, ...rest], depth),
    );
    const entries = all.flatMap((one) =>
      one.kind === "resource" ? [one.entry] : one.kind === "many" ? one.entries : [],
    );
    const path = all.flatMap((one) => (one.kind === "resource" || one.kind === "many" ? [one.path] : []))[0] ?? [];
    const others = all.filter((one) => one.kind === "value" || one.kind === "outside");
    if (entries.length === 0) return others;
    return [
      { kind: "many", text, entries, path, reason: `${text} names ${chosen.length} instances of a module` },
      ...others,
    ];
  }

  private outputOf(
    estate: Estate,
    instance: ModuleInstance,
    output: string | undefined,
    text: string,
    rest: Path,
    depth: number,
  ): readonly Ending[] {
    const declared = output === undefined ? undefined : member(instance.config?.raw.outputs, output);
    if (declared?.expression === undefined)
      return [{ kind: "outside", text, reason: `${text} is an output that a plan does not spell out` }];
    const { expression } = declared;
    if (expression.constant_value === undefined && expression.references === undefined)
      return [
        { kind: "outside", text, reason: `${text} is computed from constants, and a plan does not hold the result` },
      ];
    return this.endings({ estate, module: instance }, expression, rest, depth + 1);
  }

  private block(
    scope: Scope,
    reference: Reference & { kind: "resource" },
    peers: readonly Reference[],
    rest: Path,
    depth: number,
  ): readonly Ending[] {
    const { text, block, key } = reference;
    const known = this.instances(scope.estate, scope.module.address, block);
    let path: Path = [...reference.rest, ...this.inside(known[0], reference.rest, rest)];
    let instances = key === undefined ? known : known.filter((one) => one.resource.key === key);
    if (instances.length > 1) {
      const [step] = path;
      const direct = instances.filter((one) => one.resource.key === step);
      if (step !== undefined && direct.length === 1) {
        instances = direct;
        path = path.slice(1);
      } else {
        const wanted = this.wantedKey(scope, peers, reference, keysOf(instances), depth);
        if (wanted !== undefined) instances = instances.filter((one) => one.resource.key === wanted);
      }
    }
    const [only] = instances;
    if (only === undefined) return this.missing(scope, text, block);
    if (instances.length === 1)
      return [{ kind: "resource", entry: only, path: typeof path[0] === "number" ? path.slice(1) : path }];
    return [{ kind: "many", text, entries: instances, path, reason: `${text} has ${instances.length} instances` }];
  }

  /**
   * Part of a path that lies inside what a reference yields. A plain attribute has no inside: the path then ran through an object
   * that the expression builds around the reference (`{ KEY = aws_kms_key.main.arn }`).
   */
  private inside(entry: Entry | undefined, attribute: Path, rest: Path): Path {
    if (entry === undefined || attribute.length === 0 || rest.length === 0) return rest;
    const value = valueAt(entry.resource.values, attribute) ?? valueAt(entry.shape, attribute);
    return typeof value === "object" ? rest : [];
  }

  private missing(scope: Scope, text: string, block: string): readonly Ending[] {
    if (scope.module.config?.block(block) !== undefined) return [{ kind: "none" }];
    return [{ kind: "outside", text, reason: `${text} is not in this plan` }];
  }

  /**
   * Key by which an expression picks one of several instances. References do not show what stands between brackets, but what does
   * stand there is a reference of the same expression: `aws_x.y[each.key].id` lists `aws_x.y` and `each.key`.
   */
  private wantedKey(
    scope: Scope,
    peers: readonly Reference[],
    self: Reference,
    keys: readonly (InstanceKey | undefined)[],
    depth: number,
  ): InstanceKey | undefined {
    const wanted = new Set<InstanceKey>();
    for (const peer of peers) {
      if (peer === self) continue;
      if (peer.kind === "count-index") {
        // The same position means the same thing only where both count the same things.
        const mine = scope.each?.keys() ?? [];
        if (scope.each !== undefined && mine.length === keys.length && mine.every((key) => keys.includes(key)))
          wanted.add(scope.each.key);
      } else if (peer.kind === "each-key") {
        if (scope.each !== undefined && keys.includes(scope.each.key)) wanted.add(scope.each.key);
      } else if (peer.kind === "each-value" || peer.kind === "variable") {
        for (const one of this.follow(scope, peer, [], [], depth + 1))
          if (
            one.kind === "value" &&
            (typeof one.value === "string" || typeof one.value === "number") &&
            keys.includes(one.value)
          )
            wanted.add(one.value);
      }
    }
    const [key] = wanted;
    return wanted.size === 1 ? key : undefined;
  }
}

const keysOf = (entries: readonly Entry[]): readonly InstanceKey[] =>
  entries.flatMap(({ resource }) => (resource.key === undefined ? [] : [resource.key]));

const isPlain = (node: unknown): node is RawExpression =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** Value inside a constant; the constant itself where it is plain, because the expression then built an object around it. */
const within = (value: Value, rest: Path): Value | undefined =>
  typeof value === "object" && value !== null ? valueAt(value, rest) : value;
