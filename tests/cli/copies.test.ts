import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt, phiward } from "./built.ts";

const plan = "tests/atlas/recovery.plan.json.gz";

beforeAll(ensureBuilt, 120_000);

describe("phiward copies", () => {
  it("prints a block a store and ends with 0, whatever is missing", () => {
    const { code, out } = phiward(["copies", plan]);
    expect(code).toBe(0);
    expect(out).toContain(`${plan}: 15 stores with ePHI`);
    expect(out).toContain("3-2-1: none, 1 of 3 copies, 1 of 2 kinds, 0 of 1 offsite");
    expect(out).toContain("recovery point: 12 h, objective 24 h");
  });

  it("prints the same as JSON, one store for each with ePHI", () => {
    const { code, out } = phiward(["copies", plan, "--format", "json"]);
    const matrices: { schema: string; stores: { address: string; state: string }[] }[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(matrices.map(({ schema, stores }) => [schema, stores.length])).toEqual([["phiward/copies/1", 15]]);
  });

  it("cannot tell the copies of a plan that it cannot read", () => {
    expect(phiward(["copies", "absent.json"]).code).toBe(2);
  });
});
