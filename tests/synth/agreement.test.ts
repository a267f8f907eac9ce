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
  // A plan marks the whole map sensitive, and so hides its constants; the stack's own text shows them.
  "glue-athena-emr": ["aws_glue_connection.bad_plain_secret encryption.in_transit: early pass, planned undetermined"],
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
    expect(early).toBeGreaterThan(0);
  });

  it("compares every service", () => {
    expect(fixtures.length).toBeGreaterThan(40);
    expect(Object.keys(differs).filter((name) => !fixtures.includes(name))).toEqual([]);
  });
});
