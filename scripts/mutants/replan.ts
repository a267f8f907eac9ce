// What Terraform plans for a block's arguments when everything in it is created: known values, and what is known after apply.

import type { Value } from "../../gate/model/types.ts";
import { defaultsOf } from "../../synth/defaults.ts";
import { partsOf } from "../../synth/expression.ts";
import { type Body, blocksOf, isBody, isList, isTemplate } from "./body.ts";
import { type BlockSchema, collectionOf, type NestedBlock } from "./schema.ts";

/** What a plan knows of a reference such as `aws_x.y.name`; undefined where it is known after apply. */
export type Lookup = (reference: string) => Value | undefined;

/** A value of a plan: `after` and `after_unknown`. */
export interface Planned {
  readonly value: Value;
  readonly unknown: Value;
}

const UNKNOWN: Planned = { value: null, unknown: true };
/** Major version of the provider that the recordings are made with. */
const PROVIDER_MAJOR = 5;

/** Plans a value that somebody writes. */
export function planValue(value: Value, look: Lookup): Planned {
  if (isList(value)) {
    const parts = value.map((one) => planValue(one, look));
    return { value: parts.map((one) => one.value), unknown: parts.map((one) => one.unknown) };
  }
  if (isBody(value)) return join(Object.entries(value).map(([name, one]) => [name, planValue(one, look)]));
  if (!isTemplate(value)) return { value, unknown: false };
  const parts = partsOf(value).map((part) => ("text" in part ? part.text : look(part.expression)));
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return { value: first, unknown: false };
  if (parts.some((part) => part === undefined || part === null || typeof part === "object")) return UNKNOWN;
  return { value: parts.map(String).join(""), unknown: false };
}

/** Names to values: what is wholly unknown stands in `unknown` alone. */
function join(members: readonly (readonly [string, Planned])[]): { value: Body; unknown: Body } {
  return {
    value: Object.fromEntries(members.flatMap(([name, one]) => (one.unknown === true ? [] : [[name, one.value]]))),
    unknown: Object.fromEntries(members.flatMap(([name, one]) => (one.unknown === false ? [] : [[name, one.unknown]]))),
  };
}

/** Plans one argument or block of a body, written or not. */
export function planMember(name: string, body: Body, schema: BlockSchema, path: string, look: Lookup): Planned {
  const nested = schema.blocks[name];
  if (nested) return planNested(body[name], nested, `${path}.${name}`, look);
  const written = body[name] ?? null;
  if (written !== null) {
    const planned = planValue(written, look);
    // A set with an element that nobody knows is itself unknown.
    const open = collectionOf(schema.attributes[name]?.type) === "set" && isList(planned.unknown);
    return open && planned.unknown.includes(true) ? UNKNOWN : planned;
  }
  const known = defaultsOf(path, PROVIDER_MAJOR).find(([one]) => one === name);
  if (known) return { value: known[1], unknown: false };
  return schema.attributes[name]?.computed === true ? UNKNOWN : { value: null, unknown: false };
}

function planNested(written: Value | undefined, { mode, block }: NestedBlock, path: string, look: Lookup): Planned {
  const plan = (body: Body) => planBody(body, block, path, look);
  const bodies = blocksOf(written).map(plan);
  if (mode === "single" || mode === "group") return bodies[0] ?? { value: null, unknown: false };
  return { value: bodies.map((one) => one.value), unknown: bodies.map((one) => one.unknown) };
}

/** Plans a block with all that its schema knows. */
function planBody(body: Body, schema: BlockSchema, path: string, look: Lookup): { value: Body; unknown: Body } {
  const names = [...Object.keys(schema.attributes), ...Object.keys(schema.blocks)];
  return join(names.map((name) => [name, planMember(name, body, schema, path, look)]));
}
