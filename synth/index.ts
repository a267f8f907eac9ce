/**
 * Findings while a CDKTF stack is synthesised, before any plan: `import { PhiwardChecks } from "phiward/synth"`.
 *
 * Needs the optional peers `cdktf` and `constructs`; the gate (`phiward`) needs neither.
 *
 * @module phiward/synth
 */

export { PhiwardChecks, type PhiwardChecksOptions } from "./checks.ts";
