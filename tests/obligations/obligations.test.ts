// The table of obligations against what carries them and the tests that show it, in both directions.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSafeguards } from "../../catalogue/safeguards.ts";
import { readExports } from "../../scripts/api/read.ts";
import { readObligations } from "../../scripts/obligations/read.ts";

const obligations = readObligations();
const carried = obligations.filter((one) => one.carried.length > 0);
const tested = readdirSync("tests/obligations")
  .filter((file) => file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(`tests/obligations/${file}`, "utf8").matchAll(
      /^describe\("([GP]-\d+)", \(\) => \{\n {2}(?:it|const)\b/gm,
    ),
  ])
  .map(([, id = ""]) => id);

describe("the table of obligations", () => {
  it("lists each once", () => {
    const ids = obligations.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has one test for each row that is carried, and no test without a row", () => {
    expect(tested.toSorted()).toEqual(carried.map(({ id }) => id).toSorted());
  });

  it("says of every other row why it is owed", () => {
    const owed = obligations.filter((one) => one.carried.length === 0);
    expect(owed.filter((one) => one.owed.length < 20).map(({ id }) => id)).toEqual([]);
  });

  it("names constructs and controls that exist", () => {
    const exported = new Set(readExports("constructs").map(({ name }) => name));
    const strange = carried.flatMap((one) =>
      one.carried
        .filter(({ kind, name }) =>
          kind === "construct" ? !exported.has(name) : !existsSync(`policies/controls/${name.replace(".", "/")}`),
        )
        .map(({ name }) => `${one.id}: ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it("cites paragraphs that the catalogue knows", () => {
    const known = new Set(loadSafeguards().map(({ citation }) => citation));
    const strange = obligations.flatMap(({ citations }) => citations.filter((citation) => !known.has(citation)));
    expect(strange).toEqual([]);
  });
});
