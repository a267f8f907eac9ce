// Answers the model's questions from the configuration beside the plan.

import type { BlockName, Lookup, SourceHints } from "../model/source-hints.ts";
import { parseWithHoles, type Settled, settle } from "../model/template.ts";
import type { Path, Resource, Value } from "../model/types.ts";
import { UNKNOWN } from "../model/types.ts";
import { isList, isMap } from "../model/value.ts";
import type { RawExpression } from "../plan/types.ts";
import { type Expressions, evaluate, isTemplate, parseExpressions, referencesOf, type Scope } from "./evaluate.ts";
import type { TracedBlock } from "./exceptions.ts";
import { type Block, loadSource, type Source, type SourceModule } from "./load.ts";

/**
 * Reads `directory` and answers for every module that it can find from there.
 *
 * @throws {PhiwardError} `SOURCE_UNREADABLE` where the directory or a file of it cannot be read or parsed, or where a construct's
 *   note beside a resource has an unknown shape
 */
export async function sourceHints(
  directory: string,
): Promise<SourceHints & { readonly traces: readonly TracedBlock[] }> {
  const source = await loadSource(directory);
  const texts = new Set<string>();
  for (const module of source.modules) {
    for (const value of [...module.locals.values(), ...module.blocks.values()]) collect(value, texts);
  }
  return { ...hintsOf(source, await parseExpressions(texts)), traces: tracesOf(source) };
}

function collect(value: Value, texts: Set<string>): void {
  if (typeof value === "string") {
    if (isTemplate(value)) texts.add(value);
  } else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) collect(inner, texts);
}

function hintsOf(source: Source, expressions: Expressions): SourceHints {
  const find = (name: BlockName): { module: SourceModule; block: Block } | undefined => {
    const module = source.module(modulePath(name.module));
    const block = module?.blocks.get(keyOf(name));
    return module && block ? { module, block } : undefined;
  };
  return {
    local(module, name) {
      const value = source.module(modulePath(module))?.locals.get(name);
      return value === undefined ? undefined : expressionOf(value, expressions);
    },
    expression(name, path) {
      const found = find(name);
      if (!found) return undefined;
      const value = at(found.block, path);
      if (value !== undefined) return expressionOf(value, expressions);
      const [first] = path;
      const { dynamic } = found.block;
      const isDynamic = typeof first === "string" && isMap(dynamic) && dynamic[first] !== undefined;
      return isDynamic || found.block[String(first)] !== undefined ? undefined : "unwritten";
    },
    document(resource, path, lookup) {
      const found = find(blockOf(resource));
      const value = found && at(found.block, path);
      if (found === undefined || value === undefined) return undefined;
      return documentOf(evaluate(value, expressions, scopeOf(found.module, expressions, lookup)));
    },
    location: (name) => source.module(modulePath(name.module))?.locations.get(keyOf(name)),
    trace: (name) => source.module(modulePath(name.module))?.traces.get(keyOf(name)),
  };
}

function tracesOf({ modules }: Source): readonly TracedBlock[] {
  return [...modules].flatMap(({ path, locations, traces }) =>
    [...traces].map(([block, trace]): TracedBlock => {
      const location = locations.get(block);
      const address = [...path.map((name) => `module.${name}`), block].join(".");
      return { address, trace, ...(location && { location }) };
    }),
  );
}

/** Names of the module calls in an address, instance keys left out: `module.a["x.y"].module.b` gives `a`, `b`. */
function modulePath(address: string): readonly string[] {
  const names: string[] = [];
  const step = /module\.([A-Za-z0-9_-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/gy;
  for (let match = step.exec(address); match; match = step.exec(address)) names.push(match[1] ?? "");
  return names;
}

const keyOf = ({ mode, type, name }: BlockName): string => `${mode === "data" ? "data." : ""}${type}.${name}`;
const blockOf = ({ module, mode, type, name }: Resource): BlockName => ({ module, mode, type, name });

/** Value at a path; a block is a list of one in the source too, unless it was written as a single object of JSON. */
function at(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (typeof step === "number") value = isList(value) ? value[step] : step === 0 ? value : undefined;
    else {
      const inner: Value | undefined = isList(value) && value.length === 1 ? value[0] : value;
      value = isMap(inner) ? inner[step] : undefined;
    }
  }
  return value;
}

function expressionOf(value: Value, expressions: Expressions): RawExpression {
  const constant = evaluate(value, expressions, () => undefined);
  if (!settle(constant).partial) return { constant_value: constant };
  const references = new Set<string>();
  const texts = new Set<string>();
  collect(value, texts);
  for (const text of texts) for (const reference of referencesOf(text, expressions)) references.add(reference);
  return { references: [...references] };
}

/** Locals of the module first, everything else by the model. A local that refers to itself is Terraform's error, not ours. */
function scopeOf(module: SourceModule, expressions: Expressions, lookup: Lookup): Scope {
  const open = new Set<string>();
  const scope: Scope = (reference) => {
    const [, name, rest] = /^local\.([A-Za-z0-9_-]+)(.*)$/.exec(reference) ?? [];
    if (name === undefined) return lookup(reference);
    const local = module.locals.get(name);
    if (local === undefined || open.has(name)) return undefined;
    open.add(name);
    const value = evaluate(local, expressions, scope);
    open.delete(name);
    return rest === undefined || rest === "" ? value : within(value, rest);
  };
  return scope;
}

/** The part of a value that an accessor such as `.a["b"][0]` names. */
function within(root: Value, accessor: string): Value | undefined {
  const steps = [...accessor.matchAll(/\.([A-Za-z0-9_-]+)|\["([^"]*)"\]|\[(\d+)\]/g)].map(([, key, quoted, index]) =>
    index === undefined ? (key ?? quoted ?? "") : Number(index),
  );
  return root === UNKNOWN ? UNKNOWN : at(root, steps);
}

/** A tree as `jsonencode` got it, or text of JSON with marks where a part is unknown. */
function documentOf(value: Value): Settled | undefined {
  if (value === UNKNOWN) return undefined;
  return typeof value === "string" ? parseWithHoles(value) : settle(value);
}
