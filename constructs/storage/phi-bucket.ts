// A private, versioned, encrypted bucket whose objects are logged, backed up and kept: 164.312(a)(2)(iv), 164.312(c)(1).

import { type Grantee, grant } from "../access/grant.ts";
import { type BackedUpProps, backUp } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import { Exception } from "../exception.ts";
import {
  type Construct,
  type S3Bucket,
  S3BucketInventory,
  type S3BucketLifecycleConfigurationRule,
} from "../internal/cdktf.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { accessLogsOf, logAccess } from "../logging/access-logs.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";
import type { Site } from "../stack/site.ts";
import { replicate } from "./bucket-replica.ts";
import { abortUploads, bucketName, PRIVATE_BUCKET_CLAIMS, privateBucket } from "./private-bucket.ts";

/** A replaced version outlasts a quarter, so that a silent corruption found late can still be undone; our choice. */
const VERSION_RETENTION_DAYS = 90;

/** All have defaults. */
export interface PhiBucketProps extends PhiConstructProps, BackedUpProps {
  /**
   * Key of the objects.
   *
   * @default - a key of the bucket's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Days for which a replaced or deleted version stays.
   *
   * @default 90 - our choice
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 30 (our choice)
   * @see 45 CFR 164.312(c)(1), integrity (standard)
   */
  readonly versionRetentionDays?: number;
  /**
   * Days after which an object is deleted.
   *
   * @default - objects are kept until somebody deletes them
   * @throws {ConstructError} `EXPIRES_INSIDE_RETENTION` where it is not longer than `lockDays`; `RETENTION_TOO_SHORT` below 1
   */
  readonly expirationDays?: number;
  /**
   * Days for which nobody, the root user included, can delete or overwrite an object (Object Lock, compliance mode).
   *
   * @default - no lock; versions and the vaults of the backup protect the objects
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 1
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
   */
  readonly lockDays?: number;
  /**
   * Days after which objects move to Glacier Instant Retrieval.
   *
   * @default - objects stay in the standard class
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 1
   */
  readonly archiveAfterDays?: number;
  /**
   * Site that every object is replicated to, under a key of that site.
   *
   * @default - no replica; a replica follows deletions, so it is no backup
   * @see 45 CFR 164.308(a)(7)(ii)(C), emergency mode operation plan (required)
   */
  readonly replicaIn?: Site;
  /**
   * Accepts that accesses are not logged by S3.
   *
   * @default - logged into the access logs of the site
   * @see 45 CFR 164.312(b), audit controls (required)
   */
  readonly accessLogging?: Exception;
}

/**
 * A bucket for ePHI.
 *
 * @see 45 CFR 164.312(a)(1), access control (standard)
 */
