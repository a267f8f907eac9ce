// What the tests of the commands share: the inputs, a clock, and a folder of their own.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Assessment } from "../../gate/assessment.ts";
import { ensureBuilt, phiward } from "./built.ts";

export const clinic = "examples/clinic/plan.json.gz";
export const leaky = "examples/leaky/plan.json.gz";
export const estate = "tests/plans/brownfield.state.json.gz";
export const now = ["--now", "2026-11-22"];

/** A folder for one file of tests; it is gone when they end. */
export function scratchFolder(): {
  readonly scratch: string;
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
} {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "phiward-cli-")));
  const at = (name: string): string => join(scratch, name);
  beforeAll(ensureBuilt, 120_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  return {
    scratch,
    at,
    write(name, content) {
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}

/** The assessment that `check` prints. */
export const judged = (args: readonly string[]): Assessment =>
  JSON.parse(phiward(["check", ...args, ...now, "--format", "json"]).out);
