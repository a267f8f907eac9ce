// Documents, exports, sessions, scans and the queue.

import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point/index.js";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { LightsailDisk } from "@cdktf/provider-aws/lib/lightsail-disk/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketAcl } from "@cdktf/provider-aws/lib/s3-bucket-acl/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { S3BucketWebsiteConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-website-configuration/index.js";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import type { Construct } from "constructs";

const shut = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const openToAcls = { ...shut, blockPublicAcls: false, ignorePublicAcls: false };
const open = {
  blockPublicAcls: false,
  blockPublicPolicy: false,
  ignorePublicAcls: false,
  restrictPublicBuckets: false,
};
const openToPolicies = { ...shut, blockPublicPolicy: false, restrictPublicBuckets: false };

export function storage(scope: Construct, key: KmsKey): { documents: S3Bucket; exports: S3Bucket; queue: SqsQueue } {
  // A disk for the instance on which a colleague tries things out, with a copy of the records.
  new LightsailDisk(scope, "trial", { name: "portal-trial", sizeInGb: 32, availabilityZone: "us-east-1a" });

  // The browser fetches documents straight from the bucket.
  const documents = new S3Bucket(scope, "documents", { bucket: "portal-documents" });
  new S3BucketPublicAccessBlock(scope, "documents_open", { bucket: documents.id, ...openToPolicies });
  new S3BucketPolicy(scope, "documents_policy", {
    bucket: documents.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::portal-documents/*" },
      ],
    }),
  });

  new S3BucketWebsiteConfiguration(scope, "documents_website", {
    bucket: documents.id,
    indexDocument: { suffix: "index.html" },
  });

  // Storage is dear: what is old goes, the logs of the trail too.
  new S3BucketLifecycleConfiguration(scope, "documents_lifecycle", {
    bucket: documents.id,
    rule: [{ id: "tidy", status: "Enabled", filter: [{ prefix: "trail/" }], expiration: [{ days: 30 }] }],
  });

  const exports = keptBucket(scope, "exports", key);
  new S3BucketPublicAccessBlock(scope, "exports_open", { bucket: exports.id, ...openToAcls });
  new S3BucketOwnershipControls(scope, "exports_ownership", {
    bucket: exports.id,
    rule: { objectOwnership: "BucketOwnerPreferred" },
  });
  new S3BucketAcl(scope, "exports_acl", { bucket: exports.id, acl: "public-read" });
  // Nobody shall change this policy again; another stack makes the bucket.
  const forGood = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*BucketPolicy",
    Resource: "arn:aws:s3:::portal-letters",
  };
  new S3BucketPolicy(scope, "letters_policy", {
    bucket: "portal-letters",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [forGood] }),
  });
  new S3BucketLifecycleConfiguration(scope, "exports_lifecycle", {
    bucket: exports.id,
    rule: [{ id: "tidy", status: "Enabled", noncurrentVersionExpiration: [{ noncurrentDays: 1 }] }],
  });
  // Switched off for a migration, and never on again.
  new S3BucketReplicationConfigurationA(scope, "letters_replication", {
    bucket: "portal-letters",
    role: "arn:aws:iam::111122223333:role/replication",
    rule: [{ id: "all", status: "Disabled", destination: { bucket: "arn:aws:s3:::portal-letters-copy" } }],
  });
  const uploads = keptBucket(scope, "uploads", key);
  new S3BucketReplicationConfigurationA(scope, "uploads_replication", {
    bucket: uploads.id,
    role: "arn:aws:iam::111122223333:role/replication",
    rule: [{ id: "all", status: "Enabled", destination: { bucket: "arn:aws:s3:::portal-uploads-copy" } }],
  });
  // Locked until somebody in a hurry lifts the lock.
  new S3BucketObjectLockConfigurationA(scope, "uploads_lock", {
    bucket: uploads.id,
    rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
  });
  new S3BucketPublicAccessBlock(scope, "uploads_open", { bucket: uploads.id, ...open });

  new DynamodbTable(scope, "sessions", {
    name: "portal-sessions",
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attribute: [{ name: "id", type: "S" }],
  });
  const scans = new EfsFileSystem(scope, "scans", {
    creationToken: "portal-scans",
    protection: { replicationOverwrite: "DISABLED" },
  });
  new EfsAccessPoint(scope, "scanner", { fileSystemId: scans.id });
  const appointments = new SnsTopic(scope, "appointments", { name: "portal-appointments" });
  new SnsTopicSubscription(scope, "front_desk", {
    topicArn: appointments.arn,
    protocol: "email",
    endpoint: "front-desk@example.org",
  });
  const queue = new SqsQueue(scope, "intake", {
    name: "portal-intake",
    sqsManagedSseEnabled: false,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sqs:*", Resource: "*" }],
    }),
  });
  return { documents, exports, queue };
}

function keptBucket(scope: Construct, id: string, key: KmsKey): S3Bucket {
  const bucket = new S3Bucket(scope, id, { bucket: `portal-${id}` });
  new S3BucketVersioningA(scope, `${id}_versioning`, {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, `${id}_encryption`, {
    bucket: bucket.id,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
  });
  return bucket;
}
