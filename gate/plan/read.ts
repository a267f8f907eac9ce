// The plan reader: a file, a gzip file, standard input or a binary plan becomes a redacted RawPlan.

import { type ReadOptions, readText } from "./input.ts";
import { parsePlan } from "./parse.ts";
import type { RawPlan } from "./types.ts";

/**
 * Reads a plan or a state. `file` is a path, or `-` for standard input.
 *
 * @throws {PhiwardError} codes `PLAN_…`, one sentence each; see `input.ts` and `parse.ts`
 */
export async function readPlan(file: string, options: ReadOptions = {}): Promise<RawPlan> {
  return parsePlan(await readText(file, options), file);
}
