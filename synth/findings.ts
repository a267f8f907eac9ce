// An early assessment in words: what is said of which construct, and how loudly.

import type { Catalogue } from "../catalogue/load.ts";
import type { Verdict } from "../gate/assessment.ts";
import type { EarlyAssessment } from "./gate.ts";

/** Begins every message, so that nobody takes an early finding for the gate's verdict. */
export const EARLY = "phiward, early and partial, before any plan";

export interface Finding {
  readonly level: "error" | "warning" | "info";
  /** Path of the construct; undefined for the stack. */
  readonly construct: string | undefined;
  readonly message: string;
}

/** Notes of an assessment that matter before a plan; the others speak of plans or are said again by the gate. */
const NOTES: ReadonlySet<string> = new Set([
  "NOTHING_JUDGED",
  "TYPES_UNKNOWN",
  "TYPES_FOREIGN",
  "DATA_CLASS_DEFAULT",
  "EXCEPTIONS_IGNORED",
  "STATEMENT_EXPIRED",
]);

/**
 * Findings of a stack, those of constructs first.
 *
 * @param strict whether a fail that would block is an error; under `enforce: introduced` none is, because only a plan tells what
 *   stood there before
 */
export function findingsOf(early: EarlyAssessment, catalogue: Catalogue, strict: boolean): readonly Finding[] {
  const { assessment } = early;
  const fails = assessment.verdicts.filter(({ status, acceptedBy }) => status === "fail" && !acceptedBy);
  return [
    ...fails.map((verdict): Finding => {
      const loud = strict && verdict.blocking && assessment.enforce === "all";
      return {
        level: loud ? "error" : "warning",
        construct: early.constructs.get(blockOf(verdict.address)),
        message: `${EARLY}: ${verdict.message}\nfix: ${remedyOf(verdict, catalogue)}`,
      };
    }),
    ...assessment.exceptions
      .filter(({ state }) => state === "expired" || state === "refused")
      .map(({ message }): Finding => ({ level: "warning", construct: undefined, message: `${EARLY}: ${message}` })),
    ...asInfo(restOf(early)),
  ];
}

/** A stack is written in constructs: where a construct mends it, that is the fix. */
function remedyOf({ control, remedy }: Verdict, { controlById }: Catalogue): string {
  const construct = controlById.get(control)?.remedy.construct;
  return construct === undefined ? remedy : `${remedy}; or use ${construct}`;
}

function asInfo(lines: readonly string[]): readonly Finding[] {
  if (lines.length === 0) return [];
  return [{ level: "info", construct: undefined, message: lines.map((line) => `${EARLY}: ${line}`).join("\n") }];
}

/** What is not a finding and must not be silent either. */
function restOf({ assessment, modules }: EarlyAssessment): readonly string[] {
  const { verdicts, notes, proposal } = assessment;
  const open = verdicts.filter(({ status }) => status === "undetermined");
  const accepted = verdicts.flatMap(({ acceptedBy }) => acceptedBy?.id ?? []);
  const lines: string[] = [];
  if (open.length > 0)
    lines.push(
      `${count(open.length, "verdict")} on ${count(new Set(open.map(({ address }) => address)).size, "resource")} must wait for the plan: ${tally(open.map(({ control }) => control))}`,
    );
  if (accepted.length > 0) lines.push(`${count(accepted.length, "fail")} accepted by exceptions: ${tally(accepted)}`);
  if (modules.length > 0)
    lines.push(`${count(modules.length, "module call")} not looked into: ${[...modules].sort().join(", ")}`);
  if (proposal !== undefined && proposal.verdicts.length > 0)
    lines.push(`${count(proposal.verdicts.length, "verdict")} would not pass the proposed rule ${proposal.profile}`);
  return [...lines, ...notes.filter(({ code }) => NOTES.has(code)).map(({ message }) => message)];
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

/** Names with how often each occurs, by name. */
function tally(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => (times === 1 ? name : `${name} (${times})`))
    .join(", ");
}

/** Address of the block that makes a resource: without the key of the instance. */
const blockOf = (address: string): string => address.replace(/\[.*\]$/s, "");
