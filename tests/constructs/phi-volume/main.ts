// The smallest use of a volume, and one of each prop.

import { PhiKey, PhiVolume } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack }) => {
  new PhiVolume(stack, "Smallest", { zone: "a", sizeGiB: 20 });
  new PhiVolume(stack, "Fast", { zone: "b", sizeGiB: 100, iops: 6000 });
  new PhiVolume(stack, "Keyed", { zone: "a", sizeGiB: 20, key: new PhiKey(stack, "Shared") });
  new PhiVolume(stack, "Open", { zone: "a", sizeGiB: 20, dataClass: "none" });
});
