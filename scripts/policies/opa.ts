// Runs OPA at the one version that builds the bundle, always inside `policies/`, so that no path of this machine gets into it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PhiwardError } from "../../gate/error.ts";

/** Folder of the Rego sources, with a slash at the end. */
export const policies = fileURLToPath(new URL("../../policies/", import.meta.url));

const MAX_OUTPUT = 512 * 1024 * 1024;

/** Version of OPA that `policies/go.mod` pins. */
function pinnedVersion(): string {
  const pinned = /github\.com\/open-policy-agent\/opa v(\S+)/.exec(readFileSync(`${policies}go.mod`, "utf8"))?.[1];
  if (pinned === undefined) throw new PhiwardError("OPA_NOT_PINNED", "policies/go.mod names no version of OPA");
  return pinned;
}

let command: string | undefined;

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: MAX_OUTPUT,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The binary of OPA: the one that the variable `OPA` names, else the tool that Go builds. Its version is checked once. */
function resolve(): string {
  let binary = process.env.OPA;
  let printed: string;
  try {
    if (binary === undefined || binary === "") {
      run("go", ["tool", "opa", "version"], policies);
      binary = run("go", ["tool", "-n", "opa"], policies).trim();
    }
    printed = run(binary, ["version"], policies);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    throw new PhiwardError(
      "OPA_MISSING",
      `OPA does not run (${reason}): install Go, or set OPA to a binary of version ${pinnedVersion()}`,
    );
  }
  const version = /^Version: (\S+)$/m.exec(printed)?.[1];
  if (version !== pinnedVersion()) {
    throw new PhiwardError("OPA_VERSION", `OPA must be version ${pinnedVersion()}, got ${version ?? "none"}`);
  }
  return binary;
}

/**
 * The binary of OPA, for callers that run it side by side.
 *
 * @throws {PhiwardError} `OPA_MISSING`, `OPA_VERSION`
 */
export function opaBinary(): string {
  command ??= resolve();
  return command;
}

/**
 * Runs OPA and returns what it prints.
 *
 * @param cwd default: `policies/`
 * @throws {PhiwardError} `OPA_MISSING`, `OPA_VERSION`, or `OPA_FAILED` with what OPA said
 */
export function opa(args: readonly string[], cwd: string = policies): string {
  const binary = opaBinary();
  try {
    return run(binary, args, cwd);
  } catch (error) {
    const said =
      error instanceof Error && "stderr" in error
        ? `${error.stderr}${"stdout" in error ? error.stdout : ""}`
        : String(error);
    throw new PhiwardError("OPA_FAILED", `opa ${args[0]} failed: ${said.trim()}`);
  }
}
