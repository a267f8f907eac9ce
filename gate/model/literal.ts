// Finds the resources that a literal names: by id, ARN, name or another identity of their type.

import type { Entry } from "./resources.ts";
import type { Resource, Value } from "./types.ts";

/** Attributes by whose value other resources name one of a type; `id` and `arn` always count. Undefined: `id`, `arn`, `name`. */
export type Identity = (type: string) => readonly string[] | undefined;

/** Names that the common types go by; the atlas says more. A map, as below: a plan may hold any word, such as `constructor`. */
const COMMON: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws_s3_bucket", ["bucket"]],
  ["aws_kms_key", ["key_id"]],
  ["aws_lambda_function", ["function_name"]],
  ["aws_db_instance", ["identifier"]],
  ["aws_rds_cluster", ["cluster_identifier"]],
  ["aws_rds_global_cluster", ["global_cluster_identifier"]],
  ["aws_elasticache_replication_group", ["replication_group_id"]],
  ["aws_elasticache_cluster", ["cluster_id"]],
  ["aws_redshift_cluster", ["cluster_identifier"]],
  ["aws_opensearch_domain", ["domain_name"]],
]);

/** Service of an ARN and how the types of its resources begin, where the two differ. */
const SERVICE_TYPES: ReadonlyMap<string, string> = new Map([
  ["dynamodb", "aws_dynamodb_"],
  ["ec2", "aws_"],
  ["elasticache", "aws_elasticache_"],
  ["elasticfilesystem", "aws_efs_"],
  ["elasticloadbalancing", "aws_lb"],
  ["es", "aws_opensearch_"],
  ["events", "aws_cloudwatch_event_"],
  ["firehose", "aws_kinesis_firehose_"],
  ["iam", "aws_iam_"],
  ["kafka", "aws_msk_"],
  ["logs", "aws_cloudwatch_log_"],
  ["rds", "aws_"],
  ["s3", "aws_s3_bucket"],
  ["states", "aws_sfn_"],
]);

/** Index of the literals of a world. */
export class Literals {
  private readonly entries: readonly Entry[];
  private readonly identity: Identity | undefined;
  private index: Map<string, Entry[]> | undefined;
  private readonly names = new Map<string, readonly string[]>();

  constructor(entries: readonly Entry[], identity: Identity | undefined) {
    this.entries = entries;
    this.identity = identity;
  }

  /** Known literals that name a resource. */
  of(resource: Resource): readonly string[] {
    const out: string[] = [];
    for (const name of this.attributes(resource.type)) {
      const value = resource.values[name];
      if (typeof value === "string" && value !== "") out.push(value);
    }
    return out;
  }

  /**
   * Resources that a literal in `from` names; several where the plan does not say which. A name counts in the region and account of
   * the resource that uses it, an ARN in its own.
   */
  find(literal: string, from: Resource): readonly Entry[] {
    if (literal === "") return [];
    const queue = /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]+)$/.exec(literal);
    if (queue !== null) {
      const [, region, account, name = ""] = queue;
      const named = this.lookup(literal).length > 0 ? this.lookup(literal) : this.lookup(name);
      return narrow(
        named.filter(({ resource }) => resource.type === "aws_sqs_queue"),
        region,
        account,
        from,
      );
    }
    if (!literal.startsWith("arn:")) return narrow(this.lookup(literal), from.region, from.account, from);
    const exact = this.lookup(literal);
    return exact.length > 0 ? narrow(exact, undefined, undefined, from) : this.byArn(literal, from);
  }

  /** An ARN written out by hand names a resource whose own ARN is known only after apply: by service, name, region and account. */
  private byArn(arn: string, from: Resource): readonly Entry[] {
    const [, , service = "", region = "", account = "", ...rest] = arn.split(":");
    const resource = rest.join(":");
    const prefix = SERVICE_TYPES.get(service) ?? `aws_${service}_`;
    const named = resource.replace(/:\*$/, "").replace(/^[^/:]+[/:]/, "");
    const tails = new Set([resource, named, named.replace(/^.*[/:]/, "")]);
    if (service === "s3") tails.add(resource.replace(/\/.*$/, ""));
    // The service appends six characters to a secret's name.
    if (service === "secretsmanager") tails.add(named.replace(/-[A-Za-z0-9]{6}$/, ""));
    const found = new Set<Entry>();
    for (const tail of tails)
      for (const entry of this.lookup(tail)) {
        const own = entry.resource.values.arn;
        if (entry.resource.type.startsWith(prefix) && (typeof own !== "string" || covers(own, arn))) found.add(entry);
      }
    return narrow([...found], region, account, from);
  }

  private lookup(literal: string): readonly Entry[] {
    if (this.index === undefined) {
      this.index = new Map();
      for (const entry of this.entries)
        for (const value of new Set(this.of(entry.resource))) {
          const group = this.index.get(value);
          if (group === undefined) this.index.set(value, [entry]);
          else group.push(entry);
        }
    }
    return this.index.get(literal) ?? [];
  }

  /** Whether an attribute is the resource's own name, which equal names elsewhere do not refer to. */
  isOwnName(resource: Resource, attribute: string): boolean {
    return (
      resource.mode === "managed" && (attribute === "name" || COMMON.get(resource.type)?.includes(attribute) === true)
    );
  }

  private attributes(type: string): readonly string[] {
    const known = this.names.get(type);
    if (known !== undefined) return known;
    const names = [...new Set(["id", "arn", ...(this.identity?.(type) ?? COMMON.get(type) ?? ["name"])])];
    this.names.set(type, names);
    return names;
  }
}

/** Drops what lies in another region or account, the resource itself, and parts that go by the name of the whole. */
function narrow(
  entries: readonly Entry[],
  region: string | undefined,
  account: string | undefined,
  from: Resource,
): readonly Entry[] {
  let left = entries.filter(
    ({ resource }) =>
      resource !== from &&
      (isGlobal(resource.type) || agrees(resource.region, region)) &&
      (isBucket(resource.type) || agrees(resource.account, account)),
  );
  // `aws_s3_bucket_versioning` has the bucket's name for its id: the bucket is meant.
  // Asked by type: in a large plan hundreds of resources may share a name.
  if (left.length > 1) {
    const wholes = [...new Set(left.map(({ resource }) => `${resource.type}_`))];
    left = left.filter(({ resource }) => !wholes.some((whole) => resource.type.startsWith(whole)));
  }
  // A data source that reads a managed resource of the same plan is the same object.
  const managed = left.filter(({ resource }) => resource.mode === "managed");
  return managed.length > 0 ? managed : left;
}

const agrees = (mine: string | undefined, theirs: string | undefined): boolean =>
  mine === undefined || theirs === undefined || theirs === "" || mine === theirs;

/** Whether one ARN names the other's object or a part of it: a key of a bucket, the streams of a log group. */
const covers = (own: string, arn: string): boolean =>
  arn === own || arn.startsWith(`${own}/`) || arn.startsWith(`${own}:`);

/** Bucket names hold in every account and region. */
const isBucket = (type: string): boolean => type.startsWith("aws_s3_bucket");
/** IAM and the edge have names that hold in every region. */
const isGlobal = (type: string): boolean =>
  isBucket(type) || /^aws_(?:iam|cloudfront|route53|organizations)_/.test(type);

/** Texts inside a value: one for a string, several for a list. */
export function textsIn(value: Value | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
