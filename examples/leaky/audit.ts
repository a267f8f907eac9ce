// A trail, two alarms and what else somebody asked for once.

import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact/index.js";
import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import type { Construct } from "constructs";

export function audit(scope: Construct, documents: S3Bucket, key: KmsKey): void {
  const events = new CloudwatchLogGroup(scope, "trail_events", { name: "/portal/trail" });
  // Stopped for a week last year, to save, and told to leave reads out.
  new Cloudtrail(scope, "trail", {
    name: "portal",
    s3BucketName: documents.id,
    s3KeyPrefix: "trail",
    enableLogging: false,
    eventSelector: [{ readWriteType: "WriteOnly" }],
    cloudWatchLogsGroupArn: `${events.arn}:*`,
    cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/portal-trail",
  });
  // Counts what no alarm watches.
  new CloudwatchLogMetricFilter(scope, "root_use", {
    name: "portal-root-use",
    logGroupName: events.name,
    pattern: '{ $.userIdentity.type = "Root" }',
    metricTransformation: { namespace: "Portal", name: "RootUse", value: "1" },
  });
  new CloudwatchEventRule(scope, "lost_keys", {
    name: "portal-lost-keys",
    eventPattern: JSON.stringify({ source: ["aws.kms"], detail: { eventName: ["ScheduleKeyDeletion"] } }),
  });
  new GuarddutyDetector(scope, "detector", { enable: false });
  new AccountAlternateContact(scope, "billing_contact", {
    alternateContactType: "BILLING",
    name: "Accounts payable",
    title: "Clerk",
    emailAddress: "billing@example.org",
    phoneNumber: "+15555550100",
  });
  // Subscribing was left to the team that never formed.
  const operations = new SnsTopic(scope, "operations", { name: "portal-operations", kmsMasterKeyId: key.id });
  alarm(scope, "errors", "5XXError", [operations.arn]);
  alarm(scope, "latency", "Latency", []);
}

function alarm(scope: Construct, id: string, metricName: string, alarmActions: string[]): void {
  new CloudwatchMetricAlarm(scope, id, {
    alarmName: `portal-${id}`,
    namespace: "AWS/ApiGateway",
    metricName,
    statistic: "Sum",
    period: 60,
    evaluationPeriods: 1,
    threshold: 10,
    comparisonOperator: "GreaterThanThreshold",
    alarmActions,
  });
}
