// What a mutant is: one change for the worse of one resource, and what it takes with it.

import type { Value } from "../../gate/model/types.ts";
import { type Body, isBody, isList } from "./body.ts";
import type { Edits } from "./recording.ts";

/** What is done to an argument or a resource. */
export const KINDS = [
  /** The argument or block is left out. */
  "removed",
  /** True becomes false, or false true. */
  "flipped",
  "smaller",
  "larger",
  /** A list or map without elements. */
  "emptied",
  /** A list, map or set of blocks without one of its elements. */
  "shortened",
  /** A word that the services use for less: `Suspended` for `Enabled`. */
  "weaker",
  /** Another word, name or number that says nothing. */
  "other",
  /** Open to everybody: a principal of `*`, a range of 0.0.0.0/0, a condition or a refusal taken away. */
  "public",
  /** A key of AWS, of another construct or of another account. */
  "wrong-key",
  /** Another resource of the plan, account or Region. */
  "elsewhere",
  /** An argument that nobody wrote is written. */
  "set",
  /** The resource is left out, and what cannot be without it. */
  "companion",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Mutant {
  readonly address: string;
  readonly type: string;
  readonly kind: Kind;
  /** `rule[*].status`; `""` where the whole resource is meant. */
  readonly argument: string;
  /** What it became, in a word or two. */
  readonly detail: string;
  readonly edits: Edits;
}

/** A change of a body at one argument. */
export interface Change {
  readonly kind: Kind;
  /** Names and positions from the body down. */
  readonly path: readonly (string | number)[];
  readonly detail: string;
  /** Undefined leaves the argument out. */
  readonly value: Value | undefined;
}

/** `["rule", 0, "status"]` as `rule[*].status`. */
export const argumentOf = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[*]` : text === "" ? step : `${text}.${step}`),
    "",
  );

/** The value with another one at a path; undefined takes the member out. */
export function put(at: Value, path: readonly (string | number)[], value: Value | undefined): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const list = isList(at) ? [...at] : [];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = put(list[step] ?? null, rest, value);
    return list;
  }
  const body: Record<string, Value> = { ...(isBody(at) ? at : {}) };
  if (rest.length === 0 && value === undefined) delete body[step];
  else body[step] = put(body[step] ?? null, rest, value);
  return body;
}

export function changed(body: Body, { path, value }: Change): Body {
  const result = put(body, path, value);
  if (!isBody(result)) throw new Error("a body stays a body");
  return result;
}
