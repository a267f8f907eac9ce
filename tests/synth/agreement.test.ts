// What is said before a plan and what is said of the plan: a pass or a fail that is said early holds in the plan too.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "@cdktf/hcl2json";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../gate/assessment.ts";
import { check } from "../../gate/check.ts";
import type { JsonObject } from "../../gate/plan/types.ts";
import { EarlyGate } from "../../synth/gate.ts";
import { calm } from "./stack.ts";

const { now = new Date() } = calm;
const gate = new EarlyGate(calm);

/** Verdicts that differ for a reason, by fixture. */
const differs: Readonly<Record<string, readonly string[]>> = {
  // The text of a policy stands in an expression that only the plan evaluates.
  keeping: [
    "aws_iam_user.ok_direct_grant__denied access.group_grants: early fail, planned pass",
    "aws_iam_user_policy.ok_direct_grant__denied access.group_grants: early fail, planned pass",
    "aws_iam_user_policy_attachment.ok_direct_grant__denied access.group_grants: early fail, planned pass",
  ],
  "policy-conditions": [
    "aws_s3_bucket_policy.ok_service_source__rendered access.service_source: early fail, planned pass",
  ],
  // So does a pattern that is made of parts, and a role's trust.
  monitoring: ["aws_cloudtrail.ok_watched_events__patient logging.watched_changes: early fail, planned pass"],
  "object-copies": [
    "aws_s3_bucket_replication_configuration.bad_copying__role backup.switched_on: early pass, planned fail",
  ],
  recovery: ["aws_s3_bucket_replication_configuration.scans backup.switched_on: early pass, planned fail"],
};

function statuses({ verdicts, passed }: Assessment): ReadonlyMap<string, string> {
  return new Map([
    ...verdicts
      .filter(({ delta }) => delta !== "fixed")
      .map((one) => [`${one.address} ${one.control}`, one.status] as const),
    ...passed.flatMap(({ control, addresses }) =>
      addresses.map((address) => [`${address} ${control}`, "pass"] as const),
    ),
  ]);
}

interface Agreement {
  readonly contradictions: readonly string[];
  /** Verdicts of the plan that were given early, out of all. */
  readonly early: number;
  readonly planned: number;
}

async function compare(json: JsonObject, name: string, plan: string): Promise<Agreement> {
  const early = statuses(gate.check(json, name).assessment);
  const planned = statuses(await check({ plan, now }));
  const contradictions: string[] = [];
  let same = 0;
  for (const [verdict, status] of planned) {
    const before = early.get(verdict);
    if (before === status) same++;
    else if (before === "pass" || before === "fail")
      contradictions.push(`${verdict}: early ${before}, planned ${status}`);
  }
  return { contradictions, early: same, planned: planned.size };
}

const read = (file: string): JsonObject => JSON.parse(readFileSync(file, "utf8"));

describe("the examples written in CDKTF", () => {
  it.each(["clinic", "leaky"])(
    "says of %s before the plan what the gate says of the plan",
    async (name) => {
      const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", `examples/${name}/main.ts`], {
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      const json = read(`examples/${name}/cdktf.out/stacks/${name}/cdk.tf.json`);
      const { contradictions, early, planned } = await compare(json, name, `examples/${name}/plan.json.gz`);
      expect(contradictions).toEqual([]);
      expect(planned).toBeGreaterThan(100);
      expect(early / planned).toBeGreaterThan(0.95);
    },
    60_000,
  );
});

describe("the fixtures of the atlas, read as a stack would be", () => {
  const fixtures = readdirSync("tests/atlas").filter(
    (name) => existsSync(`tests/atlas/${name}/main.tf`) && existsSync(`tests/atlas/${name}.plan.json.gz`),
  );

  it.each(fixtures)("never contradicts the plan of %s", async (name) => {
    const json: JsonObject = await parse("main.tf", readFileSync(`tests/atlas/${name}/main.tf`, "utf8"));
    const { contradictions, early } = await compare(json, name, `tests/atlas/${name}.plan.json.gz`);
    expect(contradictions).toEqual(differs[name] ?? []);
    // What is judged of a link alone waits for the plan.
    expect(early).toBeGreaterThan(name.startsWith("directconnect") ? -1 : 0);
  });

  it("compares every service", () => {
    expect(fixtures.length).toBeGreaterThan(40);
    expect(Object.keys(differs).filter((name) => !fixtures.includes(name))).toEqual([]);
  });
});
