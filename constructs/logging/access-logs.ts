// Where server access logs and inventories of a site's buckets go: 164.312(b).

import {
  type Construct,
  type S3Bucket,
  type S3BucketLifecycleConfigurationRule,
  S3BucketLoggingA,
  type S3BucketPolicy,
} from "../internal/cdktf.ts";
import type { Statement } from "../internal/policy.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";
import type { Site } from "../stack/site.ts";
import { abortUploads, bucketName, PRIVATE_BUCKET_CLAIMS, privateBucket } from "../storage/private-bucket.ts";
import { LOG_RETENTION_DAYS } from "./retention.ts";

/**
 * The bucket that S3 writes the access logs of a site's buckets into. S3 delivers to no bucket with a default lock and with no keys
 * but its own, so this one is versioned, not locked; whoever reads and writes objects also stands in the audit trail.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogs extends PhiConstruct {
  readonly bucket: S3Bucket;
  readonly name: string;
  /** What a service that delivers here must wait for. */
  readonly ready: S3BucketPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id, "ephi-derived");
    const { account, region, partition } = this.site;
    this.name = bucketName(this.physicalName, account, region);
    const objects = `arn:${partition}:s3:::${this.name}/*`;
    const ofAccount = { StringEquals: { "aws:SourceAccount": account } };
    const delivery: Statement = {
      sid: "AccessLogDelivery",
      principals: { Service: ["logging.s3.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [objects],
      conditions: ofAccount,
    };
    const inventory: Statement = {
      ...delivery,
      sid: "InventoryDelivery",
      principals: { Service: ["s3.amazonaws.com"] },
      conditions: { ...ofAccount, ArnLike: { "aws:SourceArn": `arn:${partition}:s3:::${this.site.prefix}-*` } },
    };
    const reports: Statement = {
      ...delivery,
      sid: "BackupReports",
      // The role is linked to the service and made with the first report: a policy that names it as principal before is refused.
      principals: "*",
      conditions: {
        ArnEquals: {
          "aws:PrincipalArn": `arn:${partition}:iam::${account}:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports`,
        },
      },
    };
    const { bucket, block, policy } = privateBucket(this, {
      name: this.name,
      statements: [delivery, inventory, reports],
      lifecycle: [abortUploads, expire],
    });
    this.bucket = this.claim(bucket, ...PRIVATE_BUCKET_CLAIMS);
    this.claim(policy, "exposure.public_policy");
    this.claim(block);
    this.ready = policy;
  }
}

const expire: S3BucketLifecycleConfigurationRule = {
  id: "expire",
  status: "Enabled",
  filter: [{ prefix: "" }],
  expiration: [{ days: LOG_RETENTION_DAYS }],
  noncurrentVersionExpiration: [{ noncurrentDays: LOG_RETENTION_DAYS }],
};

/** The access logs of a site, made when they are first asked for. */
export function accessLogsOf(site: Site): AccessLogs {
  const known = site.node.tryFindChild("AccessLogs");
  return known instanceof AccessLogs ? known : new AccessLogs(site, "AccessLogs");
}

/**
 * Has S3 log every access to a bucket, as `AccessLogging` below the construct that made it.
 *
 * @param name of the bucket, under which its logs stand
 */
export function logAccess(made: PhiConstruct, bucket: S3Bucket, name: string): void {
  const accessLogs = accessLogsOf(made.site);
  new S3BucketLoggingA(made, "AccessLogging", {
    bucket: bucket.id,
    targetBucket: accessLogs.bucket.id,
    targetPrefix: `${name}/`,
    // S3 delivers from now on: what lets it must stand before.
    dependsOn: [accessLogs.ready],
  });
}
