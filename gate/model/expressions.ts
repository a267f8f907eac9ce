// Finds the expression behind an attribute in the configuration.

import { isDeepStrictEqual } from "node:util";
import type { RawConfigResource, RawExpression } from "../plan/types.ts";
import type { Path } from "./types.ts";
import { at } from "./value.ts";

/** An expression, and the part of the path that lies inside its value. */
export interface Written {
  readonly expression: RawExpression;
  readonly rest: Path;
}

/**
 * Where the configuration writes an attribute:
 * - `written`: by one of these (several only where blocks cannot be told apart).
 * - `unwritten`: nowhere.
 * - `block`: the path names a block; these are the expressions in it.
 * - `hidden`: inside a block that the plan shows and the configuration leaves out, that is a dynamic block.
 */
export type Located =
  | { readonly kind: "written"; readonly list: readonly Written[] }
  | { readonly kind: "unwritten" }
  | { readonly kind: "block"; readonly list: readonly Written[] }
  | { readonly kind: "hidden" };

const UNWRITTEN: Located = { kind: "unwritten" };
const HIDDEN: Located = { kind: "hidden" };

/**
 * Locates `path` in a block of the configuration.
 *
 * @param values planned values: they tell the blocks of one name apart, and show which blocks exist
 * @param depth number of leading steps of the path that the plan shows; what lies deeper is unknown as a whole
 */
export function locate(block: RawConfigResource, path: Path, values: unknown, depth: number): Located {
  return descend(block.expressions ?? {}, path, 0, values, depth);
}

function descend(node: unknown, path: Path, index: number, value: unknown, depth: number): Located {
  if (index > 0 && isExpression(node))
    return { kind: "written", list: [{ expression: node, rest: path.slice(index) }] };
  return descendBlock(node, path, index, value, depth);
}

/** A block, or the list of the blocks of one name. An element of such a list is a block even where it is empty: `{}`. */
function descendBlock(node: unknown, path: Path, index: number, value: unknown, depth: number): Located {
  const step = path[index];
  if (step === undefined) return { kind: "block", list: expressionsIn(node) };
  const inner = at(value, [step]);
  if (Array.isArray(node))
    return typeof step === "number" ? descendList(node, path, index, value, inner, depth) : UNWRITTEN;
  const next: unknown = typeof step === "string" ? at(node, [step]) : undefined;
  if (next !== undefined) return descend(next, path, index + 1, inner, depth);
  // Nobody wrote this name here. Where the plan shows a block of it all the same, a dynamic block made it.
  const leaf = index === path.length - 1;
  return !leaf && index < depth && isFilled(inner) ? HIDDEN : UNWRITTEN;
}

function descendList(
  node: readonly unknown[],
  path: Path,
  index: number,
  list: unknown,
  planned: unknown,
  depth: number,
): Located {
  const alone = node.length === 1 && (!Array.isArray(list) || list.length <= 1);
  const blocks = alone ? node : blocksOf(node, list, planned, path[index]);
  const found = blocks.map((block) => descendBlock(block, path, index + 1, planned, depth));
  const [first] = found;
  if (first === undefined) return HIDDEN;
  if (found.every((one) => one.kind === first.kind)) {
    if (first.kind === "unwritten" || first.kind === "hidden") return first;
    return { kind: first.kind, list: found.flatMap((one) => ("list" in one ? one.list : [])) };
  }
  const written = found.flatMap((one) => ("list" in one ? one.list : []));
  return written.length === 0 ? HIDDEN : { kind: "written", list: written };
}

/**
 * Blocks that may have become the planned block at a position. Where as many planned blocks look just alike as there are blocks that
 * may have become them, one goes to each: which to which makes no difference.
 */
function blocksOf(node: readonly unknown[], list: unknown, planned: unknown, position: unknown): readonly unknown[] {
  const blocks = node.filter((block) => isCompatible(block, planned));
  if (blocks.length < 2 || !Array.isArray(list)) return blocks;
  const alike = [...list.keys()].filter((at) => isDeepStrictEqual(list[at], planned));
  if (alike.length !== blocks.length) return blocks;
  const mine = typeof position === "number" ? blocks[alike.indexOf(position)] : undefined;
  return mine === undefined ? blocks : [mine];
}

/** Whether a block of the configuration may have become this planned block: no constant of it says otherwise. */
function isCompatible(block: unknown, planned: unknown): boolean {
  if (typeof block !== "object" || block === null || typeof planned !== "object" || planned === null) return true;
  for (const [name, node] of Object.entries(block)) {
    const inner = at(planned, [name]);
    if (Array.isArray(node)) {
      if (Array.isArray(inner) && node.length > 0 && inner.length === 0) return false;
      if (node.length === 1 && Array.isArray(inner) && inner.length === 1 && !isCompatible(node[0], inner[0]))
        return false;
      continue;
    }
    if (!isExpression(node)) continue;
    const constant = node.constant_value;
    if (constant === undefined || constant === null || typeof constant === "object") continue;
    // What is unknown is left out of the planned block: null there means null.
    if (inner !== undefined && typeof inner !== "object" && String(inner) !== String(constant)) return false;
    if (inner === null) return false;
  }
  return true;
}

const isFilled = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** Whether a node of `expressions` is an expression; `{}` is one too: a function of constants. */
export function isExpression(node: unknown): node is RawExpression {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return false;
  return Object.keys(node).every(
    (key) => key === "constant_value" || key === "template" || (key === "references" && Array.isArray(at(node, [key]))),
  );
}

function expressionsIn(node: unknown): readonly Written[] {
  if (Array.isArray(node)) return node.flatMap(expressionsIn);
  if (isExpression(node)) return [{ expression: node, rest: [] }];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(expressionsIn) : [];
}
