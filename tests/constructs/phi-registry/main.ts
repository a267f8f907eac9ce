// The smallest use of a registry of images, and one of each prop.

import { PhiKey, PhiRegistry } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    new PhiRegistry(stack, "Smallest");
    new PhiRegistry(stack, "Keyed", { key: new PhiKey(stack, "Shared") });
    new PhiRegistry(stack, "Tidy", { untaggedRetentionDays: 2 });
    new PhiRegistry(stack, "Open", { dataClass: "none" });
  },
  { backup: false },
);
