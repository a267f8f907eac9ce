// Attribute paths as the atlas spells them: `rule[*].apply[0].sse_algorithm`, `parameter[name=rds.force_ssl].value`.

import type { Value } from "../model/types.ts";
import { isList, isMap as isObject } from "../model/value.ts";

export { isList, isObject };

/** A step of a path: a key, an index, every element, or the elements whose key has a value. */
export type Step =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "every" }
  | { readonly kind: "select"; readonly key: string; readonly value: string };

const token = /([^.[\]]+)|\[(\*|\d+|([^\]=]+)=([^\]]*))\]/gy;

/** Parses a path. Throws a plain `Error` on a spelling mistake: atlas data is checked when it is built. */
export function parsePath(text: string): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ".") at++;
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`attribute path ${JSON.stringify(text)} cannot be read at character ${at + 1}`);
    at = token.lastIndex;
    const [, key, bracket, selectKey, selectValue] = match;
    if (key !== undefined) steps.push({ kind: "key", key });
    else if (bracket === "*") steps.push({ kind: "every" });
    else if (selectKey !== undefined) steps.push({ kind: "select", key: selectKey, value: selectValue ?? "" });
    else steps.push({ kind: "index", index: Number(bracket) });
  }
  if (steps.length === 0) throw new Error("an empty attribute path");
  return steps;
}

/** Terraform's spelling of a concrete path: `["rule", 0, "id"]` gives `rule[0].id`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : text === "" ? step : `.${step}`;
  return text;
}

/** Text equality as the atlas means it: without case, `true` equals `"true"`, `1` equals `"1"`. */
export const same = (a: Value | undefined, b: string | number | boolean): boolean =>
  a !== undefined && a !== null && typeof a !== "object" && String(a).toLowerCase() === String(b).toLowerCase();

/** A nested block, or an object among others. */
export type Block = { readonly [key: string]: Value };

/** Blocks of a list; what is no block is left out. */
export const blocksIn = (value: Value | undefined): readonly Block[] => (isList(value) ? value.filter(isObject) : []);

/** Texts of a list; what is no text is left out. */
export const textsIn = (value: Value | undefined): readonly string[] =>
  isList(value) ? value.filter((text) => typeof text === "string") : [];
