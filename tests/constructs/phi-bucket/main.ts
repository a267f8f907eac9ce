// The smallest use of a bucket, and one of each prop.

import { exception, PhiBucket, PhiKey } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack, region }) => {
  new PhiBucket(stack, "Smallest");
  new PhiBucket(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
  new PhiBucket(stack, "Versions", { versionRetentionDays: 365 });
  new PhiBucket(stack, "Locked", { lockDays: 2192, expirationDays: 2200 });
  new PhiBucket(stack, "Archived", { archiveAfterDays: 90 });
  new PhiBucket(stack, "Replicated", { replicaIn: region });
  new PhiBucket(stack, "Open", { dataClass: "none" });
  new PhiBucket(stack, "Unlogged", {
    dataClass: "none",
    accessLogging: exception({
      control: "logging.access",
      kind: "alternative-means",
      reason: "the bucket holds public leaflets",
      compensating: "the trail of the organisation",
      owner: "portal-team",
      approvedBy: "security-official",
      until: "2026-12-31",
    }),
  });
});
