// The smallest use of a trail, in another account, and one of each prop. That stacks get one by themselves shows in every other app.

import { AuditTrail, LogArchive, PhiBucket, PhiQueue, PhiTable } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack, vault }) => {
  const archive = new LogArchive(vault, "Archive");
  new AuditTrail(vault, "Smallest");
  new AuditTrail(stack, "Tuned", { archive, retentionDays: 365, bulkReads: 2000, massDeletes: 20, dataClass: "ephi" });
  new PhiBucket(stack, "Documents");
  new PhiTable(stack, "Visits", { partitionKey: { name: "visit", type: "S" } });
  new PhiQueue(stack, "Orders");
});
