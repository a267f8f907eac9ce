import { describe, expect, it } from "vitest";
import type { Delta, Verdict } from "../../gate/assessment.ts";
import { check } from "../../gate/check.ts";
import { lines } from "./planted.ts";

const now = new Date("2026-01-01T00:00:00Z");
const context = ["examples/brownfield/context.yaml"];
const added = "tests/plans/brownfield-new.plan.json.gz";
const mended = "tests/plans/brownfield-mended.plan.json.gz";

const withDelta = (verdicts: readonly Verdict[], ...deltas: Delta[]): string[] =>
  lines(verdicts.filter(({ delta }) => deltas.includes(delta)));

const NEW = "aws_dynamodb_table.consents protection.deletion";
/** What `mended/` mends, replaces or removes. */
const MENDED = [
  "aws_db_instance.records backup.retention",
  "aws_ebs_volume.scratch encryption.account_key",
  "aws_ebs_volume.scratch encryption.at_rest",
  "aws_sqs_queue.intake encryption.account_key",
  "aws_sqs_queue.intake encryption.at_rest",
  "aws_sqs_queue.intake encryption.transit_strength",
];
const REST = [
  "aws_cloudwatch_log_group.portal encryption.account_key",
  "aws_cloudwatch_log_group.portal logging.retention",
  "aws_db_instance.records exposure.inside_network",
  "aws_db_instance.records logging.connections",
  "aws_db_instance.records logging.os_monitoring",
  "aws_db_instance.records logging.statements",
  "aws_dynamodb_table.sessions protection.deletion",
  "aws_ebs_volume.scratch backup.recovery_point",
  "aws_ebs_volume.scratch backup.retained",
  "aws_ebs_volume.scratch backup.three_two_one",
  "aws_ebs_volume.scratch protection.final_snapshot",
  "aws_kms_key.main keys.separation",
];
/** The estate's faults as the plan in `new/` sees them, which renames the log group. */
const EXISTING = [...MENDED, ...REST].map((line) => line.replace("log_group.portal", "log_group.app")).sort();

describe("a brownfield estate", () => {
  it("is stopped by the new fault only, and tolerates the others, those of a renamed resource too", async () => {
    const { outcome, verdicts, counts } = await check({ plan: added, context, now, enforce: "introduced" });
    expect(outcome).toBe("blocked");
    expect(lines(verdicts.filter(({ blocking }) => blocking))).toEqual([NEW]);
    expect(withDelta(verdicts, "introduced", "worsened", "fixed")).toEqual([NEW]);
    expect(withDelta(verdicts, "unchanged")).toEqual(EXISTING);
    expect(counts.tolerated).toBe(EXISTING.length);
  });

  it("is stopped by every fault where all are enforced", async () => {
    const { verdicts } = await check({ plan: added, context, now, enforce: "all" });
    expect(lines(verdicts.filter(({ blocking }) => blocking))).toEqual([...EXISTING, NEW].sort());
  });

  it("shows as fixed what the plan mends, replaces and removes, and is stopped by what the replacement loses", async () => {
    const { outcome, verdicts } = await check({ plan: mended, context, now, enforce: "introduced" });
    expect(outcome).toBe("blocked");
    expect(withDelta(verdicts, "fixed")).toEqual(MENDED);
    expect(withDelta(verdicts, "unchanged")).toEqual(REST);
    // The volume was not encrypted, and is replaced by an empty one: no snapshot is taken of it.
    expect(withDelta(verdicts, "introduced", "worsened")).toEqual(["aws_ebs_volume.scratch protection.removal"]);
  });
});
