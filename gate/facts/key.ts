// Whose key an attribute names, with references, aliases and replicas followed to the key.

import type { Resource, Target, Value, World } from "../model/types.ts";
import type { Leaf } from "./leaves.ts";
import { pathText } from "./path.ts";
import type { Fact } from "./types.ts";

const customerKeys = new Set([
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
]);

/** Text that names a key: an AWS managed one by its reserved alias, one that AWS owns by the word of the service. */
function keyOfText(text: string): "customer" | "aws-managed" | "aws-owned" {
  if (/(^|[:/])alias\/aws\//i.test(text)) return "aws-managed";
  if (/^aws[_-]owned([_-]kms)?([_-]cmk|[_-]key)?$/i.test(text)) return "aws-owned";
  return "customer";
}

type Owner = "customer" | "aws-managed" | "aws-owned" | undefined;

const text = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Owner of the key that a resource of the world is, undefined where the plan does not say. */
function ownerOf(world: World, resource: Resource): Owner {
  if (resource.mode === "managed" && customerKeys.has(resource.type)) return "customer";
  if (resource.type === "aws_kms_alias") {
    // The prefix alias/aws/ is reserved: a managed alias outside it can only name a customer's key.
    if (resource.mode === "managed") return "customer";
    const name = text(resource.values.name);
    if (name !== undefined) return keyOfText(name);
  }
  if (resource.type === "aws_kms_key") {
    const manager = text(resource.values.key_manager);
    if (manager !== undefined) return manager === "AWS" ? "aws-managed" : "customer";
    const id = world.read(resource, ["key_id"]);
    if (id.state === "known" && typeof id.value === "string" && keyOfText(id.value) === "aws-managed")
      return "aws-managed";
  }
  return undefined;
}

/** One end of a reference. */
function ownerOfTarget(
  world: World,
  target: Target,
): { readonly owner: Owner; readonly resource?: Resource; readonly outside?: string } {
  switch (target.kind) {
    case "resource":
      return { owner: ownerOf(world, target.resource), resource: target.resource };
    case "value": {
      const named = text(target.value);
      return { owner: named === undefined ? undefined : keyOfText(named) };
    }
    case "ambiguous": {
      const owners = new Set(target.candidates.map((candidate) => ownerOf(world, candidate)));
      const [only] = owners;
      return { owner: owners.size === 1 ? only : undefined, outside: `${target.text} is ambiguous: ${target.reason}` };
    }
    case "outside":
      return { owner: undefined, outside: `${target.text} leads out of the plan: ${target.reason}` };
  }
}

/** The fact `encryption_key` for one attribute. `absent` is the state where nobody named a key. */
export function readKey(world: World, resource: Resource, leaf: Leaf, absent: string): Fact {
  const path = pathText(leaf.path);
  const { attribute } = leaf;
  const empty = attribute.state === "known" && attribute.value === "";
  if (attribute.state === "null" || attribute.state === "absent" || empty)
    return { judged: { state: absent }, found: "no key named", path };
  const ends = world.targets(resource, leaf.path);
  const literal = attribute.state === "known" ? text(attribute.value) : undefined;
  const reserved = literal === undefined ? undefined : keyOfText(literal);
  if (reserved === "aws-managed" || reserved === "aws-owned")
    return { judged: { state: reserved }, found: literal ?? "", path };
  for (const target of ends) {
    const { owner, resource: key } = ownerOfTarget(world, target);
    if (owner === undefined) continue;
    return {
      judged: { state: owner },
      found: key?.address ?? literal ?? "a key named by a variable",
      path,
      ...(key?.context !== undefined && { basis: key.context }),
    };
  }
  // A literal that no resource of the plan answers to is the id or ARN of a key elsewhere: AWS managed keys are named by alias.
  if (literal !== undefined) return { judged: { state: "customer" }, found: literal, path };
  const lost = ends.map((target) => ownerOfTarget(world, target).outside).find((outside) => outside !== undefined);
  const cause = lost ?? (attribute.state === "unknown" ? attribute.cause : `${path} does not name a key`);
  return { judged: { state: "unknown" }, found: "known after apply", path, cause };
}
