// Every construct against the gate: its smallest use and one use of each prop, planned by the real provider.

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../gate/assessment.ts";
import { constructs, judge, plannedAddresses, type Synthesised, synthesised } from "./judged.ts";

/** Child of which use: `Smallest/Key/Alias` is `Key/Alias`, since what a use is called is nobody's contract. */
const child = ({ path }: Synthesised): string => path.split("/").slice(1).join("/");

describe.each(constructs)("%s", (name) => {
  const folder = `tests/constructs/${name}/cdktf.out/stacks/uses`;
  let assessment: Assessment;
  let resources: readonly Synthesised[];

  beforeAll(async () => {
    rmSync(`tests/constructs/${name}/cdktf.out`, { recursive: true, force: true });
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", `tests/constructs/${name}/main.ts`], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    resources = synthesised(folder);
    assessment = await judge(name, folder);
  }, 60_000);

  it("was planned as it is synthesised", () => {
    expect(new Set(resources.map(({ address }) => address))).toEqual(new Set(plannedAddresses(name)));
  });

  it("passes the gate with no fail and nothing undetermined, save what an exception accepts", () => {
    const open = assessment.verdicts.filter(({ acceptedBy }) => acceptedBy === undefined);
    expect(open.map(({ message, cause }) => cause ?? message)).toEqual([]);
    expect(assessment.outcome).toBe("pass");
  });

  it("claims something, and each claim is proven or accepted", () => {
    expect(assessment.claims?.made).toBeGreaterThan(0);
    expect(assessment.notes.filter(({ code }) => code === "CLAIM_UNPROVEN")).toEqual([]);
    const accepted = assessment.verdicts.filter(({ acceptedBy }) => acceptedBy !== undefined).length;
    const { made = 0, proven = 0 } = assessment.claims ?? {};
    expect(made - proven).toBeLessThanOrEqual(accepted);
  });

  it("leaves on every resource which construct made it", () => {
    expect(resources.filter(({ construct }) => construct === undefined).map(({ path }) => path)).toEqual([]);
  });

  it("keeps its controls and the ids of its children", async () => {
    const judged = new Map<string, string[]>();
    for (const { control, addresses } of assessment.passed)
      for (const address of addresses) judged.set(address, [...(judged.get(address) ?? []), control]);
    const uses = new Map<string, { type: string; controls: Set<string> }>();
    for (const resource of resources) {
      const key = `${resource.construct} ${child(resource) || "(itself)"}`;
      const known = uses.get(key) ?? { type: resource.type, controls: new Set<string>() };
      for (const control of judged.get(resource.address) ?? []) known.controls.add(control);
      uses.set(key, known);
    }
    const lines = [...uses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { type, controls }]) => `${key} ${type}: ${[...controls].sort().join(", ") || "-"}`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`${name}/controls.txt`);
  });
});
