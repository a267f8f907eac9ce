import { describe, expect, it } from "vitest";
import { loadSafeguards } from "../../catalogue/safeguards.ts";
import { readMetadata } from "../../scripts/policies/metadata.ts";

const vocabulary = {
  facts: new Set(["encryption"]),
  safeguards: new Map(loadSafeguards().map((safeguard) => [safeguard.citation, safeguard])),
  parameters: new Set(["days"]),
  profiles: new Set(["hygiene"]),
};
const source = { id: "a.b", family: "a", property: "b", file: "controls/a/b/b.rego", rules: [] };
const custom = {
  severity: "high",
  supports: ["164.312(a)(2)(iv)"],
  judges: "encryption",
  expected: "at least {days} days",
  exception: ["addressable-decision", "remediation"],
  remedy: { terraform: "switch it on" },
};
const annotation = {
  scope: "package",
  title: "Stores are encrypted",
  description: "An unencrypted store leaves ePHI\nreadable from every copy.\n",
  related_resources: [{ ref: "https://docs.aws.amazon.com/" }],
  custom,
};
const read = (changed: object) => readMetadata({ ...source, annotation: { ...annotation, ...changed } }, vocabulary);

describe("readMetadata", () => {
  it("gives the control, its description on one line", () => {
    expect(read({})).toEqual({
      id: "a.b",
      title: "Stores are encrypted",
      why: "An unencrypted store leaves ePHI readable from every copy.",
      severity: "high",
      supports: ["164.312(a)(2)(iv)"],
      judges: "encryption",
      expected: "at least {days} days",
      exception: ["addressable-decision", "remediation"],
      remedy: { terraform: "switch it on" },
      sources: ["https://docs.aws.amazon.com/"],
    });
  });

  it("keeps the only profile that judges by it", () => {
    expect(read({ custom: { ...custom, profile: "hygiene" } }).profile).toBe("hygiene");
  });

  it("gives no kind of exception for never, and one for one", () => {
    expect(read({ custom: { ...custom, exception: "never" } }).exception).toEqual([]);
    expect(read({ custom: { ...custom, exception: "remediation" } }).exception).toEqual(["remediation"]);
  });

  it.each([
    ["an unknown field", { authors: ["somebody"] }, 'Unrecognized key: "authors"'],
    ["an unknown field of ours", { custom: { ...custom, owner: "somebody" } }, 'Unrecognized key: "owner"'],
    ["a severity out of the list", { custom: { ...custom, severity: "huge" } }, "custom.severity"],
    ["no source", { related_resources: [] }, "related_resources"],
    ["a full stop in a phrase", { title: "Stores are encrypted." }, "no full stop at the end"],
    ["an unknown fact", { custom: { ...custom, judges: "magic" } }, "judges magic, a fact that catalogue/facts.yaml"],
    ["an unknown citation", { custom: { ...custom, supports: ["164.312(z)"] } }, "supports 164.312(z), which"],
    [
      "a citation given twice",
      { custom: { ...custom, supports: ["164.312(a)(2)(iv)", "164.312(a)(2)(iv)"] } },
      "supports names a citation twice",
    ],
    [
      "an addressable decision on what is required",
      { custom: { ...custom, supports: ["164.312(b)"] } },
      "admits an addressable decision, but supports no addressable specification",
    ],
    ["an unknown profile", { custom: { ...custom, profile: "hitrust" } }, "belongs to the profile hitrust, which"],
    ["an unknown parameter", { custom: { ...custom, expected: "{weeks}" } }, "expects {weeks}, a parameter that no"],
  ])("refuses %s, naming the file", (_what, changed, reason) => {
    expect(() => read(changed)).toThrow(reason);
    expect(() => read(changed)).toThrow("policies/controls/a/b/b.rego");
  });
});
