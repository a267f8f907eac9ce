// Obligations on the design of the constructs themselves. Each test performs the `acceptance` of its row.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kebab } from "../../scripts/api/example.ts";
import { readExports } from "../../scripts/api/read.ts";
import { judged } from "./judged.ts";

const folders = readdirSync("tests/constructs").filter((file) => !file.includes("."));
/** Constructs that others make by themselves, with only required props, and whose plans hold them. */
const MADE_BY = { AlarmTopic: "phi-bucket", LogArchive: "phi-bucket", PhiSecurityGroup: "phi-network" };
const classes = readExports("constructs").filter(
  ({ kind, declaration }) => kind === "class" && declaration.startsWith("extends PhiConstruct"),
);

describe("G-118", () => {
  it("has a use with only the required props of every construct", () => {
    expect(classes.length).toBeGreaterThan(15);
    const shown = classes.map(({ name }) => name).filter((name) => !(name in MADE_BY));
    expect(shown.filter((name) => !folders.includes(kebab(name)))).toEqual([]);
  });

  it.each(folders)("passes every control with only the required props: %s", async (name) => {
    expect(readFileSync(`tests/constructs/${name}/main.ts`, "utf8")).toContain('"Smallest"');
    const { verdicts, passed } = await judged(`tests/constructs/${name}.plan.json.gz`);
    const smallest = (address: string): boolean => /[._]Smallest(_|$)/.test(address);
    expect(passed.flatMap(({ addresses }) => addresses).filter(smallest).length).toBeGreaterThan(0);
    const open = verdicts.filter(({ address, acceptedBy }) => smallest(address) && acceptedBy === undefined);
    expect(open.map(({ message }) => message)).toEqual([]);
  });

  it.each(Object.entries(MADE_BY))("passes every control where another construct makes it: %s", (name, maker) => {
    const lines = readFileSync(`tests/constructs/${maker}/controls.txt`, "utf8").split("\n");
    const children = lines.filter((line) => line.startsWith(`${name} `));
    expect(children.filter((line) => !line.endsWith(": -")).length).toBeGreaterThan(0);
  });
});
