// Cron expressions of AWS: six fields, `cron(minutes hours day-of-month month day-of-week year)`.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html

/** A calendar day; `weekday` is 1 for Sunday to 7 for Saturday, as AWS counts. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly weekday: number;
  /** Days in the month. */
  readonly length: number;
}

/** A parsed expression. */
export interface Cron {
  /** Minutes since midnight at which it runs on a day that it runs on, ascending. */
  readonly minutes: readonly number[];
  runsOn(day: Day): boolean;
  /** After how many days its days repeat: 1, 7, or nothing where the calendar decides. */
  readonly period: 1 | 7 | undefined;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

interface Range {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

/** Parses the six fields, without the word around them. Undefined where AWS would refuse them. */
export function parseCron(fields: string): Cron | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...more] = fields.trim().toUpperCase().split(/\s+/);
  if (year === undefined || more.length > 0) return undefined;
  // One of the two day fields must be left open by `?`, and only one.
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) return undefined;
  const minutes = numbers(minute, { min: 0, max: 59 });
  const hours = numbers(hour, { min: 0, max: 23 });
  const months = numbers(month, { min: 1, max: 12, names: MONTHS });
  const years = numbers(year, { min: 1970, max: 2199 });
  const day = dayOfMonth === "?" ? weekdays(dayOfWeek) : monthDays(dayOfMonth);
  if (!minutes || !hours || !months || !years || !day) return undefined;
  const everyMonth = months.size === 12 && years.size === 230;
  return {
    minutes: [...hours].sort(ascending).flatMap((h) => [...minutes].sort(ascending).map((m) => h * 60 + m)),
    runsOn: (at) => years.has(at.year) && months.has(at.month) && day.runsOn(at),
    period: everyMonth ? day.period : undefined,
  };
}

const ascending = (a: number, b: number): number => a - b;

interface DayField {
  readonly period: 1 | 7 | undefined;
  runsOn(day: Day): boolean;
}

/** Day of month: numbers, `L` the last one, `15W` the weekday nearest to the 15th, `LW` the last weekday. */
function monthDays(text: string | undefined): DayField | undefined {
  const range = { min: 1, max: 31 };
  if (text === "L") return { period: undefined, runsOn: ({ day, length }) => day === length };
  if (text === "LW") return { period: undefined, runsOn: (at) => at.day === nearestWeekday(at, at.length) };
  const near = /^(\d{1,2})W$/.exec(text ?? "");
  if (near) {
    const wanted = Number(near[1]);
    if (wanted < 1 || wanted > 31) return undefined;
    return { period: undefined, runsOn: (at) => wanted <= at.length && at.day === nearestWeekday(at, wanted) };
  }
  const days = numbers(text, range);
  return days && { period: days.size === 31 ? 1 : undefined, runsOn: ({ day }) => days.has(day) };
}

/** The weekday nearest to a day of the month that `at` lies in, without leaving the month. */
function nearestWeekday(at: Day, wanted: number): number {
  const weekday = ((at.weekday - 1 + wanted - at.day + 35 * 7) % 7) + 1;
  if (weekday === 1) return wanted === at.length ? wanted - 2 : wanted + 1;
  if (weekday === 7) return wanted === 1 ? wanted + 2 : wanted - 1;
  return wanted;
}

/** Day of week: numbers or names, `L` the last day of the week, `6L` the last Friday, `3#2` the second Tuesday. */
function weekdays(text: string | undefined): DayField | undefined {
  const range = { min: 1, max: 7, names: WEEKDAYS };
  const last = /^(\w+)L$/.exec(text ?? "");
  if (last) {
    const weekday = single(last[1], range);
    if (weekday === undefined) return undefined;
    return { period: undefined, runsOn: (at) => at.weekday === weekday && at.day + 7 > at.length };
  }
  const nth = /^(\w+)#([1-5])$/.exec(text ?? "");
  if (nth) {
    const [weekday, number] = [single(nth[1], range), Number(nth[2])];
    if (weekday === undefined) return undefined;
    return { period: undefined, runsOn: (at) => at.weekday === weekday && Math.ceil(at.day / 7) === number };
  }
  const days = text === "L" ? new Set([7]) : numbers(text, range);
  return days && { period: days.size === 7 ? 1 : 7, runsOn: ({ weekday }) => days.has(weekday) };
}

/** A list of numbers, names, ranges and steps. */
function numbers(text: string | undefined, range: Range): ReadonlySet<number> | undefined {
  if (text === undefined || text === "") return undefined;
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [span = "", step, ...more] = part.split("/");
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) return undefined;
    const bounds = boundsOf(span, range, step !== undefined);
    if (!bounds) return undefined;
    // A range may go past the end: FRI-MON, 22-2.
    const [from, to] = bounds;
    const size = range.max - range.min + 1;
    const length = to >= from ? to - from : to - from + size;
    for (let offset = 0; offset <= length; offset += Number(step ?? 1))
      found.add(((from - range.min + offset) % size) + range.min);
  }
  return found;
}

function boundsOf(span: string, range: Range, stepped: boolean): readonly [number, number] | undefined {
  if (span === "*") return [range.min, range.max];
  const [low, high, ...more] = span.split("-");
  const from = single(low, range);
  if (from === undefined || more.length > 0) return undefined;
  if (high === undefined) return [from, stepped ? range.max : from];
  const to = single(high, range);
  return to === undefined ? undefined : [from, to];
}

function single(text: string | undefined, { min, max, names }: Range): number | undefined {
  const named = names?.indexOf(text ?? "") ?? -1;
  if (named >= 0) return named + min;
  if (text === undefined || !/^\d{1,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= min && number <= max ? number : undefined;
}
