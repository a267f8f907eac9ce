// What plans take away, against a state that was applied. The name of a resource says what is left of it.

import { describe, expect, it } from "vitest";
import type { Verdict } from "../../gate/assessment.ts";
import { check } from "../../gate/check.ts";

const now = new Date("2026-01-01T00:00:00Z");
const taken = await check({ plan: "tests/changes/taken-away.plan.json.gz", now });

/** `address: status found` of a control's verdicts, and `address: pass`. */
function said(control: string): readonly string[] {
  const failed = taken.verdicts
    .filter((verdict) => verdict.control === control)
    .map(({ address, status, found }: Verdict) => `${address}: ${status} ${found}`);
  const passed = (taken.passed.find((one) => one.control === control)?.addresses ?? []).map((one) => `${one}: pass`);
  return [...failed, ...passed].sort();
}

describe("a plan that takes away", () => {
  it("is blocked for stores, vaults and trails of which nothing is left, and for empty ones in their place", () => {
    expect(said("protection.removal")).toMatchInlineSnapshot(`
      [
        "aws_backup_vault.guarded: pass",
        "aws_backup_vault.lost: fail destroyed, and no copy of it stays",
        "aws_db_instance.lost: fail destroyed, and no copy of it stays",
        "aws_dynamodb_table.kept: pass",
        "aws_dynamodb_table.lost: fail destroyed, and no copy of it stays",
        "aws_rds_cluster.guarded: pass",
        "aws_rds_cluster.kept: pass",
        "aws_rds_cluster.replaced: fail replaced, a final snapshot stays",
        "aws_rds_cluster.restored: pass",
        "aws_s3_bucket.guarded: pass",
        "aws_s3_bucket.lost: fail destroyed, and no copy of it stays",
        "aws_s3_bucket.lost_logs: fail destroyed, and no copy of it stays",
      ]
    `);
  });

  it("is blocked for keys that something which stays was encrypted under", () => {
    expect(said("keys.removal")).toMatchInlineSnapshot(`
      [
        "aws_kms_key.of_bucket: fail destroyed, though aws_s3_bucket.rekeyed needs it",
        "aws_kms_key.of_lost: pass",
        "aws_kms_key.of_snapshot: fail destroyed, though aws_rds_cluster.kept, destroyed, a final snapshot stays, needs it",
        "aws_kms_key.outlived: fail destroyed, though aws_sqs_queue.under_outlived needs it",
      ]
    `);
  });

  it("is blocked for what it weakens, and not twice for what is too little anyway", () => {
    expect(said("protection.strength")).toMatchInlineSnapshot(`
      [
        "aws_cloudwatch_log_group.held: pass",
        "aws_cloudwatch_log_group.weakened: fail days of logs from 731 to 400",
        "aws_rds_cluster.replaced: pass",
        "aws_rds_cluster.restored: pass",
        "aws_sqs_queue.under_outlived: pass",
      ]
    `);
    expect(said("logging.retention").filter((line) => line.includes("fail"))).toMatchInlineSnapshot(`
      [
        "aws_cloudwatch_log_group.too_little: fail 30",
      ]
    `);
  });

  it("introduces every such fault, so that a brownfield estate is stopped as well", () => {
    const own = ["protection.removal", "keys.removal", "protection.strength"];
    const deltas = taken.verdicts.filter(({ control }) => own.includes(control)).map(({ delta }) => delta);
    expect(new Set(deltas)).toEqual(new Set(["introduced"]));
  });
});

describe("a plan over a state that it leaves alone, and a state", () => {
  it.each(["examples/clinic/plan.json.gz", "tests/plans/brownfield.state.json.gz"])(
    "%s takes nothing away",
    async (plan) => {
      const { verdicts, passed } = await check({ plan, now });
      const controls = [...verdicts, ...passed].map(({ control }) => control);
      expect(controls.filter((control) => /^(keys|protection)\.(removal|strength)$/.test(control))).toEqual([]);
    },
  );
});
