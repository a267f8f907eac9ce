// Schedules of AWS Backup: the longest gap, by example and against a walk through every minute.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCron } from "../../../../gate/facts/recovery/cron.ts";
import { dayOf, longestGap, scheduleFault } from "../../../../gate/facts/recovery/schedule.ts";

const DAY = 86_400_000;
const gap = (expression: string, zone = "UTC"): number => longestGap([{ expression, zone }]);

describe("longestGap", () => {
  it.each<[string, string, number]>([
    ["cron(0 5 ? * * *)", "a day", 24],
    ["cron(0 0/4 * * ? *)", "every four hours", 4],
    ["cron(0 5 ? * MON-FRI *)", "over the weekend", 72],
    ["cron(0 5 ? * FRI-MON *)", "past the end of the week", 96],
    ["cron(0 5 1 * ? *)", "the longest month", 31 * 24],
    ["cron(0 5 L * ? *)", "to the last of a month of 31 days", 31 * 24],
    ["cron(0 5 ? * 6L *)", "five weeks between last Fridays", 35 * 24],
    ["cron(0 5 ? JAN 2#1 *)", "53 weeks between first Mondays of January", 53 * 7 * 24],
    ["cron(0 5 29 2 ? *)", "four years between leap days", 1461 * 24],
    ["rate(12 hours)", "a rate", 12],
    ["rate(1 day)", "a rate in days", 24],
  ])("finds in %s %s", (expression, _, hours) => {
    expect(gap(expression)).toBe(hours);
  });

  it("moves a date that falls on a weekend to the nearest weekday of its month", () => {
    const cron = parseCron("0 5 1W * ? *");
    const runs = Array.from({ length: 92 }, (_, day) => Date.UTC(2026, 7, 1) + day * DAY).filter((at) =>
      cron?.runsOn(dayOf(at)),
    );
    // 1 August 2026 is a Saturday, 1 November a Sunday.
    expect(runs.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      "2026-08-03",
      "2026-09-01",
      "2026-10-01",
    ]);
  });

  it("counts the hour that the clocks are put back, and the night that they skip", () => {
    expect(gap("cron(0 5 ? * * *)", "America/New_York")).toBe(25);
    expect(gap("cron(30 2 ? * * *)", "America/New_York")).toBe(47);
    expect(gap("cron(0 5 ? * * *)", "Asia/Tokyo")).toBe(24);
  });

  it("takes several schedules together, of several zones too", () => {
    const noon = { expression: "cron(0 17 ? * * *)", zone: "UTC" };
    expect(longestGap([{ expression: "cron(0 5 ? * * *)", zone: "UTC" }, noon])).toBe(12);
    expect(longestGap([{ expression: "cron(0 14 ? * * *)", zone: "Asia/Tokyo" }, noon])).toBe(12);
    expect(
      longestGap([
        { expression: "cron(0 5 ? * SUN *)", zone: "UTC" },
        { expression: "rate(6 hours)", zone: "UTC" },
      ]),
    ).toBe(6);
  });

  it("never ends for what never runs, and is long for what stops", () => {
    expect(gap("cron(0 5 31 2 ? *)")).toBe(Number.POSITIVE_INFINITY);
    expect(gap("cron(0 5 * * ? 2026-2030)")).toBeGreaterThan(20 * 365 * 24);
  });

  it("agrees with a walk through every minute of eight weeks", () => {
    const list = (min: number, max: number): fc.Arbitrary<string> =>
      fc.oneof(
        fc.constant("*"),
        fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((values) => values.join(",")),
        fc.tuple(fc.integer({ min, max }), fc.integer({ min: 1, max: 9 })).map(([from, step]) => `${from}/${step}`),
      );
    const minutes = fc
      .array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 2 })
      .map((all) => all.join(","));
    const weekday = list(1, 7).map((days) => `? * ${days}`);
    const schedule = fc
      .tuple(minutes, list(0, 23), weekday)
      .map(([minute, hour, rest]) => `${minute} ${hour} ${rest} *`);
    fc.assert(
      fc.property(schedule, (fields) => {
        expect(gap(`cron(${fields})`)).toBe(brute(fields) / 60);
      }),
      { numRuns: 25 },
    );
  });
});

/** The longest gap in minutes over eight weeks, minute by minute, with a reading of the fields of its own. */
function brute(fields: string): number {
  const [minute = "", hour = "", , , weekday = ""] = fields.split(" ");
  const fits = (field: string, value: number, max: number): boolean =>
    field.split(",").some((part) => {
      if (part === "*") return true;
      const [from, step] = part.split("/").map(Number);
      if (from === undefined) return false;
      return step === undefined ? value === from : value >= from && value <= max && (value - from) % step === 0;
    });
  let longest = 0;
  let last: number | undefined;
  const start = Date.UTC(2026, 0, 1);
  for (let at = 0; at < 8 * 7 * 1440; at++) {
    const date = new Date(start + at * 60_000);
    const runs =
      fits(minute, date.getUTCMinutes(), 59) &&
      fits(hour, date.getUTCHours(), 23) &&
      fits(weekday, date.getUTCDay() + 1, 7);
    if (!runs) continue;
    if (last !== undefined) longest = Math.max(longest, at - last);
    last = at;
  }
  return longest;
}

describe("scheduleFault", () => {
  it.each([
    ["cron(0 5 * * * *)", "UTC"],
    ["cron(0 5 ? * ? *)", "UTC"],
    ["cron(60 5 ? * * *)", "UTC"],
    ["cron(0 5 ? * *)", "UTC"],
    ["rate(0 hours)", "UTC"],
    ["every day", "UTC"],
    ["cron(0 5 ? * * *)", "Mars/Olympus"],
  ])("refuses %s in %s", (expression, zone) => {
    expect(scheduleFault({ expression, zone })).toMatch(/no schedule that AWS accepts|no time zone/);
  });

  it("accepts what AWS accepts", () => {
    for (const expression of ["cron(0/15 8-18 ? * MON-FRI *)", "cron(0 5 LW * ? *)", "rate(1 hour)"])
      expect(scheduleFault({ expression, zone: "Europe/Berlin" })).toBeUndefined();
  });
});
