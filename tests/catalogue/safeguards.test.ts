import { describe, expect, it } from "vitest";
import { loadSafeguards, parseSafeguards } from "../../catalogue/safeguards.ts";

const safeguards = loadSafeguards();
const byCitation = new Map(safeguards.map((safeguard) => [safeguard.citation, safeguard]));

describe("the safeguards", () => {
  it("list the whole Security Rule and breach rule", () => {
    const kinds: Record<string, number> = {};
    for (const { class: group, kind } of safeguards) kinds[`${group} ${kind}`] = (kinds[`${group} ${kind}`] ?? 0) + 1;
    expect(safeguards).toHaveLength(125);
    expect(kinds).toMatchInlineSnapshot(`
      {
        "administrative general": 2,
        "administrative implementation-specification": 21,
        "administrative standard": 9,
        "breach-notification general": 12,
        "breach-notification implementation-specification": 9,
        "breach-notification standard": 4,
        "documentation general": 3,
        "documentation implementation-specification": 3,
        "documentation standard": 2,
        "general general": 21,
        "organizational general": 4,
        "organizational implementation-specification": 7,
        "organizational standard": 2,
        "physical general": 1,
        "physical implementation-specification": 8,
        "physical standard": 4,
        "technical general": 1,
        "technical implementation-specification": 7,
        "technical standard": 5,
      }
    `);
  });

  it("give one entry whole", () => {
    expect(byCitation.get("164.312(a)(2)(iv)")).toEqual({
      citation: "164.312(a)(2)(iv)",
      parent: "164.312(a)(1)",
      kind: "implementation-specification",
      class: "technical",
      title: "Encryption and decryption",
      designation: "addressable",
      requirement: "Have a mechanism to encrypt and decrypt ePHI at rest.",
      role: "plan-can-support",
    });
  });

  it("call only implementation specifications addressable", () => {
    const others = safeguards.filter(
      (s) => s.designation === "addressable" && s.kind !== "implementation-specification",
    );
    expect(others).toEqual([]);
    expect(safeguards.filter((s) => s.designation === "addressable")).toHaveLength(22);
  });

  it("stand in the order of the rule's sections", () => {
    const sections = safeguards.map(({ citation }) => Number(citation.slice(4, 7)));
    expect(sections).toEqual([...sections].sort((a, b) => a - b));
  });

  it("never use words that we refuse to print", () => {
    const refused = /\b(compliant|certified|secure|safe)\b/i;
    expect(safeguards.filter((s) => refused.test(`${s.title} ${s.requirement}`))).toEqual([]);
  });
});

describe("parseSafeguards", () => {
  const entry = (citation: string, parent?: string) =>
    `- {citation: "${citation}",${parent ? ` parent: "${parent}",` : ""} kind: general, class: general, title: T, designation: n-a, requirement: R, role: partly}\n`;

  it("refuses a citation that stands twice", () => {
    expect(() => parseSafeguards(entry("164.302") + entry("164.302"))).toThrow("safeguards.yaml lists 164.302 twice");
  });

  it("refuses a parent that is not listed", () => {
    expect(() => parseSafeguards(entry("164.302(a)", "164.302"))).toThrow(
      "safeguards.yaml: the parent of 164.302(a) must stand before it, got 164.302",
    );
  });

  it("refuses an unknown field and an unknown class", () => {
    expect(() => parseSafeguards(entry("164.302").replace("title: T", "title: T, note: x"))).toThrow(/note/);
    expect(() => parseSafeguards(entry("164.302").replace("class: general", "class: other"))).toThrow(/class/);
  });
});
