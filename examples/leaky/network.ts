// A public network, a load balancer that speaks HTTP, and a way in for everyone.

import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import { NetworkfirewallFirewallPolicy } from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import type { Construct } from "constructs";

export interface Network {
  readonly subnets: Subnet[];
  readonly open: SecurityGroup;
}

export function network(scope: Construct): Network {
  const vpc = new Vpc(scope, "main", { cidrBlock: "10.0.0.0/16" });
  new InternetGateway(scope, "internet", { vpcId: vpc.id });
  const through = { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" };
  new VpcEndpoint(scope, "buckets", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.us-east-1.s3",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [through] }),
  });
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
  new LbListener(scope, "https", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    certificateArn: "arn:aws:iam::111122223333:server-certificate/portal-2019",
    defaultAction: [{ type: "forward", targetGroupArn: target.arn }],
  });
  edge(scope);
  return { subnets, open };
}

/** A web ACL that refuses nothing, a bucket that everybody may ask, and a firewall that passes what it does not know. */
function edge(scope: Construct): void {
  const acl = new Wafv2WebAcl(scope, "acl", {
    name: "portal",
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "portal", sampledRequestsEnabled: true },
  });
  new CloudfrontDistribution(scope, "brochures", {
    enabled: true,
    webAclId: acl.arn,
    origin: [{ originId: "brochures", domainName: "portal-brochures.s3.us-east-1.amazonaws.com" }],
    defaultCacheBehavior: {
      targetOriginId: "brochures",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      viewerProtocolPolicy: "https-only",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
    loggingConfig: { bucket: "portal-edge-logs.s3.amazonaws.com" },
  });
  new NetworkfirewallFirewallPolicy(scope, "filter", {
    name: "portal",
    firewallPolicy: { statelessDefaultActions: ["aws:pass"], statelessFragmentDefaultActions: ["aws:pass"] },
  });
}
