// Restores that are tried without anybody asking: 164.308(a)(7)(ii)(D).

import { BackupRestoreTestingPlan, BackupRestoreTestingSelection, type Construct, Lazy } from "../internal/cdktf.ts";

/** How often a restore is tried. */
export type RestoreFrequency = "weekly" | "monthly";

const SCHEDULES: Readonly<Record<RestoreFrequency, string>> = {
  weekly: "cron(0 8 ? * SUN *)",
  monthly: "cron(0 8 1 * ? *)",
};

/** Types whose restores AWS Backup can try by itself. */
const TESTABLE = new Set(["Aurora", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "S3"]);

interface RestoreTestingProps {
  /** Letters, digits and `_`. */
  readonly name: string;
  readonly frequency: RestoreFrequency;
  /** ARNs of the vaults that restores are taken from. */
  readonly vaults: readonly string[];
  readonly roleArn: string;
  /** ARNs of the stores of a type, complete when the stack is synthesised. */
  readonly stores: (type: string) => readonly string[];
}

/** A testing plan over vaults; selections are added type by type. */
export class RestoreTesting {
  private readonly plan: BackupRestoreTestingPlan;
  private readonly types = new Set<string>();

  constructor(
    private readonly scope: Construct,
    private readonly props: RestoreTestingProps,
  ) {
    this.plan = new BackupRestoreTestingPlan(scope, "RestoreTesting", {
      name: props.name,
      scheduleExpression: SCHEDULES[props.frequency],
      scheduleExpressionTimezone: "Etc/UTC",
      startWindowHours: 8,
      recoveryPointSelection: [
        {
          algorithm: "RANDOM_WITHIN_WINDOW",
          includeVaults: [...props.vaults],
          recoveryPointTypes: ["SNAPSHOT", "CONTINUOUS"],
          selectionWindowDays: 30,
        },
      ],
    });
  }

  /** Has restores of the stores of a type tried; nothing where AWS Backup cannot. */
  add(type: string): void {
    if (this.types.has(type) || !TESTABLE.has(type)) return;
    this.types.add(type);
    new BackupRestoreTestingSelection(this.scope, `RestoreTesting${type}`, {
      name: `${this.props.name}_${type}`,
      restoreTestingPlanName: this.plan.name,
      protectedResourceType: type,
      iamRoleArn: this.props.roleArn,
      protectedResourceArns: Lazy.listValue({ produce: () => [...this.props.stores(type)] }),
      // Time to look at what was restored before it is deleted again.
      validationWindowHours: 24,
    });
  }
}
