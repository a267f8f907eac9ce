// One block of a synthesised stack in the three forms in which a plan tells it: its values, what of them is unknown, and the
// expressions behind them.

import type { Value } from "../gate/model/types.ts";
import { isList, isMap } from "../gate/model/value.ts";
import type { JsonObject, RawExpression, RawExpressions } from "../gate/plan/types.ts";
import { blocksIn } from "./configuration.ts";
import { defaultsOf } from "./defaults.ts";
import type { Iteration, Names } from "./names.ts";
import { shapeOf } from "./shapes.ts";

/** A block as a plan holds it. */
export interface Planned {
  readonly values: JsonObject;
  readonly unknown: JsonObject;
}

/** Arguments of Terraform itself: no plan shows them among the attributes. */
const META = new Set(["//", "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection"]);

interface Member {
  readonly name: string;
  readonly path: string;
  readonly value: Value;
}

/** The attributes and blocks that a body writes; null is not written. */
function membersOf(body: JsonObject, path: string, top: boolean): readonly Member[] {
  return Object.entries(body).flatMap(([name, value]) =>
    value === null || (top && META.has(name)) || name === "dynamic" ? [] : [{ name, path: `${path}.${name}`, value }],
  );
}

/** Blocks behind a member: undefined where it is an attribute. An empty list says that there are none of either. */
function nested({ path, value }: Member): readonly JsonObject[] | undefined {
  const blocks = blocksIn(value);
  if (blocks.length === 0 || (isList(value) && blocks.length < value.length)) return undefined;
  return shapeOf(path) === "map" ? undefined : blocks;
}

/** Names of blocks that the body generates with `dynamic`, and the body of each generator. */
const dynamicsOf = (body: JsonObject): readonly [string, Value][] => blocksIn(body.dynamic).flatMap(Object.entries);

/** Values of a block in one of its instances. */
export function plannedOf(names: Names, path: string, body: JsonObject, iteration?: Iteration, top = true): Planned {
  const values: Record<string, Value> = Object.fromEntries(defaultsOf(path, names.providerMajor));
  const unknown: Record<string, Value> = {};
  for (const member of membersOf(body, path, top)) {
    const { name } = member;
    const blocks = nested(member)?.map((inner) => plannedOf(names, member.path, inner, iteration, false));
    if (blocks !== undefined) {
      const only = shapeOf(member.path) === "block" ? blocks[0] : undefined;
      values[name] = only?.values ?? blocks.map((block) => block.values);
      unknown[name] = only?.unknown ?? blocks.map((block) => block.unknown);
      continue;
    }
    const known = names.evaluate(member.value, iteration);
    delete values[name];
    if (known.value !== undefined) values[name] = known.value;
    if (known.unknown !== false) unknown[name] = known.unknown;
  }
  // How many blocks a generator makes, only Terraform knows.
  for (const [name] of dynamicsOf(body)) {
    delete values[name];
    unknown[name] = true;
  }
  return { values, unknown };
}

/** Expressions of a block, in the form of a plan's `configuration`. */
export function expressionsOf(names: Names, path: string, body: JsonObject, top = true): RawExpressions {
  const out: Record<string, RawExpressions[string]> = {};
  for (const member of membersOf(body, path, top)) {
    const blocks = nested(member)?.map((inner) => expressionsOf(names, member.path, inner, false));
    const [first] = blocks ?? [];
    if (blocks === undefined) out[member.name] = expressionOf(names, member.value);
    else out[member.name] = shapeOf(member.path) === "block" && first !== undefined ? first : blocks;
  }
  for (const [name, generator] of dynamicsOf(body)) out[name] = { references: names.references(generator) };
  return out;
}

/** An expression as Terraform prints it for a configuration in JSON syntax: the text of a template, and its references beside it. */
export function expressionOf(names: Names, value: Value): RawExpression {
  const references = names.references(value);
  if (references.length > 0) return { constant_value: value, references };
  const known = names.evaluate(value);
  // A function of constants: nobody evaluated it.
  return known.value === undefined ? {} : { constant_value: known.value };
}

/** Adds `tags_all`: the provider's default tags, and over them the resource's own. */
export function withDefaultTags(planned: Planned, defaults: Planned): Planned {
  const tags = isMap(planned.values.tags) ? planned.values.tags : {};
  const open = planned.unknown.tags;
  if (open === true) return { ...planned, unknown: { ...planned.unknown, tags_all: true } };
  const own = new Set([...Object.keys(tags), ...(isMap(open) ? Object.keys(open) : [])]);
  const inherited = (all: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !own.has(name)));
  return {
    values: { ...planned.values, tags_all: { ...inherited(defaults.values), ...tags } },
    unknown: {
      ...planned.unknown,
      tags_all: { ...inherited(defaults.unknown), ...(isMap(open) ? open : {}) },
    },
  };
}
