// The smallest use of a log group, and one of each prop.

import { PhiKey, PhiLogGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    new PhiLogGroup(stack, "Smallest");
    new PhiLogGroup(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
    new PhiLogGroup(stack, "Named", { name: "/portal/named" });
    new PhiLogGroup(stack, "Short", { retentionDays: 365 });
    new PhiLogGroup(stack, "Open", { dataClass: "none" });
  },
  { backup: false },
);
