// The longest time between two runs of backup schedules.

import { type Cron, type Day, parseCron } from "./cron.ts";
import { instantOf, isZone, WINDOW } from "./zone.ts";

/** A schedule of a backup rule. */
export interface Schedule {
  /** `cron(…)` or `rate(…)`. */
  readonly expression: string;
  /** IANA name. */
  readonly zone: string;
}

/** What AWS Backup uses where a rule names no schedule. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html */
export const DEFAULT_SCHEDULE: Schedule = { expression: "cron(0 5 ? * * *)", zone: "UTC" };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

interface Timed {
  readonly cron: Cron;
  readonly zone: string;
}

/** Why a schedule cannot be evaluated; undefined where it can. */
export function scheduleFault({ expression, zone }: Schedule): string | undefined {
  if (!isZone(zone)) return `there is no time zone ${zone}`;
  return rateOf(expression) === undefined && cronOf(expression) === undefined
    ? `${expression} is no schedule that AWS accepts`
    : undefined;
}

/** Hours of a rate. */
function rateOf(expression: string): number | undefined {
  const [, value, unit = ""] = /^rate\(\s*([1-9]\d*)\s+(minute|hour|day)s?\s*\)$/i.exec(expression.trim()) ?? [];
  const size = UNITS[unit.toLowerCase()];
  return value === undefined || size === undefined ? undefined : Number(value) * size;
}

const cronOf = (expression: string): Cron | undefined => {
  const [, fields] = /^cron\((.*)\)$/is.exec(expression.trim()) ?? [];
  return fields === undefined ? undefined : parseCron(fields);
};

const gaps = new Map<string, number>();

/**
 * Hours in the longest time between two runs of any of the schedules, all of them taken together. A schedule that stops (a year that ends)
 * has a gap to the end of the 28 years looked at: after 28 years days and weekdays fall together again.
 *
 * @param schedules each without {@link scheduleFault}
 * @returns `Infinity` where nothing ever runs
 */
export function longestGap(schedules: readonly Schedule[]): number {
  const key = schedules
    .map(({ expression, zone }) => `${expression} ${zone}`)
    .sort()
    .join("\n");
  const known = gaps.get(key);
  if (known !== undefined) return known;
  const rates = schedules.flatMap(({ expression }) => rateOf(expression) ?? []);
  const crons = schedules.flatMap(({ expression, zone }) => {
    const cron = cronOf(expression);
    return cron ? [{ cron, zone }] : [];
  });
  // Nobody knows when a rate begins: it fills no gap of the others, unless it is shorter than all.
  const gap = Math.min(Number.POSITIVE_INFINITY, ...rates, ...(crons.length > 0 ? [walk(crons)] : []));
  gaps.set(key, gap);
  return gap;
}

/** Days to walk through: until the days repeat, and through every change of the clocks. */
function daysToWalk(crons: readonly Timed[]): number {
  if (crons.some(({ cron }) => cron.period === undefined)) return WINDOW.years * 365 + WINDOW.years / 4;
  return crons.every(({ zone }) => zone === "UTC") ? 21 : 3 * 366;
}

function walk(crons: readonly Timed[]): number {
  const days = daysToWalk(crons);
  const end = WINDOW.from + days * DAY;
  let last = WINDOW.from;
  let longest = 0;
  let ran = false;
  // Runs of a day can lie, as instants, beside those of the next day of another zone: sorted when the next day is done.
  let waiting: number[] = [];
  const take = (instants: readonly number[]): void => {
    for (const instant of instants) {
      if (instant < WINDOW.from || instant >= end) continue;
      ran = true;
      longest = Math.max(longest, instant - last);
      last = instant;
    }
  };
  for (let index = -1; index <= days; index++) {
    const midnight = WINDOW.from + index * DAY;
    const day = dayOf(midnight);
    for (const { cron, zone } of crons) {
      if (!cron.runsOn(day)) continue;
      for (const minute of cron.minutes) {
        const instant = instantOf(midnight + minute * 60_000, zone);
        if (instant !== undefined) waiting.push(instant);
      }
    }
    waiting.sort((a, b) => a - b);
    const settled = waiting.filter((instant) => instant < midnight - DAY);
    take(settled);
    waiting = waiting.slice(settled.length);
  }
  take(waiting);
  return ran ? Math.max(longest, end - last) / HOUR : Number.POSITIVE_INFINITY;
}

/** The day that begins at a midnight of UTC. */
export function dayOf(midnight: number): Day {
  const date = new Date(midnight);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return {
    year,
    month,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() + 1,
    length: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}
