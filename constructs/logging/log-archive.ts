// The archive of trails and flow logs, which nobody deletes before its time: 164.312(b), 164.316(b)(2)(i).

import { ConstructError } from "../error.ts";
import type { Construct, S3Bucket, S3BucketPolicy } from "../internal/cdktf.ts";
import type { Conditions, Statement } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";
import { registerSingle, single } from "../stack/registry.ts";
import { isSite, type Site } from "../stack/site.ts";
import { abortUploads, bucketName, PRIVATE_BUCKET_CLAIMS, privateBucket } from "../storage/private-bucket.ts";
import { logAccess } from "./access-logs.ts";
import { LOG_RETENTION_DAYS } from "./retention.ts";

/** All have defaults. */
export interface LogArchiveProps {
  /**
   * Days for which nobody, the root user included, can delete or overwrite a log.
   *
   * @default 2192 - six years, as 164.316(b)(2)(i) asks of documentation; that logs count as such is our choice
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 365 (our choice)
   * @see 45 CFR 164.316(b)(2)(i), time limit (required)
   */
  readonly retentionDays?: number;
  /**
   * Accounts whose trails, flow logs and AWS Config deliver here, 12 digits each.
   *
   * @default - the archive's own, the stack's and those of the sites that the stack has by then
   */
  readonly sourceAccounts?: readonly string[];
}

/**
 * A bucket under Object Lock in compliance mode, with its own key. Made in a {@link PhiSite} of another account, it is out of reach of
 * whoever takes over the stack's account.
 *
 * @example
 * const archive = new LogArchive(vault, "Archive");
 * new AuditTrail(stack, "Trail", { archive });
 * @see 45 CFR 164.312(b), audit controls (required)
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class LogArchive extends PhiConstruct {
  readonly bucket: S3Bucket;
  readonly key: PhiKey;
  /** Name of the bucket, known at synthesis. */
  readonly name: string;
  readonly retentionDays: number;
  /** Accounts that deliver here. */
  readonly sourceAccounts: readonly string[];
  /** What a service that delivers here must wait for. */
  readonly ready: S3BucketPolicy;

  /** @throws {ConstructError} `RETENTION_TOO_SHORT`, `ARCHIVE_TWICE` */
  constructor(scope: Construct, id: string, props: LogArchiveProps = {}) {
    super(scope, id, "ephi-derived");
    this.retentionDays = props.retentionDays ?? LOG_RETENTION_DAYS;
    if (!Number.isInteger(this.retentionDays) || this.retentionDays < 365)
      throw new ConstructError(
        "RETENTION_TOO_SHORT",
        `retentionDays must be at least 365, got ${this.retentionDays}`,
        this,
      );
    if (!registerSingle(this, "LogArchive"))
      throw new ConstructError("ARCHIVE_TWICE", "the stack has a log archive already, expected one", this);
    const { account, region, partition } = this.site;
    const accounts = props.sourceAccounts ?? [...new Set([account, ...accountsOfStack(this)])];
    this.sourceAccounts = accounts;
    this.name = bucketName(this.physicalName, account, region);
    this.key = new PhiKey(this, "Key").allow({
      service: "s3",
      // Services that name the key themselves may do without the bucket's data key, and send each object's ARN.
      context: { "aws:s3:arn": [`arn:${partition}:s3:::${this.name}`, `arn:${partition}:s3:::${this.name}/*`] },
    });
    const trails = accounts.map((source) => `arn:${partition}:cloudtrail:*:${source}:trail/*`);
    const deliveries = accounts.map((source) => `arn:${partition}:logs:*:${source}:*`);
    this.key
      .allowService("Trails", "cloudtrail.amazonaws.com", { ArnLike: { "aws:SourceArn": trails } }, [
        "kms:DescribeKey",
        "kms:GenerateDataKey*",
      ])
      .allowService("Deliveries", "delivery.logs.amazonaws.com", { ArnLike: { "aws:SourceArn": deliveries } });
    const { bucket, block, policy } = privateBucket(this, {
      name: this.name,
      key: this.key,
      lockDays: this.retentionDays,
      statements: [
        ...write("cloudtrail.amazonaws.com", `arn:${partition}:s3:::${this.name}`, {
          ArnLike: { "aws:SourceArn": trails },
        }),
        ...write("delivery.logs.amazonaws.com", `arn:${partition}:s3:::${this.name}`, {
          ArnLike: { "aws:SourceArn": deliveries },
          StringEquals: { "aws:SourceAccount": accounts },
        }),
      ],
      lifecycle: [
        abortUploads,
        {
          id: "expire",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: this.retentionDays + 1 }],
          noncurrentVersionExpiration: [{ noncurrentDays: this.retentionDays + 1 }],
        },
      ],
    });
    this.bucket = this.claim(
      bucket,
      ...PRIVATE_BUCKET_CLAIMS,
      "encryption.customer_key",
      "integrity.archive_lock",
      "logging.access",
    );
    this.claim(policy, "exposure.public_policy");
    this.claim(block);
    this.ready = policy;
    logAccess(this, bucket, this.name);
  }
}

/** What a service that delivers logs asks of a bucket. */
const write = (service: string, bucket: string, conditions: Conditions): readonly Statement[] => [
  {
    sid: `Check${service.split(".")[0]}`,
    principals: { Service: [service] },
    actions: ["s3:GetBucketAcl", "s3:ListBucket"],
    resources: [bucket],
    conditions,
  },
  {
    sid: `Write${service.split(".")[0]}`,
    principals: { Service: [service] },
    actions: ["s3:PutObject"],
    resources: [`${bucket}/AWSLogs/*`],
    conditions,
  },
];

/** Accounts of the stack that a construct stands in, and of its sites. */
function accountsOfStack(construct: PhiConstruct): readonly string[] {
  const stack = construct.node.scopes[1];
  return stack ? stack.node.findAll().flatMap((node) => (isSite(node) ? node.account : [])) : [];
}

/** The archive of the stack that a site belongs to, made at the site when it is first asked for. */
export function logArchiveOf(site: Site): LogArchive {
  const known = single(site, "LogArchive");
  return known instanceof LogArchive ? known : new LogArchive(site, "LogArchive");
}
