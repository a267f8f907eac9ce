// Runs Terraform over one configuration and returns the plan as JSON, free of what differs from run to run.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PROVIDER_VERSION, type Terraform } from "../terraform.ts";
import { type Recording, stage } from "./recordings.ts";

const planSchema = z.looseObject({ timestamp: z.string(), relevant_attributes: z.array(z.unknown()).optional() });
export type Plan = z.infer<typeof planSchema>;

/** Stands for the time of every recording. */
const TIMESTAMP = "2026-01-01T00:00:00Z";
const OFFLINE_PROVIDER = {
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

/** Merged by Terraform over the configuration: the mirror's provider, no account, no state of another place. */
function override({ aliases = [] }: Recording): string {
  const providers = [OFFLINE_PROVIDER, ...aliases.map((alias) => ({ alias, ...OFFLINE_PROVIDER }))];
  const aws = { source: "hashicorp/aws", version: PROVIDER_VERSION };
  return JSON.stringify({
    terraform: { required_providers: { aws }, backend: { local: {} } },
    provider: { aws: providers },
  });
}

/** @throws with Terraform's own words where it does not plan */
export function plan(terraform: Terraform & { ready: true }, root: string, recording: Recording, folder: string): Plan {
  mkdirSync(folder, { recursive: true });
  stage(root, recording, folder);
  writeFileSync(join(folder, "phiward_override.tf.json"), override(recording));
  if (recording.state !== undefined) cpSync(join(root, recording.state), join(folder, "terraform.tfstate"));
  const run = (...words: string[]): { stdout: string; status: number | null } => {
    const environment = { ...process.env, ...terraform.environment };
    const done = spawnSync(terraform.binary, words, {
      cwd: folder,
      env: environment,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (done.status !== 0 && !(recording.errored && words[0] === "plan"))
      throw new Error(`${recording.output}: ${done.stderr}`);
    return done;
  };
  run("init", "-input=false", "-no-color");
  // The state is what it is: nothing is there to be asked.
  run("plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=plan");
  return normalise(planSchema.parse(JSON.parse(run("show", "-json", "-no-color", "plan").stdout)));
}

/** The order of `relevant_attributes` and the time are all that differs between two runs. */
export function normalise(read: Plan): Plan {
  const order = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const { relevant_attributes: relevant, ...rest } = read;
  return { ...rest, ...(relevant ? { relevant_attributes: relevant.toSorted(order) } : {}), timestamp: TIMESTAMP };
}
