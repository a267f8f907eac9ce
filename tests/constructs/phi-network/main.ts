// The smallest use of a network, and one of each prop.

import { connect, PhiKey, PhiNetwork, PhiSecurityGroup } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

synthesise(
  import.meta.url,
  ({ stack, region }) => {
    const network = new PhiNetwork(stack, "Smallest");
    const front = new PhiSecurityGroup(stack, "Front", { network });
    const back = new PhiSecurityGroup(stack, "Back", { network, dataClass: "none" });
    connect(front, back, 8443);
    new PhiNetwork(stack, "Small", { cidr: "192.168.4.0/24", zones: ["a", "b"] });
    new PhiNetwork(stack, "Reaching", { services: ["ecr.api", "ecr.dkr"], organization: "o-a1b2c3d4e5" });
    new PhiNetwork(stack, "Keyed", { key: new PhiKey(stack, "Shared"), services: [] });
    new PhiNetwork(stack, "Open", { dataClass: "none", services: [] });
    new PhiNetwork(region, "Elsewhere", { services: [] });
  },
  { backup: false },
);
