// The smallest use of a cache, and one of each prop.

import { connect, PhiCache, PhiKey, PhiNetwork, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    const network = new PhiNetwork(stack, "Network");
    const smallest = new PhiCache(stack, "Smallest", { network });
    connect(new PhiSecurityGroup(stack, "Portal", { network }), smallest, smallest.port);
    new PhiCache(stack, "Sized", { network, nodeType: "cache.r7g.large", nodes: 3 });
    new PhiCache(stack, "Keyed", { network, key: new PhiKey(stack, "Shared") });
    new PhiCache(stack, "Open", { network, dataClass: "none" });
  },
  { backup: false },
);
