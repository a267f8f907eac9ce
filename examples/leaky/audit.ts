// A trail, since somebody asked for one.

import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { Construct } from "constructs";

export function audit(scope: Construct, documents: S3Bucket): void {
  new Cloudtrail(scope, "trail", { name: "portal", s3BucketName: documents.id, s3KeyPrefix: "trail" });
}
