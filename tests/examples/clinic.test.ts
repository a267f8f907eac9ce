import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../gate/check.ts";

const now = new Date("2026-01-01T00:00:00Z");

describe("the examples that are right", () => {
  it.each(["clinic", "minimal"])("passes the %s, with nothing failing and nothing left open", async (name) => {
    const { outcome, verdicts, counts } = await check({ plan: `examples/${name}/plan.json.gz`, now });
    expect({ outcome, verdicts }).toEqual({ outcome: "pass", verdicts: [] });
    expect(counts.pass).toBeGreaterThan(200);
  });

  it.each(["clinic", "minimal"])("is written in few lines of constructs: the %s", (name) => {
    const files = readdirSync(`examples/${name}`).filter((file) => file.endsWith(".ts"));
    const lines = files.flatMap((file) => readFileSync(`examples/${name}/${file}`, "utf8").trimEnd().split("\n"));
    expect(lines.length).toBeLessThan(name === "minimal" ? 30 : 120);
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
      ["encryption.in_transit", "module.portal.aws_sqs_queue.reminders", "undetermined"],
    ]);
  });
});
