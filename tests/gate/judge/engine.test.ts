import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../catalogue/load.ts";
import { loadProfile } from "../../../catalogue/profiles.ts";
import { check } from "../../../gate/check.ts";
import { PhiwardError } from "../../../gate/error.ts";
import { worstOf } from "../../../gate/judge/canary.ts";
import { loadEngine, startEngine } from "../../../gate/judge/engine.ts";
import { evaluate } from "../../../gate/judge/evaluate.ts";
import { worldOf } from "./fixtures.ts";

const { controls } = loadCatalogue();
const profile = loadProfile("hygiene") ?? { parameters: {}, lineage: [] };
const facts = [...new Set(controls.map(({ judges }) => judges))];

async function faultOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PhiwardError && error.code === "ENGINE_FAULT" && error.exit === 2) return error.message;
    throw error;
  }
  return "no fault";
}

describe("the engine", () => {
  it("has an entrypoint for the fact of every control, and for nothing else", async () => {
    const { entrypoints } = await loadEngine();
    expect([...entrypoints].sort()).toEqual(facts.map((fact) => `gate/${fact}`).sort());
  });

  it("fails the canary of every fact, and passes none of it off as undetermined", async () => {
    const engine = await loadEngine();
    for (const fact of facts) {
      const world = worldOf({ "aws_x.worst": { facts: { [fact]: worstOf(fact) } } });
      const [judged] = evaluate([world], engine, controls, profile);
      const statuses = judged
        ?.get("aws_x.worst")
        ?.questions.flatMap(({ outcomes }) => outcomes.map(({ status }) => status));
      // Of a type that the atlas does not know nothing worse can be said.
      const worst = fact === "known_type" ? "undetermined" : "fail";
      expect([fact, statuses]).toEqual([fact, expect.arrayContaining([worst])]);
    }
  });

  it("refuses a bundle that was altered, one that does not start, and an entrypoint that it lacks", async () => {
    expect(await faultOf(() => loadEngine("sha256:0"))).toMatch(
      /^the policy engine cannot be trusted: the policy bundle was altered: expected sha256:0, got sha256:[0-9a-f]{64}$/,
    );
    expect(await faultOf(() => startEngine(new Uint8Array([0, 97, 115, 109]), "sha256:0"))).toMatch(
      /^the policy engine cannot be trusted: the policy bundle does not start \(/,
    );
    const engine = await loadEngine();
    expect(await faultOf(() => engine.evaluate("gate/nothing", { resources: [], profile: {} }))).toBe(
      "the policy engine cannot be trusted: gate/nothing: entrypoint gate/nothing is not valid in this instance",
    );
  });
});

describe("reuse", () => {
  const plans = [
    ...readdirSync("tests/plans").flatMap((name) => (name.endsWith(".json.gz") ? [`tests/plans/${name}`] : [])),
    ...["clinic", "leaky", "terraform"].map((example) => `examples/${example}/plan.json.gz`),
  ];
  it.each(plans)("gives %s the assessment that asking for each resource gives", async (plan) => {
    const now = new Date("2026-11-22");
    expect(await check({ plan, now })).toEqual(await check({ plan, now, reuse: false }));
  });
});
