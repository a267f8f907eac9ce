// Records what the trap "changes" needs beyond a plain plan: its state, shown, and plans that leave resources out.
// usage: record-traps.ts [--state]
//   --state  first applies tests/plans/traps/changes/before to moto, a mock of AWS, and keeps the state

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { applied } from "./record/moto.ts";
import { override, runner } from "./record/plan.ts";
import { findTerraform, type Terraform } from "./terraform.ts";

const trap = fileURLToPath(new URL("../tests/plans/traps/changes", import.meta.url));
const SERVICES = ["kms", "s3", "sns", "sqs", "sts"];
/** Byte 9 of a gzip header names the system that wrote it: 255, unknown, on every one. */
const GZIP_SYSTEM = 9;

type Ready = Terraform & { readonly ready: true };

/** Writes what Terraform shows of a plan or state, free of the time. */
function write(name: string, shown: string): void {
  const json = JSON.parse(shown);
  if (json.timestamp !== undefined) json.timestamp = "2026-01-01T00:00:00Z";
  const zipped = gzipSync(`${JSON.stringify(json)}\n`, { level: 9 });
  zipped[GZIP_SYSTEM] = 255;
  writeFileSync(join(trap, "..", name), zipped);
  console.log(`recorded ${name}`);
}

/**
 * Applies `before` and keeps the state; a plan that only refreshes needs the services too. Then one queue gets the remains of a
 * replacement that did not finish, which moto cannot leave behind.
 */
async function recordState(terraform: Ready, folder: string): Promise<void> {
  const fill = (): void => cpSync(join(trap, "before"), folder, { recursive: true });
  const problem = await applied(terraform, folder, SERVICES, fill, ({ run, published, state: text }) => {
    run(["plan", "-input=false", "-no-color", "-refresh-only", "-out=plan"]);
    write("changes-refresh-only.plan.json.gz", published(run(["show", "-json", "-no-color", "plan"])));
    const state = JSON.parse(text);
    const queue = state.resources.find((one: { name: string }) => one.name === "created_first");
    queue.instances.push({ ...queue.instances[0], deposed: "0badcafe" });
    writeFileSync(join(trap, "terraform.tfstate"), `${JSON.stringify(state, null, 2)}\n`);
  });
  if (problem !== undefined) throw new Error(problem);
}

/** The state itself, and a plan of `before` for one resource only. */
function recordRest(terraform: Ready, folder: string): void {
  cpSync(join(trap, "before"), folder, { recursive: true });
  cpSync(join(trap, "terraform.tfstate"), join(folder, "terraform.tfstate"));
  override(folder);
  const run = runner(terraform, folder);
  run(["init", "-input=false", "-no-color"]);
  write("changes.state.json.gz", run(["show", "-json", "-no-color", "terraform.tfstate"]));
  const offline = ["-input=false", "-no-color", "-refresh=false", "-lock=false"];
  run(["plan", ...offline, "-target=aws_sqs_queue.deleted", "-out=plan"]);
  write("changes-targeted.plan.json.gz", run(["show", "-json", "-no-color", "plan"]));
}

const terraform = findTerraform();
if (!terraform.ready) {
  console.log(`skipped: no trap recorded, ${terraform.reason}`);
} else {
  const scratch = mkdtempSync(join(tmpdir(), "phiward-traps-"));
  const [first, second] = ["before", "rest"].map((name) => join(scratch, name));
  try {
    if (process.argv.includes("--state") && first !== undefined) await recordState(terraform, first);
    if (second !== undefined) recordRest(terraform, second);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
