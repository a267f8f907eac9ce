// Facts on vaults, restore tests and lifecycles as Terraform plans them: tests/atlas/vaults and tests/atlas/lifecycle.

import { describe, expect, it } from "vitest";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../../gate/facts/compute.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

async function factsOf(plan: string): Promise<(address: string, fact: string) => Fact | undefined> {
  const all = computeFacts(buildModel(await readPlan(`tests/atlas/${plan}.plan.json.gz`)).after, loadAtlas());
  return (address, fact) => {
    const found = all.get(address);
    if (!found) throw new Error(`${address} does not exist`);
    return found.facts.get(fact);
  };
}
const vaults = await factsOf("vaults");
const lifecycle = await factsOf("lifecycle");

describe("lock_bounds", () => {
  const vault = "aws_backup_vault.ok_vault_lock__vault_policy__vault_alarm";

  it("names the lock that a retention breaks, in days", () => {
    expect(vaults("aws_backup_plan.bad_lock_bounds__too_short", "lock_bounds")).toEqual({
      judged: { state: "outside" },
      found: `kept 7 days, the lock of ${vault} asks for 35 days at least`,
      path: "rule[0].lifecycle[0].delete_after",
    });
    expect(vaults("aws_backup_plan.bad_lock_bounds__for_ever", "lock_bounds")).toEqual({
      judged: { state: "outside" },
      found: `kept for ever, the lock of ${vault} allows 400 days at most`,
      path: "rule[0].lifecycle[0].delete_after",
    });
  });

  it("asks cold storage for its 90 days", () => {
    expect(vaults("aws_backup_plan.bad_lock_bounds__cold", "lock_bounds")).toEqual({
      judged: { state: "outside" },
      found: "kept 100 days, though cold storage after 30 asks for 120 at least",
      path: "rule[0].lifecycle[0].delete_after",
    });
  });

  it("says which vault the plan does not hold, one of the same name in another Region included", () => {
    const outside = {
      judged: { state: "unknown" },
      found: "a vault outside this plan",
      path: "rule[0].target_vault_name",
      cause: "the plan does not hold the vault that rule[0].target_vault_name names, nor its lock",
      byAbsence: true,
    };
    expect(vaults("aws_backup_plan.vault_elsewhere", "lock_bounds")).toEqual(outside);
    expect(vaults("aws_backup_plan.vault_of_the_other_region", "lock_bounds")).toEqual(outside);
  });
});

describe("lock_floor", () => {
  it("is the minimum of the lock, and of an air-gapped vault its own", () => {
    expect(vaults("aws_backup_vault_lock_configuration.ok_lock_floor", "lock_floor")?.judged).toEqual({
      state: "known",
      days: 35,
    });
    expect(
      vaults("aws_backup_logically_air_gapped_vault.ok_vault_lock__vault_policy__lock_floor", "lock_floor")?.judged,
    ).toEqual({ state: "known", days: 35 });
  });
});

describe("vault_alarm", () => {
  it("names the events that tell of no failure", () => {
    expect(vaults("aws_backup_vault.bad_vault_policy__vault_alarm__not_guarded", "vault_alarm")).toEqual({
      judged: { state: "off" },
      found: "BACKUP_JOB_STARTED, COPY_JOB_SUCCESSFUL",
      path: "backup_vault_events",
      address: "aws_backup_vault_notifications.west",
    });
  });

  it("hears no rule without a target", () => {
    expect(vaults("aws_backup_vault.bad_vault_policy__one_role", "vault_alarm")).toEqual({
      judged: { state: "off" },
      found: "neither notifications of the vault nor a rule on failed backups in this plan",
      path: "",
      byAbsence: true,
    });
  });

  it("asks for the copies that a plan takes from the vault", () => {
    expect(vaults("aws_backup_vault.bad_vault_alarm__copies", "vault_alarm")).toEqual({
      judged: { state: "off" },
      found: "BACKUP_JOB_COMPLETED",
      path: "backup_vault_events",
      address: "aws_backup_vault_notifications.copied",
    });
  });

  it("says which ends of a backup a rule leaves out", () => {
    expect(vaults("aws_backup_vault.bad_vault_alarm__expired", "vault_alarm")).toEqual({
      judged: { state: "off" },
      found: "aws_cloudwatch_event_rule.expired leaves out ABORTED, EXPIRED of backups",
      path: "",
      byAbsence: true,
    });
  });
});

