// A mock of AWS for as long as some work takes, so that there is a state with real values and no account.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Terraform } from "../terraform.ts";
import { override, runner } from "./plan.ts";

const START_SECONDS = 60;

/** What was applied to moto, while moto still runs. */
interface Applied {
  /** Terraform in the folder of the configuration. */
  readonly run: ReturnType<typeof runner>;
  /** A text of Terraform with the addresses of AWS in place of moto's. */
  readonly published: (text: string) => string;
  /** The state's file, published. */
  readonly state: string;
}

/** What came of work with moto, or why there was none. */
export type WithMoto<T> = { readonly done: T } | { readonly missing: string };

/**
 * Starts moto and hands its address over to `work`; moto ends with it.
 *
 * @param environment settings of moto, beside those of this process
 */
export async function withMoto<T>(
  work: (address: string) => Promise<T> | T,
  environment: Readonly<Record<string, string>> = {},
): Promise<WithMoto<T>> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const words = ["--host", "127.0.0.1", "--port", String(port)];
  const moto = spawn("moto_server", words, { stdio: "ignore", env: { ...process.env, ...environment } });
  const missing = once(moto, "error").then(() => "no moto_server on the PATH");
  try {
    const problem = await Promise.race([missing, started(address)]);
    return problem === undefined ? { done: await work(address) } : { missing: problem };
  } finally {
    moto.kill();
  }
}

/**
 * Starts moto, applies a configuration to it and hands over to `work`; moto ends with it.
 *
 * @param services that the configuration speaks to, by their names in the provider's `endpoints`
 * @param fill writes the configuration into the folder, which exists
 * @returns why it could not, where `moto_server` is missing or does not answer
 * @throws with Terraform's own words where it fails
 */
export async function applied(
  terraform: Terraform & { readonly ready: true },
  folder: string,
  services: readonly string[],
  fill: () => void,
  work: (applied: Applied) => void,
): Promise<string | undefined> {
  const outcome = await withMoto((address) => {
    const published = (text: string): string => text.replaceAll(address, "https://sqs.us-east-1.amazonaws.com");
    mkdirSync(folder, { recursive: true });
    fill();
    override(folder, [], {
      s3_use_path_style: true,
      endpoints: [Object.fromEntries(services.map((service) => [service, address]))],
    });
    const run = runner(terraform, folder);
    run(["init", "-input=false", "-no-color"]);
    run(["apply", "-auto-approve", "-input=false", "-no-color"]);
    work({ run, published, state: published(readFileSync(join(folder, "terraform.tfstate"), "utf8")) });
  });
  return "missing" in outcome ? outcome.missing : undefined;
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
