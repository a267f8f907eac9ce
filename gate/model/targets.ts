// What an attribute refers to: by references of the configuration, or by a literal that names a resource.

import type { RawConfigResource } from "../plan/types.ts";
import { printPath } from "./address.ts";
import { blockOf, holdsUnknown, isUnknown } from "./attribute.ts";
import { locate, type Written } from "./expressions.ts";
import { type Literals, textsIn } from "./literal.ts";
import { Memo } from "./memo.ts";
import type { Ending, Resolver } from "./resolve.ts";
import type { Entry } from "./resources.ts";
import type { SourceHints } from "./source-hints.ts";
import type { Path, Target, Value } from "./types.ts";
import { isList, isMap, memberOf, valueAt } from "./value.ts";

/** A target with the entry behind it. `literal` where it was found by name, not by reference. */
export type Aim =
  | { readonly kind: "resource"; readonly entry: Entry; readonly path: Path; readonly literal: boolean }
  | { readonly kind: "value"; readonly value: Value }
  | {
      readonly kind: "ambiguous";
      readonly text: string;
      readonly candidates: readonly Candidate[];
      /** True where it is one of the candidates for certain; else something outside the plan may be meant. */
      readonly closed: boolean;
      readonly literal: boolean;
      readonly reason: string;
    }
  | { readonly kind: "outside"; readonly text: string; readonly reason: string };

/** A place that an expression may read. */
export interface Candidate {
  readonly entry: Entry;
  readonly path: Path;
}

export class Targets {
  private readonly resolver: Resolver;
  private readonly literals: Literals;
  private readonly hints: SourceHints | undefined;
  private readonly ends = new Memo<readonly Ending[]>();

  constructor(resolver: Resolver, literals: Literals, hints: SourceHints | undefined) {
    this.resolver = resolver;
    this.literals = literals;
    this.hints = hints;
  }

  of(entry: Entry, path: Path): readonly Aim[] {
    const value = valueAt(entry.resource.values, path);
    const endings = this.endings(entry, path);
    const several = isList(value) || isMap(value) || typeof valueAt(entry.shape, path) === "object";
    if (several) return this.all(entry, path, value, endings);
    const [first] = path;
    const own = path.length === 1 && typeof first === "string" && this.literals.isOwnName(entry.resource, first);
    if (typeof value === "string")
      return own && candidates(endings).length === 0 ? [] : this.known(entry, value, endings);
    return isUnknown(entry, path) ? this.unknown(endings) : [];
  }

  /** Endings of the expressions behind an attribute; empty where the configuration has none. */
  endings(entry: Entry, path: Path): readonly Ending[] {
    const block = entry.configured ? blockOf(entry) : undefined;
    if (block === undefined) return [];
    const depth = depthOf(entry, path);
    const located = locate(block, path, entry.resource.values, depth);
    if (located.kind === "written" || located.kind === "block")
      return this.ends.of(entry, path, () => this.endingsOf(entry, block, located.list));
    const { mode, type, name } = entry.resource;
    const hint = this.hints?.expression({ module: entry.module.config?.address ?? "", mode, type, name }, path);
    if (hint !== undefined && hint !== "unwritten")
      return this.endingsOf(entry, block, [{ expression: hint, rest: [] }]);
    if (located.kind === "unwritten" || hint === "unwritten") return [];
    return [
      {
        kind: "outside",
        text: printPath(path),
        reason: `${printPath(path)} stands in a dynamic block, whose expressions a plan does not hold (see --source)`,
      },
    ];
  }

  /** Value that a reference has where it is written in the resource's module, if it is known. */
  lookup(entry: Entry, reference: string): Value | undefined {
    const scope = this.resolver.scopeOf(entry, blockOf(entry));
    const [only, ...more] = this.resolver.endings(scope, { references: [reference] }, []);
    if (only === undefined || more.length > 0) return undefined;
    if (only.kind === "value") return only.value;
    return only.kind === "resource" ? valueAt(only.entry.resource.values, only.path) : undefined;
  }

  private endingsOf(entry: Entry, block: RawConfigResource, list: readonly Written[]): readonly Ending[] {
    const scope = this.resolver.scopeOf(entry, block);
    return list.flatMap(({ expression, rest }) => this.resolver.endings(scope, expression, rest));
  }

