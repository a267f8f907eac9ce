// Which buckets logs are delivered to, and by what.

import type { Resource, World } from "../../model/types.ts";

/** Types that deliver logs to a bucket, and the attribute that names it. Trails stand apart: only their buckets can be locked. */
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

/** Trails that deliver to the bucket. */
export const trailsInto = (world: World, bucket: Resource): readonly Resource[] =>
  world.companions(bucket, "aws_cloudtrail", "s3_bucket_name").certain;

/** True where logs or reports of AWS services end in the bucket. */
export const isSink = (world: World, bucket: Resource): boolean =>
  trailsInto(world, bucket).length > 0 ||
  bucket.values.acl === "log-delivery-write" ||
  world
    .companions(bucket, "aws_s3_bucket_acl", "bucket")
    .certain.some(({ values }) => values.acl === "log-delivery-write") ||
  senders.some(([type, by]) => world.companions(bucket, type, by).certain.length > 0);
