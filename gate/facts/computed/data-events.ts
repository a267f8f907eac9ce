// The `data_events` fact: whether a trail records who reads and writes what a store holds.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html

import type { Resource, World } from "../../model/types.ts";
import { type Answer, both, type Coverage, either, nothing, type Subject, selected } from "../logging/selectors.ts";
import { isSink } from "../logging/sinks.ts";
import type { Fact } from "../types.ts";
import { callerOf } from "./alarms.ts";
import { ownerOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/**
 * Types of stores: how CloudTrail calls their events, and their ARN after the account, with attributes in braces. Basic selectors
 * know the first three. What is in a volume the service itself hands out block by block, as a snapshot.
 */
const kinds: Readonly<Record<string, { readonly type: string; readonly service: string; readonly part: string }>> = {
  aws_s3_bucket: { type: "AWS::S3::Object", service: "s3", part: "{bucket}/" },
  aws_dynamodb_table: { type: "AWS::DynamoDB::Table", service: "dynamodb", part: "table/{name}" },
  aws_lambda_function: { type: "AWS::Lambda::Function", service: "lambda", part: "function:{function_name}" },
  aws_s3_directory_bucket: { type: "AWS::S3Express::Object", service: "s3express", part: "bucket/{bucket}/" },
  aws_sqs_queue: { type: "AWS::SQS::Queue", service: "sqs", part: "{name}" },
  aws_sns_topic: { type: "AWS::SNS::Topic", service: "sns", part: "{name}" },
  aws_kinesis_stream: { type: "AWS::Kinesis::Stream", service: "kinesis", part: "stream/{name}" },
  aws_timestreamwrite_table: {
    type: "AWS::Timestream::Table",
    service: "timestream",
    part: "database/{database_name}/table/{table_name}",
  },
  aws_keyspaces_table: {
    type: "AWS::Cassandra::Table",
    service: "cassandra",
    part: "/keyspace/{keyspace_name}/table/{table_name}",
  },
  aws_bedrockagent_knowledge_base: {
    type: "AWS::Bedrock::KnowledgeBase",
    service: "bedrock",
    part: "knowledge-base/{id}",
  },
  aws_bedrockagent_agent_alias: {
    type: "AWS::Bedrock::AgentAlias",
    service: "bedrock",
    part: "agent-alias/{agent_id}/{agent_alias_id}",
  },
  aws_ebs_volume: { type: "AWS::EC2::Snapshot", service: "ec2", part: "snapshot/" },
  aws_ebs_snapshot: { type: "AWS::EC2::Snapshot", service: "ec2", part: "snapshot/{id}" },
  aws_ebs_snapshot_copy: { type: "AWS::EC2::Snapshot", service: "ec2", part: "snapshot/{id}" },
};
const BASIC = new Set(["AWS::S3::Object", "AWS::DynamoDB::Table", "AWS::Lambda::Function"]);
/** Services whose ARNs leave out the account, or the Region too. */
const NOWHERE: Readonly<Record<string, string>> = { s3: ":", ec2: "{region}:" };

/**
 * Not asked of buckets in which logs end, since a trail that recorded its own deliveries would never be done, nor of topics that alarms
 * call.
 */
export const dataEvents: ComputedFact = ({ world, resource }) => {
  const subject = subjectOf(world, resource);
  if (!subject || (resource.type === "aws_s3_bucket" && isSink(world, resource))) return undefined;
  if (resource.type === "aws_sns_topic" && callerOf(world, resource)) return undefined;
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
  const below = part.endsWith("/");
  const own = resource.values.arn;
  const region = resource.region ?? "*";
  const place = (NOWHERE[service] ?? `{region}:${ownerOf(world, resource).account ?? "*"}`).replace("{region}", region);
  // A name known only after apply is met by reference or by a selector of all stores alone.
  const rest = part.replace(/\{(\w+)\}/g, (_, name: string) => {
    const read = world.read(resource, [name]);
    return read.state === "known" && typeof read.value === "string" && read.value !== "" ? read.value : "(unnamed)";
  });
  const said = typeof own === "string" && resource.type !== "aws_ebs_volume";
  const arn = said ? `${own}${below ? "/" : ""}` : `arn:*:${service}:${place}:${rest}`;
  return { resource, type, arn, below, basic: BASIC.has(type) };
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
