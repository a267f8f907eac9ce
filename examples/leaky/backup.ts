// Backups, as far as somebody had heard of them.

import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan/index.js";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection/index.js";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { Construct } from "constructs";

export function backup(scope: Construct, key: KmsKey, exports: S3Bucket): void {
  const elsewhere = new AwsProvider(scope, "elsewhere", {
    alias: "elsewhere",
    region: "us-east-1",
    assumeRole: [{ roleArn: "arn:aws:iam::444455556666:role/backup" }],
  });
  // In another account, but under the key of this one.
  const away = new BackupVault(scope, "away", {
    provider: elsewhere,
    name: "portal",
    kmsKeyArn: key.arn,
  });
  const vault = new BackupVault(scope, "vault", { name: "portal", kmsKeyArn: key.arn });
  new BackupVaultLockConfiguration(scope, "vault_lock", { backupVaultName: vault.name, minRetentionDays: 1 });
  // Cold storage is cheaper, and asks for 90 days: every job of this plan fails.
  const nightly = new BackupPlan(scope, "nightly", {
    name: "portal-nightly",
    rule: [
      {
        ruleName: "nightly",
        targetVaultName: vault.name,
        schedule: "cron(0 5 * * ? *)",
        lifecycle: { coldStorageAfter: 30, deleteAfter: 60 },
        copyAction: [{ destinationVaultArn: away.arn, lifecycle: { deleteAfter: 60 } }],
      },
    ],
  });
  new BackupSelection(scope, "nightly_selection", {
    name: "portal",
    planId: nightly.id,
    iamRoleArn: "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole",
    resources: [exports.arn],
  });
}
