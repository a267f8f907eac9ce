// The smallest use of a database, and one of each prop.

import { connect, PhiDatabase, PhiKey, PhiNetwork, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(import.meta.url, ({ stack }) => {
  const network = new PhiNetwork(stack, "Network");
  const smallest = new PhiDatabase(stack, "Smallest", { network });
  connect(new PhiSecurityGroup(stack, "Portal", { network }), smallest, smallest.port);
  new PhiDatabase(stack, "Mysql", { network, engine: "mysql" });
  new PhiDatabase(stack, "Mariadb", { network, engine: "mariadb" });
  new PhiDatabase(stack, "Versioned", { network, engineVersion: "16.9" });
  new PhiDatabase(stack, "Sized", { network, instanceClass: "db.r7g.xlarge", storageGiB: 400 });
  new PhiDatabase(stack, "Named", { network, databaseName: "records" });
  new PhiDatabase(stack, "Keyed", { network, key: new PhiKey(stack, "Shared") });
  new PhiDatabase(stack, "Open", { network, dataClass: "none" });
});
