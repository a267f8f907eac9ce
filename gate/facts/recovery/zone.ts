// From wall clock to instants, daylight saving included, without a call per instant.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Offsets change at most some times a year; steps of four weeks find each change. */
const STEP = 28 * DAY;

/** An offset from UTC in milliseconds, from an instant on. */
interface Era {
  readonly from: number;
  readonly offset: number;
}

const eras = new Map<string, readonly Era[]>();

/** The window in which schedules are walked through. */
export const WINDOW = { from: Date.UTC(2026, 0, 1), years: 28 } as const;

/** Whether this is a time zone that anybody knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall clock time, given as if it were UTC. Undefined where the clock skips it; where the clock shows it twice, the first
 * time counts.
 */
export function instantOf(wall: number, zone: string): number | undefined {
  if (zone === "UTC" || zone === "Etc/UTC") return wall;
  const list = erasOf(zone);
  for (let at = firstEra(list, wall - DAY); at < list.length; at++) {
    const era = list[at];
    if (era === undefined) break;
    const instant = wall - era.offset;
    const next = list[at + 1];
    if (instant >= era.from && (next === undefined || instant < next.from)) return instant;
    if (era.from > wall + DAY) break;
  }
  return undefined;
}

/** Position of the era in which an instant lies. */
function firstEra(list: readonly Era[], instant: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((list[middle]?.from ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

function erasOf(zone: string): readonly Era[] {
  const known = eras.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsetAt = (instant: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
  const start = WINDOW.from - 2 * DAY;
  const end = Date.UTC(2026 + WINDOW.years, 0, 3);
  let offset = offsetAt(start);
  const list: Era[] = [{ from: Number.NEGATIVE_INFINITY, offset }];
  for (let at = start; at < end; at += STEP) {
    const later = offsetAt(at + STEP);
    if (later === offset) continue;
    let [before, after] = [at, at + STEP];
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 120_000) * 60_000;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    offset = offsetAt(after);
    list.push({ from: after, offset });
  }
  eras.set(zone, list);
  return list;
}
