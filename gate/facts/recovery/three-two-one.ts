// The `recovery_copies` fact: 3-2-1, three copies of two kinds, one of them offsite.
// Offsite here means that neither the loss of the store's Region nor whoever takes its account takes every copy: see docs/decisions.

import type { ComputedFact } from "../computed/types.ts";
import type { Fact } from "../types.ts";
import { copiesOf } from "./copies.ts";
import type { Answer, Copy, StoreCopies } from "./types.ts";

const COPIES = 3;
const KINDS = 2;

/** How far a store's copies go. */
export interface Count {
  readonly copies: number;
  readonly kinds: number;
  readonly offsite: 0 | 1;
}

/** Three copies, two kinds, one offsite: six legs in all. */
const legsOf = ({ copies, kinds, offsite }: Count): number =>
  Math.min(copies, COPIES) + Math.min(kinds, KINDS) + offsite;
const COMPLETE = COPIES + KINDS + 1;

/** Whether an answer counts: what is unknown does only where the best is assumed. */
const counts = (answer: Answer, best: boolean): boolean => answer === "yes" || (best && answer === "unknown");

/** Counts what is certain; with `best`, also what the plan leaves open. */
function count(copies: readonly Copy[], best: boolean): Count {
  const held = copies.filter((copy) => best || copy.certain);
  const leavesAccount = held.some(
    (copy) =>
      counts(copy.otherAccount, best) &&
      (copy.immutability === "compliance" || (best && copy.immutability === "unknown")),
  );
  const leavesRegion = held.some((copy) => counts(copy.otherRegion, best));
  return {
    copies: held.length,
    kinds: held.some(({ kind }) => kind === "recovery-point") ? 2 : 1,
    offsite: leavesAccount && leavesRegion ? 1 : 0,
  };
}

/** Counts the copies of a store that are certain. */
const countOf = ({ copies }: StoreCopies): Count => count(copies, false);

/** `2 of 3 copies, 1 of 2 kinds, 0 of 1 offsite` */
const countText = ({ copies, kinds, offsite }: Count): string =>
  `${Math.min(copies, COPIES)} of ${COPIES} copies, ${Math.min(kinds, KINDS)} of ${KINDS} kinds, ${offsite} of 1 offsite`;

/** What the certain copies lack, each as words that follow "missing:". */
export function missingOf(known: StoreCopies): readonly string[] {
  const { copies, kinds } = countOf(known);
  return [
    ...(copies < COPIES ? [COPIES - copies === 1 ? "one more copy" : `${COPIES - copies} more copies`] : []),
    ...(kinds < KINDS ? ["a recovery point in a vault of AWS Backup"] : []),
    ...offsiteMissing(known),
  ];
}

/** What keeps the copies from counting as offsite. */
function offsiteMissing({ copies }: StoreCopies): readonly string[] {
  const held = copies.filter(({ certain }) => certain);
  const missing: string[] = [];
  const away = held.filter(({ otherAccount }) => otherAccount === "yes");
  if (!away.some(({ immutability }) => immutability === "compliance")) {
    const [loose] = away;
    const why =
      loose === undefined
        ? ""
        : loose.immutability === "governance"
          ? ` (${loose.holder} is locked in governance mode, which an administrator can remove)`
          : ` (${loose.holder} is ${loose.immutability === "unknown" ? "perhaps" : ""} not locked)`;
    missing.push(`an immutable copy in another account${why.replace("  ", " ")}`);
  }
  if (!held.some(({ otherRegion }) => otherRegion === "yes")) missing.push("a copy in another Region");
  return missing;
}

/** The fact itself. */
export const recoveryCopies: ComputedFact = ({ world, resource }) => {
  const known = copiesOf(world, resource);
  return known && judge(known);
};

function judge(known: StoreCopies): Fact {
  const certain = count(known.copies, false);
  const best = count(known.copies, true);
  const legs = legsOf(certain);
  const reachable = known.central || known.open !== undefined ? COMPLETE : legsOf(best);
  const state =
    legs === COMPLETE ? "complete" : reachable === COMPLETE ? "unknown" : certain.copies > 1 ? "partial" : "none";
  // Without any recovery point the numbers say enough.
  const missing = certain.kinds < KINDS ? [] : offsiteMissing(known);
  const found = `${countText(certain)}${missing.length === 0 ? "" : `, missing ${missing.join(" and ")}`}`;
  const shown = known.copies.find(({ kind }) => kind !== "live")?.through[0];
  const basis: Partial<Fact> = shown !== undefined && shown !== known.store.address ? { address: shown } : {};
  const fact: Fact = {
    judged: { state, legs, copies: certain.copies, kinds: certain.kinds, offsite: certain.offsite },
    found,
    path: "",
    ...basis,
  };
  if (state !== "unknown") return fact;
  const doubt = known.copies.find(
    ({ certain: sure, cause, outside }) => cause !== undefined && (!sure || outside === true),
  );
  const cause = known.central
    ? "neither this plan nor its context holds a backup plan: backups may be made from elsewhere"
    : (known.open ?? doubt?.cause ?? placeCause(known));
  return { ...fact, cause, ...(known.central || doubt?.outside === true ? { byAbsence: true } : {}) };
}

/** The copy of which the plan does not say where it lies. */
function placeCause({ copies }: StoreCopies): string {
  const copy = copies.find(
    ({ otherAccount, otherRegion, immutability }) =>
      otherAccount === "unknown" || otherRegion === "unknown" || immutability === "unknown",
  );
  if (copy?.immutability === "unknown") return copy.cause ?? `the plan does not say how ${copy.holder} is locked`;
  const what = copy?.otherAccount === "unknown" ? "account" : "Region";
  return `the plan does not say whether ${copy?.holder ?? "a copy"} lies in another ${what}`;
}
