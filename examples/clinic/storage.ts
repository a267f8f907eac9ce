// Documents and sessions, and the bucket that keeps the record of who read them.

import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import type { Construct } from "constructs";
import { tlsOnly } from "./policies.ts";

interface BucketProps {
  /** Encrypts with this key; without one, with the keys of S3. */
  readonly key?: KmsKey;
  readonly accessLogs?: S3Bucket;
  readonly statements?: (bucket: S3Bucket) => DataAwsIamPolicyDocumentStatement[];
  /** Days until an object is deleted. Kept for ever where left out; replaced versions go after 90 days. */
  readonly expirationDays?: number;
}

export function privateBucket(
  scope: Construct,
  id: string,
  props: BucketProps,
): { bucket: S3Bucket; policy: S3BucketPolicy; versioning: S3BucketVersioningA } {
  const bucket = new S3Bucket(scope, id, { bucket: `clinic-${id.replaceAll("_", "-")}` });
  const target = { bucket: bucket.id };
  new S3BucketPublicAccessBlock(scope, `${id}_block`, {
    ...target,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(scope, `${id}_ownership`, {
    ...target,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  const versioning = new S3BucketVersioningA(scope, `${id}_versioning`, {
    ...target,
    versioningConfiguration: { status: "Enabled" },
  });
  const encryption = props.key
    ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: props.key.arn }
    : { sseAlgorithm: "AES256" };
  new S3BucketServerSideEncryptionConfigurationA(scope, `${id}_encryption`, {
    ...target,
    rule: [{ applyServerSideEncryptionByDefault: encryption, bucketKeyEnabled: props.key !== undefined }],
  });
  const document = new DataAwsIamPolicyDocument(scope, `${id}_policy`, {
    statement: [tlsOnly("s3", [bucket.arn, `${bucket.arn}/*`]), ...(props.statements?.(bucket) ?? [])],
  });
  const policy = new S3BucketPolicy(scope, `${id}_bucket_policy`, { ...target, policy: document.json });
  new S3BucketLifecycleConfiguration(scope, `${id}_lifecycle`, {
    ...target,
    rule: [
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrentVersionExpiration: [{ noncurrentDays: 90 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        ...(props.expirationDays === undefined ? {} : { expiration: [{ days: props.expirationDays }] }),
      },
    ],
  });
  if (props.accessLogs) {
    new S3BucketLoggingA(scope, `${id}_logging`, {
      ...target,
      targetBucket: props.accessLogs.id,
      targetPrefix: `${id}/`,
    });
  }
  return { bucket, policy, versioning };
}

/** S3 does not deliver access logs to a bucket whose default encryption names a KMS key. */
export function logBucket(scope: Construct, { account }: { account: string }): S3Bucket {
  return privateBucket(scope, "access_logs", {
    expirationDays: 2192,
    statements: (bucket) => [
      {
        sid: "AccessLogs",
        principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
        actions: ["s3:PutObject"],
        resources: [`${bucket.arn}/*`],
        condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
      },
    ],
  }).bucket;
}

export function documents(scope: Construct, props: { key: KmsKey; accessLogs: S3Bucket }): S3Bucket {
  return privateBucket(scope, "documents", props).bucket;
}

export function sessions(scope: Construct, { key }: { key: KmsKey }): DynamodbTable {
  return new DynamodbTable(scope, "sessions", {
    name: "clinic-sessions",
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attribute: [{ name: "id", type: "S" }],
    ttl: { enabled: true, attributeName: "expires" },
    serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
  });
}
