// Whether a restore testing selection of AWS Backup takes in a store.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingSelectionForCreate.html

import type { Resource, Value, World } from "../../model/types.ts";
import { isList, isObject, same } from "../path.ts";

/** Undefined where the plan does not say; `cause` tells why. */
export interface Selected {
  readonly answer: boolean | undefined;
  readonly cause?: string;
}

const no: Selected = { answer: false };

/** By type, by ARN and by tag; all three must hold. `kind` is the type in AWS Backup's words. */
export function selects(world: World, selection: Resource, store: Resource, kind: string): Selected {
  const type = world.read(selection, ["protected_resource_type"]);
  if (type.state === "unknown") return { answer: undefined, cause: type.cause };
  if (type.state !== "known" || !same(type.value, kind)) return no;
  const arns = byArn(world, selection, store);
  const tags = byTags(world, selection, store);
  // A selection names ARNs, or conditions, or both.
  if (arns === "unset" && tags === "unset") return no;
  const answers = [arns, tags].flatMap((one) => (one === "unset" ? [] : [one]));
  return (
    answers.find(({ answer }) => answer === false) ??
    answers.find(({ answer }) => answer === undefined) ?? { answer: true }
  );
}

function byArn(world: World, selection: Resource, store: Resource): Selected | "unset" {
  const read = world.read(selection, ["protected_resource_arns"]);
  if (read.state === "absent" || read.state === "null") return "unset";
  const listed = read.state === "known" && isList(read.value) ? read.value : [];
  if (read.state === "known" && listed.length === 0) return "unset";
  if (listed.includes("*") || (typeof store.values.arn === "string" && listed.includes(store.values.arn)))
    return { answer: true };
  const ends = [
    ...world.targets(selection, ["protected_resource_arns"]),
    ...listed.flatMap((_, index) => world.targets(selection, ["protected_resource_arns", index])),
  ];
  if (ends.some((end) => end.kind === "resource" && end.resource === store)) return { answer: true };
  if (ends.some((end) => end.kind === "value" && (end.value === "*" || (isList(end.value) && end.value.includes("*")))))
    return { answer: true };
  const perhaps = ends.some((end) => end.kind === "ambiguous" && end.candidates.includes(store));
  const outside = ends.some((end) => end.kind === "outside");
  if (!perhaps && !(read.state === "unknown" && (outside || ends.length === 0))) return no;
  return { answer: undefined, cause: `the plan does not say whether ${selection.address} names it` };
}

function byTags(world: World, selection: Resource, store: Resource): Selected | "unset" {
  const [block] = asList(selection.values.protected_resource_conditions);
  const conditions = (["string_equals", "string_not_equals"] as const).flatMap((operator) =>
    asList(isObject(block) ? block[operator] : undefined).map((one) => ({ operator, one })),
  );
  if (conditions.length === 0) return "unset";
  const tags = isObject(store.values.tags_all) ? store.values.tags_all : store.values.tags;
  const answers = conditions.map(({ operator, one }): boolean | undefined => {
    if (!isObject(one) || typeof one.key !== "string" || typeof one.value !== "string") return undefined;
    const tag = isObject(tags) ? tags[one.key.replace(/^aws:ResourceTag\//i, "")] : undefined;
    if (tag === undefined && tagsUnknown(world, store)) return undefined;
    return (operator === "string_equals") === (tag === one.value);
  });
  if (answers.includes(false)) return no;
  if (answers.includes(undefined))
    return { answer: undefined, cause: `the plan does not say whether its tags are those of ${selection.address}` };
  return { answer: true };
}

const asList = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);
const tagsUnknown = (world: World, store: Resource): boolean =>
  world.read(store, ["tags"]).state === "unknown" && !isObject(store.values.tags_all);
