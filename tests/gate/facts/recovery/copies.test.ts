// Copies of stores as Terraform plans them: tests/atlas/recovery.

import { beforeAll, describe, expect, it } from "vitest";
import { loadProfile } from "../../../../catalogue/profiles.ts";
import { copyMatrix, type StoreRow } from "../../../../gate/copies.ts";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts, type FactOptions } from "../../../../gate/facts/compute.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import type { Model } from "../../../../gate/model/types.ts";
import { readPlan } from "../../../../gate/plan/read.ts";
import type { RawPlan } from "../../../../gate/plan/types.ts";
import { copiesTable } from "../../../../report/copies.ts";

const atlas = loadAtlas();
const profile = loadProfile("hipaa");
if (!profile) throw new Error("the profile in force exists");

let raw: RawPlan;
beforeAll(async () => {
  raw = await readPlan("tests/atlas/recovery.plan.json.gz");
});

/** The plan, without the resources of some addresses. */
const modelOf = (without: readonly string[] = [], change: (plan: RawPlan) => RawPlan = (plan) => plan): Model =>
  buildModel(change({ ...raw, changes: raw.changes.filter(({ address }) => !without.includes(address)) }), {
    identity: (type) => atlas[type]?.identity,
  });
const factOf = (model: Model, address: string, fact: string, options: FactOptions = {}): Fact | undefined =>
  computeFacts(model.after, atlas, options).get(address)?.facts.get(fact);

function matrix(model: Model): readonly StoreRow[] {
  const after = computeFacts(model.after, atlas);
  return copyMatrix({ model, before: after, after }, { profile: profile ?? never() }).stores;
}
const never = (): never => {
  throw new Error("unreachable");
};

const documents = "aws_s3_bucket.ok_recovery_copies__recovery_gap__copy_keys";
const sessions = "aws_dynamodb_table.ok_recovery_copies__recovery_gap__copy_keys";

describe("the copies of a store", () => {
  it("are the live store and a recovery point in each vault, with Region, account, key, lock, retention and gap", () => {
    const row = matrix(modelOf()).find(({ address }) => address === documents);
    const brief = row?.copies.map(({ kind, holder, region, account, key, immutability, retentionDays, gapHours }) =>
      [kind, holder, region, account, key.name, immutability, retentionDays, gapHours].join(" | "),
    );
    expect(brief).toEqual([
      `live | ${documents} | us-east-1 | 111122223333 | the key of AWS | none |  | `,
      "recovery-point | aws_backup_vault.local | us-east-1 | 111122223333 | aws_kms_key.portal | none | 35 | 0.08",
      "recovery-point | aws_backup_vault.safe | us-west-2 | 444455556666 | aws_kms_key.recovery | compliance | 365 | 24",
      "recovery-point | aws_backup_vault.west | us-west-2 |  | the key of AWS | none | 90 | 24",
    ]);
    // Credentials that are the same work in one account, though the plan does not name it.
    expect(row?.copies.map(({ otherAccount }) => otherAccount)).toEqual(["no", "no", "yes", "no"]);
  });

  it("are printed as a block a store, with what is missing", () => {
    const model = modelOf();
    const after = computeFacts(model.after, atlas);
    const text = copiesTable([copyMatrix({ model, before: after, after }, { profile: profile ?? never() })]);
    expect(text).toContain("missing: 2 more copies; a recovery point in a vault of AWS Backup");
    expect(text).toContain("aws_s3_bucket.replica holds the replicas of aws_s3_bucket_replication_configuration.scans");
    expect(text).toContain("aws_s3_bucket.logs holds the logs of aws_s3_bucket_logging.documents");
  });
});

