// A project of somebody else's: it has the package as npm installs it, its dependencies and its peers, and nothing of the checkout.
// scripts/test-consumer.ts puts it into an empty folder, compiles it and runs it there.

import { readFileSync } from "node:fs";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { App, Aspects } from "cdktf";
import { check, EXIT, PhiwardError, renderers } from "phiward";
import { ConstructError, PhiBucket, type PhiBucketProps, PhiSite, PhiStack, ResilientBackup } from "phiward/constructs";
import { PhiwardChecks, type PhiwardChecksOptions } from "phiward/synth";

const app = new App({ outdir: "cdktf.out" });
const stack = new PhiStack(app, "clinic", {
  account: "111122223333",
  region: "us-east-1",
  owner: "portal-team",
  custodians: ["key-custodian"],
  contacts: ["alarms@example.org"],
});
const regionCopy = new PhiSite(stack, "Region", { region: "us-west-2" });
const accountCopy = new PhiSite(stack, "Vault", {
  account: "444455556666",
  roleArn: "arn:aws:iam::444455556666:role/portal-deploy",
});
new ResilientBackup(stack, "Backup", { tier: "essential", regionCopy, accountCopy });
const props: PhiBucketProps = { versionRetentionDays: 365 };
const documents = new PhiBucket(stack, "Documents", props);
new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
const options: PhiwardChecksOptions = { now: new Date("2026-01-01T00:00:00Z") };
Aspects.of(stack).add(new PhiwardChecks(options));
app.synth();

const manifest: {
  stacks: { clinic: { synthesizedStackPath: string; annotations: { level: string; message: string }[] } };
} = JSON.parse(readFileSync("cdktf.out/manifest.json", "utf8"));
const { synthesizedStackPath, annotations } = manifest.stacks.clinic;
const synthesised = readFileSync(`cdktf.out/${synthesizedStackPath}`, "utf8");
const expectations: readonly (readonly [string, boolean])[] = [
  ["the stack holds the bucket", synthesised.includes("aws_s3_bucket") && documents.name !== ""],
  ["the stack says which construct made it", synthesised.includes('"construct": "PhiBucket"')],
  ["the policies ran", annotations.some(({ message }) => message.includes("aws_sqs_queue.results: "))],
  ["a construct refuses what it must", refuses(() => new PhiBucket(stack, "Short", { versionRetentionDays: -1 }))],
  [
    "a plan that is not there cannot be judged",
    (await codeOf(() => check({ plan: "no-plan.json" }))) === "PLAN_NOT_FOUND",
  ],
  ["the renderers are there", Object.keys(renderers).length > 0 && EXIT.blocked === 1],
];
for (const [what, holds] of expectations) console.log(`${holds ? "ok" : "NOT OK"}: ${what}`);
for (const { level, message } of annotations) console.log(`${level}: ${message}`);
process.exitCode = expectations.every(([, holds]) => holds) ? 0 : 1;

function refuses(make: () => unknown): boolean {
  try {
    make();
    return false;
  } catch (error) {
    return error instanceof ConstructError;
  }
}

async function codeOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof PhiwardError ? error.code : undefined;
  }
}
