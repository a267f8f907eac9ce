// The smallest use of a function, and one of each prop.

import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PhiBucket, PhiFunction, PhiKey, PhiNetwork, PhiQueue, PhiTable, PhiTopic } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack }) => {
  const network = new PhiNetwork(stack, "Network", { services: ["kms", "logs"] });
  const zipFile = join(tmpdir(), "phiward-function.zip");
  // An empty archive is its last record alone.
  writeFileSync(zipFile, Buffer.from(`504b0506${"00".repeat(18)}`, "hex"));
  const given = { network, code: { zipFile }, handler: "index.handler", runtime: "nodejs22.x" } as const;
  const smallest = new PhiFunction(stack, "Smallest", given);
  const bucket = new PhiBucket(stack, "Documents");
  bucket.grantRead(smallest);
  bucket.grantWrite(smallest);
  bucket.grantDelete(smallest);
  const table = new PhiTable(stack, "Visits", { partitionKey: { name: "visit" } });
  table.grantRead(smallest);
  table.grantWrite(smallest);
  const queue = new PhiQueue(stack, "Orders");
  queue.grantSend(smallest);
  queue.grantReceive(smallest);
  new PhiTopic(stack, "News").grantPublish(smallest);
  smallest.invokedBy({
    service: "events.amazonaws.com",
    sourceArn: "arn:aws:events:us-east-1:111122223333:rule/nightly",
  });
  new PhiFunction(stack, "Stored", {
    ...given,
    code: { bucket: "portal-releases", key: "portal.zip", version: "3sL4kqtJlcpXroDTDmJ" },
  });
  new PhiFunction(stack, "Packed", { ...given, code: { folder: "examples/clinic/function" } });
  new PhiFunction(stack, "Configured", { ...given, environment: { STAGE: "production" } });
  new PhiFunction(stack, "Large", { ...given, timeoutSeconds: 900, memorySizeMiB: 2048, reservedConcurrency: 5 });
  new PhiFunction(stack, "Wired", { ...given, key: new PhiKey(stack, "Shared"), onFailure: queue });
  new PhiFunction(stack, "Open", { ...given, dataClass: "none" });
});
