// The smallest use of a table, and one of each prop.

import { PhiKey, PhiTable } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

const partitionKey = { name: "encounter" };

synthesise(import.meta.url, ({ stack, region }) => {
  new PhiTable(stack, "Smallest", { partitionKey });
  new PhiTable(stack, "Sorted", { partitionKey, sortKey: { name: "revision", type: "N" } });
  new PhiTable(stack, "Indexed", {
    partitionKey,
    indexes: [
      { name: "by-clinic", partitionKey: { name: "clinic" }, sortKey: { name: "revision", type: "N" } },
      { name: "by-day", partitionKey: { name: "day" } },
    ],
  });
  new PhiTable(stack, "Expiring", { partitionKey, ttlAttribute: "expiresAt" });
  new PhiTable(stack, "Streamed", { partitionKey, streamView: "NEW_IMAGE" });
  new PhiTable(stack, "Provisioned", { partitionKey, readCapacityUnits: 5, writeCapacityUnits: 5 });
  new PhiTable(stack, "Keyed", { partitionKey, key: new PhiKey(stack, "Shared") });
  new PhiTable(stack, "Replicated", { partitionKey, replicas: [region] });
  new PhiTable(stack, "Open", { partitionKey, dataClass: "none" });
});
