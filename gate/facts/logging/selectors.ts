// Which data events of a store the selectors of a trail or event data store take.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";

/** What selectors ask of a store. */
export interface Subject {
  readonly resource: Resource;
  /** CloudTrail's `resources.type`: `AWS::S3::Object`. */
  readonly type: string;
  /** The store's ARN, with `*` for each part that the plan does not say. */
  readonly arn: string;
  /** Events name what lies below the store (objects of a bucket), not the store itself. */
  readonly below: boolean;
  /** Basic selectors know the type. */
  readonly basic: boolean;
}

export type Answer = "yes" | "maybe" | "no";
/** Whether reads and writes are recorded. */
export interface Coverage {
  readonly read: Answer;
  readonly write: Answer;
}

const order: readonly Answer[] = ["no", "maybe", "yes"];
const best = (a: Answer, b: Answer): Answer => (order.indexOf(a) > order.indexOf(b) ? a : b);
const worst = (a: Answer, b: Answer): Answer => (order.indexOf(a) < order.indexOf(b) ? a : b);

/** Either records it. */
export const either = (a: Coverage, b: Coverage): Coverage => ({
  read: best(a.read, b.read),
  write: best(a.write, b.write),
});
/** Both conditions hold. */
export const both = (a: Coverage, limit: Answer): Coverage => ({
  read: worst(a.read, limit),
  write: worst(a.write, limit),
});
export const nothing: Coverage = { read: "no", write: "no" };

/** What the selectors of one trail or event data store take of a store. */
export function selected(world: World, trail: Resource, subject: Subject): Coverage {
  let total = nothing;
  for (const index of indices(trail.values.event_selector)) total = either(total, basic(world, trail, index, subject));
  for (const index of indices(trail.values.advanced_event_selector))
    total = either(total, advanced(world, trail, index, subject));
  // Selectors that the plan leaves open as a whole may take anything.
  const open = ["event_selector", "advanced_event_selector"].some(
    (name) => world.read(trail, [name]).state === "unknown",
  );
  return open ? either(total, { read: "maybe", write: "maybe" }) : total;
}

const indices = (value: Value | undefined): readonly number[] => (isList(value) ? value.map((_, index) => index) : []);

function basic(world: World, trail: Resource, index: number, subject: Subject): Coverage {
  const selector = ["event_selector", index] as const;
  const blocks = at(trail, selector)?.data_resource;
  if (!subject.basic) return nothing;
  let taken: Answer = "no";
  for (const block of indices(blocks)) {
    const path = [...selector, "data_resource", block];
    if (at(trail, path)?.type !== subject.type) continue;
    const { known, refers, open } = namesAt(world, trail, [...path, "values"], subject.resource);
    const met = refers || known.some((value) => takesBasic(value, subject));
    taken = best(taken, met ? "yes" : open ? "maybe" : "no");
  }
  const kind = world.read(trail, [...selector, "read_write_type"]);
  if (kind.state === "unknown") return both({ read: taken, write: taken }, "maybe");
  const wanted = kind.state === "known" ? String(kind.value).toLowerCase() : "all";
  return { read: wanted === "writeonly" ? "no" : taken, write: wanted === "readonly" ? "no" : taken };
}

/** A basic value names all stores of a service (`arn:aws:dynamodb`), one store, or a prefix of objects. */
function takesBasic(value: string, { arn, below }: Subject): boolean {
  if (/^arn:[^:]+:[^:]+$/.test(value)) return isPrefix(`${value}:`, arn);
  return below ? isPrefix(value, arn) : isArn(value, arn);
}

/** The ARN with what the plan does not say of it taken from the text. */
function aligned(arn: string, value: string): string {
  const parts = value.split(":");
  return arn
    .split(":")
    .map((part, index) => (part === "*" ? (parts[index] ?? "") : part))
    .join(":");
}

const isArn = (value: string, arn: string): boolean => aligned(arn, value) === value;
const isPrefix = (value: string, arn: string): boolean => aligned(arn, value).startsWith(value);
const isBelow = (value: string, arn: string): boolean => value.startsWith(aligned(arn, value));

interface Field {
  readonly path: Path;
  readonly name: string;
}

const operators = ["equals", "starts_with", "ends_with", "not_equals", "not_starts_with", "not_ends_with"] as const;
type Operator = (typeof operators)[number];

