// Records what the trap "changes" needs beyond a plain plan: its state, shown, and plans that leave resources out.
// usage: record-traps.ts [--state]
//   --state  first applies tests/plans/traps/changes/before to moto, a mock of AWS, and keeps the state

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { override, runner } from "./record/plan.ts";
import { findTerraform, type Terraform } from "./terraform.ts";

const trap = fileURLToPath(new URL("../tests/plans/traps/changes", import.meta.url));
const SERVICES = ["kms", "s3", "sns", "sqs", "sts"];
const START_SECONDS = 60;
/** Byte 9 of a gzip header names the system that wrote it: 255, unknown, on every one. */
const GZIP_SYSTEM = 9;

type Ready = Terraform & { readonly ready: true };

async function withMoto(work: (address: string) => void): Promise<void> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const moto = spawn("moto_server", ["--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
  const missing = once(moto, "error").then(() => {
    throw new Error("no moto_server on the PATH");
  });
  try {
    await Promise.race([missing, started(address)]);
    work(address);
  } finally {
    moto.kill();
  }
}

async function started(address: string): Promise<void> {
  for (let second = 0; second < START_SECONDS; second++) {
    const answer = await fetch(`${address}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(1000);
  }
  throw new Error(`moto_server did not answer within ${START_SECONDS} s`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port could be had");
  return address.port;
}

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
function recordState(terraform: Ready, folder: string, address: string): void {
  const published = (text: string): string => text.replaceAll(address, "https://sqs.us-east-1.amazonaws.com");
  cpSync(join(trap, "before"), folder, { recursive: true });
  override(folder, [], {
    s3_use_path_style: true,
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, address]))],
  });
  const run = runner(terraform, folder);
  run(["init", "-input=false", "-no-color"]);
  run(["apply", "-auto-approve", "-input=false", "-no-color"]);
  const state = JSON.parse(published(readFileSync(join(folder, "terraform.tfstate"), "utf8")));
  run(["plan", "-input=false", "-no-color", "-refresh-only", "-out=plan"]);
  write("changes-refresh-only.plan.json.gz", published(run(["show", "-json", "-no-color", "plan"])));
  const queue = state.resources.find((one: { name: string }) => one.name === "created_first");
  queue.instances.push({ ...queue.instances[0], deposed: "0badcafe" });
  writeFileSync(join(trap, "terraform.tfstate"), `${JSON.stringify(state, null, 2)}\n`);
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
    if (process.argv.includes("--state") && first !== undefined)
      await withMoto((address) => recordState(terraform, first, address));
    if (second !== undefined) recordRest(terraform, second);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
