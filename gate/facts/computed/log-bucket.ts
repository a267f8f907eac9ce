// Whether a bucket is there for logs: something of the plan delivers its logs to it.

import type { Resource, World } from "../../model/types.ts";

/** Types that deliver logs to a bucket, and the attribute that names it. */
const deliveries: readonly (readonly [type: string, by: string])[] = [
  ["aws_s3_bucket_logging", "target_bucket"],
  ["aws_s3_bucket", "logging[*].target_bucket"],
  ["aws_cloudtrail", "s3_bucket_name"],
  ["aws_flow_log", "log_destination"],
  ["aws_config_delivery_channel", "s3_bucket_name"],
  ["aws_lb", "access_logs[*].bucket"],
  ["aws_lb", "connection_logs[*].bucket"],
  ["aws_alb", "access_logs[*].bucket"],
  ["aws_elb", "access_logs[*].bucket"],
  ["aws_cloudfront_distribution", "logging_config[*].bucket"],
  ["aws_redshift_logging", "bucket_name"],
  ["aws_redshift_cluster", "logging[*].bucket_name"],
  ["aws_wafv2_web_acl_logging_configuration", "log_destination_configs"],
  ["aws_route53_resolver_query_log_config", "destination_arn"],
  ["aws_globalaccelerator_accelerator", "attributes[*].flow_logs_s3_bucket"],
];

/** The resource that delivers logs to the bucket, the first of several. */
export function logSourceOf(world: World, bucket: Resource): Resource | undefined {
  for (const [type, by] of deliveries) {
    if (world.ofType(type).length === 0) continue;
    const source = world.companions(bucket, type, by).certain.find((one) => one !== bucket);
    if (source) return source;
  }
  // The canned ACL of a bucket that takes server access logs.
  const [acl] = world
    .companions(bucket, "aws_s3_bucket_acl", "bucket")
    .certain.filter(({ values }) => values.acl === "log-delivery-write");
  return acl ?? (bucket.values.acl === "log-delivery-write" ? bucket : undefined);
}
