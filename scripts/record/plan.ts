// Runs Terraform over one configuration and returns what it shows as text, free of what differs from run to run.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PROVIDER_VERSION, type Terraform } from "../terraform.ts";
import { type Recording, stage } from "./recordings.ts";
import { startSts } from "./sts.ts";

const shownSchema = z.looseObject({
  timestamp: z.string().optional(),
  relevant_attributes: z.array(z.unknown()).optional(),
});

/** Stands for the time of every recording. */
const TIMESTAMP = "2026-01-01T00:00:00Z";
const OFFLINE_PROVIDER = {
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

/** Arguments of the AWS provider, by their names in Terraform. */
type ProviderArguments = Readonly<Record<string, unknown>>;

/** Terraform in one folder. @throws with Terraform's own words where it fails and is not meant to */
export function runner(
  terraform: Terraform & { ready: true },
  folder: string,
  environment: Readonly<Record<string, string>> = {},
) {
  return (words: readonly string[], mayFail = false): string => {
    const done = spawnSync(terraform.binary, words, {
      cwd: folder,
      env: { ...process.env, ...terraform.environment, ...environment },
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (done.status !== 0 && !mayFail) throw new Error(`terraform ${words.join(" ")}: ${done.stderr}`);
    return done.stdout;
  };
}

/** Writes what Terraform merges over the configuration: the mirror's provider, no account, no state of another place. */
export function override(folder: string, aliases: readonly string[] = [], more: ProviderArguments = {}): void {
  const offline = { ...OFFLINE_PROVIDER, ...more };
  const provider = { aws: [offline, ...aliases.map((alias) => ({ alias, ...offline }))] };
  const aws = { source: "hashicorp/aws", version: PROVIDER_VERSION };
  const terraform = { required_providers: { aws }, backend: { local: {} } };
  writeFileSync(join(folder, "phiward_override.tf.json"), JSON.stringify({ terraform, provider }));
}

const synthesisedSchema = z.looseObject({
  provider: z.looseObject({
    aws: z.array(z.looseObject({ alias: z.string().optional(), allowed_account_ids: z.array(z.string()).optional() })),
  }),
});

type WrittenProvider = z.infer<typeof synthesisedSchema>["provider"]["aws"][number];

/** The provider blocks of a `main.tf`. */
function writtenProviders(folder: string): readonly WrittenProvider[] {
  const file = join(folder, "main.tf");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return [...text.matchAll(/^provider "aws" \{\n(.*?)^\}/gms)].map(([, body = ""]) => ({
    alias: /^\s*alias\s*=\s*"(\w+)"/m.exec(body)?.[1],
    allowed_account_ids: [...body.matchAll(/allowed_account_ids\s*=\s*\["(\d{12})"\]/g)].map(([, id = ""]) => id),
  }));
}

/** The AWS providers of a stack: aliases, and the account of the default one, where it insists on one. */
export function providersOf(folder: string): {
  readonly aliases: readonly string[];
  readonly account?: string | undefined;
} {
  const file = join(folder, "cdk.tf.json");
  const aws = existsSync(file)
    ? synthesisedSchema.parse(JSON.parse(readFileSync(file, "utf8"))).provider.aws
    : writtenProviders(folder);
  return {
    aliases: aws.flatMap(({ alias }) => alias ?? []),
    account: aws.find(({ alias }) => alias === undefined)?.allowed_account_ids?.[0],
  };
}

/** The text of a recording's file. */
export async function record(
  terraform: Terraform & { ready: true },
  root: string,
  recording: Recording,
  folder: string,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  stage(root, recording, folder);
  const { aliases, account } = providersOf(folder);
  override(folder, recording.aliases ?? aliases, account === undefined ? {} : { skip_requesting_account_id: false });
  const sts = account === undefined ? undefined : await startSts(account);
  try {
    return show(terraform, root, recording, folder, sts?.environment);
  } finally {
    sts?.stop();
  }
}

function show(
  terraform: Terraform & { ready: true },
  root: string,
  recording: Recording,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): string {
  if (recording.state !== undefined) cpSync(join(root, recording.state), join(folder, "terraform.tfstate"));
  const run = runner(terraform, folder, environment);
  run(["init", "-input=false", "-no-color"]);
  // The state is what it is: nothing is there to be asked.
  const offline = ["-input=false", "-no-color", "-refresh=false", "-lock=false"];
  if (recording.shows !== "state") run(["plan", ...offline, "-out=plan"], recording.errored);
  const shown = run(["show", "-json", "-no-color", recording.shows === "state" ? "terraform.tfstate" : "plan"]);
  const text = normalise(shown);
  if (recording.broken === "truncated") return text.slice(0, text.length / 2);
  return recording.broken === "format-2.0" ? text.replace(/"format_version":"[^"]*"/, '"format_version":"2.0"') : text;
}

/** The order of `relevant_attributes` and of child modules, and the time, are all that differs between two runs. */
function normalise(shown: string): string {
  const { timestamp, relevant_attributes: relevant, ...rest } = shownSchema.parse(JSON.parse(shown));
  const order = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const sorted = relevant ? { relevant_attributes: relevant.toSorted(order) } : {};
  const plan = { ...rest, ...sorted, ...(timestamp ? { timestamp: TIMESTAMP } : {}) };
  return `${JSON.stringify(plan, sortModules)}\n`;
}

/** Replacer of `JSON.stringify`: instances of a module come in any order. */
function sortModules(key: string, value: unknown): unknown {
  if (key !== "child_modules" || !Array.isArray(value)) return value;
  const address = (module: unknown): string =>
    typeof module === "object" && module !== null && "address" in module ? String(module.address) : "";
  return value.toSorted((a, b) => (address(a) < address(b) ? -1 : 1));
}
