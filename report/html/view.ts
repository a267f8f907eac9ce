// What the pages of the control report show: the assessments side by side, by citation, by control and by finding.
// Statuses and counts come from the assessments; with several plans counts add up and the worst status stands.

import type { Control, Safeguard } from "../../catalogue/types.ts";
import type { Assessment, CitationStatus, Enforce, Verdict } from "../../gate/assessment.ts";
import type { RenderOptions } from "../options.ts";

/** Worst first. */
export const statuses: readonly CitationStatus[] = [
  "failing",
  "undetermined",
  "accepted",
  "missing-evidence",
  "boundary",
  "evidenced",
];

export interface Tally {
  readonly pass: number;
  readonly fail: number;
  readonly undetermined: number;
  readonly accepted: number;
}

export interface Finding {
  /** Anchor of its row. */
  readonly id: string;
  readonly plan: string;
  readonly enforce: Enforce;
  readonly verdict: Verdict;
}

export interface ControlView {
  readonly id: string;
  readonly title: string;
  /** Absent where the catalogue does not know the control. */
  readonly control?: Control;
  readonly tally: Tally;
  /** Standing fails and undetermined, worst first. */
  readonly findings: readonly Finding[];
  readonly passed: readonly { readonly plan: string; readonly address: string }[];
}

export interface CitationView {
  readonly safeguard: Safeguard;
  readonly status: CitationStatus;
  /** First end date of the exceptions that accept its fails. */
  readonly until?: string;
  readonly controls: readonly ControlView[];
}

export interface View {
  readonly assessments: readonly Assessment[];
  readonly severalPlans: boolean;
  readonly citations: readonly CitationView[];
  readonly controls: readonly ControlView[];
  readonly findings: readonly Finding[];
  readonly fixed: readonly Finding[];
  /** Citations that have a part of their own to link to. */
  readonly linked: ReadonlySet<string>;
}

export function viewOf(assessments: readonly Assessment[], { catalogue, safeguards }: RenderOptions): View {
  const all = assessments.flatMap((assessment, at) => findingsOf(assessment, at));
  const findings = all.filter(({ verdict }) => verdict.delta !== "fixed");
  const controls = controlViews(assessments, catalogue, findings);
  const byId = new Map(controls.map((control) => [control.id, control]));
  const citations = safeguards.map((safeguard) => citationView(safeguard, assessments, byId));
  return {
    assessments,
    severalPlans: assessments.length > 1,
    citations,
    linked: new Set(citations.flatMap((row) => (row.controls.length > 0 ? [row.safeguard.citation] : []))),
    controls,
    findings,
    fixed: all.filter(({ verdict }) => verdict.delta === "fixed"),
  };
}

function findingsOf({ plan, enforce, verdicts }: Assessment, at: number): Finding[] {
  return verdicts.map((verdict, row) => ({ id: `finding-${at + 1}-${row + 1}`, plan: plan.file, enforce, verdict }));
}

/** Controls in the order of the catalogue, then those it does not know. */
function controlViews(
  assessments: readonly Assessment[],
  catalogue: readonly Control[],
  findings: readonly Finding[],
): ControlView[] {
  const tallies = talliesOf(assessments);
  const passed = new Map<string, { plan: string; address: string }[]>();
  for (const { plan, passed: groups } of assessments)
    for (const { control, addresses } of groups)
      listOf(passed, control).push(...addresses.map((address) => ({ plan: plan.file, address })));
  const found = new Map<string, Finding[]>();
  for (const finding of findings) listOf(found, finding.verdict.control).push(finding);
  const known = new Map(catalogue.map((control) => [control.id, control]));
  const judged = catalogue.filter(({ id, profile }) => profile === undefined || tallies.has(id)).map(({ id }) => id);
  const ids = new Set([...judged, ...tallies.keys(), ...passed.keys(), ...found.keys()]);
  return [...ids].map((id) => {
    const control = known.get(id);
    const own = found.get(id) ?? [];
    return {
      id,
      title: control?.title ?? own[0]?.verdict.title ?? id,
      ...(control && { control }),
      tally: tallies.get(id) ?? NOTHING,
      findings: own,
      passed: passed.get(id) ?? [],
    };
  });
}

const NOTHING: Tally = { pass: 0, fail: 0, undetermined: 0, accepted: 0 };

function sum(a: Tally, b: Tally): Tally {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    undetermined: a.undetermined + b.undetermined,
    accepted: a.accepted + b.accepted,
  };
}

/** A control stands under each citation it supports with the same counts: each plan counts once. */
function talliesOf(assessments: readonly Assessment[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { citations } of assessments) {
    const own = new Map(citations.flatMap(({ controls }) => controls.map((row) => [row.control, row] as const)));
    for (const [id, row] of own) tallies.set(id, sum(tallies.get(id) ?? NOTHING, row));
  }
  return tallies;
}

function citationView(
  safeguard: Safeguard,
  assessments: readonly Assessment[],
  byId: ReadonlyMap<string, ControlView>,
): CitationView {
  const said = assessments.flatMap(({ citations }) =>
    citations.filter(({ citation }) => citation === safeguard.citation),
  );
  const unsaid = safeguard.role === "outside-code" ? "boundary" : "missing-evidence";
  const ids = new Set(said.flatMap(({ controls }) => controls.map(({ control }) => control)));
  const controls = [...ids].flatMap((id) => byId.get(id) ?? []);
  const dates = controls.flatMap(({ findings }) => findings.flatMap(({ verdict }) => verdict.acceptedBy?.until ?? []));
  const [until] = dates.sort();
  return {
    safeguard,
    status: worstOf(said.map(({ status }) => status)) ?? unsaid,
    ...(until !== undefined && { until }),
    controls,
  };
}

/** A plan that shows something outweighs one that shows nothing of a citation, but never one that fails it. */
function worstOf(said: readonly CitationStatus[]): CitationStatus | undefined {
  const shown = said.filter((status) => status !== "missing-evidence" && status !== "boundary");
  return statuses.find((status) => (shown.length > 0 ? shown : said).includes(status));
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  const known = map.get(key);
  if (known) return known;
  const list: T[] = [];
  map.set(key, list);
  return list;
}

/** Anchor of a citation's part: `c-164.312-a-2-iv`. */
export function citationAnchor(citation: string): string {
  return `c-${citation.replace(/\(/g, "-").replace(/\)/g, "")}`;
}

/** Anchor of a control's part. */
export function controlAnchor(id: string): string {
  return `control-${id.replace(/[^\w.-]/g, "_")}`;
}
