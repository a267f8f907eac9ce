import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../catalogue/load.ts";
import { check } from "../../gate/check.ts";
import { lines, planted } from "./planted.ts";

const readme = readFileSync("examples/leaky/README.md", "utf8");
const faults = planted(readme, "Planted faults");
const consequences = planted(readme, "Consequences");
const assessment = await check({ plan: "examples/leaky/plan.json.gz", now: new Date("2026-01-01T00:00:00Z") });
const { verdicts } = assessment;

describe("the leaky portal", () => {
  it("is stopped", () => {
    expect(assessment.outcome).toBe("blocked");
  });

  it("fails in every planted fault, and in nothing that the README leaves out", () => {
    expect(lines(verdicts)).toEqual(lines([...faults, ...consequences]));
    const found = verdicts.filter(({ status }) => status === "fail");
    expect(lines(found)).toEqual(expect.arrayContaining(lines(faults)));
  });

  it("plants at least 25 faults, numbered and each once", () => {
    expect(faults.length).toBeGreaterThanOrEqual(25);
    expect(new Set(lines([...faults, ...consequences])).size).toBe(faults.length + consequences.length);
  });

  it("plants a fault for every control of the default profile", () => {
    // What another profile judges by is none of the portal's faults.
    const controls = loadCatalogue().controls.flatMap(({ id, profile }) => (profile === undefined ? [id] : []));
    const failed = new Set(faults.map(({ control }) => control));
    // A type that the atlas does not know is a gap of ours, not a fault of the portal, which is new: there is nothing to take away.
    expect(controls.filter((control) => !failed.has(control)).sort()).toEqual([
      "keys.removal",
      "protection.removal",
      "protection.strength",
      // The portal's settings list no Regions.
      "scope.allowed_region",
      "scope.known_type",
    ]);
  });
});
