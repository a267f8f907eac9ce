// Documents with holes: text in which what is known only after apply is marked, and trees of such text.

import { UNKNOWN, type Value } from "./types.ts";

const MARK = JSON.stringify(UNKNOWN).slice(1, -1);

/** A document in which each text with a hole is `UNKNOWN` as a whole; `partial` where there is one. */
export interface Settled {
  readonly value: Value;
  readonly partial: boolean;
}

/** Makes every text with a hole `UNKNOWN`. */
export function settle(value: Value): Settled {
  let partial = false;
  const visit = (inner: Value): Value => {
    if (typeof inner === "string") {
      if (!inner.includes(UNKNOWN)) return inner;
      partial = true;
      return UNKNOWN;
    }
    if (typeof inner !== "object" || inner === null) return inner;
    if (Array.isArray(inner)) return inner.map(visit);
    return Object.fromEntries(Object.entries(inner).map(([key, element]) => [key, visit(element)]));
  };
  return { value: visit(value), partial };
}

/**
 * Text of a template from its parts. An unknown part leaves its mark: a document is parsed first, then each text that holds a mark
 * is unknown. A tree is what `jsonencode` got.
 */
export const join = (parts: readonly (Value | undefined)[]): string => parts.map(textOf).join("");

function textOf(part: Value | undefined): string {
  if (part === undefined || part === null) return UNKNOWN;
  // JSON escapes the marks inside, and an escaped mark would pass for known text.
  return typeof part === "object" ? JSON.stringify(part).replaceAll(MARK, UNKNOWN) : String(part);
}

/** Parses JSON text whose holes are `UNKNOWN`; undefined where it is no JSON even so. */
export function parseWithHoles(text: string): Settled | undefined {
  try {
    const parsed: Value = JSON.parse(text.replaceAll(UNKNOWN, MARK));
    return settle(parsed);
  } catch {
    return undefined;
  }
}

/**
 * Reads a template of JSON text that only interpolates references, with `lookup` for those that are known. Undefined where it
 * calls a function or is no JSON: then only the source can tell.
 */
export function parseTemplate(template: string, lookup: (reference: string) => Value | undefined): Settled | undefined {
  let simple = true;
  const text = template.replace(/(\$?)\$\{([^}]*)\}/g, (whole, escaped: string, reference: string) => {
    if (escaped !== "") return whole.slice(1);
    if (!/^\s*[A-Za-z_][\w.[\]"-]*\s*$/.test(reference)) simple = false;
    const value = lookup(reference.trim());
    // Only a function's result may be a tree in a template, and functions are the source's to evaluate.
    return join([typeof value === "object" ? undefined : value]);
  });
  return simple && text.trimStart().startsWith("{") ? parseWithHoles(text) : undefined;
}
