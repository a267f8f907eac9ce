// The atlas against plans of the real provider. Every folder here is a configuration whose resources say in their names what the
// gate must find: `bad_encryption__transit__omitted` has two facts on the bad side; words that are no facts only tell cases apart.
// `npm run record` plans them again.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { factDefinitions } from "../../catalogue/facts.ts";
import { loadAtlas } from "../../gate/facts/atlas.ts";
import { computeFacts } from "../../gate/facts/compute.ts";
import { buildModel } from "../../gate/model/build.ts";
import { readPlan } from "../../gate/plan/read.ts";
import { claim, sideOf } from "../../scripts/coverage/side.ts";

const plans = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".plan.json.gz"));

describe.each(plans)("%s", async (file) => {
  const model = buildModel(await readPlan(fileURLToPath(new URL(file, import.meta.url))));
  const facts = computeFacts(model.after, loadAtlas(), { clock: new Date("2026-04-01T00:00:00Z") });
  const claims = [...facts.values()].flatMap(({ resource, facts: found }) => {
    const claimed = claim(resource.name);
    return claimed ? [{ address: resource.address, ...claimed, found }] : [];
  });

  it("claims at least one fact in every name that takes a side", () => {
    expect(claims.filter(({ facts: claimed }) => claimed.length === 0).map(({ address }) => address)).toEqual([]);
  });

  it("finds what the names say", () => {
    const expected: Record<string, string> = {};
    const actual: Record<string, string> = {};
    for (const { address, side, facts: claimed, found } of claims)
      for (const name of claimed) {
        const fact = found.get(name);
        const key = `${address} ${name}`;
        expected[key] = side;
        // Of a number only the profile says whether it is enough: the coverage holds the verdict against the name.
        const numbered = fact?.judged.state === "known" && factDefinitions.get(name)?.value !== undefined;
        const met = numbered ? side : fact ? (sideOf(name, fact.judged.state) ?? "unknown") : "no such fact";
        actual[key] = met === side ? side : `${met}: ${fact?.judged.state} (${fact?.found})`;
      }
    expect(actual).toEqual(expected);
  });
});
