// The smallest use of a warehouse, and one of each prop.

import { connect, PhiKey, PhiNetwork, PhiSecurityGroup, PhiWarehouse } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack, region }) => {
  const network = new PhiNetwork(stack, "Network");
  const smallest = new PhiWarehouse(stack, "Smallest", { network });
  connect(new PhiSecurityGroup(stack, "Reports", { network }), smallest, smallest.port);
  new PhiWarehouse(stack, "Sized", { network, nodeType: "ra3.4xlarge", nodes: 4 });
  new PhiWarehouse(stack, "Named", { network, databaseName: "claims" });
  new PhiWarehouse(stack, "Keyed", { network, key: new PhiKey(stack, "Shared") });
  new PhiWarehouse(stack, "Copied", { network, snapshotsIn: region });
  new PhiWarehouse(stack, "Open", { network, dataClass: "none" });
});
