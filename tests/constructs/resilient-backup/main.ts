// The smallest use of a backup, and one of each prop. A stack takes one by itself, so each has a table of its own.

import { exception, PhiTable, ResilientBackup, type ResilientBackupProps } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack, region, vault }) => {
    const use = (id: string, props: Partial<ResilientBackupProps>): void => {
      const backup = new ResilientBackup(stack, id, {
        tier: "essential",
        regionCopy: region,
        accountCopy: vault,
        ...props,
      });
      new PhiTable(stack, `${id}Table`, { partitionKey: { name: "patient", type: "S" }, backup });
    };
    use("Smallest", {});
    use("Critical", { tier: "critical" });
    use("Standard", { tier: "standard" });
    use("Objectives", { rpoHours: 6, rtoHours: 12 });
    use("Registered", { register: "tests/constructs/resilient-backup/objectives.yaml" });
    use("Retention", { retentionDays: 120, copyRetentionDays: 730 });
    use("Cold", { retentionDays: 365, coldStorageAfterDays: 60 });
    use("Floor", { lockMinDays: 14 });
    use("Cooling", { coolingOffDays: 3 });
    use("Gapped", { accountCopy: "air-gapped" });
    use("Staged", {
      lockPromotion: exception({
        control: "backup.vault_lock",
        kind: "remediation",
        reason: "the lock runs in governance mode until a month of backups was looked at",
        compensating: "the vaults' policies deny everyone to delete recovery points",
        owner: "portal-team",
        approvedBy: "security-official",
        until: "2026-03-01",
      }),
    });
  },
  { backup: false },
);
