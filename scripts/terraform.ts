// Finds Terraform and a mirror of the AWS provider, so that plans can be recorded without network and without an account.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, parse } from "node:path";

/** Version of the AWS provider that every plan is recorded with. */
export const PROVIDER_VERSION = "5.100.0";

/** Terraform with all it needs to plan, or the reason why it cannot. */
export type Terraform =
  | { readonly ready: true; readonly binary: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly ready: false; readonly reason: string };

/** Credentials that no service accepts: nothing that is recorded may depend on an account. */
const OFFLINE = {
  AWS_ACCESS_KEY_ID: "mock",
  AWS_SECRET_ACCESS_KEY: "mock",
  AWS_EC2_METADATA_DISABLED: "true",
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
};
const PROVIDER = join("registry.terraform.io", "hashicorp", "aws", PROVIDER_VERSION);
const DEPTH = 5;
const SKIPPED = new Set([
  "proc",
  "sys",
  "dev",
  "run",
  "boot",
  "tmp",
  "node_modules",
  "site-packages",
  "include",
  "doc",
  "man",
]);

/**
 * Looks for Terraform on the PATH and for the provider in: the directory that `PHIWARD_PROVIDER_MIRROR` names (`registry` for
 * Terraform's own registry, over the network), the file that `TF_CLI_CONFIG_FILE` names, else any filesystem mirror of this machine.
 */
export function findTerraform(): Terraform {
  const binary = "terraform";
  if (spawnSync(binary, ["version"], { stdio: "ignore" }).status !== 0)
    return { ready: false, reason: "no terraform on the PATH" };
  const named = process.env.PHIWARD_PROVIDER_MIRROR;
  if (named === "registry") return { ready: true, binary, environment: OFFLINE };
  const config = process.env.TF_CLI_CONFIG_FILE;
  if (named === undefined && config !== undefined && existsSync(config))
    return { ready: true, binary, environment: OFFLINE };
  const mirror = named ?? findMirror();
  if (mirror === undefined || !existsSync(join(mirror, PROVIDER))) {
    const where = named === undefined ? "on this machine" : `in ${named}`;
    return {
      ready: false,
      reason: `no mirror with the AWS provider ${PROVIDER_VERSION} ${where} (PHIWARD_PROVIDER_MIRROR names one)`,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), "phiward-terraform-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "terraform.tfrc");
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`);
  return { ready: true, binary, environment: { ...OFFLINE, TF_CLI_CONFIG_FILE: file } };
}

/** The first directory, nearest to the root, that holds the provider in the layout of a filesystem mirror. */
function findMirror(): string | undefined {
  let level = [join(homedir(), ".terraform.d", "plugins"), parse(process.cwd()).root];
  for (let depth = 0; depth <= DEPTH; depth++) {
    const found = level.find((folder) => existsSync(join(folder, PROVIDER)));
    if (found !== undefined) return found;
    level = level.flatMap(folders);
  }
  return undefined;
}

function folders(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name))
      .map((entry) => join(parent, entry.name));
  } catch {
    return []; // not ours to read
  }
}
