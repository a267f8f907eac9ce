// The facts `object_lock` of the buckets in which trails end and `lock_mode` of other buckets with Object Lock.

import type { Path, Resource, World } from "../../model/types.ts";
import { takesTrails } from "../logging/sinks.ts";
import { pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

const daysOfYear = 365;

/**
 * Not asked of other buckets of logs: S3 delivers server access logs, and AWS Config its history, to no bucket with Object Lock.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-deliverychannel.html
 */
export const objectLock: ComputedFact = ({ world, resource }) =>
  takesTrails(world, resource) ? (lockOf(world, resource) ?? none) : undefined;

/** Asked only of buckets with Object Lock: a lock that is there looks like one that holds. */
export const lockMode: ComputedFact = ({ world, resource }) => {
  if (takesTrails(world, resource)) return undefined;
  const lock = lockOf(world, resource);
  if (lock) return lock;
  const isOn = resource.values.object_lock_enabled === true;
  const inline = world.read(resource, ["object_lock_configuration", 0, "object_lock_enabled"]);
  return isOn || (inline.state === "known" && inline.value === "Enabled") ? none : undefined;
};

const none: Fact = { judged: { state: "none" }, found: "no default retention in this plan", path: "", byAbsence: true };

/** Undefined where the plan holds no default retention. */
function lockOf(world: World, bucket: Resource): Fact | undefined {
  const { certain, possible } = world.companions(bucket, "aws_s3_bucket_object_lock_configuration", "bucket");
  const [configuration] = certain;
  if (configuration)
    return { ...retention(world, configuration, ["rule", 0, "default_retention", 0]), address: configuration.address };
  const inline = ["object_lock_configuration", 0, "rule", 0, "default_retention", 0];
  if (world.read(bucket, [...inline, "mode"]).state !== "absent") return retention(world, bucket, inline);
  if (!possible[0]) return undefined;
  return {
    judged: { state: "unknown" },
    found: `perhaps locked by ${possible[0].address}`,
    path: "",
    cause: `the plan does not say whether ${possible[0].address} configures this bucket`,
  };
}

function retention(world: World, resource: Resource, at: Path): Fact {
  const path = pathText(at);
  const mode = world.read(resource, [...at, "mode"]);
  const days = world.read(resource, [...at, "days"]);
  const years = world.read(resource, [...at, "years"]);
  for (const read of [mode, days, years])
    if (read.state === "unknown")
      return { judged: { state: "unknown" }, found: "known after apply", path, cause: read.cause };
  const number = (read: typeof days): number => (read.state === "known" ? Number(read.value) : 0);
  const kept = number(days) || number(years) * daysOfYear;
  const state = mode.state === "known" ? String(mode.value).toLowerCase() : "none";
  if (state !== "compliance" && state !== "governance")
    return { judged: { state: "none" }, found: "no default retention", path };
  return { judged: { state, days: kept }, found: `${state} mode for ${kept} days`, path };
}
