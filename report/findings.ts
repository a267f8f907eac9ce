// How the formats for people arrange an assessment's verdicts. Nothing is judged or counted here, only put side by side.

import type { Assessment, Verdict } from "../gate/assessment.ts";

/** Verdicts that belong under one heading: those of one resource, or undetermined ones that share a cause. */
export type Group =
  | { readonly kind: "resource"; readonly address: string; readonly verdicts: readonly Verdict[] }
  | { readonly kind: "cause"; readonly cause: string; readonly verdicts: readonly Verdict[] };

export interface Sections {
  /** What the plan brings or makes worse. */
  readonly introduced: readonly Verdict[];
  /** What is so already. */
  readonly existing: readonly Verdict[];
  /** What the plan mends or removes. */
  readonly fixed: readonly Verdict[];
}

/** The verdicts by their delta, each section in the order of the assessment. */
export function sectionsOf(verdicts: Assessment["verdicts"]): Sections {
  return {
    introduced: verdicts.filter(({ delta }) => delta === "introduced" || delta === "worsened"),
    existing: verdicts.filter(({ delta }) => delta === "unchanged"),
    fixed: verdicts.filter(({ delta }) => delta === "fixed"),
  };
}

/**
 * The verdicts grouped by resource, but for undetermined ones whose cause several share: these make one group. A group stands
 * where its first verdict stood.
 */
export function groupsOf(verdicts: readonly Verdict[]): Group[] {
  const sharers = new Map<string, number>();
  for (const { cause } of verdicts) if (cause !== undefined) sharers.set(cause, (sharers.get(cause) ?? 0) + 1);
  const groups = new Map<string, { group: Group; verdicts: Verdict[] }>();
  for (const verdict of verdicts) {
    const { cause, address } = verdict;
    const shared = cause !== undefined && (sharers.get(cause) ?? 0) > 1;
    const key = shared ? `cause ${cause}` : `resource ${address}`;
    const known = groups.get(key);
    if (known) {
      known.verdicts.push(verdict);
      continue;
    }
    const own = [verdict];
    const group: Group = shared
      ? { kind: "cause", cause, verdicts: own }
      : { kind: "resource", address, verdicts: own };
    groups.set(key, { group, verdicts: own });
  }
  return [...groups.values()].map(({ group }) => group);
}

/** The verdicts of a group by control, in order: what a cause leaves open. */
export function byControl(verdicts: readonly Verdict[]): readonly (readonly [Verdict, ...Verdict[]])[] {
  const controls = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const known = controls.get(verdict.control);
    if (known) known.push(verdict);
    else controls.set(verdict.control, [verdict]);
  }
  return [...controls.values()];
}
