// What a plan does to a verdict: the same question asked of the world before.

import type { Delta, Status } from "../assessment.ts";
import { rank, valueName } from "../facts/states.ts";
import type { Judged } from "../facts/types.ts";

/** What was said of a resource by one control in one world. */
interface Said {
  readonly status: Status;
  readonly judged: Judged;
}

/**
 * Delta of what does not pass after the plan.
 *
 * `worsened`: what was undetermined fails now, or what failed already fails more: by the order of states in
 * `catalogue/facts.yaml`, or by the number of the fact. `introduced`: it passed, or the control had nothing to judge.
 */
export function deltaOf(fact: string, after: Said, before: Said | undefined): Exclude<Delta, "fixed"> {
  if (before === undefined || before.status === "pass") return "introduced";
  if (after.status !== "fail") return "unchanged";
  if (before.status === "undetermined") return "worsened";
  return isWorse(fact, after.judged, before.judged) ? "worsened" : "unchanged";
}

function isWorse(fact: string, after: Judged, before: Judged): boolean {
  const byState = rank(fact, after.state) - rank(fact, before.state);
  if (byState !== 0) return byState > 0;
  const name = valueName(fact);
  if (name === undefined) return false;
  const [now, then] = [after[name], before[name]];
  // Days are kept or waited, legs are met: fewer is worse. Of hours between backups more are worse, of ports one more that is open.
  if (typeof now === "number" && typeof then === "number") return name === "hours" ? now > then : now < then;
  return [...rangesOf(now)].some(([from, to]) => !covered(from, to, rangesOf(then)));
}

type Range = readonly [number, number];

function rangesOf(value: Judged[string] | undefined): readonly Range[] {
  if (!Array.isArray(value)) return [];
  const ranges: Range[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair)) continue;
    const [from, to] = pair;
    if (typeof from === "number" && typeof to === "number") ranges.push([from, to]);
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

/** Whether sorted ranges, which may touch, hold all of `from` to `to`. */
function covered(from: number, to: number, ranges: readonly Range[]): boolean {
  let next = from;
  for (const [start, end] of ranges) {
    if (start > next) break;
    if (end >= next) next = end + 1;
    if (next > to) return true;
  }
  return next > to;
}
