// The smallest use of a queue, and one of each prop.

import { PhiKey, PhiQueue } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    new PhiQueue(stack, "Smallest");
    new PhiQueue(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
    new PhiQueue(stack, "Brief", { retentionDays: 2 });
    new PhiQueue(stack, "Slow", { visibilityTimeoutSeconds: 900 });
    new PhiQueue(stack, "Patient", { maxReceives: 20 });
    new PhiQueue(stack, "Ordered", { fifo: true });
    new PhiQueue(stack, "Open", { dataClass: "none" });
    new PhiQueue(stack, "Notified").acceptFrom({
      service: "s3.amazonaws.com",
      sourceArn: "arn:aws:s3:::portal-uploads",
    });
  },
  { backup: false },
);