export class PhiBucket extends PhiConstruct {
  readonly bucket: S3Bucket;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `RETENTION_TOO_SHORT`, `EXPIRES_INSIDE_RETENTION`, `BACKUP_MISSING`, `SITE_SAME` */
  constructor(scope: Construct, id: string, props: PhiBucketProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    check(this, props);
    const { account, region, partition } = this.site;
    this.name = bucketName(this.physicalName, account, region);
    this.arn = `arn:${partition}:s3:::${this.name}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "s3", context: { "aws:s3:arn": [this.arn, `${this.arn}/*`] } });
    const { bucket, block, policy, versioning } = privateBucket(this, {
      name: this.name,
      key: this.key,
      lifecycle: lifecycle(props),
      ...(props.lockDays !== undefined && { lockDays: props.lockDays }),
    });
    this.bucket = this.claim(bucket, ...PRIVATE_BUCKET_CLAIMS, "encryption.customer_key");
    this.claim(policy, "exposure.public_policy");
    this.claim(block);
    this.logAccess(props.accessLogging);
    new S3BucketInventory(this, "Inventory", {
      bucket: bucket.id,
      name: "all",
      includedObjectVersions: "All",
      optionalFields: ["EncryptionStatus", "ObjectLockMode", "ObjectLockRetainUntilDate", "ReplicationStatus"],
      schedule: { frequency: "Weekly" },
      destination: {
        bucket: {
          bucketArn: accessLogsOf(this.site).bucket.arn,
          accountId: account,
          format: "Parquet",
          prefix: "inventory",
          encryption: { sseS3: {} },
        },
      },
    });
    if (props.replicaIn) replicate(this, versioning, props.replicaIn);
    backUp({ store: this, arn: bucket.arn, type: "S3", isContinuous: true, key: this.key }, props.backup, (accepted) =>
      this.accept(bucket, accepted),
    );
    if (this.dataClass === "ephi") {
      this.claim(bucket, "logging.data_events");
      recordAccess({ store: this, type: "AWS::S3::Object", arn: `${this.arn}/`, isPrefix: true });
    }
  }

  /** Lets a role list and read objects, former versions included. */
  grantRead(to: Grantee): void {
    grant(to, this, {
      verb: "Read",
      service: "s3",
      actions: [
        [[`${this.arn}/*`], ["GetObject", "GetObjectVersion"]],
        [[this.arn], ["ListBucket", "ListBucketVersions"]],
      ],
      keyActions: ["Decrypt"],
    });
  }

  /** Lets a role write objects; those replaced stay as versions. */
  grantWrite(to: Grantee): void {
    const actions = ["AbortMultipartUpload", "ListMultipartUploadParts", "PutObject"];
    // Parts of one upload are read again when it is completed.
    const keyActions = ["Decrypt", "GenerateDataKey"] as const;
    grant(to, this, { verb: "Write", service: "s3", actions: [[[`${this.arn}/*`], actions]], keyActions });
  }

  /** Lets a role delete objects; those deleted stay as versions, which it cannot delete. */
  grantDelete(to: Grantee): void {
    const actions = [[[`${this.arn}/*`], ["DeleteObject"]]] as const;
    grant(to, this, { verb: "Delete", service: "s3", actions, keyActions: [] });
  }

  private logAccess(accepted: Exception | undefined): void {
    if (accepted instanceof Exception) {
      this.accept(this.bucket, accepted);
      return;
    }
    this.claim(this.bucket, "logging.access");
    logAccess(this, this.bucket, this.name);
  }
}

function check(at: PhiBucket, props: PhiBucketProps): void {
  const { versionRetentionDays = VERSION_RETENTION_DAYS, expirationDays, lockDays, archiveAfterDays } = props;
  const least: readonly (readonly [string, number | undefined, number])[] = [
    ["versionRetentionDays", versionRetentionDays, 30],
    ["expirationDays", expirationDays, 1],
    ["lockDays", lockDays, 1],
    ["archiveAfterDays", archiveAfterDays, 1],
  ];
  for (const [name, days, minimum] of least)
    if (days !== undefined && (!Number.isInteger(days) || days < minimum))
      throw new ConstructError("RETENTION_TOO_SHORT", `${name} must be at least ${minimum}, got ${days}`, at);
  if (expirationDays !== undefined && lockDays !== undefined && expirationDays <= lockDays)
    throw new ConstructError(
      "EXPIRES_INSIDE_RETENTION",
      `expirationDays must be more than lockDays (${lockDays}), got ${expirationDays}`,
      at,
    );
}

function lifecycle(props: PhiBucketProps): S3BucketLifecycleConfigurationRule[] {
  const { versionRetentionDays = VERSION_RETENTION_DAYS, expirationDays, lockDays = 0, archiveAfterDays } = props;
  const everything = { status: "Enabled", filter: [{ prefix: "" }] };
  const rules: S3BucketLifecycleConfigurationRule[] = [
    abortUploads,
    {
      ...everything,
      id: "expire-versions",
      noncurrentVersionExpiration: [{ noncurrentDays: Math.max(versionRetentionDays, lockDays) }],
    },
  ];
  if (expirationDays !== undefined) rules.push({ ...everything, id: "expire", expiration: [{ days: expirationDays }] });
  if (archiveAfterDays !== undefined)
    rules.push({
      ...everything,
      id: "archive",
      transition: [{ days: archiveAfterDays, storageClass: "GLACIER_IR" }],
    });
  return rules;
}
