/**
 * phiward as a library: judges Terraform plans against the HIPAA Security Rule.
 *
 * ```ts
 * import { check } from "phiward";
 * const { outcome, verdicts } = await check({ plan: "plan.json" });
 * ```
 *
 * @packageDocumentation
 */

export { type Explanation, explain } from "./catalogue/explain.ts";
export { type Catalogue, loadCatalogue } from "./catalogue/load.ts";
export type { Control, ExceptionKind, Profile, Safeguard, Severity } from "./catalogue/types.ts";
export type {
  AcceptedBy,
  Assessment,
  Citation,
  CitationStatus,
  Counts,
  Delta,
  Enforce,
  ExceptionNotice,
  Note,
  Passed,
  Status,
  Verdict,
} from "./gate/assessment.ts";
export { type CheckOptions, check, type Gate, type GateOptions, openGate, version } from "./gate/check.ts";
export type { Config } from "./gate/config/load.ts";
export { EXIT, PhiwardError } from "./gate/error.ts";
export type { DataClass } from "./gate/facts/types.ts";
export type { SourceLocation } from "./gate/model/types.ts";
export type { Renderer, RenderOptions } from "./report/options.ts";
export { renderers } from "./report/select.ts";
