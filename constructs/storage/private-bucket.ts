// The settings that every bucket of the library has, whatever it holds.

import {
  type Construct,
  S3Bucket,
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
  S3BucketObjectLockConfigurationA,
  S3BucketOwnershipControls,
  S3BucketPolicy,
  S3BucketPublicAccessBlock,
  S3BucketServerSideEncryptionConfigurationA,
  S3BucketVersioningA,
} from "../internal/cdktf.ts";
import { policyDocument, type Statement, tlsOnly } from "../internal/policy.ts";
import type { PhiKey } from "../keys/phi-key.ts";

export interface PrivateBucketProps {
  /** Globally unique, at most 63 characters. */
  readonly name: string;
  /** Encrypts every object; without one, S3 does with keys of its own (server access logs take no other). */
  readonly key?: PhiKey;
  /** Lock that nobody lifts before its time: days for which each object stays. */
  readonly lockDays?: number;
  /** Beside the refusal of clear text and of other keys. */
  readonly statements?: readonly Statement[];
  readonly lifecycle: readonly S3BucketLifecycleConfigurationRule[];
}

export interface PrivateBucket {
  readonly bucket: S3Bucket;
  /** What else configures it, by the property. */
  readonly block: S3BucketPublicAccessBlock;
  readonly policy: S3BucketPolicy;
  readonly versioning: S3BucketVersioningA;
}

/** What every such bucket passes by construction; one with a key passes `encryption.customer_key` besides. */
export const PRIVATE_BUCKET_CLAIMS = [
  "encryption.at_rest",
  "encryption.in_transit",
  "exposure.public_access_block",
  "integrity.versioning",
  "protection.deletion",
] as const;

/** Name of a bucket, unique among all accounts. Longer ones lose their middle. */
export const bucketName = (name: string, account: string, region: string): string =>
  `${name.slice(0, 63 - account.length - region.length - 2).replace(/-+$/, "")}-${account}-${region}`;

/**
 * A bucket with its companions below the scope: `Resource`, `PublicAccessBlock`, `Ownership`, `Versioning`, `Encryption`, `Policy`,
 * `Lifecycle` and, with a lock, `ObjectLock`.
 */
export function privateBucket(scope: Construct, props: PrivateBucketProps): PrivateBucket {
  const { name, key, lockDays, statements = [], lifecycle } = props;
  const bucket = new S3Bucket(scope, "Resource", {
    bucket: name,
    forceDestroy: false,
    ...(lockDays !== undefined && { objectLockEnabled: true }),
  });
  const target = { bucket: bucket.id };
  const block = new S3BucketPublicAccessBlock(scope, "PublicAccessBlock", {
    ...target,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(scope, "Ownership", { ...target, rule: { objectOwnership: "BucketOwnerEnforced" } });
  const versioning = new S3BucketVersioningA(scope, "Versioning", {
    ...target,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, "Encryption", {
    ...target,
    rule: [
      key
        ? {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
            bucketKeyEnabled: true,
          }
        : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ],
  });
  const objects = `${bucket.arn}/*`;
  const policy = new S3BucketPolicy(scope, "Policy", {
    ...target,
    policy: policyDocument(scope, "PolicyDocument", [
      tlsOnly("s3", [bucket.arn, objects]),
      {
        sid: "ModernTlsOnly",
        effect: "Deny",
        principals: "*",
        actions: ["s3:*"],
        resources: [bucket.arn, objects],
        conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
      },
      ...(key ? [rightKeyOnly(key, objects)] : []),
      ...statements,
    ]),
    // S3 takes the policy and the block one after the other, or refuses the second.
    dependsOn: [block],
  });
  new S3BucketLifecycleConfiguration(scope, "Lifecycle", {
    ...target,
    rule: [...lifecycle],
    dependsOn: [versioning],
  });
  if (lockDays !== undefined)
    new S3BucketObjectLockConfigurationA(scope, "ObjectLock", {
      ...target,
      rule: { defaultRetention: { mode: "COMPLIANCE", days: lockDays } },
      dependsOn: [versioning],
    });
  return { bucket, block, policy, versioning };
}

/** Refuses uploads that name another key; those that name none get the bucket's. */
const rightKeyOnly = (key: PhiKey, objects: string): Statement => ({
  sid: "RightKeyOnly",
  effect: "Deny",
  principals: "*",
  actions: ["s3:PutObject"],
  resources: [objects],
  conditions: {
    StringNotEqualsIfExists: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key.arn },
    Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
  },
});

/** Ends uploads that were never finished, which cost and hold parts of objects that nobody sees. */
export const abortUploads: S3BucketLifecycleConfigurationRule = {
  id: "abort-uploads",
  status: "Enabled",
  filter: [{ prefix: "" }],
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
};
