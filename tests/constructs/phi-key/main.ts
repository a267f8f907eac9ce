// The smallest use of a key, and one of each prop.

import { PhiKey } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack, region }) => {
    new PhiKey(stack, "Smallest");
    new PhiKey(stack, "Described", { description: "ePHI of the portal" });
    new PhiKey(stack, "Kept", { custodians: ["arn:aws:iam::111122223333:role/other-custodian"] });
    new PhiKey(stack, "Rotated", { rotationPeriodDays: 90 });
    new PhiKey(stack, "Replicated", { replicas: [region] }).allow({ service: "s3" });
  },
  { backup: false },
);
