// What stands in front of a bucket's policy and ACLs: the public access block and object ownership.

import type { Resource, World } from "../../model/types.ts";

export const flags = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
] as const;
export type Flag = (typeof flags)[number];

export interface Setting {
  readonly state: "on" | "off" | "unknown";
  /** Address of the resource that says so, undefined where none does. */
  readonly address?: string;
  readonly cause?: string;
}

/** The bucket that a resource configures: itself, or what its `bucket` refers to. Undefined where the plan does not hold it. */
export function bucketOf(world: World, resource: Resource): Resource | undefined {
  if (resource.type === "aws_s3_bucket") return resource;
  const targets = world
    .targets(resource, ["bucket"])
    .flatMap((target) =>
      target.kind === "resource" && target.resource.type === "aws_s3_bucket" ? [target.resource] : [],
    );
  return targets.length === 1 ? targets[0] : undefined;
}

/** True where the plan makes the bucket, so that the defaults of new buckets hold. */
export const isNew = (world: World, bucket: Resource): boolean =>
  world.name === "after" && bucket.mode === "managed" && (bucket.action === "create" || bucket.action === "replace");

/** One flag as a public access block sets it; the provider's default is false. */
export function flagOf(world: World, block: Resource, flag: Flag): Setting {
  const attribute = world.read(block, [flag]);
  if (attribute.state === "unknown") return { state: "unknown", address: block.address, cause: attribute.cause };
  return {
    state: attribute.state === "known" && String(attribute.value) === "true" ? "on" : "off",
    address: block.address,
  };
}

/** Reads flags as they are written down for one bucket. */
type WrittenFlags = (flag: Flag) => Setting | undefined;

/**
 * The flags written down for a bucket, its own block and the account's counted; undefined for a flag where neither is in the plan.
 * Amazon S3 applies the most restrictive combination.
 */
export function writtenFlags(world: World, bucket: Resource | undefined): WrittenFlags {
  const accounts = world
    .ofType("aws_s3_account_public_access_block")
    .filter(({ account }) => account === undefined || bucket?.account === undefined || account === bucket.account);
  const blocks = bucket && world.companions(bucket, "aws_s3_bucket_public_access_block", "bucket");
  return (flag) => {
    const ofAccount = accounts.map((block) => flagOf(world, block, flag)).find(({ state }) => state === "on");
    if (ofAccount || !blocks) return ofAccount;
    const settings = blocks.certain.map((block) => flagOf(world, block, flag));
    const worst =
      settings.find(({ state }) => state === "off") ?? settings.find(({ state }) => state === "unknown") ?? settings[0];
    if (worst) return worst;
    const perhaps = blocks.possible.map((block) => flagOf(world, block, flag)).find(({ state }) => state !== "off");
    const cause = `the plan does not say whether ${perhaps?.address ?? "a public access block"} belongs to this bucket`;
    return perhaps && { ...perhaps, state: "unknown", cause };
  };
}

/** Whether ACLs are switched off by object ownership that is written down. */
export function aclsDisabled(world: World, bucket: Resource | undefined): Setting | undefined {
  if (!bucket) return undefined;
  const [controls] = world.companions(bucket, "aws_s3_bucket_ownership_controls", "bucket").certain;
  if (!controls) return undefined;
  const ownership = world.read(controls, ["rule", 0, "object_ownership"]);
  if (ownership.state === "unknown") return { state: "unknown", address: controls.address, cause: ownership.cause };
  return {
    state: ownership.state === "known" && ownership.value === "BucketOwnerEnforced" ? "on" : "off",
    address: controls.address,
  };
}
