// Three copies, two kinds, one out of reach: the source, a locked vault beside it, one in another Region, one in another account.
// 164.308(a)(7)(ii)(A), data backup plan, and 164.308(a)(7)(ii)(B), disaster recovery plan (both required).

import { ConstructError } from "../error.ts";
import { type Exception, exception } from "../exception.ts";
import {
  BackupLogicallyAirGappedVault,
  BackupPlan,
  BackupSelection,
  type Construct,
  IamRole,
  IamRolePolicyAttachment,
  Lazy,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { trust } from "../internal/policy.ts";
import { accessLogsOf } from "../logging/access-logs.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { registerSingle } from "../stack/registry.ts";
import type { Site } from "../stack/site.ts";
import { checkLeg, checkRange, type LockBounds, scheduleFor } from "./arithmetic.ts";
import type { BackedUpStore, Backup } from "./back-up.ts";
import { auditBackups } from "./backup-audit.ts";
import { checkLegs } from "./legs.ts";
import { LockedVault } from "./locked-vault.ts";
import { registered } from "./registered.ts";
import { RestoreTesting } from "./restore-testing.ts";
import { serviceOf } from "./services.ts";
import { type Objectives, TIERS, type Tier } from "./tiers.ts";

/** AWS Backup keeps continuous backups for 35 days at most. */
const CONTINUOUS_DAYS = 35;
/** Guards against typing errors, nothing else: what a lock in compliance mode holds is paid for until its time. */
const LOCK_MAX_DAYS = 3653;
/** A week in which a lock set by mistake can still be lifted; AWS Backup asks for 3 days at least. */
const COOLING_OFF_DAYS = 7;

/** What only its builder can know of a backup. */
export interface ResilientBackupProps extends PhiConstructProps {
  /**
   * How critical the application is; presets objectives and retention.
   *
   * - `critical`: RPO 4 hours, RTO 4 hours, kept 365 days, restores tried weekly
   * - `essential`: RPO 12 hours, RTO 24 hours, kept 180 days, restores tried monthly
   * - `standard`: RPO 24 hours, RTO 72 hours, kept 90 days, restores tried monthly
   *
   * @see 45 CFR 164.308(a)(7)(ii)(E), applications and data criticality analysis (addressable)
   */
  readonly tier: Tier;
  /**
   * Another Region of the stack's account, which holds a copy.
   *
   * @throws {ConstructError} `LEG_MISSING` where it is left out, in the stack's Region or in another account
   */
  readonly regionCopy: Site;
  /**
   * Another account, which holds a copy under a key of its own; or `air-gapped`: a vault whose account is AWS', locked and keyed by it.
   *
   * @throws {ConstructError} `LEG_MISSING` where it is left out or in the stack's account
   */
  readonly accountCopy: Site | "air-gapped";
  /**
   * Register of recovery objectives, relative to the working directory. Its entries of the tier set both objectives, the shortest of
   * several; a prop says otherwise.
   *
   * @default - `registers/recovery-objectives.yaml` where there is one; else the tier's preset
   * @throws {ConstructError} `REGISTER_INVALID` where it cannot be read, or is named and holds no entry of the tier
   */
  readonly register?: string;
  /**
   * Recovery point objective: hours of work that may be lost. Decides the schedule.
   *
   * @default - of the register, else of the tier
   * @throws {ConstructError} `RPO_OUT_OF_RANGE` below 1 (AWS Backup starts no more often) or above 24 (our choice)
   */
  readonly rpoHours?: number;
  /**
   * Recovery time objective: hours until the data is back. Decides what Backup Audit Manager accepts.
   *
   * @default - of the register, else of the tier
   * @throws {ConstructError} `RTO_OUT_OF_RANGE` below 1 or above 720
   */
  readonly rtoHours?: number;
  /**
   * Days for which each recovery point is kept beside the source.
   *
   * @default - of the tier
   * @throws {ConstructError} `RETENTION_OUTSIDE_LOCK`, `COLD_STORAGE_TOO_SHORT`
   * @see 45 CFR 164.308(a)(7)(ii)(A), data backup plan (required); it names no number
   */
  readonly retentionDays?: number;
  /**
   * Days for which each copy in the other Region and the other account is kept.
   *
   * @default - as `retentionDays`
   * @throws {ConstructError} `RETENTION_OUTSIDE_LOCK`, `COLD_STORAGE_TOO_SHORT`
   */
  readonly copyRetentionDays?: number;
  /**
   * Days after which recovery points move to cold storage, for the types that have it.
   *
   * @default - never
   * @throws {ConstructError} `COLD_STORAGE_TOO_SHORT` where less than 90 days of the retention are left
   */
  readonly coldStorageAfterDays?: number;
  /**
   * Days for which nobody, the root user included, can delete a recovery point.
   *
   * @default 35 - the longest that continuous backups can be kept; less where a retention is shorter
   * @throws {ConstructError} `LOCK_OUT_OF_RANGE` below 7 or above 35 (our choice: below, an attacker waits it out)
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly lockMinDays?: number;
  /**
   * Days in which the lock can still be lifted; afterwards it never can.
   *
   * @default 7
   * @throws {ConstructError} `COOLING_OFF_OUT_OF_RANGE` below 3 (AWS Backup's least) or above 30 (our choice)
   */
  readonly coolingOffDays?: number;
  /**
   * Stages the lock: until the date of this exception (control `backup.vault_lock`, kind `remediation`) it is in governance mode, and
   * the gate shows it as accepted. After the date the gate fails until the prop is left out, which promotes it to compliance mode.
   *
   * @default - compliance mode from the start, with the cooling-off window
   * @throws {ConstructError} `PROMOTION_INVALID` for an exception of another control or kind
   */
  readonly lockPromotion?: Exception;
}

/**
 * Backups as one unit: plan, selection, locked vaults at three places under three keys, copies, roles of their own, restore tests,
 * audit and alarms. Stores made after it come under it by themselves.
 *
 * The account of the copies must allow copies from the stack's: in AWS Organizations, switch cross-account backup on once.
 *
 * @example
 * new ResilientBackup(stack, "Backup", { tier: "essential", regionCopy: region, accountCopy: vault });
 * new PhiBucket(stack, "Documents");
 * @see 45 CFR 164.308(a)(7)(i), contingency plan (standard)
 */
export class ResilientBackup extends PhiConstruct implements Backup {
  readonly objectives: Objectives;
  private readonly stores: BackedUpStore[] = [];
  private readonly vaults: readonly LockedVault[];
  private readonly testing: RestoreTesting;
  private readonly accountCopy: Site | "air-gapped";
  private readonly lockPromotion: Exception | undefined;

  /**
   * @throws {ConstructError} `LEG_MISSING`, `RPO_OUT_OF_RANGE`, `RTO_OUT_OF_RANGE`, `RETENTION_OUTSIDE_LOCK`,
   *   `COLD_STORAGE_TOO_SHORT`, `LOCK_OUT_OF_RANGE`, `COOLING_OFF_OUT_OF_RANGE`, `PROMOTION_INVALID`; at synthesis `NOTHING_BACKED_UP`
   */
  constructor(scope: Construct, id: string, props: ResilientBackupProps) {
    super(scope, id, props.dataClass ?? "ephi");
    checkLegs(this, this.site, props);
    this.accountCopy = props.accountCopy;
    this.lockPromotion = props.lockPromotion;
    this.objectives = objectivesOf(this, props);
    const { rpoHours, retentionDays, restoreTests } = this.objectives;
    const copyRetentionDays = props.copyRetentionDays ?? retentionDays;
    const bounds = lockOf(props, retentionDays, copyRetentionDays);
    this.checkNumbers(props, bounds, copyRetentionDays);

    const locked = {
      dataClass: this.dataClass,
      bounds,
      coolingOffDays: props.coolingOffDays ?? COOLING_OFF_DAYS,
      sourceAccounts: [this.site.account],
      ...(props.lockPromotion && { promotion: props.lockPromotion }),
    };
    const vault = new LockedVault(this, "Vault", locked);
    const regional = new LockedVault(props.regionCopy, `${id}Vault`, locked);
    const remote =
      props.accountCopy === "air-gapped" ? undefined : new LockedVault(props.accountCopy, `${id}Vault`, locked);
    this.vaults = [vault, regional, ...(remote ? [remote] : [])];
    const copies = [regional.arn, remote?.arn ?? this.airGapped(bounds)];

    const lifecycle = (days: number) => ({
      deleteAfter: days,
      ...(props.coldStorageAfterDays !== undefined && { coldStorageAfter: props.coldStorageAfterDays }),
    });
    const plan = new BackupPlan(this, "Plan", {
      name: this.physicalName,
      rule: [
        {
          ruleName: "snapshots",
          targetVaultName: vault.vault.name,
          schedule: scheduleFor(rpoHours),
          scheduleExpressionTimezone: "Etc/UTC",
          startWindow: 60,
          completionWindow: 24 * 60,
          lifecycle: lifecycle(retentionDays),
          copyAction: copies.map((destinationVaultArn) => ({
            destinationVaultArn,
            lifecycle: lifecycle(copyRetentionDays),
          })),
        },
        {
          ruleName: "continuous",
          targetVaultName: vault.vault.name,
          schedule: "cron(30 5 * * ? *)",
          scheduleExpressionTimezone: "Etc/UTC",
          startWindow: 60,
          completionWindow: 24 * 60,
          enableContinuousBackup: true,
          lifecycle: { deleteAfter: CONTINUOUS_DAYS },
        },
      ],
    });
    this.claim(plan, "backup.lock_bounds");
    new BackupSelection(this, "Selection", {
      name: shortName(this.physicalName, 50),
      planId: plan.id,
      iamRoleArn: this.role("BackupRole", ["ForBackup"], ["AWSBackupServiceRolePolicyForS3Backup"]).arn,
      resources: Lazy.listValue({ produce: () => this.stores.map(({ arn }) => arn) }),
    });
    const name = this.physicalName.replaceAll("-", "_");
    this.testing = new RestoreTesting(this, {
      name: shortName(name, 30).replaceAll("-", "_"),
      frequency: restoreTests,
      vaults: [vault.arn],
      roleArn: this.role("RestoreRole", ["ForRestores"], ["AWSBackupServiceRolePolicyForS3Restore"]).arn,
      stores: (type) => this.stores.filter((entry) => entry.type === type).map(({ arn }) => arn),
    });
    auditBackups(this, {
      name,
      objectives: this.objectives,
      regionOfCopy: props.regionCopy.region,
      accountOfCopy: remote?.site.account,
      reports: accessLogsOf(this.site),
    });
    registerSingle(this, "ResilientBackup");
    this.node.addValidation({
      validate: () =>
        this.stores.length > 0
          ? []
          : [new ConstructError("NOTHING_BACKED_UP", "3-2-1 has no source, expected at least one store", this).message],
    });
  }

  /** Puts a store under this backup; its construct calls it. */
  protect(entry: BackedUpStore, accept: (accepted: Exception) => void): void {
    this.stores.push(entry);
    // A copy that somebody can still delete is none that 3-2-1 counts.
    if (this.lockPromotion) accept(exception({ ...this.lockPromotion.props, control: "backup.three_two_one" }));
    entry.store.tag({ RpoHours: String(this.objectives.rpoHours), RtoHours: String(this.objectives.rtoHours) });
    // Types that AWS Backup does not manage fully are copied by their own service, with the keys of source and vault.
    for (const { key } of this.vaults) key.allow({ service: serviceOf(entry.type), grants: true });
    if (this.accountCopy !== "air-gapped") {
      entry.key.allowCopies(this.accountCopy);
      this.vaults[0]?.key.allowCopies(this.accountCopy);
    }
    this.testing.add(entry.type);
  }

  private airGapped({ minDays, maxDays }: LockBounds): string {
    return new BackupLogicallyAirGappedVault(this, "AirGapped", {
      name: shortName(`${this.physicalName}-gapped`, 50),
      minRetentionDays: minDays,
      maxRetentionDays: maxDays,
    }).arn;
  }

  /** A role that AWS Backup alone assumes. */
  private role(id: string, general: readonly string[], more: readonly string[]): IamRole {
    const { account, partition } = this.site;
    const role = new IamRole(this, id, {
      name: shortName(`${this.physicalName}-${id === "BackupRole" ? "backup" : "restore"}`, 64),
      assumeRolePolicy: trust("backup.amazonaws.com", account),
    });
    const policies = [...general.map((purpose) => `service-role/AWSBackupServiceRolePolicy${purpose}`), ...more];
    for (const [index, policy] of policies.entries())
      new IamRolePolicyAttachment(this, `${id}Policy${index}`, {
        role: role.name,
        policyArn: `arn:${partition}:iam::aws:policy/${policy}`,
      });
    return role;
  }

  private checkNumbers(props: ResilientBackupProps, bounds: LockBounds, copyRetentionDays: number): void {
    const { rpoHours, rtoHours, retentionDays } = this.objectives;
    checkRange(this, "RPO_OUT_OF_RANGE", "rpoHours", rpoHours, [1, 24], "hours");
    checkRange(this, "RTO_OUT_OF_RANGE", "rtoHours", rtoHours, [1, 720], "hours");
    checkRange(this, "LOCK_OUT_OF_RANGE", "lockMinDays", props.lockMinDays, [7, CONTINUOUS_DAYS], "days");
    checkRange(this, "COOLING_OFF_OUT_OF_RANGE", "coolingOffDays", props.coolingOffDays, [3, 30], "days");
    for (const leg of [
      { name: "the recovery point beside the source", retentionDays },
      { name: "the copy in another Region", retentionDays: copyRetentionDays },
      { name: "the copy in another account", retentionDays: copyRetentionDays },
    ])
      checkLeg(this, leg, bounds, props.coldStorageAfterDays);
    const { lockPromotion } = props;
    if (
      lockPromotion &&
      !(lockPromotion.props.control === "backup.vault_lock" && lockPromotion.props.kind === "remediation")
    )
      throw new ConstructError(
        "PROMOTION_INVALID",
        `lockPromotion accepts ${lockPromotion.props.control} by ${lockPromotion.props.kind}, expected backup.vault_lock by remediation`,
        this,
      );
  }
}

function objectivesOf(
  at: ResilientBackup,
  { tier, register, rpoHours, rtoHours, retentionDays }: ResilientBackupProps,
): Objectives {
  const preset = { ...TIERS[tier], ...registered(at, tier, register) };
  return {
    ...preset,
    rpoHours: rpoHours ?? preset.rpoHours,
    rtoHours: rtoHours ?? preset.rtoHours,
    retentionDays: retentionDays ?? preset.retentionDays,
  };
}

const lockOf = (
  { lockMinDays }: ResilientBackupProps,
  retentionDays: number,
  copyRetentionDays: number,
): LockBounds => ({
  minDays: lockMinDays ?? Math.max(7, Math.min(CONTINUOUS_DAYS, retentionDays, copyRetentionDays)),
  maxDays: LOCK_MAX_DAYS,
});
