// Answers for AWS STS while a plan is recorded, so that providers which insist on an account, or assume a role in another, can plan
// without network. An access key of the form MOCK111122223333 belongs to that account.

import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

/** A running stand-in. */
interface Sts {
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Tells the file that it is run by itself. */
const SERVE = "--serve-sts";

/**
 * Starts the stand-in as a process of its own: whoever records waits for Terraform and answers nobody.
 *
 * @param account of the credentials that Terraform starts with, 12 digits
 */
export async function startSts(account: string): Promise<Sts> {
  const child = fork(fileURLToPath(import.meta.url), [SERVE], { execArgv: ["--import", "tsx"] });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the stand-in for STS ended with ${String(code)}`);
  });
  const [port]: unknown[] = await Promise.race([once(child, "message"), failed]);
  failed.catch(() => {});
  return {
    environment: { AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${String(port)}`, AWS_ACCESS_KEY_ID: `MOCK${account}` },
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** What STS answers to a form, signed with an access key. */
function answer(form: URLSearchParams, authorization: string): string {
  const action = form.get("Action") ?? "";
  const role = form.get("RoleArn") ?? "";
  const signed = /Credential=MOCK(\d{12})/.exec(authorization)?.[1] ?? "";
  const account = /^arn:[\w-]+:iam::(\d{12}):/.exec(role)?.[1] ?? signed;
  const arn = `arn:aws:sts::${account}:assumed-role/mock/mock`;
  const result =
    action === "AssumeRole"
      ? `<Credentials><AccessKeyId>MOCK${account}</AccessKeyId><SecretAccessKey>mock</SecretAccessKey><SessionToken>mock</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>${arn}</Arn><AssumedRoleId>mock:mock</AssumedRoleId></AssumedRoleUser>`
      : `<Arn>${arn}</Arn><UserId>mock</UserId><Account>${account}</Account>`;
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>mock</RequestId></ResponseMetadata></${action}Response>`;
}

if (argv.includes(SERVE)) {
  process.once("disconnect", () => process.exit(0));
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      response.setHeader("content-type", "text/xml");
      response.end(answer(new URLSearchParams(body), request.headers.authorization ?? ""));
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" ? address?.port : undefined);
  });
}
