// The `key_removal` fact: whether something that stays was encrypted under a key that a plan deletes. A new key does not help: what
// was written under the old one, snapshots and recovery points with it, can never be read again.

import type { Resource, Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import type { Fact } from "../types.ts";
import { removal } from "./removal.ts";
import type { Change } from "./worlds.ts";
import { ends } from "./worlds.ts";

const KEYS = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"];

/** Undefined for what is no key. */
export function keyRemoval(change: Change, key: Resource): Fact | undefined {
  if (!KEYS.includes(key.type)) return undefined;
  const names = namesOf(change, key);
  for (const user of change.model.before.resources) {
    if (user.mode !== "managed" || !mayEncrypt(change, user) || !mentions(user.values, names)) continue;
    const use = useLeft(change, user);
    if (use !== undefined)
      return {
        judged: { state: "in-use" },
        found: `destroyed, though ${use} needs it`,
        path: "",
        address: user.address,
      };
  }
  return {
    judged: { state: "unused" },
    found: "destroyed, and nothing of this plan that stays was under it",
    path: "",
  };
}

/** By what other resources name the key: its ARN and id, and those of its aliases. */
function namesOf({ model }: Change, { values }: Resource): ReadonlySet<string> {
  const names = [values.arn, values.key_id, values.id];
  for (const alias of model.before.ofType("aws_kms_alias"))
    if ([alias.values.target_key_id, alias.values.target_key_arn].some((target) => names.includes(target ?? null)))
      names.push(alias.values.name, alias.values.arn);
  return new Set(names.filter((name): name is string => typeof name === "string" && name !== ""));
}

/** Whether a resource's mention of a key says what it encrypts with. Policies, grants and aliases only speak of it. */
const mayEncrypt = ({ atlas }: Change, { type }: Resource): boolean =>
  type === "aws_s3_bucket_server_side_encryption_configuration" || atlas[type]?.facts.encryption_key !== undefined;

function mentions(value: Value, names: ReadonlySet<string>): boolean {
  if (typeof value === "string") return names.has(value);
  if (isList(value)) return value.some((element) => mentions(element, names));
  return isObject(value) && Object.values(value).some((element) => mentions(element, names));
}

/** What is left under the key of one that used it: itself, the bucket that it configures, or what its end leaves. */
function useLeft(change: Change, user: Resource): string | undefined {
  const { model, before } = change;
  const [configured] =
    user.type === "aws_s3_bucket_server_side_encryption_configuration"
      ? model.before
          .targets(user, ["bucket"])
          .flatMap((target) => (target.kind === "resource" ? [target.resource] : []))
      : [user];
  const holder = configured ?? user;
  if (!ends(holder)) return holder.address;
  const facts = before.get(holder.address);
  const left = facts && removal(change, facts);
  return left && ["guarded", "kept", "replaced", "unknown"].includes(left.judged.state)
    ? `${holder.address}, ${left.found},`
    : undefined;
}
