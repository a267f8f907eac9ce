// The assessment: everything a report needs. Reports are pure functions of it.

import type { ExceptionKind, Severity } from "../catalogue/types.ts";
import type { DataClass } from "./facts/types.ts";
import type { SourceLocation } from "./model/types.ts";

export type Status = "pass" | "fail" | "undetermined";
/** Against the before world. `fixed` verdicts no longer hold, they are shown and never block. */
export type Delta = "introduced" | "worsened" | "unchanged" | "fixed";
export type Enforce = "all" | "introduced" | "observe";

/** One fail or undetermined (or what the plan fixes), in full. */
export interface Verdict {
  /** Control id: `encryption.at_rest`. */
  readonly control: string;
  readonly title: string;
  readonly address: string;
  readonly type: string;
  /** Status after the plan; for `delta: fixed` the status before it. */
  readonly status: "fail" | "undetermined";
  readonly delta: Delta;
  readonly severity: Severity;
  /** Citations that the control supports: `164.312(a)(2)(iv)`. */
  readonly supports: readonly string[];
  readonly path: string;
  /** Address that `path` belongs to, where that is another resource. */
  readonly via?: string;
  readonly found: string;
  readonly expected: string;
  /** One sentence, worded once for all formats. */
  readonly message: string;
  readonly remedy: string;
  /** Why it is undetermined. */
  readonly cause?: string;
  readonly dataClass: DataClass;
  /** True where it stops the merge (enforcement, delta and exceptions counted). */
  readonly blocking: boolean;
  /** Stable over plans and lines: hex digest of control, address and path. */
  readonly fingerprint: string;
  readonly location?: SourceLocation;
  /** Path of the resource in the tree of constructs that made it: `clinic/Documents/Resource`. */
  readonly construct?: string;
  readonly acceptedBy?: AcceptedBy;
  /** File of `--context`, or owner of a stated fact, that the verdict rests on. */
  readonly basis?: string;
}

/** The exception that accepts a fail. The verdict stays a fail. */
export interface AcceptedBy {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly owner: string;
  readonly approver: string;
  readonly reason: string;
  readonly compensating: string;
  /** ISO date, last day on which it holds. */
  readonly until: string;
  /** Where a construct wrote it, `file:line:column`; absent for an entry of the register. */
  readonly place?: string;
}

/** What passed, grouped by control. */
export interface Passed {
  readonly control: string;
  readonly addresses: readonly string[];
}

/** Status of one citation of the Security Rule, worst first. Only what a plan can show; registers come later. */
export type CitationStatus = "failing" | "undetermined" | "accepted" | "missing-evidence" | "boundary" | "evidenced";
export interface Citation {
  readonly citation: string;
  readonly status: CitationStatus;
  /** Controls that support it, and how many resources each looked at. */
  readonly controls: readonly {
    readonly control: string;
    readonly pass: number;
    readonly fail: number;
    readonly undetermined: number;
    readonly accepted: number;
  }[];
}

/** Something said once per plan: a default taken, a type not judged, a truncated input. */
export interface Note {
  readonly code: string;
  readonly message: string;
  /** Addresses it speaks of, where it does. */
  readonly addresses?: readonly string[];
}

/** An exception entry that does not hold: expired, malformed for this control, or matching nothing. */
export interface ExceptionNotice {
  readonly id: string;
  readonly state: "expired" | "refused" | "unused" | "due";
  readonly message: string;
  /** Where a construct wrote it, `file:line:column`; absent for an entry of the register. */
  readonly place?: string;
}

/** What constructs say of their resources: one claim is one control on one resource. */
export interface Claims {
  readonly made: number;
  /** Those whose control passed. */
  readonly proven: number;
}

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly undetermined: number;
  readonly accepted: number;
  readonly introduced: number;
  readonly fixed: number;
  readonly blocking: number;
  /** Fails and undetermined that exist already and do not block under `enforce: introduced`. */
  readonly tolerated: number;
  /** Managed resources looked at, and how many of them at least one control judged. */
  readonly resources: number;
  readonly judged: number;
}

/** The whole judgement of one plan. Version 1 of the published schema. */
export interface Assessment {
  readonly schema: "phiward/assessment/1";
  readonly tool: { readonly name: "phiward"; readonly version: string };
  readonly bundle: { readonly digest: string };
  readonly clock: string;
  readonly profile: { readonly id: string; readonly title: string; readonly inForce: boolean };
  readonly enforce: Enforce;
  readonly outcome: "pass" | "blocked";
  readonly plan: {
    readonly file: string;
    readonly kind: "plan" | "state";
    readonly digest: string;
    readonly formatVersion: string;
    readonly terraformVersion?: string;
    readonly complete: boolean;
  };
  readonly context: readonly { readonly file: string; readonly digest: string }[];
  readonly counts: Counts;
  /** Absent where no construct claims anything, or without `--source`. */
  readonly claims?: Claims;
  /** Fails, undetermined and fixed, worst first: blocking, severity, address, control. */
  readonly verdicts: readonly Verdict[];
  readonly passed: readonly Passed[];
  readonly citations: readonly Citation[];
  readonly exceptions: readonly ExceptionNotice[];
  /** Resources that at least one control judged, with class: the scope of the report. */
  readonly scope: readonly {
    readonly address: string;
    readonly type: string;
    readonly dataClass: DataClass;
    readonly dataClassSource: string;
  }[];
  readonly notes: readonly Note[];
  /** Verdicts of a proposed rule (`--profile nprm-2025`), apart: they never change the outcome. */
  readonly proposal?: { readonly profile: string; readonly title: string; readonly verdicts: readonly Verdict[] };
}
