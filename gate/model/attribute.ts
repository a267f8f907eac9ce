// The state of one attribute: known, null, absent or unknown until apply.

import type { RawConfigResource } from "../plan/types.ts";
import { printPath } from "./address.ts";
import { locate, type Written } from "./expressions.ts";
import { Memo } from "./memo.ts";
import type { Ending, Resolver } from "./resolve.ts";
import type { Entry } from "./resources.ts";
import type { SourceHints } from "./source-hints.ts";
import { type Attribute, type Path, SENSITIVE, type Value } from "./types.ts";
import { isEmpty, isList, isMap, memberOf, valueAt } from "./value.ts";

const ABSENT: Attribute = { state: "absent" };
const NULL: Attribute = { state: "null" };
const unknown = (cause: string): Attribute => ({ state: "unknown", cause });

/** Reads attributes of one world. */
export class AttributeReader {
  private readonly resolver: Resolver;
  private readonly hints: SourceHints | undefined;
  private readonly outcomes = new Memo<Attribute>();

  constructor(resolver: Resolver, hints: SourceHints | undefined) {
    this.resolver = resolver;
    this.hints = hints;
  }

  read(entry: Entry, path: Path): Attribute {
    let value: Value | undefined = entry.resource.values;
    let mask: Value | undefined = entry.unknown;
    for (let depth = 0; depth < path.length; depth++) {
      if (mask === true) return this.unknown(entry, path, depth);
      if (value === SENSITIVE) return unknown("Terraform marks it sensitive");
      const step = path[depth];
      value = memberOf(value, step);
      mask = memberOf(mask, step);
    }
    if (mask === true) return this.unknown(entry, path, path.length);
    if (value === undefined) return ABSENT;
    const empty = isEmpty(value);
    if (!empty) return { state: "known", value };
    const block = entry.configured ? blockOf(entry) : undefined;
    if (block === undefined) return value === null ? ABSENT : { state: "known", value };
    // The provider fills an argument that nobody wrote with null, "", [] or {}: only the configuration tells it from a written one.
    const located = locate(block, path, entry.resource.values, path.length);
    if (located.kind === "unwritten") return ABSENT;
    if (value !== null) return { state: "known", value };
    return located.kind === "hidden" ? ABSENT : NULL;
  }

  /** The plan says "known after apply" from `depth` steps on: three different things, told apart by the configuration. */
  private unknown(entry: Entry, path: Path, depth: number): Attribute {
    const block = entry.configured ? blockOf(entry) : undefined;
    if (block === undefined) return unknown("known only after apply");
    const located = locate(block, path, entry.resource.values, depth);
    switch (located.kind) {
      case "unwritten":
      case "hidden": {
        const hint = this.hint(entry, path);
        if (hint === "unwritten") return ABSENT;
        if (hint !== undefined) return this.outcome(entry, block, [{ expression: hint, rest: [] }]);
        if (located.kind === "hidden")
          return unknown(
            `${printPath(path)} stands in a dynamic block, whose expressions a plan does not hold (see --source)`,
          );
        // The provider makes it of the tags; its own default tags would have made it known.
        return path[0] === "tags_all" ? this.read(entry, ["tags", ...path.slice(1)]) : ABSENT;
      }
      case "block":
        return unknown("known only after apply");
      case "written":
        return this.outcomes.of(entry, path, () => this.outcome(entry, block, located.list));
    }
  }

  private hint(entry: Entry, path: Path) {
    const { mode, type, name } = entry.resource;
    return this.hints?.expression({ module: entry.module.config?.address ?? "", mode, type, name }, path);
  }

  /** What the expressions come to, given that the plan calls the result unknown. */
  private outcome(entry: Entry, block: RawConfigResource, list: readonly Written[]): Attribute {
    const states = list.map((written) => this.outcomeOf(entry, block, written));
    const [first] = states;
    if (first === undefined) return ABSENT;
    if (
      states.every(
        (state) =>
          state.state === first.state &&
          (state.state !== "known" || first.state !== "known" || state.value === first.value),
      )
    )
      return first;
    return unknown("several blocks of this name cannot be told apart");
  }

  private outcomeOf(entry: Entry, block: RawConfigResource, { expression, rest }: Written): Attribute {
    if (expression.constant_value !== undefined) {
      const value = valueAt(expression.constant_value, rest);
      if (value === undefined) return ABSENT;
      // The provider takes these for "not set" and lets the service choose: that is why the plan does not know.
      if (isEmpty(value) || value === false || value === 0) return NULL;
      return { state: "known", value };
    }
    if (expression.references === undefined) return unknown("a function gives it, and a plan does not hold the result");
    const endings = this.resolver.endings(this.resolver.scopeOf(entry, block), expression, rest);
    const cause = `comes from ${[...new Set(expression.references)].filter((text, _, all) => !all.some((other) => other !== text && other.startsWith(text))).join(", ")}`;
    return entry.estate.plan.unevaluated !== true && this.isNull(endings) ? NULL : unknown(causeOf(endings) ?? cause);
  }

  /**
   * Terraform knows the outcome of an expression whose references are all known. Where it still calls the attribute unknown, the
   * expression came out as null and the provider fills it in. Only functions such as `timestamp()` are unknown by themselves, so
   * a text among the references keeps the answer open.
   */
  private isNull(endings: readonly Ending[]): boolean {
    let container = false;
    let iterated = false;
    for (const ending of endings) {
      if (ending.kind === "none") continue;
      if (ending.kind === "many" || ending.kind === "outside") return false;
      let value: Value | undefined;
      if (ending.kind === "value") value = ending.value;
      else {
        // Where the expression reads one attribute of it, the reference need not show which: `aws_x.y[each.key].id`.
        if (holdsUnknown(ending.entry, ending.path)) return false;
        value = valueAt(ending.entry.resource.values, ending.path) ?? null;
      }
      if (isEmpty(value) || typeof value === "boolean") continue;
      if (isList(value) || isMap(value)) container = true;
      else if (ending.kind === "value" && (ending.from === "each-key" || ending.from === "count-index"))
        iterated = true;
      else return false;
    }
    return container || !iterated;
  }
}

/** Block of the configuration that made a resource. */
export const blockOf = (entry: Entry): RawConfigResource | undefined => entry.written;

/** Whether the plan itself calls a value unknown, whoever wrote it. */
export function isUnknown(entry: Entry, path: Path): boolean {
  let mask = entry.unknown;
  for (const step of path) {
    if (mask === true) return true;
    mask = memberOf(mask, step);
  }
  return mask === true;
}

/** Whether a value or any member of it is known only after apply. */
export function holdsUnknown(entry: Entry, path: Path): boolean {
  const any = (mask: Value | undefined): boolean =>
    mask === true || (typeof mask === "object" && mask !== null && Object.values(mask).some(any));
  return isUnknown(entry, path) || any(valueAt(entry.unknown, path));
}

function causeOf(endings: readonly Ending[]): string | undefined {
  for (const ending of endings) if (ending.kind === "outside") return ending.reason;
  return undefined;
}
