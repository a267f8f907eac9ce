import { describe, expect, it } from "vitest";
import { parseRecoveryObjectives } from "../../registers/recovery-objectives.ts";

const entry = (more: string): string => `objectives:
  - id: RO-1
    tier: critical
    rpoHours: 4
    rtoHours: 8
    owner: Records
    reviewed: 2026-09-30
${more}`;
const faultOf = (source: string): string => {
  try {
    parseRecoveryObjectives(source, "objectives.yaml");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("no fault was found");
};

describe("the register of recovery objectives", () => {
  it("reads entries for an address or a tag, each with its place", () => {
    expect(parseRecoveryObjectives(entry('    tag: { key: Tier, value: "1" }\n'), "objectives.yaml")).toEqual([
      {
        id: "RO-1",
        tag: { key: "Tier", value: "1" },
        tier: "critical",
        rpoHours: 4,
        rtoHours: 8,
        owner: "Records",
        reviewed: "2026-09-30",
        place: "objectives.yaml:2:5",
      },
    ]);
    expect(parseRecoveryObjectives("", "objectives.yaml")).toEqual([]);
  });

  it("refuses an entry that names no store, or names it twice over", () => {
    const sentence = "an objective names the stores it speaks of by address or by tag, one of the two";
    expect(faultOf(entry(""))).toBe(`objectives.yaml:2:5: objectives[0]: ${sentence}`);
    expect(faultOf(entry('    address: "*"\n    tag: { key: Tier, value: "1" }\n'))).toContain(sentence);
  });

  it("refuses an id that is taken, with both places", () => {
    const source = entry('    address: "*"\n');
    expect(faultOf(source + source.slice(source.indexOf("\n") + 1))).toBe(
      "objectives.yaml:9:9: the id RO-1 is taken by the entry at objectives.yaml:2:5",
    );
  });
});
