// The test command: every check of the project, each step counted. The last line is `N passed, N failed, N skipped`.
// Steps that need a tool which is not on the machine say so and count as skipped, never as passed.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { PhiwardError } from "../gate/error.ts";
import { opa } from "./policies/opa.ts";
import { findTerraform } from "./terraform.ts";

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Why the step cannot run on this machine. */
  readonly skip?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

const scratch = mkdtempSync(join(tmpdir(), "phiward-test-"));
const results = join(scratch, "vitest.json");
const noOpa = missingOpa();
const terraform = findTerraform();
const noTerraform = terraform.ready ? undefined : terraform.reason;
const noMoto =
  spawnSync("moto_server", ["--help"], { stdio: "ignore" }).status === 0 ? undefined : "no moto_server on the PATH";

/** Why OPA cannot run here, if it cannot. Any other version than the pinned one is a fault of the machine, not a reason to skip. */
function missingOpa(): string | undefined {
  try {
    opa(["version"]);
    return undefined;
  } catch (error) {
    if (error instanceof PhiwardError && error.code === "OPA_MISSING") return error.message;
    throw error;
  }
}

const tsx = (...words: string[]): [string, ...string[]] => ["npx", "--no-install", "tsx", ...words];
const steps: readonly Step[] = [
  { name: "lint", command: ["npx", "--no-install", "biome", "ci", "."] },
  { name: "types", command: ["npx", "--no-install", "tsc", "--noEmit", "-p", "."] },
  { name: "generated catalogue", command: tsx("scripts/generate-catalogue.ts", "--check") },
  { name: "reference of the constructs", command: tsx("scripts/generate-api.ts", "--check") },
  { name: "coverage of the field's checks", command: tsx("scripts/coverage.ts", "--check") },
  { name: "table of obligations", command: tsx("scripts/generate-obligations.ts", "--check") },
  { name: "build", command: ["npm", "run", "--silent", "build"] },
  { name: "unused code", command: ["npx", "--no-install", "knip"] },
  { name: "package", command: ["npx", "--no-install", "publint", "--strict"] },
  { name: "package in a project of somebody else's", command: tsx("scripts/test-consumer.ts") },
  { name: "policies: format, strictness, tests", command: tsx("scripts/test-policies.ts"), skip: noOpa },
  { name: "policies: bundle reproduced", command: tsx("scripts/build-policies.ts", "--check"), skip: noOpa },
  {
    name: "unit tests",
    command: [
      "npx",
      "--no-install",
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
    ],
  },
  // A quarter of them, always the same; `npm run mutants` judges all.
  { name: "mutants of the constructs", command: tsx("scripts/mutants.ts", "--lots", "25") },
  { name: "native OPA and wasm agree", command: tsx("scripts/agreement.ts"), skip: noOpa },
  {
    name: "labels of the corpus",
    command: tsx("scripts/score.ts"),
    skip: existsSync("../shared/corpus/labels.jsonl") ? undefined : "no corpus beside the checkout",
  },
  { name: "picture of the README", command: tsx("scripts/picture.ts", "--check") },
  {
    name: "report in a browser",
    command: tsx("tests/report/browser/check-page.ts"),
    skip: existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium")
      ? undefined
      : "no Chromium at /usr/bin/chromium, and CHROMIUM names none",
  },
  { name: "examples applied to moto", command: tsx("scripts/apply-examples.ts"), skip: noTerraform ?? noMoto },
  { name: "plans recorded afresh", command: tsx("scripts/record-plans.ts", "--check"), skip: noTerraform },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const failed: string[] = [];
const skipped: string[] = [];
for (const { name, command, skip, environment } of steps) {
  if (skip !== undefined) {
    totals.skipped++;
    skipped.push(`${name}: ${skip}`);
    continue;
  }
  console.log(`\n== ${name}`);
  const start = performance.now();
  const [program, ...words] = command;
  const { status } = spawnSync(program, words, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status === 0) totals.passed++;
  else {
    totals.failed++;
    failed.push(name);
  }
  console.log(`-- ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
}

// The unit tests count one by one, in place of their step.
const summary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
if (existsSync(results)) {
  const counts = summary.parse(JSON.parse(readFileSync(results, "utf8")));
  totals.passed += counts.numPassedTests - (failed.includes("unit tests") ? 0 : 1);
  totals.failed += failed.includes("unit tests") ? Math.max(0, counts.numFailedTests - 1) : 0;
  totals.skipped += counts.numPendingTests + counts.numTodoTests;
}
rmSync(scratch, { recursive: true, force: true });

console.log("");
for (const reason of skipped) console.log(`skipped: ${reason}`);
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
