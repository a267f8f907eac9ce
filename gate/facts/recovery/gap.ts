// The `recovery_gap` fact: the longest time between two points that a store can be restored to, beside what its owner can afford to lose.

import type { ComputedFact } from "../computed/types.ts";
import type { Fact } from "../types.ts";
import { copiesOf } from "./copies.ts";
import { objectiveOf } from "./objectives.ts";
import { longestGap } from "./schedule.ts";
import type { Copy, StoreCopies } from "./types.ts";

/** The gap that copies leave between them, in hours; undefined where none can be restored. */
function gapOf(copies: readonly Copy[]): number | undefined {
  const gaps = copies.flatMap(({ gapHours }) => gapHours ?? []);
  const schedules = copies.flatMap((copy) => copy.schedules ?? []);
  if (schedules.length > 1) gaps.push(longestGap(schedules));
  const gap = Math.min(...gaps);
  return Number.isFinite(gap) ? Math.round(gap * 100) / 100 : undefined;
}

/** `24 hours between points to restore to`; a continuous backup is said as such. */
const gapText = (hours: number): string =>
  hours < 0.1 ? "restorable to the last minutes" : `${hours} hours between points to restore to, at the most`;

export const recoveryGap: ComputedFact = ({ world, resource }) => {
  const known = copiesOf(world, resource);
  if (!known) return undefined;
  const objective = objectiveOf(world, resource);
  const fact = judge(known);
  if (!objective) return fact;
  return {
    ...fact,
    judged: { ...fact.judged, objective: objective.hours },
    found: `${fact.found}, where ${objective.source} asks for ${objective.hours}`,
    ...(objective.basis !== undefined && { basis: objective.basis }),
  };
};

function judge(known: StoreCopies): Fact {
  const certain = gapOf(known.copies.filter((copy) => copy.certain));
  const doubtful = known.copies.find(
    (copy) => !copy.certain || (copy.kind === "recovery-point" && copy.gapHours === undefined),
  );
  const shown = known.copies.find(({ gapHours }) => gapHours !== undefined)?.through[0];
  const at: Partial<Fact> = shown === undefined || shown === known.store.address ? {} : { address: shown };
  // A plan elsewhere, or one that is not read, could only shorten a gap of minutes that suits everybody.
  if (certain !== undefined && certain < 1)
    return { judged: { state: "known", hours: certain }, found: gapText(certain), path: "", ...at };
  const cause = known.central
    ? "neither this plan nor its context holds a backup plan: backups may be made from elsewhere"
    : (known.open ?? (doubtful && (doubtful.cause ?? `the schedule of ${doubtful.holder} is known only after apply`)));
  const found = certain === undefined ? "no point to restore to" : gapText(certain);
  if (cause !== undefined)
    return {
      judged: { state: "unknown", ...(certain !== undefined && { hours: certain }) },
      found,
      path: "",
      ...at,
      cause,
      ...(known.central && { byAbsence: true }),
    };
  if (certain === undefined) return { judged: { state: "none" }, found, path: "", ...at };
  return { judged: { state: "known", hours: certain }, found, path: "", ...at };
}
