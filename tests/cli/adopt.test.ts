import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { phiward } from "./built.ts";
import { estate, judged, now, scratchFolder } from "./commands.ts";

const { at, write } = scratchFolder();

describe("adopt", () => {
  const people = [
    "--owner",
    "Data platform",
    "--approver",
    "Security official",
    "--until",
    "2027-03-31",
    "--compensating",
    "the account is closed to everyone else",
  ];

  it("writes existing fails as remediations, after which only new ones block", () => {
    const file = at("adopted.yaml");
    const ended = phiward(["adopt", estate, ...people, ...now, "--output", file]);
    const existing = judged([estate]).verdicts.filter(({ status }) => status === "fail");
    const { exceptions } = parse(readFileSync(file, "utf8"));
    expect(exceptions.length).toBeGreaterThan(0);
    expect(ended.err).toContain(`${exceptions.length} adopted`);
    const after = judged([estate, "--exceptions", file]);
    expect(after.counts).toMatchObject({ accepted: exceptions.length, fail: existing.length - exceptions.length });
    expect(after.exceptions).toEqual([]);
    expect(
      judged(
        [estate, "--exceptions", file, "--ignore-exceptions"].filter(
          (word) => word !== "--exceptions" && word !== file,
        ),
      ).counts.accepted,
    ).toBe(0);
  });

  it("refuses to write over a file, and one person for both parts", () => {
    expect(phiward(["adopt", estate, ...people, "--output", write("there.yaml", "x")]).code).toBe(3);
    expect(
      phiward(["adopt", estate, ...people.map((word) => (word === "Security official" ? "data platform" : word))]).code,
    ).toBe(3);
    expect(existsSync(at("there.yaml"))).toBe(true);
  });

  it("refuses a last day that check would refuse, and takes the last that it takes", () => {
    const until = (day: string): readonly string[] => people.map((word) => (word === "2027-03-31" ? day : word));
    expect(phiward(["adopt", estate, ...until("2027-05-22"), ...now])).toEqual({
      code: 3,
      out: "",
      err: "phiward: USAGE: --until 2027-05-22 is too late: a remediation may run 180 days, to 2027-05-21 at the latest\n",
    });
    const file = at("latest.yaml");
    phiward(["adopt", estate, ...until("2027-05-21"), ...now, "--output", file]);
    expect(judged([estate, "--exceptions", file]).exceptions).toEqual([]);
  });

  it("measures the last day by the settings", () => {
    const settings = write("shorter.yaml", "parameters:\n  remediation_max_days: 30\n");
    expect(phiward(["adopt", estate, ...people, ...now, "--config", settings])).toEqual({
      code: 3,
      out: "",
      err: "phiward: USAGE: --until 2027-03-31 is too late: a remediation may run 30 days, to 2026-12-22 at the latest\n",
    });
  });

  it("refuses a last day that is past", () => {
    const past = people.map((word) => (word === "2027-03-31" ? "2026-11-21" : word));
    expect(phiward(["adopt", estate, ...past, ...now])).toEqual({
      code: 3,
      out: "",
      err: "phiward: USAGE: --until 2026-11-21 is past already, and what is adopted would block at once\n",
    });
  });
});