function advanced(world: World, trail: Resource, index: number, subject: Subject): Coverage {
  const path = ["advanced_event_selector", index, "field_selector"];
  const fields = indices(at(trail, path.slice(0, 2))?.field_selector).map((field): Field => {
    const name = at(trail, [...path, field])?.field;
    return { path: [...path, field], name: typeof name === "string" ? name.toLowerCase() : "" };
  });
  const asks = (name: string): readonly Field[] => fields.filter((field) => field.name === name);
  const pins = (name: string, value: string): boolean =>
    asks(name).some((field) => textsAt(trail, field, "equals").some((text) => text === value));
  if (!pins("eventcategory", "Data") || !pins("resources.type", subject.type)) return nothing;
  const others = fields.filter(
    ({ name }) => !["eventcategory", "resources.type", "resources.arn", "readonly"].includes(name),
  );
  // Whatever else is asked (a name of the event, who sent it) leaves some events out.
  if (others.some((field) => operators.some((operator) => isAsked(world, trail, field, operator)))) return nothing;
  const taken = asks("resources.arn")
    .map((field) => takes(world, trail, field, subject))
    .reduce(worst, "yes");
  const readOnly = asks("readonly").flatMap((field) => [
    ...textsAt(trail, field, "equals"),
    ...textsAt(trail, field, "not_equals").map((text) => (text === "true" ? "false" : "true")),
  ]);
  const takesAll = readOnly.length === 0;
  return {
    read: takesAll || readOnly.includes("true") ? taken : "no",
    write: takesAll || readOnly.includes("false") ? taken : "no",
  };
}

/** Whether one selector of `resources.ARN` takes every event of the store: its operators must all hold. */
function takes(world: World, trail: Resource, field: Field, subject: Subject): Answer {
  let answer: Answer = "yes";
  for (const operator of operators) {
    if (!isAsked(world, trail, field, operator)) continue;
    const { known, refers, open } = namesAt(world, trail, [...field.path, operator], subject.resource);
    const met = refers || known.some((value) => meets(operator, value, subject));
    const held: Answer = operator.startsWith("not_") ? (met ? "no" : "yes") : met ? "yes" : "no";
    answer = worst(answer, open && !met ? "maybe" : held);
  }
  return answer;
}

/** A positive operator must take all of the store; a negated one must take nothing of it. */
function meets(operator: Operator, value: string, { arn, below }: Subject): boolean {
  switch (operator) {
    case "equals":
      return !below && isArn(value, arn);
    case "starts_with":
      return isPrefix(value, arn);
    case "not_equals":
      return below ? isBelow(value, arn) : isArn(value, arn);
    case "not_starts_with":
      return isPrefix(value, arn) || (below && isBelow(value, arn));
    // The end of an ARN says nothing of the store.
    case "ends_with":
      return false;
    case "not_ends_with":
      return true;
  }
}

function isAsked(world: World, trail: Resource, field: Field, operator: Operator): boolean {
  const value = at(trail, field.path)?.[operator];
  if (isList(value)) return value.length > 0;
  return world.read(trail, [...field.path, operator]).state === "unknown";
}

const textsAt = (trail: Resource, field: Field, operator: Operator): readonly string[] => {
  const value = at(trail, field.path)?.[operator];
  return isList(value) ? value.filter((text) => typeof text === "string") : [];
};

interface Names {
  readonly known: readonly string[];
  /** A value known only after apply is made of the store's ARN. What stands behind it the plan does not say. */
  readonly refers: boolean;
  /** A value known only after apply may be any. */
  readonly open: boolean;
}

function namesAt(world: World, trail: Resource, path: Path, store: Resource): Names {
  const list = valueAt(trail.values, path);
  const texts: readonly Value[] = isList(list) ? list : [];
  const known = texts.filter((text) => typeof text === "string");
  if (isList(list) && known.length === texts.length) return { known, refers: false, open: false };
  const targets = world.targets(trail, path);
  // A store whose ARN is known stands among the known values, and so does one found by name: only a reference leads to an attribute.
  const refers =
    typeof store.values.arn !== "string" &&
    targets.some((target) => target.kind === "resource" && target.resource === store && target.attribute !== "");
  const open = targets.some(
    (target) =>
      target.kind === "outside" || (target.kind === "ambiguous" && target.candidates.some((one) => one === store)),
  );
  return { known, refers, open: open || targets.length === 0 };
}

function valueAt(value: Value | undefined, path: Path): Value | undefined {
  let here: Value | undefined = value;
  for (const step of path) {
    if (typeof step === "number") here = isList(here) ? here[step] : undefined;
    else here = isObject(here) ? here[step] : undefined;
  }
  return here;
}

function at(trail: Resource, path: Path): { readonly [key: string]: Value } | undefined {
  const value = valueAt(trail.values, path);
  return isObject(value) ? value : undefined;
}
