// A vault whose recovery points nobody deletes before their time, and whose failures are told: 164.308(a)(7)(ii)(A), 164.312(c)(1).

import type { Exception } from "../exception.ts";
import { BackupVault, BackupVaultLockConfiguration, BackupVaultPolicy, type Construct } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyText, type Statement } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { EventAlarm } from "../logging/event-alarm.ts";
import { type DataClass, PhiConstruct } from "../stack/phi-construct.ts";
import type { LockBounds } from "./arithmetic.ts";

/** Calls that shorten the life of a recovery point or of what protects it. */
const TAMPERING = [
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
];
const POLICY_CALLS = ["backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy"];
const WATCHED = [
  "DeleteBackupPlan",
  "DeleteBackupSelection",
  "DeleteBackupVault",
  "DeleteBackupVaultAccessPolicy",
  "DeleteBackupVaultLockConfiguration",
  "DeleteRecoveryPoint",
  "PutBackupVaultAccessPolicy",
  "PutBackupVaultLockConfiguration",
  "UpdateBackupPlan",
  "UpdateRecoveryPointLifecycle",
];

export interface LockedVaultProps {
  readonly dataClass: DataClass;
  readonly bounds: LockBounds;
  /** Days until the lock is final; see `ResilientBackupProps`. */
  readonly coolingOffDays: number;
  /** Leaves the lock removable until a date. */
  readonly promotion?: Exception;
  /** Accounts that copy into the vault, 12 digits each. */
  readonly sourceAccounts: readonly string[];
}

/** Vault, key, lock, policy and alarms of one leg. */
export class LockedVault extends PhiConstruct {
  readonly key: PhiKey;
  readonly vault: BackupVault;
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: LockedVaultProps) {
    super(scope, id, props.dataClass);
    this.name = shortName(this.physicalName, 50);
    this.key = new PhiKey(this, "Key").allow({ service: "backup", grants: true }).allowCopies(this.site);
    this.vault = this.claim(
      new BackupVault(this, "Resource", { name: this.name, kmsKeyArn: this.key.arn, forceDestroy: false }),
      "encryption.at_rest",
      "encryption.customer_key",
      "protection.deletion",
      "backup.vault_policy",
      "backup.failure_alarm",
    );
    this.arn = this.vault.arn;
    this.lock(props);
    this.claim(
      new BackupVaultPolicy(this, "Policy", {
        backupVaultName: this.vault.name,
        policy: policyText(this.statements(props.sourceAccounts)),
      }),
      "exposure.public_policy",
    );
    this.alarms();
  }

  private lock({ bounds, coolingOffDays, promotion }: LockedVaultProps): void {
    this.claim(
      new BackupVaultLockConfiguration(this, "Lock", {
        backupVaultName: this.vault.name,
        minRetentionDays: bounds.minDays,
        maxRetentionDays: bounds.maxDays,
        ...(promotion ? {} : { changeableForDays: coolingOffDays }),
      }),
      "backup.lock_floor",
    );
    if (promotion) this.accept(this.vault, promotion);
    else this.claim(this.vault, "backup.vault_lock");
  }

  private statements(sourceAccounts: readonly string[]): readonly Statement[] {
    const { account, partition, custodians } = this.site;
    const copiers = sourceAccounts.filter((source) => source !== account);
    return [
      { sid: "NobodyShortens", effect: "Deny", principals: "*", actions: TAMPERING },
      {
        sid: "CustodiansAloneChangeThis",
        effect: "Deny",
        principals: "*",
        actions: POLICY_CALLS,
        conditions: { ArnNotEquals: { "aws:PrincipalArn": custodians } },
      },
      ...(copiers.length === 0
        ? []
        : [
            {
              sid: "CopiesOfStack",
              principals: { AWS: copiers.map((source) => `arn:${partition}:iam::${source}:root`) },
              actions: ["backup:CopyIntoBackupVault"],
            },
          ]),
    ];
  }

  private alarms(): void {
    new EventAlarm(this, "Failures", {
      description: "Backups, copies and restores that failed",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
        detail: { state: ["ABORTED", "EXPIRED", "FAILED", "PARTIAL"] },
      },
    });
    new EventAlarm(this, "Tampering", {
      description: "Changes to vaults, their locks and policies, plans and recovery points",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: { eventSource: ["backup.amazonaws.com"], eventName: WATCHED },
      },
    });
  }
}
