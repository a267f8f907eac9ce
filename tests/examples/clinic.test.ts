import { describe, expect, it } from "vitest";
import { check } from "../../gate/check.ts";

const now = new Date("2026-01-01T00:00:00Z");

describe("the examples that are right", () => {
  it("fails nothing of the clinic, and leaves only its backups open, which its plan does not hold", async () => {
    const { verdicts, counts } = await check({ plan: "examples/clinic/plan.json.gz", now });
    const open = verdicts.filter(({ status, control }) => status === "undetermined" && control.startsWith("backup."));
    expect(verdicts).toEqual(open);
    expect(open.map(({ control }) => control)).toContain("backup.restore_testing");
    expect(counts.pass).toBeGreaterThan(200);
  });

  it("passes the modules once their source is at hand", async () => {
    const { outcome, verdicts, counts } = await check({
      plan: "examples/terraform/plan.json.gz",
      source: "examples/terraform",
      context: ["examples/terraform/context.yaml"],
      now,
    });
    expect({ outcome, verdicts }).toEqual({ outcome: "pass", verdicts: [] });
    expect(counts.pass).toBeGreaterThan(100);
  });

  it("leaves one policy of the modules open without it: an unknown ARN leaves no text in the plan", async () => {
    const { verdicts } = await check({
      plan: "examples/terraform/plan.json.gz",
      context: ["examples/terraform/context.yaml"],
      now,
    });
    expect(verdicts.map(({ control, address, status }) => [control, address, status])).toEqual([
      ["exposure.public_policy", "module.portal.aws_sqs_queue_policy.reminders", "undetermined"],
    ]);
  });
});
