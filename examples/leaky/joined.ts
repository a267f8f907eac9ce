// What other networks may reach: a gateway that anybody joins, a route for everything, and the group of whoever names none.

import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway/index.js";
import { Route } from "@cdktf/provider-aws/lib/route/index.js";
import type { Construct } from "constructs";

export function joined(scope: Construct): void {
  new DefaultSecurityGroup(scope, "leftover", {
    ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.0.0/16"] }],
  });
  new Ec2TransitGateway(scope, "partners", { autoAcceptSharedAttachments: "enable" });
  new Route(scope, "to_partner", {
    routeTableId: "rtb-0123456789abcdef0",
    destinationCidrBlock: "0.0.0.0/0",
    vpcPeeringConnectionId: "pcx-0123456789abcdef0",
  });
}