  /** A collection refers to all that it holds. */
  private all(entry: Entry, path: Path, value: Value | undefined, endings: readonly Ending[]): readonly Aim[] {
    const out: Aim[] = candidates(endings).map((found) => ({ kind: "resource", ...found, literal: false }));
    const named = new Set(out.flatMap((aim) => (aim.kind === "resource" ? this.literals.of(aim.entry.resource) : [])));
    const constants = endings.flatMap((ending) => (ending.kind === "value" ? textsIn(ending.value) : []));
    const texts = isMap(value) ? Object.values(value).flatMap(textsIn) : textsIn(value);
    for (const text of new Set([...texts, ...(value === undefined ? constants : [])]))
      if (!named.has(text)) out.push(...this.literal(entry, text));
    if (holdsUnknown(entry, path)) for (const ending of endings) if (ending.kind === "outside") out.push(leave(ending));
    return out;
  }

  private known(entry: Entry, value: string, endings: readonly Ending[]): readonly Aim[] {
    const found = candidates(endings);
    const [only] = found;
    if (only === undefined || endings.some((ending) => ending.kind === "value" && ending.value === value))
      return this.literal(entry, value);
    if (found.length === 1) return [{ kind: "resource", ...only, literal: false }];
    const named = new Set(this.literals.find(value, entry.resource));
    const both = found.filter(
      (candidate) => named.has(candidate.entry) || valueAt(candidate.entry.resource.values, candidate.path) === value,
    );
    const [one] = both;
    if (both.length === 1 && one !== undefined) return [{ kind: "resource", ...one, literal: false }];
    return [ambiguous(endings, both.length === 0 ? found : both, false)];
  }

  private unknown(endings: readonly Ending[]): readonly Aim[] {
    const found = candidates(endings);
    // Only something unknown makes the whole unknown: a data source that is known beside it is a condition or a prefix.
    const open = found.filter(
      ({ entry, path }) => entry.resource.mode === "managed" || path.length === 0 || isUnknown(entry, path),
    );
    const left = open.length > 0 ? open : found;
    const [only] = left;
    const outside = endings.filter((ending) => ending.kind === "outside");
    if (only === undefined) return outside.map(leave);
    const [doubt] = outside.filter(({ settled }) => settled !== true);
    if (left.length > 1) return [ambiguous(endings, left, doubt === undefined)];
    if (doubt === undefined) return [{ kind: "resource", ...only, literal: false }];
    const { text, reason } = doubt;
    return [{ kind: "ambiguous", text, candidates: left, closed: false, literal: false, reason }];
  }

  private literal(entry: Entry, text: string): readonly Aim[] {
    const found = this.literals.find(text, entry.resource);
    const [only] = found;
    if (only === undefined) return text === "" ? [] : [{ kind: "value", value: text }];
    if (found.length === 1) return [{ kind: "resource", entry: only, path: [], literal: true }];
    const reason = `${found.length} resources go by the name ${text}`;
    const named = found.map((one): Candidate => ({ entry: one, path: [] }));
    return [{ kind: "ambiguous", text, candidates: named, closed: false, literal: true, reason }];
  }
}

/** In the words of the contract. */
export function toTarget(aim: Aim): Target {
  switch (aim.kind) {
    case "resource":
      return { kind: "resource", resource: aim.entry.resource, attribute: printPath(aim.path) };
    case "ambiguous":
      return {
        kind: "ambiguous",
        text: aim.text,
        candidates: [...new Set(aim.candidates.map(({ entry }) => entry.resource))],
        reason: aim.reason,
      };
    default:
      return aim;
  }
}

/** Resources among the endings, each place once. */
function candidates(endings: readonly Ending[]): readonly Candidate[] {
  const [first] = endings;
  if (endings.length === 0) return [];
  if (endings.length === 1 && first?.kind === "resource") return [{ entry: first.entry, path: first.path }];
  const out = new Map<string, Candidate>();
  for (const ending of endings) {
    if (ending.kind !== "resource" && ending.kind !== "many") continue;
    for (const entry of ending.kind === "resource" ? [ending.entry] : ending.entries)
      out.set(`${entry.resource.address} ${printPath(ending.path)}`, { entry, path: ending.path });
  }
  return [...out.values()];
}

const leave = ({ text, reason }: Ending & { kind: "outside" }): Aim => ({ kind: "outside", text, reason });

function ambiguous(endings: readonly Ending[], found: readonly Candidate[], closed: boolean): Aim {
  const many = endings.find((ending) => ending.kind === "many");
  const text = many?.text ?? addresses(found).join(", ");
  const reason = many?.reason ?? "one expression names several resources";
  return { kind: "ambiguous", text, candidates: found, closed, literal: false, reason };
}

const addresses = (found: readonly Candidate[]): readonly string[] => [
  ...new Set(found.map(({ entry }) => entry.resource.address)),
];

/** Number of leading steps of a path that the plan shows. */
function depthOf(entry: Entry, path: Path): number {
  let mask = entry.unknown;
  for (let depth = 0; depth < path.length; depth++) {
    if (mask === true) return depth;
    mask = memberOf(mask, path[depth]);
  }
  return path.length;
}
