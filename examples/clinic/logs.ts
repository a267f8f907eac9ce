import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";

/** Six years, the time for which 45 CFR 164.316(b)(2)(i) has documentation kept; for logs it is our choice. */
export const RETENTION_DAYS = 2192;

export function logGroup(scope: Construct, id: string, name: string, key: KmsKey): CloudwatchLogGroup {
  return new CloudwatchLogGroup(scope, id, { name, kmsKeyId: key.arn, retentionInDays: RETENTION_DAYS });
}
