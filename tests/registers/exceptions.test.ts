import { describe, expect, it } from "vitest";
import { PhiwardError } from "../../gate/error.ts";
import { parseExceptions } from "../../registers/exceptions.ts";
import { parseStatedFacts } from "../../registers/stated-facts.ts";

const entry = `  - id: EX-1
    control: encryption.at_rest
    address: module.archive.aws_ebs_volume.*
    kind: alternative-means
    owner: Data platform
    approvedBy: Security official
    author: Platform engineer
    reason: the volume holds only ciphertext
    evidence: docs/archive.md
    until: 2027-03-31
`;

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PhiwardError) return `${error.code} ${error.exit} ${error.message}`;
    throw error;
  }
  return "no error";
}
const fault = (text: string): string => errorOf(() => parseExceptions(text, "exceptions.yaml"));

describe("parseExceptions", () => {
  it("gives each entry as written, with its place", () => {
    expect(parseExceptions(`exceptions:\n${entry}`, "exceptions.yaml")).toEqual([
      {
        id: "EX-1",
        control: "encryption.at_rest",
        address: "module.archive.aws_ebs_volume.*",
        kind: "alternative-means",
        owner: "Data platform",
        approvedBy: "Security official",
        author: "Platform engineer",
        reason: "the volume holds only ciphertext",
        evidence: "docs/archive.md",
        until: "2027-03-31",
        place: "exceptions.yaml:2:5",
      },
    ]);
  });

  it("takes a register without entries", () => {
    expect([parseExceptions("", "e"), parseExceptions("exceptions: []", "e")]).toEqual([[], []]);
  });

  it.each([
    ["a missing owner", entry.replace("    owner: Data platform\n", ""), "2:5: exceptions[0].owner: is missing"],
    [
      "an empty reason",
      entry.replace("the volume holds only ciphertext", '" "'),
      "9:13: exceptions[0].reason: too small: expected string to have >=1 characters",
    ],
    [
      "an unknown kind",
      entry.replace("alternative-means", "waiver"),
      '5:11: exceptions[0].kind: invalid option: expected one of "addressable-decision"|"alternative-means"|"remediation"',
    ],
    ["an unknown key", `${entry}    approver: Somebody\n`, '12:5: exceptions[0]: unknown key "approver"'],
    [
      "a day that does not exist",
      entry.replace("2027-03-31", "2027-02-30"),
      "11:12: exceptions[0].until: invalid ISO date",
    ],
    [
      "another way to write a date",
      entry.replace("2027-03-31", "31.03.2027"),
      "11:12: exceptions[0].until: invalid ISO date",
    ],
    [
      "neither measure nor evidence",
      entry.replace("    evidence: docs/archive.md\n", ""),
      "2:5: exceptions[0]: an exception names a compensating measure or evidence: add compensating or evidence",
    ],
    ["an id twice", `${entry}${entry}`, "12:9: the id EX-1 is taken by the entry at exceptions.yaml:2:5"],
  ])("refuses %s with file, line and column", (_, entries, message) => {
    expect(fault(`exceptions:\n${entries}`)).toBe(`EXCEPTIONS_INVALID 2 exceptions.yaml:${message}`);
  });
});

describe("parseStatedFacts", () => {
  const stated = (state: string, fact = "backup", more = ""): string => `facts:
  - address: aws_db_instance.*
    fact: ${fact}
    state: "${state}"
    owner: Backup team
    evidence: backup-account.json
    until: 2027-01-31
${more}`;

  it("gives each statement with its place", () => {
    expect(parseStatedFacts(stated("known", "backup", "    days: 35\n"), "facts.yaml")).toEqual([
      {
        address: "aws_db_instance.*",
        fact: "backup",
        state: "known",
        days: 35,
        owner: "Backup team",
        evidence: "backup-account.json",
        until: "2027-01-31",
        place: "facts.yaml:2:5",
      },
    ]);
  });

  it.each([
    ["an unknown fact", stated("on", "backups"), "3:11: there is no fact backups (did you mean backup?)"],
    ["a fact named like a member of every object", stated("on", "constructor"), "3:11: there is no fact constructor"],
    ["an unknown state", stated("on"), "4:12: backup has no state on, expected one of known, unknown, none"],
    ["a number that is missing", stated("known"), "4:12: backup known needs its days"],
    ["a number that the fact has not", stated("on", "versioning", "    days: 3\n"), "8:11: versioning carries no days"],
    ["no statement at all", "facts: []", "1:8: facts: too small: expected array to have >=1 items"],
  ])("refuses %s with file, line and column", (_, text, message) => {
    expect(errorOf(() => parseStatedFacts(text, "facts.yaml"))).toBe(`CONTEXT_INVALID 2 facts.yaml:${message}`);
  });
});
