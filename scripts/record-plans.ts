// Records the plans of the examples and tests with the real provider, without network.
// usage: record-plans.ts [--check] [--state] [--require] [WORD…]   a WORD chooses the outputs that contain it
//   --check    records afresh into a temporary folder, compares, and fails on a difference
//   --state    first makes the states of the estates again, with moto
//   --require  fails, rather than skips, where Terraform or the provider is missing
//   --lot I/N  only every N-th recording, from the I-th on; without it as many processes share the work as the machine has cores

import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { recordEstates } from "./record/estate.ts";
import { record } from "./record/plan.ts";
import { type Recording, recordings } from "./record/recordings.ts";
import { findTerraform, type Terraform } from "./terraform.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const lotAt = words.indexOf("--lot");
const lot = lotAt < 0 ? undefined : words[lotAt + 1]?.split("/").map(Number);
const chosen = words.filter((word, index) => !word.startsWith("--") && (lotAt < 0 || index !== lotAt + 1));
/** Each holds the provider in memory, some 500 MB. */
const MOST_PROCESSES = 4;
const check = words.includes("--check");

/** Byte 9 of a gzip header names the system that wrote it: 255, unknown, on every one. */
const GZIP_SYSTEM = 9;

function write({ output }: Recording, text: string): void {
  const file = join(root, output);
  const zipped = gzipSync(text, { level: 9 });
  zipped[GZIP_SYSTEM] = 255;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, output.endsWith(".gz") ? zipped : text);
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);

/** Where two values first differ, as a path; nothing where they are equal. The Terraform that recorded may differ. */
function difference(a: unknown, b: unknown, path = "$"): string | undefined {
  if (isDeepStrictEqual(a, b) || path === "$.terraform_version") return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path;
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    // Terraform lists the references of an argument made of blocks in any order.
    const [was, is] =
      key === "references" ? [sorted(left.get(key)), sorted(right.get(key))] : [left.get(key), right.get(key)];
    const found = difference(was, is, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function compare({ output, broken }: Recording, text: string): boolean {
  const bytes = readFileSync(join(root, output));
  const committed = (output.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const path = broken === "truncated" ? undefined : difference(JSON.parse(committed), JSON.parse(text));
  if (path !== undefined) console.error(`${output}: differs from a fresh recording at ${path}; run \`npm run record\``);
  return path === undefined;
}

/** Has other processes do the work: Terraform keeps one core busy. */
async function share(processes: number): Promise<void> {
  const same = words.filter((word) => word !== "--state");
  const ends = Array.from({ length: processes }, (_, index) =>
    once(fork(fileURLToPath(import.meta.url), [...same, "--lot", `${index}/${processes}`]), "exit"),
  );
  for (const end of ends) if ((await end)[0] !== 0) process.exitCode = 1;
}

async function main(terraform: Terraform & { ready: true }, scratch: string): Promise<void> {
  if (words.includes("--state")) {
    const problem = await recordEstates(terraform, root, join(scratch, "estates"), chosen);
    console.log(problem === undefined ? "recorded the states" : `skipped: the states of estates, ${problem}`);
  }
  const all = recordings(root).filter(
    ({ output }) => chosen.length === 0 || chosen.some((word) => output.includes(word)),
  );
  const processes = Math.min(availableParallelism(), MOST_PROCESSES, all.length);
  if (lot === undefined && processes > 1) return share(processes);
  const [first = 0, of = 1] = lot ?? [];
  const selected = all.filter((_, index) => index % of === first);
  for (const [index, recording] of selected.entries()) {
    const text = await record(terraform, root, recording, join(scratch, String(index)));
    if (!check) write(recording, text);
    else if (!compare(recording, text)) process.exitCode = 1;
    console.log(`${check ? "compared" : "recorded"} ${recording.output}`);
  }
}

const terraform = findTerraform();
if (terraform.ready) {
  const scratch = mkdtempSync(join(tmpdir(), "phiward-record-"));
  await main(terraform, scratch).finally(() => rmSync(scratch, { recursive: true, force: true }));
} else {
  console.log(`skipped: no plan recorded, ${terraform.reason}`);
  if (words.includes("--require")) process.exitCode = 1;
}
