// A patient portal in two accounts and two Regions: documents in S3, records in PostgreSQL, sessions in DynamoDB, a queue and the
// function that works it off. `npx tsx examples/clinic/main.ts` writes cdktf.out/stacks/clinic/cdk.tf.json.

import { fileURLToPath } from "node:url";
import { App } from "cdktf";
import {
  connect,
  LogArchive,
  PhiBucket,
  PhiDatabase,
  PhiFunction,
  PhiNetwork,
  PhiQueue,
  PhiSite,
  PhiStack,
  PhiTable,
  ResilientBackup,
} from "../../constructs/index.ts";

const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", import.meta.url)) });
const stack = new PhiStack(app, "clinic", {
  account: "111122223333",
  region: "us-east-1",
  owner: "portal-team",
  custodians: ["key-custodian", "deploy"],
  contacts: ["security@clinic.example"],
});

// Where copies and logs stand, out of reach of whoever takes over the portal's account or Region.
const recovery = new PhiSite(stack, "Recovery", { region: "us-west-2" });
const vault = new PhiSite(stack, "Vault", {
  account: "444455556666",
  roleArn: "arn:aws:iam::444455556666:role/deploy",
});
new LogArchive(vault, "Archive");
new ResilientBackup(stack, "Backup", { tier: "critical", regionCopy: recovery, accountCopy: vault });

const network = new PhiNetwork(stack, "Network");
const documents = new PhiBucket(stack, "Documents", { replicaIn: recovery });
const records = new PhiDatabase(stack, "Records", { network, databaseName: "records" });
const sessions = new PhiTable(stack, "Sessions", { partitionKey: { name: "session" }, ttlAttribute: "expires" });
const orders = new PhiQueue(stack, "Orders");

// Works the orders off: reads the session, writes the document, looks into the records.
const intake = new PhiFunction(stack, "Intake", {
  network,
  code: { folder: fileURLToPath(new URL("function", import.meta.url)) },
  handler: "index.handler",
  runtime: "nodejs22.x",
});
orders.grantReceive(intake);
sessions.grantRead(intake);
documents.grantWrite(intake);
connect(intake, records, records.port);
app.synth();
