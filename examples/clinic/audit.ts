// The record of who did what: every Region, unaltered, under its own key, and also where alarms can watch it.

import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import type { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js";
import type { Construct } from "constructs";
import { logGroup, RETENTION_DAYS } from "./logs.ts";
import { trust } from "./policies.ts";
import { privateBucket } from "./storage.ts";

interface TrailProps {
  readonly account: string;
  readonly region: string;
  readonly logKey: KmsKey;
  readonly accessLogs: S3Bucket;
  readonly bucket: S3Bucket;
  readonly table: DynamodbTable;
}

export function auditTrail(scope: Construct, props: TrailProps): void {
  const { account, region, logKey, accessLogs, bucket, table } = props;
  const service = [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }];
  const trailArn = `arn:aws:cloudtrail:${region}:${account}:trail/clinic`;
  const fromTrail = [{ test: "StringEquals", variable: "aws:SourceArn", values: [trailArn] }];
  const files = privateBucket(scope, "trail", {
    key: logKey,
    accessLogs,
    statements: ({ arn }) => [
      { principals: service, actions: ["s3:GetBucketAcl"], resources: [arn], condition: fromTrail },
      {
        principals: service,
        actions: ["s3:PutObject"],
        resources: [`${arn}/AWSLogs/${account}/*`],
        condition: fromTrail,
      },
    ],
  });
  new S3BucketObjectLockConfigurationA(scope, "trail_lock", {
    bucket: files.bucket.id,
    rule: { defaultRetention: { mode: "COMPLIANCE", days: RETENTION_DAYS } },
    // S3 locks versions.
    dependsOn: [files.versioning],
  });
  const group = logGroup(scope, "trail_logs", "/clinic/trail", logKey);
  const role = new IamRole(scope, "trail_role", {
    name: "clinic-trail",
    assumeRolePolicy: trust(scope, "trail", "cloudtrail.amazonaws.com"),
  });
  const policy = new DataAwsIamPolicyDocument(scope, "trail_access", {
    statement: [{ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${group.arn}:*`] }],
  });
  new IamRolePolicy(scope, "trail_role_policy", { name: "write", role: role.id, policy: policy.json });
  const events = (name: string, type: string, arn: string) => ({
    name,
    fieldSelector: [
      { field: "eventCategory", equalTo: ["Data"] },
      { field: "resources.type", equalTo: [type] },
      { field: "resources.ARN", startsWith: [arn] },
    ],
  });
  new Cloudtrail(scope, "audit", {
    name: "clinic",
    s3BucketName: files.bucket.id,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogging: true,
    enableLogFileValidation: true,
    kmsKeyId: logKey.arn,
    cloudWatchLogsGroupArn: `${group.arn}:*`,
    cloudWatchLogsRoleArn: role.arn,
    advancedEventSelector: [
      { name: "management", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
      events("documents", "AWS::S3::Object", `${bucket.arn}/`),
      events("sessions", "AWS::DynamoDB::Table", table.arn),
      {
        name: "functions",
        fieldSelector: [
          { field: "eventCategory", equalTo: ["Data"] },
          { field: "resources.type", equalTo: ["AWS::Lambda::Function"] },
        ],
      },
    ],
    // CloudTrail tries the bucket when it is made.
    dependsOn: [files.policy],
  });
}
