// Applies the brownfield estate to moto, a mock of AWS, so that there is a state with real values to start from.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Terraform } from "../terraform.ts";
import { override, runner } from "./plan.ts";
import { ESTATE, stage } from "./recordings.ts";

const SERVICES = ["dynamodb", "ec2", "iam", "kms", "logs", "rds", "s3", "secretsmanager", "sqs", "sts"];
const START_SECONDS = 60;

/** Writes the estate's state. @returns why it could not, where `moto_server` is missing */
export async function recordEstate(
  terraform: Terraform & { ready: true },
  root: string,
  folder: string,
): Promise<string | undefined> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const moto = spawn("moto_server", ["--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
  const missing = once(moto, "error").then(() => "no moto_server on the PATH");
  try {
    const problem = await Promise.race([missing, started(address)]);
    if (problem !== undefined) return problem;
    mkdirSync(folder, { recursive: true });
    stage(root, ESTATE, folder);
    override(folder, [], {
      s3_use_path_style: true,
      endpoints: [Object.fromEntries(SERVICES.map((service) => [service, address]))],
    });
    const run = runner(terraform, folder);
    run(["init", "-input=false", "-no-color"]);
    run(["apply", "-auto-approve", "-input=false", "-no-color"]);
    const state = readFileSync(join(folder, "terraform.tfstate"), "utf8");
    writeFileSync(join(root, ESTATE.state), state.replaceAll(address, "https://sqs.us-east-1.amazonaws.com"));
    return undefined;
  } finally {
    moto.kill();
  }
}

async function started(address: string): Promise<string | undefined> {
  for (let second = 0; second < START_SECONDS; second++) {
    const answer = await fetch(`${address}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return undefined;
    await pause(1000);
  }
  return `moto_server did not answer within ${START_SECONDS} s`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port could be had");
  return address.port;
}
