// Rolls verdicts up to the paragraphs of the Security Rule.

import type { Catalogue } from "../../catalogue/load.ts";
import type { Safeguard } from "../../catalogue/types.ts";
import type { Citation, CitationStatus } from "../assessment.ts";

/** Verdicts of one control. Accepted fails count as `accepted`, not as `fail`. */
export interface Tally {
  pass: number;
  fail: number;
  undetermined: number;
  accepted: number;
  /** Of `accepted`: those that are only being mended. Their citation stays failing. */
  remediation: number;
}

export const emptyTally = (): Tally => ({ pass: 0, fail: 0, undetermined: 0, accepted: 0, remediation: 0 });

const worstFirst: readonly CitationStatus[] = [
  "failing",
  "undetermined",
  "accepted",
  "missing-evidence",
  "boundary",
  "evidenced",
];
const worst = (statuses: readonly CitationStatus[]): CitationStatus | undefined =>
  worstFirst.find((status) => statuses.includes(status));

/**
 * Status of every citation, in the order of the rule. A paragraph is as bad as the worst of its own controls and of the
 * paragraphs below it; with neither it is a boundary (shown by somebody else) or lacks evidence.
 */
export function citationsOf(catalogue: Catalogue, tallies: ReadonlyMap<string, Tally>): readonly Citation[] {
  const controls = new Map<string, string[]>();
  for (const { id, supports } of catalogue.controls)
    for (const citation of supports) {
      const list = controls.get(citation);
      if (list) list.push(id);
      else controls.set(citation, [id]);
    }
  const children = new Map<string, CitationStatus[]>();
  const statuses = new Map<string, CitationStatus>();
  // Parents stand before their children in the rule, so from the end on every child is done before its parent.
  for (const safeguard of [...catalogue.safeguards].reverse()) {
    const own = (controls.get(safeguard.citation) ?? []).flatMap((id) => ownStatus(tallies.get(id)) ?? []);
    const below = children.get(safeguard.citation) ?? [];
    const status = worst([...own, ...below]) ?? unshown(safeguard);
    statuses.set(safeguard.citation, status);
    if (safeguard.parent === undefined) continue;
    const siblings = children.get(safeguard.parent);
    if (siblings) siblings.push(status);
    else children.set(safeguard.parent, [status]);
  }
  return catalogue.safeguards.map(({ citation }) => ({
    citation,
    status: statuses.get(citation) ?? "missing-evidence",
    controls: (controls.get(citation) ?? []).map((control) => {
      const { pass, fail, undetermined, accepted } = tallies.get(control) ?? emptyTally();
      return { control, pass, fail, undetermined, accepted };
    }),
  }));
}

function ownStatus(tally: Tally | undefined): CitationStatus | undefined {
  if (!tally) return undefined;
  if (tally.fail > 0 || tally.remediation > 0) return "failing";
  if (tally.undetermined > 0) return "undetermined";
  if (tally.accepted > 0) return "accepted";
  return tally.pass > 0 ? "evidenced" : undefined;
}

const unshown = (safeguard: Safeguard): CitationStatus =>
  safeguard.role === "outside-code" ? "boundary" : "missing-evidence";
