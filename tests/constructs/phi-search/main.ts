// The smallest use of a search domain, and one of each prop.

import { connect, PhiKey, PhiNetwork, PhiSearch, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack }) => {
    const network = new PhiNetwork(stack, "Network");
    const administrator = "search-administrator";
    const smallest = new PhiSearch(stack, "Smallest", { network, administrator });
    connect(new PhiSecurityGroup(stack, "Portal", { network }), smallest, smallest.port);
    new PhiSearch(stack, "Sized", {
      network,
      administrator,
      instanceType: "r7g.large.search",
      nodes: 6,
      storageGiB: 500,
    });
    new PhiSearch(stack, "Keyed", { network, administrator, key: new PhiKey(stack, "Shared") });
    new PhiSearch(stack, "Open", { network, administrator, dataClass: "none" });
  },
  { backup: false },
);
