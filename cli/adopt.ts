// phiward adopt: writes the existing fails of a plan or a state as dated, owned remediations.

import { existsSync } from "node:fs";
import { stringify } from "yaml";
import { type Catalogue, loadCatalogue } from "../catalogue/load.ts";
import type { Verdict } from "../gate/assessment.ts";
import { openGate } from "../gate/check.ts";
import { EXIT } from "../gate/error.ts";
import { settle } from "../gate/settings.ts";
import { parseExceptions } from "../registers/exceptions.ts";
import { openOutput } from "./output.ts";
import { usage } from "./usage.ts";

const DAY = 86_400_000;

export interface AdoptFlags {
  readonly owner: string;
  readonly approver: string;
  readonly until: string;
  readonly compensating: string;
  readonly output?: string;
  readonly config?: string;
  readonly now?: Date;
}

/** Writes the register. Returns the exit code: `1` where a fail may not be adopted and goes on blocking. */
export async function runAdopt(plan: string, flags: AdoptFlags): Promise<number> {
  if (flags.output !== undefined && existsSync(flags.output))
    throw usage(`${flags.output} exists already, and adopt writes a new file`);
  if (flags.owner.trim().toLowerCase() === flags.approver.trim().toLowerCase())
    throw usage("--owner and --approver are the same person, and an exception takes two");
  const now = flags.now ?? new Date();
  if (flags.until < now.toISOString().slice(0, 10))
    throw usage(`--until ${flags.until} is past already, and what is adopted would block at once`);
  const options = { now, ignoreExceptions: true, ...(flags.config !== undefined && { config: flags.config }) };
  const { id, parameters } = settle(options).profile;
  const most = parameters.remediation_max_days;
  if (typeof most !== "number") throw new Error(`the profile ${id} has no number remediation_max_days`);
  const latest = new Date(now.getTime() + most * DAY).toISOString().slice(0, 10);
  if (flags.until > latest)
    throw usage(`--until ${flags.until} is too late: a remediation may run ${most} days, to ${latest} at the latest`);
  const gate = await openGate(options);
  const { verdicts } = await gate.check(plan);
  const { text, refused, adopted } = adoption(verdicts, flags, now, loadCatalogue());
  parseExceptions(text, flags.output ?? "the register");
  const output = openOutput(flags.output);
  output.write(text);
  output.finish();
  process.stderr.write(`phiward: ${adopted} adopted, to be reviewed before they are committed\n`);
  for (const { control, address } of refused)
    process.stderr.write(`phiward: not adopted: ${address} fails ${control}, which admits no remediation\n`);
  return refused.length > 0 ? EXIT.blocked : EXIT.pass;
}

/** The register of what exists already: fails that the plan neither brings nor mends, grouped by control. */
function adoption(
  verdicts: readonly Verdict[],
  flags: Pick<AdoptFlags, "owner" | "approver" | "until" | "compensating">,
  now: Date,
  catalogue: Catalogue,
): { readonly text: string; readonly adopted: number; readonly refused: readonly Verdict[] } {
  const existing = verdicts.filter(({ status, delta }) => status === "fail" && delta === "unchanged");
  const admits = ({ control }: Verdict): boolean =>
    catalogue.controlById.get(control)?.exception.includes("remediation") === true;
  const chosen = existing
    .filter(admits)
    .sort((a, b) => (a.control === b.control ? (a.address < b.address ? -1 : 1) : a.control < b.control ? -1 : 1));
  const day = now.toISOString().slice(0, 10);
  const entries = chosen.map((verdict, index) => ({
    id: `adopted-${day}-${String(index + 1).padStart(4, "0")}`,
    control: verdict.control,
    address: verdict.address,
    kind: "remediation",
    owner: flags.owner,
    approvedBy: flags.approver,
    reason: `stood there on ${day}: ${verdict.message}`,
    compensating: flags.compensating,
    until: flags.until,
  }));
  const heading = `# Fails that existed on ${day}, accepted until ${flags.until}. Each stays a fail: mend it, then delete its entry.\n`;
  return {
    text: `${heading}${stringify({ exceptions: entries }, { lineWidth: 0 })}`,
    adopted: entries.length,
    refused: existing.filter((verdict) => !admits(verdict)),
  };
}
