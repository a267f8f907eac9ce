// The shortest useful stack: documents with their key, logs, trail, alarms and three copies in two accounts and two Regions.
// `npx tsx examples/minimal/main.ts` writes cdktf.out/stacks/minimal/cdk.tf.json.

import { fileURLToPath } from "node:url";
import { App } from "cdktf";
import { PhiBucket, PhiSite, PhiStack, ResilientBackup } from "../../constructs/index.ts";

const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", import.meta.url)) });
const stack = new PhiStack(app, "minimal", {
  account: "111122223333",
  region: "us-east-1",
  owner: "portal-team",
  custodians: ["key-custodian", "deploy"],
  contacts: ["security@clinic.example"],
});
new ResilientBackup(stack, "Backup", {
  tier: "essential",
  regionCopy: new PhiSite(stack, "Recovery", { region: "us-west-2" }),
  accountCopy: new PhiSite(stack, "Vault", {
    account: "444455556666",
    roleArn: "arn:aws:iam::444455556666:role/deploy",
  }),
});
new PhiBucket(stack, "Documents");
app.synth();
