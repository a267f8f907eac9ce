// Sets what an apply met against what moto is known to lack.

import type { Outcome } from "./compare.ts";
import { type Gap, gapOfArgument, gapOfError, isSubstitution } from "./gaps.ts";

/** What one example came to. */
export interface Result extends Outcome {
  readonly example: string;
  readonly seconds: number;
  /** Addresses at which something else than the example's own argument was applied. */
  readonly substituted: ReadonlyMap<Gap, readonly string[]>;
}

/** The lines that tell of one example, and what in them is a fault. */
export interface Told {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
  /** Gaps that explained something. */
  readonly used: ReadonlySet<Gap>;
}

const typeOf = (address: string): string => address.split(".")[0] ?? "";

export function tell(result: Result, gaps: readonly Gap[]): Told {
  const { example, applied, total, seconds, refused, waiting, drift, open, lost, substituted } = result;
  const met = new Map<Gap, Set<string>>();
  const note = (gap: Gap, address: string): unknown => met.set(gap, (met.get(gap) ?? new Set()).add(address));
  const faults = lost.map((address) => `${example}: ${address} was not applied, and nothing says why`);
  for (const [gap, addresses] of substituted) for (const address of addresses) note(gap, address);
  for (const { address, message } of refused) {
    const gap = gapOfError(gaps, typeOf(address), message);
    if (gap === undefined) faults.push(`${example}: ${address}: ${message}`);
    else note(gap, address);
  }
  for (const { address, type, argument, values } of drift) {
    const gap = gapOfArgument(gaps, type, argument);
    if (gap === undefined) faults.push(`${example}: ${address}: a second plan changes ${argument}: ${values}`);
    else note(gap, address);
  }
  const lines = [
    `${example}: applied ${applied} of ${total} resources in ${seconds.toFixed(0)} s; moto refuses ${refused.length}, ${waiting.length} wait for those`,
    ...gaps.flatMap((gap) => {
      const count = met.get(gap)?.size ?? 0;
      return count === 0 ? [] : `  ${kindOf(gap)} (${count}): ${gap.lacks}`;
    }),
    ...waiting.map((address) => `  waits: ${address}`),
    ...open.map((address) => `  applied, not compared, since it names what moto lacks: ${address}`),
  ];
  return { lines, faults, used: new Set(met.keys()) };
}

function kindOf(gap: Gap): string {
  if ("says" in gap) return `refused: ${gap.type}`;
  return `${isSubstitution(gap) ? "not given" : "forgotten"}: ${gap.type}.${gap.argument}`;
}

/** Entries of the list that explained nothing in any example: moto has learnt it, or the examples need it no longer. */
export const stale = (told: readonly Told[], gaps: readonly Gap[]): readonly string[] =>
  gaps
    .filter((gap) => !told.some(({ used }) => used.has(gap)))
    .map((gap) => `moto-gaps.yaml: ${gap.type}, "${gap.lacks}", explains nothing: take the entry out`);
