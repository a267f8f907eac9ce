// The `data_events` fact: whether a trail records who reads and writes what a store holds.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html

import type { Resource, World } from "../../model/types.ts";
import { type Answer, both, type Coverage, either, nothing, type Subject, selected } from "../logging/selectors.ts";
import { isSink } from "../logging/sinks.ts";
import type { Fact } from "../types.ts";
import { ownerOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Types of stores: how CloudTrail calls their events, and their ARN after the account. Basic selectors know the first three. */
const kinds: Readonly<
  Record<string, { readonly type: string; readonly service: string; readonly part: string; readonly name: string }>
> = {
  aws_s3_bucket: { type: "AWS::S3::Object", service: "s3", part: "", name: "bucket" },
  aws_dynamodb_table: { type: "AWS::DynamoDB::Table", service: "dynamodb", part: "table/", name: "name" },
  aws_lambda_function: { type: "AWS::Lambda::Function", service: "lambda", part: "function:", name: "function_name" },
  aws_s3_directory_bucket: { type: "AWS::S3Express::Object", service: "s3express", part: "bucket/", name: "bucket" },
};

/** Not asked of buckets in which logs end: a trail that recorded its own deliveries would never be done. */
export const dataEvents: ComputedFact = ({ world, resource }) => {
  const subject = subjectOf(world, resource);
  if (!subject || (resource.type === "aws_s3_bucket" && isSink(world, resource))) return undefined;
  const trails = [...world.ofType("aws_cloudtrail"), ...world.ofType("aws_cloudtrail_event_data_store")].filter(
    ({ mode }) => mode === "managed",
  );
  if (trails.length === 0)
    return {
      judged: { state: "unknown" },
      found: "no trail in this plan",
      path: "",
      cause: "no trail is in this plan or its context",
      byAbsence: true,
    };
  let total: Coverage = nothing;
  const taking: Resource[] = [];
  for (const trail of trails) {
    const reach = reaches(world, trail, resource);
    if (reach === "no") continue;
    const next = both(selected(world, trail, subject), reach);
    if (next.read !== "no" || next.write !== "no") taking.push(trail);
    total = either(total, next);
  }
  return factOf(total, taking, trails);
};

function factOf({ read, write }: Coverage, taking: readonly Resource[], trails: readonly Resource[]): Fact {
  const by = (taking.length > 0 ? taking : trails)
    .slice(0, 3)
    .map(({ address }) => address)
    .join(", ");
  if (read === "yes" && write === "yes") {
    const basis = taking.map(({ context }) => context).find((context) => context !== undefined);
    return {
      judged: { state: "on" },
      found: `reads and writes are recorded by ${by}`,
      path: "",
      ...(basis === undefined ? {} : { basis }),
    };
  }
  if (read !== "no" && write !== "no")
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: "",
      cause: `what ${by} selects is known only after apply`,
    };
  const missing =
    read === "no" && write === "no" ? "neither reads nor writes" : read === "no" ? "no reads" : "no writes";
  return { judged: { state: "off" }, found: `${missing} are recorded by ${by}`, path: "", byAbsence: true };
}

function subjectOf(world: World, resource: Resource): Subject | undefined {
  const kind = kinds[resource.type];
  if (!kind) return undefined;
  const { service, part, type } = kind;
  const below = type.endsWith("::Object");
  const own = resource.values.arn;
  const name = world.read(resource, [kind.name]);
  const text = name.state === "known" && typeof name.value === "string" && name.value !== "" ? name.value : "*";
  const place = service === "s3" ? ":" : `${resource.region ?? "*"}:${ownerOf(world, resource).account ?? "*"}`;
  // A name known only after apply is met by reference or by a selector of all stores alone.
  const arn = typeof own === "string" ? own : `arn:*:${service}:${place}:${part}${text === "*" ? "(unnamed)" : text}`;
  return { resource, type, arn: below ? `${arn}/` : arn, below, basic: type !== "AWS::S3Express::Object" };
}

/** Whether a trail that is on sees the Region and the account of a store. */
function reaches(world: World, trail: Resource, store: Resource): Answer {
  const lake = trail.type === "aws_cloudtrail_event_data_store";
  const set = (name: string, fallback: boolean): boolean | undefined => {
    const read = world.read(trail, [name]);
    if (read.state === "unknown") return undefined;
    return read.state === "known" ? String(read.value).toLowerCase() === "true" : fallback;
  };
  const stopped = lake ? set("suspend", false) : invert(set("enable_logging", true));
  const everywhere = lake ? set("multi_region_enabled", true) : set("is_multi_region_trail", false);
  const everybody = set(lake ? "organization_enabled" : "is_organization_trail", false);
  const near = everywhere === true || trail.region === store.region;
  const ours = everybody === true || !trail.account || !store.account || trail.account === store.account;
  if (stopped === true || (!near && everywhere === false && trail.region && store.region)) return "no";
  if (!ours && everybody === false) return "no";
  return stopped === undefined || !near || !ours ? "maybe" : "yes";
}

const invert = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);
