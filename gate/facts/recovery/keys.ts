// Which key a store or a vault lies under, followed through aliases and replicas to the key itself.

import type { Path, Resource, World } from "../../model/types.ts";
import { placeOf, placeOfArn } from "./place.ts";
import type { CopyKey, Place } from "./types.ts";

const replicas = new Set(["aws_kms_replica_key", "aws_kms_replica_external_key"]);
/** Aliases and replicas lead to a key by these. */
const leads: Readonly<Record<string, string>> = {
  aws_kms_alias: "target_key_id",
  aws_kms_replica_key: "primary_key_arn",
  aws_kms_replica_external_key: "primary_key_arn",
};

/**
 * The key that an attribute names.
 *
 * @param home where the resource lies: a key that AWS manages lies there too
 */
export function keyAt(world: World, resource: Resource, path: Path, home: Place): CopyKey {
  const read = world.read(resource, path);
  if (read.state === "absent" || read.state === "null" || (read.state === "known" && read.value === ""))
    return { owner: "aws-managed", name: "the key of AWS", place: home };
  for (const target of world.targets(resource, path)) {
    if (target.kind === "resource") return keyOf(world, target.resource);
    if (target.kind === "value" && typeof target.value === "string") return keyOfText(target.value, home);
  }
  if (read.state === "known" && typeof read.value === "string") return keyOfText(read.value, home);
  return { owner: "unknown", name: "a key known only after apply", place: {} };
}

function keyOfText(text: string, home: Place): CopyKey {
  if (/(^|[:/])alias\/aws\//i.test(text)) return { owner: "aws-managed", name: text, place: home };
  const place = text.startsWith("arn:") ? placeOfArn(text) : home;
  // The replicas of a key in other Regions have its id: mrk-….
  const shared = /\bmrk-[0-9a-f]+$/.exec(text)?.[0];
  return { owner: "customer", id: shared ?? text, name: text, place };
}

function keyOf(world: World, found: Resource): CopyKey {
  const root = rootOf(world, found, 0);
  return { owner: "customer", id: root, name: found.address, place: placeOf(found) };
}

/** Address of the key that aliases and replicas lead to. */
function rootOf(world: World, key: Resource, depth: number): string {
  const lead = leads[key.type];
  const own = replicas.has(key.type) || lead === undefined ? nameOf(key) : key.address;
  if (lead === undefined || depth > 3) return own;
  const [next] = world.targets(key, [lead]);
  if (next?.kind === "resource") return rootOf(world, next.resource, depth + 1);
  const text = next?.kind === "value" && typeof next.value === "string" ? next.value : undefined;
  return text === undefined ? own : (keyOfText(text, {}).id ?? own);
}

/** A key by its id where that is known and shared between Regions, else by its address. */
function nameOf({ address, context, values }: Resource): string {
  const id = values.key_id;
  if (typeof id === "string" && id.startsWith("mrk-")) return id;
  return context === undefined ? address : `${context}:${address}`;
}
