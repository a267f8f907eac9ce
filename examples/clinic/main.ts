// A patient portal: documents in S3, records in PostgreSQL, sessions in DynamoDB, a queue and the function that works it off.
// Plain bindings, each set right. `npx tsx examples/clinic/main.ts` writes cdktf.out/stacks/clinic/cdk.tf.json.

import { fileURLToPath } from "node:url";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { ephiProvider } from "../../constructs/index.ts";
import { auditTrail } from "./audit.ts";
import { records } from "./database.ts";
import { key } from "./keys.ts";
import { network } from "./network.ts";
import { documents, logBucket, sessions } from "./storage.ts";
import { intake } from "./work.ts";

class Clinic extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const region = "us-east-1";
    ephiProvider(this, { region, owner: "portal-team" });
    const account = new TerraformVariable(this, "account_id", { type: "string", default: "111122223333" }).stringValue;

    const data = key(this, "data", { account, region, description: "ePHI of the portal" });
    const logs = key(this, "logs", { account, region, description: "Logs of the portal", forLogs: true });
    const net = network(this, { region, logKey: logs });
    const accessLogs = logBucket(this, { account });
    const bucket = documents(this, { key: data, accessLogs });
    const table = sessions(this, { key: data });
    records(this, { key: data, logKey: logs, net });
    intake(this, { key: data, logKey: logs, net, bucket, table });
    auditTrail(this, { account, region, logKey: logs, accessLogs, bucket, table });
  }
}

const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", import.meta.url)) });
new Clinic(app, "clinic");
app.synth();
