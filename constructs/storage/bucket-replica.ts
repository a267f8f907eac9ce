// The replica of a bucket in another site: private as the bucket, under a key of that site.

import { ConstructError } from "../error.ts";
import {
  Construct,
  IamRole,
  IamRolePolicy,
  type S3Bucket,
  S3BucketReplicationConfigurationA,
  type S3BucketVersioningA,
} from "../internal/cdktf.ts";
import { policyDocument, trust } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { logAccess } from "../logging/access-logs.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";
import type { Site } from "../stack/site.ts";
import { abortUploads, bucketName, privateBucket } from "./private-bucket.ts";

/** What is replicated. */
interface Source extends PhiConstruct {
  readonly bucket: S3Bucket;
  readonly key: PhiKey;
  readonly arn: string;
}

/** The bucket that receives. */
class BucketReplica extends PhiConstruct {
  readonly bucket: S3Bucket;
  readonly key: PhiKey;
  readonly arn: string;

  constructor(site: Site, id: string, source: Source, role: string) {
    super(site, id, source.dataClass);
    const { account, region, partition } = this.site;
    const name = bucketName(this.physicalName, account, region);
    this.arn = `arn:${partition}:s3:::${name}`;
    this.key = new PhiKey(this, "Key").allow({
      service: "s3",
      context: { "aws:s3:arn": [this.arn, `${this.arn}/*`] },
    });
    const foreign = account !== source.site.account;
    const { bucket, policy } = privateBucket(this, {
      name,
      key: this.key,
      lifecycle: [abortUploads],
      statements: foreign
        ? [
            {
              sid: "ReplicasOfSource",
              principals: { AWS: [role] },
              actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
              resources: [`${this.arn}/*`],
            },
          ]
        : [],
    });
    this.bucket = this.claim(bucket, "encryption.customer_key", "encryption.in_transit", "integrity.versioning");
    this.claim(policy, "exposure.public_policy");
    logAccess(this, bucket, name);
    if (this.dataClass !== "ephi") return;
    this.claim(bucket, "logging.data_events");
    recordAccess({ store: this, type: "AWS::S3::Object", arn: `${this.arn}/`, isPrefix: true });
  }
}

/**
 * Replicates a bucket into another Region.
 *
 * @throws {ConstructError} `REPLICA_MISPLACED` in the bucket's own Region
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function replicate(source: Source, versioning: S3BucketVersioningA, site: Site): void {
  const { account, partition, region } = source.site;
  if (site.region === region)
    throw new ConstructError(
      "REPLICA_MISPLACED",
      `replicaIn stands in ${region} as the bucket, expected another Region`,
      source,
    );
  const scope = new Construct(source, "Replication");
  const name = `${source.physicalName}-replication`.slice(0, 64);
  const role = new IamRole(scope, "Role", {
    name,
    assumeRolePolicy: trust("s3.amazonaws.com", account, source.arn),
  });
  const replica = new BucketReplica(
    site,
    `${source.node.id}Replica`,
    source,
    `arn:${partition}:iam::${account}:role/${name}`,
  );
  const through = (key: PhiKey, actions: readonly string[], service: string, bucket: string, sid: string) => ({
    sid,
    actions,
    resources: [key.arn],
    conditions: {
      StringEquals: { "kms:ViaService": service },
      StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
    },
  });
  new IamRolePolicy(scope, "RolePolicy", {
    name: "replicate",
    role: role.id,
    policy: policyDocument(scope, "RolePolicyDocument", [
      { sid: "Configuration", actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resources: [source.arn] },
      {
        sid: "Versions",
        actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
        resources: [`${source.arn}/*`],
      },
      {
        sid: "Replicas",
        actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
        resources: [`${replica.arn}/*`],
      },
      through(source.key, ["kms:Decrypt"], `s3.${region}.amazonaws.com`, source.arn, "ReadKey"),
      through(
        replica.key,
        ["kms:Encrypt", "kms:GenerateDataKey*"],
        `s3.${site.region}.amazonaws.com`,
        replica.arn,
        "WriteKey",
      ),
    ]),
  });
  new S3BucketReplicationConfigurationA(scope, "Resource", {
    bucket: source.bucket.id,
    role: role.arn,
    dependsOn: [versioning],
    rule: [
      {
        id: "all",
        status: "Enabled",
        priority: 0,
        filter: { prefix: "" },
        deleteMarkerReplication: { status: "Disabled" },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        destination: {
          bucket: replica.bucket.arn,
          storageClass: "STANDARD",
          encryptionConfiguration: { replicaKmsKeyId: replica.key.arn },
          ...(site.account !== account && {
            account: site.account,
            accessControlTranslation: { owner: "Destination" },
          }),
        },
      },
    ],
  });
}
