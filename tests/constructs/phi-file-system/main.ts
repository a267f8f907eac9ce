// The smallest use of a file system, one of each prop, and its access points.

import { connect, PhiFileSystem, PhiKey, PhiNetwork, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack }) => {
  const network = new PhiNetwork(stack, "Network", { services: [] });
  new PhiFileSystem(stack, "Smallest", { network });
  new PhiFileSystem(stack, "Keyed", { network, key: new PhiKey(stack, "Shared") });
  new PhiFileSystem(stack, "Tiered", { network, infrequentAfterDays: 30 });
  new PhiFileSystem(stack, "Open", { network, dataClass: "none" });
  const mounted = new PhiFileSystem(stack, "Mounted", { network });
  mounted.addAccessPoint("Uploads", { path: "/uploads", userId: 1000, groupId: 1000 });
  connect(new PhiSecurityGroup(stack, "Intake", { network }), mounted, 2049);
});
