// Judges mutants on all processors: this program again, once for each, every one with its share of them.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { KINDS } from "./mutant.ts";
import type { Outcome } from "./trial.ts";

const reportSchema = z.object({
  outcomes: z.array(
    z.object({
      construct: z.string(),
      recording: z.string(),
      address: z.string(),
      type: z.string(),
      kind: z.enum(KINDS),
      argument: z.string(),
      detail: z.string(),
      killedBy: z.array(z.string()),
    }),
  ),
  refused: z.record(z.string(), z.number()),
});
export interface Report {
  readonly outcomes: readonly Outcome[];
  /** Changes that the schema refuses, by construct. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Judges in as many processes as there are processors. @throws with the words of a process that failed */
export async function judgeOnAll(words: readonly string[]): Promise<Report> {
  const count = availableParallelism();
  const reports = await Promise.all(
    Array.from({ length: count }, (_, index) => judgeShare(words, `${index}/${count}`)),
  );
  const [first] = reports;
  return { outcomes: reports.flatMap(({ outcomes }) => outcomes), refused: first?.refused ?? {} };
}

function judgeShare(words: readonly string[], share: string): Promise<Report> {
  const script = fileURLToPath(new URL("../mutants.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, ...words, "--worker", share], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(reportSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
      else reject(new Error(`judging ${share} of the mutants ended with ${code}`));
    });
  });
}
