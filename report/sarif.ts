// SARIF 2.1.0 within GitHub's limits: one run for all plans.

import { createHash } from "node:crypto";
import type { Severity } from "../catalogue/types.ts";
import type { Assessment, Delta, Verdict } from "../gate/assessment.ts";
import type { Renderer, RenderOptions } from "./options.ts";
import { rulesOf } from "./sarif-rules.ts";
import { inert, inertJson, oneLine, plural } from "./text.ts";
import { acceptedText, effectText } from "./wording.ts";

/** GitHub takes 25,000 results of a run and keeps 5,000 of them: we choose which. */
const MAX_RESULTS = 5000;

const RANK: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 };

/** What the plan fixes is left out: GitHub does not read `baselineState` and would show it as open. */
const BASELINE: Partial<Record<Delta, "new" | "updated" | "unchanged">> = {
  introduced: "new",
  worsened: "updated",
  unchanged: "unchanged",
};

interface Finding {
  readonly verdict: Verdict;
  readonly assessment: Assessment;
}

/** One SARIF log with one run, whose results are worst first. */
export const renderSarif: Renderer = (assessments, options) => {
  const findings = assessments
    .flatMap((assessment) => assessment.verdicts.map((verdict): Finding => ({ verdict, assessment })))
    .filter(({ verdict }) => verdict.delta !== "fixed")
    .sort((a, b) => worst(a.verdict, b.verdict));
  const kept = findings.slice(0, MAX_RESULTS);
  const rules = rulesOf(assessments, options);
  const ruleIndex = new Map(rules.map(({ id }, at) => [id, at]));
  const shared = assessments.length > 1;
  return `${inertJson(
    {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "phiward", ...version(assessments), rules } },
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [...truncation(findings.length), ...assessments.flatMap(notifications)],
            },
          ],
          columnKind: "utf16CodeUnits",
          results: kept.map((finding) => result(finding, ruleIndex, shared, options)),
          properties: { plans: assessments.map(planOf) },
        },
      ],
    },
    2,
  )}\n`;
};

function worst(a: Verdict, b: Verdict): number {
  return Number(b.blocking) - Number(a.blocking) || RANK[a.severity] - RANK[b.severity];
}

function version(assessments: readonly Assessment[]) {
  const [first] = assessments;
  return first ? { version: first.tool.version, properties: { bundle: first.bundle.digest } } : {};
}

function planOf({ plan, context, outcome, profile, enforce, clock, counts }: Assessment) {
  return { ...plan, context, outcome, profile: profile.id, enforce, clock, counts };
}

function result(
  { verdict, assessment }: Finding,
  rules: ReadonlyMap<string, number>,
  shared: boolean,
  options: RenderOptions,
) {
  const index = rules.get(verdict.control);
  const { acceptedBy } = verdict;
  return {
    ruleId: verdict.control,
    ...(index === undefined ? {} : { ruleIndex: index }),
    ...state(verdict),
    message: { text: message(verdict) },
    locations: [location(verdict, options)],
    partialFingerprints: fingerprints({ verdict, assessment }, shared),
    baselineState: BASELINE[verdict.delta],
    ...(acceptedBy
      ? { suppressions: [{ kind: "external", status: "accepted", justification: inert(acceptedText(acceptedBy)) }] }
      : {}),
    properties: {
      plan: assessment.plan.file,
      address: verdict.address,
      status: verdict.status,
      delta: verdict.delta,
      effect: effectText(verdict, assessment.enforce),
      severity: verdict.severity,
      dataClass: verdict.dataClass,
      supports: verdict.supports,
      path: verdict.path,
      found: verdict.found,
      expected: verdict.expected,
    },
  };
}

/**
 * SARIF 3.27.10 allows a level other than `none` to the kind `fail` alone. An undetermined verdict that blocks must be seen, so
 * it is a `fail` whose property `status` says what it is; one that does not block is `open`.
 */
function state({ status, blocking, acceptedBy }: Verdict) {
  if (blocking) return { kind: "fail", level: "error" };
  if (status === "undetermined") return { kind: "open", level: "none" };
  return { kind: "fail", level: acceptedBy ? "note" : "warning" };
}

function message({ status, message: text, cause, remedy }: Verdict): string {
  const lines = [inert(text)];
  if (status === "undetermined") lines.push(`Undetermined: ${inert(cause ?? "the plan does not say")}`);
  lines.push(`Fix: ${oneLine(remedy)}`);
  // `[text](target)` is a link in SARIF's plain text.
  return lines.join("\n").replaceAll("](", "] (");
}

/** The line of the configuration or of the program where it is known; never a line of the plan. */
function location({ address, location: at, construct }: Verdict, options: RenderOptions) {
  const { sourceRoot, programRoot, anchor } = options;
  const logicalLocations = [logical(address, "resource")];
  if (construct !== undefined) logicalLocations.push(logical(construct, "construct"));
  if (at) {
    const root = at.column === undefined ? sourceRoot : programRoot;
    const file = root ? `${root.replace(/\/+$/, "")}/${at.file}` : at.file;
    const region = { startLine: at.line, ...(at.column !== undefined && { startColumn: at.column }) };
    const physicalLocation = { artifactLocation: { uri: uriOf(file) }, region };
    return { physicalLocation, logicalLocations };
  }
  if (anchor) return { physicalLocation: { artifactLocation: { uri: uriOf(anchor) } }, logicalLocations };
  return { logicalLocations };
}

function logical(text: string, kind: "resource" | "construct") {
  const name = inert(text);
  return { name, fullyQualifiedName: name, kind };
}

/** A relative reference: each segment encoded, so that a colon or a question mark in a name stays part of it. */
function uriOf(file: string): string {
  const segments = file
    .replace(/\\/g, "/")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/^(\.?\/)+/, "")
    .split("/");
  return segments.map(encodeURIComponent).join("/");
}

/**
 * GitHub tracks alerts by `primaryLocationLineHash` alone. With several plans in one run the plan's file takes part: two stacks
 * may hold the same address.
 */
function fingerprints({ verdict, assessment }: Finding, shared: boolean) {
  const own = verdict.fingerprint;
  const hash = shared ? createHash("sha256").update(`${assessment.plan.file}\n${own}`).digest("hex") : own;
  return { primaryLocationLineHash: hash, "phiward/v1": own };
}

function truncation(total: number) {
  if (total <= MAX_RESULTS) return [];
  const left = plural(total - MAX_RESULTS, "finding");
  const text = `${left} of ${total} left out: GitHub keeps ${MAX_RESULTS}; these are the worst, the json format has all`;
  return [{ descriptor: { id: "RESULTS_TRUNCATED" }, level: "warning", message: { text } }];
}

/** What the assessment says of itself: notes, and exceptions that need somebody. */
function notifications({ plan, notes, exceptions }: Assessment) {
  const notification = (id: string, level: "note" | "warning", text: string) => ({
    descriptor: { id: inert(id) },
    level,
    message: { text: inert(`${plan.file}: ${text}`).replaceAll("](", "] (") },
  });
  return [
    ...exceptions.map(({ id, state: what, message: text }) =>
      notification(`EXCEPTION_${what.toUpperCase()}`, "warning", `${id}: ${text}`),
    ),
    ...notes.map(({ code, message: text }) => notification(code, "note", text)),
  ];
}
