// What --context brings: other stacks' plans and states, and stated facts.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseStatedFacts } from "../registers/stated-facts.ts";
import type { Assessment, Note } from "./assessment.ts";
import { PhiwardError } from "./error.ts";
import type { StatedFact } from "./facts/compute.ts";
import { readTextSync } from "./plan/input.ts";
import { parsePlan } from "./plan/parse.ts";
import { readPlan } from "./plan/read.ts";
import type { RawPlan } from "./plan/types.ts";

export interface Context {
  readonly files: Assessment["context"];
  readonly plans: readonly RawPlan[];
  readonly stated: readonly StatedFact[];
  /** Statements that no longer hold. */
  readonly notes: readonly Note[];
}

/**
 * Reads context files: YAML holds stated facts, everything else is a plan or a state.
 *
 * @throws {PhiwardError} `CONTEXT_INVALID`, or as the plan reader does
 */
export async function loadContext(names: readonly string[], cwd: string | undefined, clock: Date): Promise<Context> {
  const plans = new Map<string, RawPlan>();
  for (const name of names) if (!isStatement(name)) plans.set(name, await readPlan(from(cwd, name)));
  return assemble(names, cwd, clock, (name) => plans.get(name));
}

/**
 * The same for callers that cannot wait: binary plans are refused.
 *
 * @throws {PhiwardError} `CONTEXT_INVALID`, or as the plan reader does
 */
export function loadContextSync(names: readonly string[], cwd: string | undefined, clock: Date): Context {
  return assemble(names, cwd, clock, (name) => {
    const file = from(cwd, name);
    return isStatement(name) ? undefined : parsePlan(readTextSync(file), file);
  });
}

const isStatement = (name: string): boolean => /\.ya?ml$/i.test(name);

function assemble(
  names: readonly string[],
  cwd: string | undefined,
  clock: Date,
  planOf: (name: string) => RawPlan | undefined,
): Context {
  const files: { file: string; digest: string }[] = [];
  const plans: RawPlan[] = [];
  const stated: StatedFact[] = [];
  const notes: Note[] = [];
  const today = clock.toISOString().slice(0, 10);
  for (const name of names) {
    const raw = planOf(name);
    if (raw !== undefined) {
      plans.push({ ...raw, header: { ...raw.header, file: name } });
      files.push({ file: name, digest: raw.header.digest });
      continue;
    }
    const text = readText(name, cwd);
    files.push({ file: name, digest: `sha256:${createHash("sha256").update(text).digest("hex")}` });
    for (const { address, fact, state, days, hours, owner, evidence, until, place } of parseStatedFacts(text, name)) {
      if (until < today)
        notes.push({
          code: "STATEMENT_EXPIRED",
          message: `the statement of ${owner} on ${fact} of ${address} (${place}) ended on ${until} and counts no more`,
        });
      else {
        const judged = { state, ...(days !== undefined && { days }), ...(hours !== undefined && { hours }) };
        stated.push({ address, fact, judged, owner, evidence });
      }
    }
  }
  return { files, plans, stated, notes };
}

/** A file name as given where it is read from the working directory, so that messages name it so. */
export const from = (cwd: string | undefined, name: string): string =>
  cwd === undefined || name === "-" ? name : resolve(cwd, name);

function readText(name: string, cwd: string | undefined): string {
  try {
    return readFileSync(from(cwd, name), "utf8");
  } catch (error) {
    throw new PhiwardError(
      "CONTEXT_INVALID",
      `${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
