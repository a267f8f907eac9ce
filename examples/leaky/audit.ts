// A trail and two alarms, since somebody asked for them.

import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import type { Construct } from "constructs";

export function audit(scope: Construct, documents: S3Bucket, key: KmsKey): void {
  new Cloudtrail(scope, "trail", { name: "portal", s3BucketName: documents.id, s3KeyPrefix: "trail" });
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