describe("restore_testing", () => {
  it("names the selection and its schedule", () => {
    expect(vaults("aws_db_instance.ok_restore_testing__tagged", "restore_testing")).toEqual({
      judged: { state: "covered", days: 7 },
      found: "tested by cron(0 5 ? * SUN *)",
      path: "protected_resource_type",
      address: 'aws_backup_restore_testing_selection.tagged["RDS"]',
    });
  });

  it("is unknown where neither backups nor their tests are in the plan", () => {
    expect(lifecycle("aws_s3_bucket.prefix", "restore_testing")).toEqual({
      judged: { state: "unknown" },
      found: "neither a backup plan nor restore testing in this plan",
      path: "",
      cause: "backups and their tests are not in this plan",
      byAbsence: true,
    });
  });

  it("is not asked of logs and replicas", () => {
    expect(lifecycle("aws_s3_bucket.logs", "restore_testing")).toBe(undefined);
    expect(lifecycle("aws_s3_bucket.ok_log_expiry__trail", "restore_testing")).toBe(undefined);
    expect(lifecycle("aws_s3_bucket.replicas", "restore_testing")).toBe(undefined);
  });
});

describe("object_expiry", () => {
  const configuration = (name: string) => `aws_s3_bucket_lifecycle_configuration.${name}`;

  it("takes the soonest of all rules, a prefix or not", () => {
    expect(lifecycle("aws_s3_bucket.prefix", "object_expiry")).toEqual({
      judged: { state: "known", days: 3 },
      found: "objects deleted after 3 days",
      path: "rule[0].expiration[0].days",
      address: configuration("prefix"),
    });
    expect(lifecycle("aws_s3_bucket.versions", "object_expiry")).toEqual({
      judged: { state: "known", days: 1 },
      found: "earlier versions deleted after 1 day",
      path: "rule[0].noncurrent_version_expiration[0].noncurrent_days",
      address: configuration("versions"),
    });
  });

  it("reads rules of the bucket itself, and dates", () => {
    expect(lifecycle("aws_s3_bucket.inline", "object_expiry")).toEqual({
      judged: { state: "known", days: 2 },
      found: "earlier versions deleted after 2 days",
      path: "lifecycle_rule[0].noncurrent_version_expiration[0].days",
    });
    expect(lifecycle("aws_s3_bucket.dated", "object_expiry")?.judged).toEqual({ state: "known", days: 0 });
  });

  it("counts the days for which the object lock holds every version", () => {
    expect(lifecycle("aws_s3_bucket.locked", "object_expiry")).toEqual({
      judged: { state: "known", days: 90 },
      found: "earlier versions deleted after 1 day, held 90 days by the object lock",
      path: "rule[0].noncurrent_version_expiration[0].noncurrent_days",
      address: configuration("locked"),
    });
  });

  it("is kept where rules move, tidy up or are off", () => {
    expect(lifecycle("aws_s3_bucket.ok_object_expiry__harmless", "object_expiry")).toEqual({
      judged: { state: "kept" },
      found: "no lifecycle rule deletes it",
      path: "",
    });
  });

  it("leaves objects of a bucket of logs to log_expiry, which no other bucket has", () => {
    expect(lifecycle("aws_s3_bucket.logs", "object_expiry")?.judged).toEqual({ state: "kept" });
    expect(lifecycle("aws_s3_bucket.logs", "log_expiry")).toEqual({
      judged: { state: "known", days: 90 },
      found: "objects deleted after 90 days",
      path: "rule[0].expiration[0].days",
      address: configuration("logs"),
    });
    expect(lifecycle("aws_s3_bucket.prefix", "log_expiry")).toBe(undefined);
  });
});

describe("replica_key", () => {
  it("names the key that lies in another Region than the replicas", () => {
    expect(
      lifecycle("aws_s3_bucket_replication_configuration.bad_replica_key__of_the_other_region", "replica_key"),
    ).toEqual({
      judged: { state: "lost" },
      found: "aws_kms_key.east lies in us-east-1, the replicas in us-west-2",
      path: "rule[0].destination[0].encryption_configuration[0].replica_kms_key_id",
    });
  });

  it("reads the template by which ECR makes the replicas' repositories", () => {
    expect(lifecycle("aws_ecr_replication_configuration.ok_replica_key", "replica_key")).toEqual({
      judged: { state: "kept" },
      found: "aws_kms_key.west",
      path: "encryption_configuration[0].kms_key",
      address: "aws_ecr_repository_creation_template.ok_encryption_key",
    });
    expect(lifecycle("aws_ecr_replication_configuration.template_elsewhere", "replica_key")).toEqual({
      judged: { state: "unknown" },
      found: "replicas in eu-west-1",
      path: "replication_configuration[0].rule[0].destination[0].region",
      cause: "the plan holds no repository creation template for replicas in eu-west-1",
      byAbsence: true,
    });
  });
});
