// Terraform in one folder against moto, beside others that run at the same time.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Terraform } from "../terraform.ts";

export type ReadyTerraform = Terraform & { readonly ready: true };

/** Runs Terraform and gives what it prints. @throws with Terraform's own words where it fails and is not meant to */
export type Run = (words: readonly string[], mayFail?: boolean) => Promise<string>;

/** Like the recorder's runner, but one that waits without holding up its neighbours. */
export function runnerIn(
  terraform: ReadyTerraform,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Run {
  return async (words, mayFail = false) => {
    const child = spawn(terraform.binary, words, {
      cwd: folder,
      env: { ...process.env, ...terraform.environment, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [printed, complaint, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    if (status !== 0 && !mayFail) throw new Error(`terraform ${words.join(" ")}: ${complaint}${printed}`);
    return printed;
  };
}

const SIGNATURE =
  "AWS4-HMAC-SHA256 Credential=mock/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=mock";

/**
 * The environment in which Terraform speaks to moto as an account: moto tells accounts by the access keys that its own STS hands out.
 *
 * @param account 12 digits
 */
export async function asAccount(address: string, account: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { authorization: SIGNATURE },
    body: new URLSearchParams({
      Action: "AssumeRole",
      RoleArn: `arn:aws:iam::${account}:role/deploy`,
      RoleSessionName: "deploy",
    }),
  });
  const body = await answer.text();
  const field = (name: string): string => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(body)?.[1];
    if (value === undefined) throw new Error(`moto handed out no ${name} for ${account}: ${body}`);
    return value;
  };
  return {
    AWS_ENDPOINT_URL: address,
    AWS_ACCESS_KEY_ID: field("AccessKeyId"),
    AWS_SECRET_ACCESS_KEY: field("SecretAccessKey"),
    AWS_SESSION_TOKEN: field("SessionToken"),
  };
}
