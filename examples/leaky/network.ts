// A public network, a load balancer that speaks HTTP, and a way in for everyone.

import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";

export interface Network {
  readonly subnets: Subnet[];
  readonly open: SecurityGroup;
}

export function network(scope: Construct): Network {
  const vpc = new Vpc(scope, "main", { cidrBlock: "10.0.0.0/16" });
  new InternetGateway(scope, "internet", { vpcId: vpc.id });
  const subnets = ["a", "b"].map(
    (zone, index) =>
      new Subnet(scope, `public_${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `us-east-1${zone}`,
        cidrBlock: `10.0.${index}.0/24`,
        mapPublicIpOnLaunch: true,
      }),
  );
  const everywhere = { protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] };
  const open = new SecurityGroup(scope, "open", {
    name: "portal-open",
    vpcId: vpc.id,
    ingress: [
      { ...everywhere, fromPort: 22, toPort: 22 },
      { ...everywhere, fromPort: 80, toPort: 80 },
      { ...everywhere, fromPort: 5432, toPort: 5432 },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });
  // Remote Desktop, file shares, FTP, remote management and the application's own port, for whoever works from home.
  new SecurityGroup(scope, "office", {
    name: "portal-office",
    vpcId: vpc.id,
    ingress: [3389, 445, 21, 5986, 8080].map((port) => ({ ...everywhere, fromPort: port, toPort: port })),
  });
  new SecurityGroup(scope, "vendor", {
    name: "portal-vendor",
    vpcId: vpc.id,
    ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const balancer = new Lb(scope, "web", {
    name: "portal-web",
    loadBalancerType: "application",
    subnets: subnets.map((subnet) => subnet.id),
    securityGroups: [open.id],
  });
  const target = new LbTargetGroup(scope, "app", { name: "portal-app", port: 8080, protocol: "HTTP", vpcId: vpc.id });
  new LbListener(scope, "http", {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultAction: [{ type: "forward", targetGroupArn: target.arn }],
  });
  return { subnets, open };
}
