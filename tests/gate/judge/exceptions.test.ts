import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../gate/assessment.ts";
import type { ExceptionEntry } from "../../../registers/exceptions.ts";
import type { Items } from "./fixtures.ts";
import { encryption, entry, judge, told } from "./hand-made.ts";

describe("exceptions", () => {
  const items: Items = { "aws_s3_bucket.a": encryption("off"), "aws_s3_bucket.b": encryption("off") };

  it("leave a fail a fail, say who accepted it, and do not block on it", () => {
    const assessment = judge({}, items, { exceptions: [entry] });
    expect(assessment.verdicts.find(({ address }) => address === "aws_s3_bucket.a")).toMatchObject({
      status: "fail",
      blocking: false,
      acceptedBy: {
        id: "EX-1",
        kind: "addressable-decision",
        owner: "Data platform",
        approver: "Security official",
        reason: "the archive is read-only and offline",
        compensating: "the disks are encrypted below",
        until: "2027-03-31",
      },
    });
    expect([assessment.counts.fail, assessment.counts.accepted, assessment.exceptions]).toEqual([1, 1, []]);
  });

  const notices: readonly (readonly [string, Partial<ExceptionEntry>, string, string])[] = [
    ["has expired", { until: "2026-11-21" }, "expired", "exception EX-1 (exceptions.yaml:2:5) expired on 2026-11-21"],
    [
      "runs too long",
      { until: "2028-11-22" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) runs until 2028-11-22, 731 days from now, and may run 365",
    ],
    [
      "mends too slowly",
      { kind: "remediation", until: "2027-11-22" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) runs until 2027-11-22, 365 days from now, and may run 180",
    ],
    [
      "is approved by its owner",
      { owner: "security OFFICIAL " },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is approved by its owner Security official, and takes somebody else's approval",
    ],
    [
      "is approved by its author",
      { author: "Security official" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is approved by its author Security official, and takes somebody else's approval",
    ],
    [
      "names no control",
      { control: "encryption.at_test" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) names no control: encryption.at_test (did you mean encryption.at_rest?)",
    ],
    [
      "matches nothing",
      { address: "aws_s3_bucket.c" },
      "unused",
      "exception EX-1 (exceptions.yaml:2:5) matches no fail of encryption.at_rest at aws_s3_bucket.c",
    ],
    [
      "asks for what is never excepted",
      { control: "secrets.in_clear" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) asks for what secrets.in_clear never admits: an exception",
    ],
    [
      "calls required what is addressable",
      { control: "logging.access" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is an addressable decision (164.306(d)(3)), and nothing that logging.access supports is addressable",
    ],
  ];
  it.each(notices)("do not hold where one %s", (_, change, state, message) => {
    const assessment = judge(
      {},
      {
        "aws_s3_bucket.a": {
          facts: { encryption: { state: "off" }, access_log: { state: "off" }, plain_secret: { state: "found" } },
        },
      },
      { exceptions: [{ ...entry, ...change }] },
    );
    expect(assessment.exceptions).toEqual([{ id: "EX-1", state, message }]);
    expect([assessment.counts.accepted, assessment.counts.blocking]).toEqual([0, 3]);
  });

  it("hold through their last day, are announced before, and are named on the fail afterwards", () => {
    const on = (day: string) => {
      const { exceptions, verdicts } = judge(
        {},
        { "aws_s3_bucket.a": encryption("off") },
        { exceptions: [entry], clock: new Date(day) },
      );
      return [
        exceptions.map(({ state }) => state),
        verdicts.map(({ blocking, message }) => [blocking, message.split("; ")[1]]),
      ];
    };
    expect(on("2027-02-27")).toEqual([[], [[false, undefined]]]);
    expect(on("2027-03-01T23:59:59Z")).toEqual([["due"], [[false, undefined]]]);
    expect(on("2027-03-31T23:59:59Z")).toEqual([["due"], [[false, undefined]]]);
    expect(on("2027-04-01")).toEqual([["expired"], [[true, "exception EX-1 expired on 2027-03-31"]]]);
  });

  it("accept only fails: a doubt stays a doubt", () => {
    const assessment = judge({}, { "aws_s3_bucket.a": encryption("unknown") }, { exceptions: [entry] });
    expect([told(assessment), assessment.exceptions.map(({ state }) => state)]).toEqual([
      ["aws_s3_bucket.a encryption.at_rest undetermined introduced blocking"],
      ["unused"],
    ]);
  });

  it("change exactly the findings that they name, for any plan, pattern and control", () => {
    const names = ["a", "b", "ab", "x.y", "a*", "[0]", "$", "("];
    const state = fc.constantFrom("on", "off", "unknown");
    const plan = fc.dictionary(
      fc.constantFrom(...names.map((name) => `aws_s3_bucket.${name}`)),
      fc.record({ encryption: state, access_log: state }),
    );
    const pattern = fc
      .array(fc.constantFrom("aws_s3_bucket.", ...names, "*"), { maxLength: 4 })
      .map((parts) => parts.join(""));
    const control = fc.constantFrom("encryption.at_rest", "logging.access");
    fc.assert(
      fc.property(plan, pattern, control, (facts, address, wanted) => {
        const items: Items = Object.fromEntries(
          Object.entries(facts).map(([name, value]) => [
            name,
            { facts: { encryption: { state: value.encryption }, access_log: { state: value.access_log } } },
          ]),
        );
        const added: ExceptionEntry = { ...entry, address, control: wanted, kind: "alternative-means" };
        const without = judge({}, items);
        const withIt = judge({}, items, { exceptions: [added] });
        // The pattern read by hand: no regular expression, so that the two cannot be wrong alike.
        const named = (verdict: Verdict): boolean =>
          verdict.control === wanted && verdict.status === "fail" && matches(address, verdict.address);
        const key = (verdict: Verdict): string => JSON.stringify(verdict);
        expect(
          withIt.verdicts
            .filter((verdict) => !named(verdict))
            .map(key)
            .sort(),
        ).toEqual(
          without.verdicts
            .filter((verdict) => !named(verdict))
            .map(key)
            .sort(),
        );
        const changed = withIt.verdicts.filter(named);
        expect(changed.every(({ acceptedBy, blocking }) => acceptedBy?.id === "EX-1" && !blocking)).toBe(true);
        expect(changed.length).toBe(without.verdicts.filter(named).length);
        expect(withIt.passed).toEqual(without.passed);
        expect(withIt.counts).toEqual({
          ...without.counts,
          fail: without.counts.fail - changed.length,
          accepted: changed.length,
          blocking: without.counts.blocking - changed.length,
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a pattern with `*` matches a text. */
function matches(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const rest = pattern.slice(1);
  if (pattern[0] === "*") return matches(rest, text) || (text !== "" && matches(pattern, text.slice(1)));
  return text[0] === pattern[0] && matches(rest, text.slice(1));
}
