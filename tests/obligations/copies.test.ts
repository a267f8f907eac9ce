// Obligations on copies of ePHI. Each test performs the `acceptance` of its row.

import { describe, expect, it } from "vitest";
import { passed, planned, rejected } from "./judged.ts";

const CLINIC = "examples/clinic/plan.json.gz";
const REMOVED = "tests/obligations/two-of-three.plan.json.gz";
const RECOVERY = "tests/atlas/recovery.plan.json.gz";

/** Stores of a plan that AWS Backup copies. */
const stores = (plan: string): readonly string[] =>
  planned(plan, "aws_s3_bucket", "aws_db_instance", "aws_dynamodb_table")
    .filter(
      ({ address, values }) =>
        !/AccessLogs|Archive|Replica_/.test(address) && JSON.stringify(values).includes("RpoHours"),
    )
    .map(({ address }) => address);

describe("G-65", () => {
  it("passes each store of the example with its three copies", async () => {
    expect(stores(CLINIC).length).toBeGreaterThan(2);
    expect(await passed(CLINIC, "backup.three_two_one")).toEqual(expect.arrayContaining([...stores(CLINIC)]));
  });

  it("says 2 of 3 copies, 1 of 2 kinds, 0 of 1 offsite where the backup with its copy in another account is removed", async () => {
    const found = Object.entries(await rejected(REMOVED, "backup.three_two_one"));
    const [, message] = found.find(([address]) => address.startsWith("aws_s3_bucket.Replicated_")) ?? [];
    expect(message).toContain(": 2 of 3 copies, 1 of 2 kinds, 0 of 1 offsite, expected three copies of two kinds");
  });

  it("says which copy is missing where only the one in another account is removed", async () => {
    const found = Object.entries(await rejected(REMOVED, "backup.three_two_one"));
    const [, message] = found.find(([address]) => address.startsWith("aws_s3_bucket.Near_")) ?? [];
    expect(message).toContain(
      ": 3 of 3 copies, 2 of 2 kinds, 0 of 1 offsite, missing an immutable copy in another account, expected",
    );
    expect(found).toHaveLength(2);
  });
});

describe("G-66", () => {
  it("rejects a vault lock in governance mode as removable", async () => {
    expect(await rejected(RECOVERY, "backup.vault_lock")).toMatchObject({
      "aws_backup_vault.governed": expect.stringContaining("in governance mode, and an administrator can remove it"),
    });
    expect(await rejected(RECOVERY, "backup.three_two_one")).toMatchObject({
      "aws_efs_file_system.bad_recovery_copies__governance": expect.stringContaining(
        "aws_backup_vault.governed is locked in governance mode, which an administrator can remove",
      ),
    });
    expect(await passed(RECOVERY, "backup.vault_lock")).toContain("aws_backup_vault.safe");
  });

  it("rejects Object Lock in governance mode", async () => {
    expect(await rejected("tests/atlas/data-events.plan.json.gz", "integrity.archive_lock")).toMatchObject({
      "aws_s3_bucket.ok_object_lock__years": expect.stringContaining("governance mode for 2190 days"),
    });
  });

  it("locks every vault of the example in compliance mode", async () => {
    const vaults = planned(CLINIC, "aws_backup_vault").map(({ address }) => address);
    expect(vaults).toHaveLength(3);
    expect(await passed(CLINIC, "backup.vault_lock")).toEqual(expect.arrayContaining(vaults));
  });
});

describe("G-71", () => {
  it("plans restore tests of each store of a critical application, and weekly", async () => {
    const critical = stores(CLINIC);
    expect(await passed(CLINIC, "backup.restore_testing")).toEqual(expect.arrayContaining([...critical]));
    expect(planned(CLINIC, "aws_backup_restore_testing_plan").map(({ values }) => values.schedule_expression)).toEqual([
      "cron(0 8 ? * SUN *)",
    ]);
    const tested = planned(CLINIC, "aws_backup_restore_testing_selection").flatMap(
      ({ references }) => references.protected_resource_arns ?? [],
    );
    expect(tested).toEqual(expect.arrayContaining([...critical]));
  });
});
