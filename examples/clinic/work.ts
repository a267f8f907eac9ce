// Intake: the portal puts work into a queue, a function in the private network does it.

import { fileURLToPath } from "node:url";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import type { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping/index.js";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy/index.js";
import { AssetType, Fn, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import { logGroup } from "./logs.ts";
import type { Network } from "./network.ts";
import { tlsOnly, trust } from "./policies.ts";

interface IntakeProps {
  readonly key: KmsKey;
  readonly logKey: KmsKey;
  readonly net: Network;
  readonly bucket: S3Bucket;
  readonly table: DynamodbTable;
}

export function intake(scope: Construct, { key, logKey, net, bucket, table }: IntakeProps): void {
  const failed = queue(scope, "intake_failed", key);
  const work = queue(scope, "intake", key, failed);
  const group = logGroup(scope, "intake_logs", "/aws/lambda/clinic-intake", logKey);
  const role = new IamRole(scope, "intake_role", {
    name: "clinic-intake",
    assumeRolePolicy: trust(scope, "intake", "lambda.amazonaws.com"),
  });
  const allow = (actions: string[], resources: string[]) => ({ actions, resources });
  const policy = new DataAwsIamPolicyDocument(scope, "intake_access", {
    statement: [
      allow(["s3:GetObject", "s3:PutObject"], [`${bucket.arn}/*`]),
      allow(["dynamodb:GetItem"], [table.arn]),
      allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [work.arn]),
      allow(["sqs:SendMessage"], [failed.arn]),
      allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.arn]),
      // Traces have no resource to name.
      allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]),
    ],
  });
  new IamRolePolicy(scope, "intake_policy", { name: "work", role: role.id, policy: policy.json });
  // Network interfaces and log lines, as AWS maintains it for functions in a VPC.
  new IamRolePolicyAttachment(scope, "intake_vpc", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
  });
  const code = new TerraformAsset(scope, "code", {
    path: fileURLToPath(new URL("function", import.meta.url)),
    type: AssetType.ARCHIVE,
  });
  const fn = new LambdaFunction(scope, "intake_function", {
    functionName: "clinic-intake",
    role: role.arn,
    runtime: "nodejs20.x",
    handler: "index.handler",
    filename: code.path,
    sourceCodeHash: code.assetHash,
    kmsKeyArn: key.arn,
    environment: { variables: { DOCUMENTS: bucket.bucket, SESSIONS: table.name } },
    vpcConfig: { subnetIds: net.subnets.map((subnet) => subnet.id), securityGroupIds: [net.appGroup.id] },
    deadLetterConfig: { targetArn: failed.arn },
    tracingConfig: { mode: "Active" },
    dependsOn: [group],
  });
  new LambdaEventSourceMapping(scope, "intake_source", { eventSourceArn: work.arn, functionName: fn.arn });
}

function queue(scope: Construct, id: string, key: KmsKey, failed?: SqsQueue): SqsQueue {
  const made = new SqsQueue(scope, id, {
    name: `clinic-${id.replaceAll("_", "-")}`,
    kmsMasterKeyId: key.arn,
    messageRetentionSeconds: 1_209_600,
    ...(failed ? { redrivePolicy: Fn.jsonencode({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }) } : {}),
  });
  const policy = new DataAwsIamPolicyDocument(scope, `${id}_tls`, { statement: [tlsOnly("sqs", [made.arn])] });
  new SqsQueuePolicy(scope, `${id}_queue_policy`, { queueUrl: made.url, policy: policy.json });
  return made;
}
