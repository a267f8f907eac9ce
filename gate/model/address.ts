// Addresses and references: how Terraform spells them, taken apart.

import type { Path } from "./types.ts";

export type InstanceKey = string | number;

/** A reference inside an expression, as `configuration` lists it. */
export type Reference =
  | {
      readonly kind: "resource";
      readonly text: string;
      readonly block: string;
      readonly key?: InstanceKey;
      readonly rest: Path;
    }
  | {
      readonly kind: "module";
      readonly text: string;
      readonly call: string;
      readonly key?: InstanceKey;
      readonly output?: string;
      readonly rest: Path;
    }
  | { readonly kind: "variable" | "local"; readonly text: string; readonly name: string; readonly rest: Path }
  | { readonly kind: "each-key" | "count-index" | "other"; readonly text: string; readonly rest: Path }
  | { readonly kind: "each-value"; readonly text: string; readonly rest: Path };

/** Instance key of an address' last part: `aws_x.y["a"]` → `"a"`. */
const STEP = /([^.[\]"]+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]/y;

/** `module.a["x"].aws_b.c[0].d` → `["module", "a", {key: "x"}, "aws_b", …]`, keys told apart from names. */
function steps(text: string): readonly (string | { key: InstanceKey })[] {
  const out: (string | { key: InstanceKey })[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ".") at++;
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (match === null) break;
    if (match[1] !== undefined) out.push(match[1]);
    else if (match[2] !== undefined) out.push({ key: unquote(match[2]) });
    else out.push({ key: Number(match[3]) });
    at = STEP.lastIndex;
  }
  return out;
}

function unquote(text: string): string {
  if (!text.includes("\\")) return text;
  try {
    const parsed: unknown = JSON.parse(`"${text}"`);
    return typeof parsed === "string" ? parsed : text;
  } catch {
    return text;
  }
}

const references = new Map<string, Reference>();

/** Takes a reference apart; remembers it, since a plan repeats the same few. */
export function parseReference(text: string): Reference {
  const known = references.get(text);
  if (known !== undefined) return known;
  const parsed = parse(text);
  if (references.size < 100_000) references.set(text, parsed);
  return parsed;
}

function parse(text: string): Reference {
  const all = steps(text);
  const names = all.map((step) => (typeof step === "string" ? step : undefined));
  const rest = (from: number): Path => all.slice(from).map((step) => (typeof step === "string" ? step : step.key));
  const [first, second, third] = names;
  const keyAt = (index: number): InstanceKey | undefined => {
    const step = all[index];
    return typeof step === "object" ? step.key : undefined;
  };
  if (first === undefined || second === undefined) return { kind: "other", text, rest: [] };
  switch (first) {
    case "var":
      return { kind: "variable", text, name: second, rest: rest(2) };
    case "local":
      return { kind: "local", text, name: second, rest: rest(2) };
    case "each":
      if (second === "key") return { kind: "each-key", text, rest: [] };
      return second === "value" ? { kind: "each-value", text, rest: rest(2) } : { kind: "other", text, rest: [] };
    case "count":
      return { kind: "count-index", text, rest: [] };
    case "path":
    case "terraform":
    case "self":
    case "ephemeral":
    case "provider":
      return { kind: "other", text, rest: [] };
    case "module": {
      const key = keyAt(2);
      const after = key === undefined ? 2 : 3;
      const output = names[after];
      return {
        kind: "module",
        text,
        call: second,
        ...(key === undefined ? {} : { key }),
        ...(output === undefined ? {} : { output }),
        rest: rest(after + 1),
      };
    }
    case "data": {
      if (third === undefined) return { kind: "other", text, rest: [] };
      const key = keyAt(3);
      return {
        kind: "resource",
        text,
        block: `data.${second}.${third}`,
        ...(key === undefined ? {} : { key }),
        rest: rest(key === undefined ? 3 : 4),
      };
    }
    default: {
      const key = keyAt(2);
      return {
        kind: "resource",
        text,
        block: `${first}.${second}`,
        ...(key === undefined ? {} : { key }),
        rest: rest(key === undefined ? 2 : 3),
      };
    }
  }
}

/**
 * The references that the expression really makes. Terraform lists each together with its own beginnings, right behind it:
 * `aws_x.y[0].arn`, `aws_x.y[0]`, `aws_x.y`.
 */
export function longest(texts: readonly string[]): readonly Reference[] {
  let known = chosen.get(texts);
  if (known === undefined) {
    known = chooseLongest(texts);
    chosen.set(texts, known);
  }
  return known;
}

/** By the list of an expression: all instances of a block share it. */
const chosen = new WeakMap<readonly string[], readonly Reference[]>();

function chooseLongest(texts: readonly string[]): readonly Reference[] {
  const out: Reference[] = [];
  const seen = new Set<string>();
  let kept = "";
  for (const text of texts) {
    if (kept !== "" && kept.length > text.length && kept.startsWith(text) && /[.[]/.test(kept[text.length] ?? ""))
      continue;
    kept = text;
    if (seen.has(text)) continue;
    seen.add(text);
    out.push(parseReference(text));
  }
  return out;
}

/** One step of a module address. */
export interface ModuleStep {
  readonly call: string;
  readonly key?: InstanceKey;
}

/** `module.a["x"].module.b` → `[{call: "a", key: "x"}, {call: "b"}]`. */
export function moduleSteps(address: string): readonly ModuleStep[] {
  const out: ModuleStep[] = [];
  const all = steps(address);
  for (let at = 0; at < all.length; ) {
    const call = all[at + 1];
    if (all[at] !== "module" || typeof call !== "string") break;
    const next = all[at + 2];
    const key = typeof next === "object" ? next.key : undefined;
    out.push(key === undefined ? { call } : { call, key });
    at += key === undefined ? 2 : 3;
  }
  return out;
}

/** The address without instance keys, as the configuration knows it: `module.a["x"].aws_b.c[0]` gives `module.a.aws_b.c`. */
export const withoutKeys = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");

/** Path of an attribute in Terraform's spelling, taken apart: `rule[0].kms_key` → `["rule", 0, "kms_key"]`. `[*]` becomes `"*"`. */
export function parsePath(text: string): Path {
  return text
    .replaceAll("[*]", ".*")
    .split(/\.|\[|\]\.?/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Path in Terraform's spelling: `["rule", 0, "kms_key"]` → `rule[0].kms_key`. */
export function printPath(path: Path): string {
  let out = "";
  for (const step of path) out += typeof step === "number" ? `[${step}]` : out === "" ? step : `.${step}`;
  return out;
}
