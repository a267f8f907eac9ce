// Which buckets logs are delivered to, and by what.

import type { Resource, World } from "../../model/types.ts";
import { documentsAt } from "../computed/documents.ts";
import { covers } from "../policy/pattern.ts";
import { statementsOf } from "../policy/statement.ts";

/** Types that deliver logs to a bucket, and the attribute that names it. Trails stand apart: their buckets can be locked. */
const senders: readonly (readonly [type: string, by: string])[] = [
  ["aws_s3_bucket_logging", "target_bucket"],
  ["aws_s3_bucket", "logging[*].target_bucket"],
  ["aws_flow_log", "log_destination"],
  ["aws_lb", "access_logs[*].bucket"],
  ["aws_lb", "connection_logs[*].bucket"],
  ["aws_alb", "access_logs[*].bucket"],
  ["aws_alb", "connection_logs[*].bucket"],
  ["aws_elb", "access_logs[*].bucket"],
  ["aws_config_delivery_channel", "s3_bucket_name"],
  ["aws_cloudfront_distribution", "logging_config[*].bucket"],
  ["aws_wafv2_web_acl_logging_configuration", "log_destination_configs"],
  ["aws_route53_resolver_query_log_config", "destination_arn"],
  ["aws_redshift_logging", "bucket_name"],
  ["aws_backup_report_plan", "report_delivery_channel[*].s3_bucket_name"],
];

/** Services that write logs into a bucket by themselves, from whatever account. */
const services = new Set([
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
]);

/** True where trails end in the bucket: one of the plan does, or the bucket's policy lets CloudTrail write. */
export const takesTrails = (world: World, bucket: Resource): boolean =>
  world.companions(bucket, "aws_cloudtrail", "s3_bucket_name").certain.length > 0 ||
  writers(world, bucket).has("cloudtrail.amazonaws.com");

/** True where logs or reports of AWS services end in the bucket. */
export const isSink = (world: World, bucket: Resource): boolean =>
  takesTrails(world, bucket) ||
  writers(world, bucket).size > 0 ||
  bucket.values.acl === "log-delivery-write" ||
  world
    .companions(bucket, "aws_s3_bucket_acl", "bucket")
    .certain.some(({ values }) => values.acl === "log-delivery-write") ||
  senders.some(([type, by]) => world.companions(bucket, type, by).certain.length > 0);

/** The services of logs that the bucket's policies let write objects: their senders may stand in another stack. */
function writers(world: World, bucket: Resource): ReadonlySet<string> {
  const found = new Set<string>();
  for (const holder of [bucket, ...world.companions(bucket, "aws_s3_bucket_policy", "bucket").certain])
    for (const { document } of documentsAt(world, holder, "policy")) {
      if (document.state !== "known") continue;
      for (const { effect, principals, actions } of statementsOf(document.value)) {
        if (effect !== "allow" || !principals || principals.except || actions.except) continue;
        if (!actions.values.some((action) => covers(action, "s3:putobject"))) continue;
        for (const { kind, value } of principals.list) if (kind === "service" && services.has(value)) found.add(value);
      }
    }
  return found;
}
