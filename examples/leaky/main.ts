// The patient portal as an engineer writes it who has not heard of the Security Rule: it deploys, it works, and it leaks.
// README.md lists what is wrong. Never deploy this. `npx tsx examples/leaky/main.ts` writes cdktf.out/stacks/leaky/cdk.tf.json.

import { fileURLToPath } from "node:url";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { compute } from "./compute.ts";
import { database } from "./database.ts";
import { identity } from "./identity.ts";
import { joined } from "./joined.ts";
import { network } from "./network.ts";
import { partners } from "./partners.ts";
import { storage } from "./storage.ts";
import { workloads } from "./workloads.ts";

class Leaky extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region: "us-east-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: [{ tags: { Project: "portal" } }],
    });
    const { key } = identity(this);
    const net = network(this);
    joined(this);
    const { documents, exports, queue } = storage(this, key);
    database(this, net);
    compute(this, { ...net, documents, queue });
    workloads(this, net);
    audit(this, documents, key);
    backup(this, key, exports);
    partners(this);
  }
}

const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", import.meta.url)) });
new Leaky(app, "leaky");
app.synth();
