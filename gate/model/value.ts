// Values of a plan, looked into.

import type { JsonObject } from "../plan/types.ts";
import type { Path, Value } from "./types.ts";

export const isMap = (value: Value | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** What a table of the plan has under a name that the plan gives; never what every object has, such as `constructor`. */
export const member = <T>(table: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

/** Value at a path, `undefined` where there is none. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = memberOf(here, step);
  }
  return here;
}

/** Member of a list or a map, `undefined` where there is none. */
export function memberOf(value: Value | undefined, step: string | number | undefined): Value | undefined {
  if (step === undefined) return undefined;
  if (isList(value)) return typeof step === "number" ? value[step] : undefined;
  return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The same in something of which nothing is known yet. */
export function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

/** Whether a value says nothing: null, empty text, list or map. */
export const isEmpty = (value: Value): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