describe("recovery_copies", () => {
  it("counts three copies, two kinds and one offsite", () => {
    expect(factOf(modelOf(), documents, "recovery_copies")).toEqual({
      judged: { state: "complete", legs: 6, copies: 4, kinds: 2, offsite: 1 },
      found: "3 of 3 copies, 2 of 2 kinds, 1 of 1 offsite",
      path: "",
      address: "aws_backup_plan.full",
    });
  });

  it("G-65: says what is left where a replica is the only copy", () => {
    const scans = "aws_s3_bucket.bad_recovery_copies__replicated";
    expect(factOf(modelOf(), scans, "recovery_copies")?.found).toBe("2 of 3 copies, 1 of 2 kinds, 0 of 1 offsite");
  });

  it("G-66: does not count a lock in governance mode", () => {
    const fact = factOf(modelOf(), "aws_efs_file_system.bad_recovery_copies__governance", "recovery_copies");
    expect(fact?.judged).toEqual({ state: "partial", legs: 5, copies: 3, kinds: 2, offsite: 0 });
    expect(fact?.found).toContain(
      "aws_backup_vault.governed is locked in governance mode, which an administrator can remove",
    );
  });

  it("loses the offsite copy with the lock of its vault", () => {
    const fact = factOf(modelOf(["aws_backup_vault_lock_configuration.safe"]), documents, "recovery_copies");
    expect(fact?.judged).toEqual({ state: "partial", legs: 5, copies: 4, kinds: 2, offsite: 0 });
  });

  it("is open, and waits for context, where the vault lies outside the plan", () => {
    expect(factOf(modelOf(), "aws_neptune_cluster.distant", "recovery_copies")).toMatchObject({
      judged: { state: "unknown" },
      byAbsence: true,
      cause:
        "neither the plan nor its context holds the vault arn:aws:backup:eu-west-1:777788889999:backup-vault:distant, its lock and its key",
    });
  });

  it("is open where nothing of AWS Backup is at hand, and a statement settles it", () => {
    const backup = raw.changes.filter(({ type }) => type.startsWith("aws_backup_")).map(({ address }) => address);
    const model = modelOf(backup);
    expect(factOf(model, sessions, "recovery_copies")).toMatchObject({ judged: { state: "unknown" }, byAbsence: true });
    const stated = [
      {
        address: "*",
        fact: "recovery_copies",
        judged: { state: "complete" },
        owner: "Backups",
        evidence: "central vault",
      },
    ];
    expect(factOf(model, sessions, "recovery_copies", { stated })).toMatchObject({
      judged: { state: "complete" },
      basis: "Backups",
    });
  });

  it("does not exist for replicas and logs", () => {
    for (const address of ["aws_s3_bucket.replica", "aws_s3_bucket.logs"])
      expect(factOf(modelOf(), address, "recovery_copies")).toBeUndefined();
  });
});

describe("recovery_gap", () => {
  it("takes all schedules together", () => {
    expect(factOf(modelOf(), sessions, "recovery_gap")?.judged).toEqual({ state: "known", hours: 12 });
  });

  it("G-64: stands beside the objective of the register, the shortest of several", () => {
    const objectives = [
      { id: "RO-1", address: "aws_dynamodb_table.*", rpoHours: 8, owner: "Portal" },
      { id: "RO-2", tag: { key: "Backup", value: "full" }, rpoHours: 4, owner: "Records" },
      { id: "RO-3", address: "aws_s3_bucket.*", rpoHours: 1, owner: "Documents" },
    ];
    expect(factOf(modelOf(), sessions, "recovery_gap", { objectives })).toMatchObject({
      judged: { state: "known", hours: 12, objective: 4 },
      found: "12 hours between points to restore to, at the most, where RO-2 of the register asks for 4",
      basis: "Records",
    });
  });
});

describe("copy_keys", () => {
  it("G-67: refuses the store's own key in the other account, its replica in another Region too", () => {
    for (const address of ["aws_ebs_volume.bad_copy_keys", "aws_ebs_volume.bad_copy_keys__replica"])
      expect(factOf(modelOf(), address, "copy_keys")).toMatchObject({
        judged: { state: "shared" },
        found: expect.stringContaining("the key of the store itself"),
      });
  });

  it("does not exist where no copy leaves the account", () => {
    expect(factOf(modelOf(), "aws_db_instance.bad_recovery_copies__near", "copy_keys")).toBeUndefined();
  });
});
