// The smallest use of a database cluster, and one of each prop.

import { connect, PhiDatabaseCluster, PhiKey, PhiNetwork, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack }) => {
  const network = new PhiNetwork(stack, "Network");
  const smallest = new PhiDatabaseCluster(stack, "Smallest", { network });
  connect(new PhiSecurityGroup(stack, "Portal", { network }), smallest, smallest.port);
  new PhiDatabaseCluster(stack, "Mysql", { network, engine: "aurora-mysql" });
  new PhiDatabaseCluster(stack, "Versioned", { network, engineVersion: "16.8" });
  new PhiDatabaseCluster(stack, "Sized", { network, instanceClass: "db.r7g.xlarge", instances: 3 });
  new PhiDatabaseCluster(stack, "Named", { network, databaseName: "records" });
  new PhiDatabaseCluster(stack, "Keyed", { network, key: new PhiKey(stack, "Shared") });
  new PhiDatabaseCluster(stack, "Open", { network, dataClass: "none" });
});
