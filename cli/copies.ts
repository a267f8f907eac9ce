// phiward copies: what copies there are of each store, and what is missing.

import { openGate } from "../gate/check.ts";
import type { CopyMatrix } from "../gate/copies.ts";
import { EXIT } from "../gate/error.ts";
import { copiesJson, copiesTable } from "../report/copies.ts";
import { openOutput } from "./output.ts";

export interface CopiesFlags {
  readonly format?: "table" | "json";
  readonly output?: string;
  readonly context?: readonly string[];
  readonly config?: string;
  readonly source?: string;
  readonly recoveryObjectives?: string;
  readonly now?: Date;
}

/** Prints the matrix of each plan. It judges nothing: the exit code is 0 unless a plan cannot be read. */
export async function runCopies(plans: readonly string[], flags: CopiesFlags): Promise<number> {
  const { format = "table", output: file, ...options } = flags;
  const gate = await openGate(options);
  const matrices: CopyMatrix[] = [];
  for (const plan of plans) matrices.push(await gate.copies(plan));
  const output = openOutput(file);
  output.write(format === "json" ? copiesJson(matrices) : copiesTable(matrices));
  output.finish();
  return EXIT.pass;
}
