// Records the plans of the examples and tests with the real provider, without network.
// usage: record-plans.ts [--check] [WORD…]   --check records afresh and compares; a WORD chooses the outputs that contain it

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Plan, plan } from "./record/plan.ts";
import { type Recording, recordings } from "./record/recordings.ts";
import { findTerraform } from "./terraform.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const check = words.includes("--check");
const chosen = words.filter((word) => word !== "--check");
const scratch = mkdtempSync(join(tmpdir(), "phiward-record-"));

function text(recorded: Plan): string {
  return `${JSON.stringify(recorded)}\n`;
}

function write({ output }: Recording, recorded: Plan): void {
  const file = join(root, output);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, output.endsWith(".gz") ? gzipSync(text(recorded), { level: 9 }) : text(recorded));
}

/** Where two values first differ, as a JSON path; nothing where they are equal. The Terraform that recorded may differ. */
function difference(a: unknown, b: unknown, path = "$"): string | undefined {
  if (isDeepStrictEqual(a, b) || path === "$.terraform_version") return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path;
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const found = difference(left.get(key), right.get(key), `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function compare({ output }: Recording, recorded: Plan): boolean {
  const bytes = readFileSync(join(root, output));
  const committed: unknown = JSON.parse((output.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const path = difference(committed, JSON.parse(text(recorded)));
  if (path !== undefined) console.error(`${output}: differs from a fresh recording at ${path}; run \`npm run record\``);
  return path === undefined;
}

const terraform = findTerraform();
if (!terraform.ready) {
  console.log(`skipped: no plan recorded, ${terraform.reason}`);
} else {
  const selected = recordings(root).filter(
    ({ output }) => chosen.length === 0 || chosen.some((word) => output.includes(word)),
  );
  for (const [index, recording] of selected.entries()) {
    const recorded = plan(terraform, root, recording, join(scratch, String(index)));
    if (!check) write(recording, recorded);
    else if (!compare(recording, recorded)) process.exitCode = 1;
    console.log(`${check ? "compared" : "recorded"} ${recording.output}`);
  }
}
rmSync(scratch, { recursive: true, force: true });
