// The facts `object_expiry` and `log_expiry`: how soon a lifecycle rule of a bucket deletes what was written. A rule that is limited to
// a prefix, a tag or a size deletes all the same; transitions and incomplete uploads delete nothing.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html

import type { Path, Resource, World } from "../../model/types.ts";
import { blocks, type Days, daysAt } from "../backup/ends.ts";
import { pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { logSourceOf } from "./log-bucket.ts";
import type { ComputedFact } from "./types.ts";

/** One way in which the lifecycle deletes. */
interface Expiry {
  readonly what: "objects" | "versions";
  readonly days: Days;
  readonly found: string;
  readonly path: string;
  readonly holder: Resource;
}

/** Earlier versions of any bucket; objects too, unless the bucket is there for logs. */
export const objectExpiry: ComputedFact = ({ world, resource }) => {
  const isLog = logSourceOf(world, resource) !== undefined;
  return soonest(world, resource, (what) => what === "versions" || !isLog);
};

/** Objects of a bucket that is there for logs; the fact exists for no other. */
export const logExpiry: ComputedFact = ({ world, resource }) =>
  logSourceOf(world, resource) ? soonest(world, resource, (what) => what === "objects") : undefined;

function soonest(world: World, bucket: Resource, asked: (what: Expiry["what"]) => boolean): Fact {
  const { certain, possible } = world.companions(bucket, "aws_s3_bucket_lifecycle_configuration", "bucket");
  const expiries = [
    ...(certain.length > 0 ? certain.flatMap((one) => expiriesOf(world, one, "rule")) : []),
    ...(certain.length > 0 ? [] : expiriesOf(world, bucket, "lifecycle_rule")),
  ].filter(({ what }) => asked(what));
  const open = expiries.find(({ days }) => days.state === "unknown");
  if (open?.days.state === "unknown") return unclear(bucket, open, open.days.cause);
  const [perhaps] = certain.length > 0 ? [] : possible;
  if (perhaps) {
    const cause = `the plan does not say whether ${perhaps.address} is of this bucket`;
    return { judged: { state: "unknown" }, found: "perhaps a lifecycle", path: "", cause };
  }
  const known = expiries.flatMap((one) => (one.days.state === "set" ? [{ ...one, after: one.days.days }] : []));
  const first = known.sort((a, b) => a.after - b.after)[0];
  if (!first) return { judged: { state: "kept" }, found: "no lifecycle rule deletes it", path: "" };
  const locked = lockedDays(world, bucket);
  const fact = {
    found: locked > first.after ? `${first.found}, held ${daysText(locked)} by the object lock` : first.found,
    path: first.path,
    ...(first.holder === bucket ? {} : { address: first.holder.address }),
  };
  return { judged: { state: "known", days: Math.max(first.after, locked) }, ...fact };
}

const unclear = (bucket: Resource, { path, holder }: Expiry, cause: string): Fact => ({
  judged: { state: "unknown" },
  found: "known after apply",
  path,
  ...(holder === bucket ? {} : { address: holder.address }),
  cause,
});

function expiriesOf(world: World, holder: Resource, attribute: string): readonly Expiry[] {
  const rules = world.read(holder, [attribute]);
  if (rules.state === "unknown") {
    const days: Days = { state: "unknown", cause: rules.cause };
    return (["objects", "versions"] as const).map((what) => ({ what, days, found: "", path: attribute, holder }));
  }
  return blocks(holder.values[attribute]).flatMap((_, index): Expiry[] => {
    const at: Path = [attribute, index];
    if (isOff(world, holder, at)) return [];
    const earlier = attribute === "rule" ? "noncurrent_days" : "days";
    return [
      ...expiry(world, holder, "objects", [...at, "expiration", 0], "days"),
      ...expiry(world, holder, "versions", [...at, "noncurrent_version_expiration", 0], earlier),
    ];
  });
}

function expiry(world: World, holder: Resource, what: Expiry["what"], at: Path, name: string): readonly Expiry[] {
  const days = daysAt(world, holder, [...at, name]);
  const path = pathText([...at, name]);
  const thing = what === "objects" ? "objects" : "earlier versions";
  if (days.state === "set")
    return [{ what, days, found: `${thing} deleted after ${daysText(days.days)}`, path, holder }];
  if (days.state === "unknown") return [{ what, days, found: "", path, holder }];
  // From its day on, a rule with a date deletes whatever it finds, however new.
  const date = what === "objects" ? world.read(holder, [...at, "date"]) : undefined;
  if (date?.state !== "known" || typeof date.value !== "string" || date.value === "") return [];
  const found = `objects deleted from ${date.value} on`;
  return [{ what, days: { state: "set", days: 0 }, found, path: pathText([...at, "date"]), holder }];
}

const daysText = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

/** `status = "Disabled"` of the resource, `enabled = false` of the bucket's own rules. */
function isOff(world: World, holder: Resource, at: Path): boolean {
  const status = world.read(holder, [...at, "status"]);
  const enabled = world.read(holder, [...at, "enabled"]);
  return (
    (status.state === "known" && String(status.value).toLowerCase() === "disabled") ||
    (enabled.state === "known" && String(enabled.value) === "false")
  );
}

/**
 * Days for which the bucket's default retention holds every new version, 0 without one: no lifecycle rule deletes what is locked.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
function lockedDays(world: World, bucket: Resource): number {
  const { certain } = world.companions(bucket, "aws_s3_bucket_object_lock_configuration", "bucket");
  const [holder, ...path]: [Resource, ...string[]] =
    certain[0] === undefined ? [bucket, "object_lock_configuration"] : [certain[0]];
  const at: Path = [...path, ...(path.length > 0 ? [0] : []), "rule", 0, "default_retention", 0];
  const [days, years] = [daysAt(world, holder, [...at, "days"]), daysAt(world, holder, [...at, "years"])];
  return days.state === "set" ? days.days : years.state === "set" ? years.days * 365 : 0;
}
