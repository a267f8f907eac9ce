// The smallest use of a stream, and one of each prop.

import { PhiKey, PhiStream } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    new PhiStream(stack, "Smallest");
    new PhiStream(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
    new PhiStream(stack, "Kept", { retentionHours: 720 });
    new PhiStream(stack, "Provisioned", { shards: 2 });
    new PhiStream(stack, "Open", { dataClass: "none" });
  },
  { backup: false },
);
