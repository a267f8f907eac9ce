// AWS Backup's own account of itself: a framework of controls, and reports on jobs. 164.308(a)(8), evaluation.

import { BackupFramework, BackupReportPlan, type Construct } from "../internal/cdktf.ts";
import type { AccessLogs } from "../logging/access-logs.ts";
import type { Objectives } from "./tiers.ts";

interface BackupAuditProps {
  /** Letters, digits and `_`. */
  readonly name: string;
  readonly objectives: Objectives;
  readonly regionOfCopy: string;
  readonly accountOfCopy: string | undefined;
  readonly reports: AccessLogs;
}

/**
 * Backup Audit Manager's framework and its daily reports. It needs AWS Config to be recording in the account.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export function auditBackups(scope: Construct, props: BackupAuditProps): void {
  const { name, objectives, regionOfCopy, accountOfCopy, reports } = props;
  const { rpoHours, rtoHours, retentionDays } = objectives;
  const control = (id: string, parameters: Readonly<Record<string, string>> = {}) => ({
    name: id,
    inputParameter: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
  });
  const framework = new BackupFramework(scope, "Framework", {
    name: `${name}_framework`,
    description: "Backups as phiward builds them",
    control: [
      control("BACKUP_RECOVERY_POINT_ENCRYPTED"),
      control("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"),
      control("BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", {
        requiredRetentionDays: String(Math.min(35, retentionDays)),
      }),
      control("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN"),
      control("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK"),
      control("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", { crossRegionList: regionOfCopy }),
      ...(accountOfCopy === undefined
        ? []
        : [control("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", { crossAccountList: accountOfCopy })]),
      control("BACKUP_LAST_RECOVERY_POINT_CREATED", {
        recoveryPointAgeUnit: "hours",
        recoveryPointAgeValue: String(rpoHours + 24),
      }),
      control("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
        requiredFrequencyUnit: "hours",
        requiredFrequencyValue: String(rpoHours),
        requiredRetentionDays: String(Math.min(35, retentionDays)),
      }),
      control("RESTORE_TIME_FOR_RESOURCES_MEET_TARGET", { maxRestoreTime: String(rtoHours * 60) }),
    ],
  });
  const reportsOn = (id: string, template: string, frameworks?: readonly string[]) =>
    new BackupReportPlan(scope, id, {
      name: `${name}_${template.toLowerCase()}`,
      reportDeliveryChannel: {
        s3BucketName: reports.bucket.id,
        s3KeyPrefix: "backup-reports",
        formats: ["CSV", "JSON"],
      },
      reportSetting: {
        reportTemplate: template,
        ...(frameworks && { frameworkArns: [...frameworks], numberOfFrameworks: frameworks.length }),
      },
      dependsOn: [reports.ready],
    });
  reportsOn("BackupJobs", "BACKUP_JOB_REPORT");
  reportsOn("CopyJobs", "COPY_JOB_REPORT");
  reportsOn("RestoreJobs", "RESTORE_JOB_REPORT");
  reportsOn("Controls", "CONTROL_COMPLIANCE_REPORT", [framework.arn]);
}
