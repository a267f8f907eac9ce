// A network without a way in or out: private subnets, endpoints for the services in use, and a record of every flow.

import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import type { Construct } from "constructs";
import { logGroup } from "./logs.ts";
import { trust } from "./policies.ts";

export interface Network {
  readonly vpc: Vpc;
  readonly subnets: Subnet[];
  /** Of the function: it may reach the endpoints and the database. */
  readonly appGroup: SecurityGroup;
}

export function network(scope: Construct, { region, logKey }: { region: string; logKey: KmsKey }): Network {
  const vpc = new Vpc(scope, "vpc", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true });
  // Without rules, the group that every unnamed interface falls into lets nothing through.
  new DefaultSecurityGroup(scope, "default", { vpcId: vpc.id });
  const routes = new RouteTable(scope, "private", { vpcId: vpc.id });
  const subnets = ["a", "b"].map((zone, index) => {
    const subnet = new Subnet(scope, `private_${zone}`, {
      vpcId: vpc.id,
      availabilityZone: `${region}${zone}`,
      cidrBlock: `10.20.${index}.0/24`,
    });
    new RouteTableAssociation(scope, `private_${zone}_routes`, { subnetId: subnet.id, routeTableId: routes.id });
    return subnet;
  });
  const appGroup = new SecurityGroup(scope, "app", { name: "clinic-app", description: "Portal", vpcId: vpc.id });
  const endpointGroup = new SecurityGroup(scope, "endpoints", {
    name: "clinic-endpoints",
    description: "AWS services inside the network",
    vpcId: vpc.id,
  });
  connect(scope, "app_to_endpoints", appGroup, endpointGroup, 443);
  for (const service of ["s3", "dynamodb"]) {
    const endpoint = new VpcEndpoint(scope, `${service}_endpoint`, {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      routeTableIds: [routes.id],
    });
    new VpcSecurityGroupEgressRule(scope, `app_to_${service}`, {
      securityGroupId: appGroup.id,
      prefixListId: endpoint.prefixListId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
  }
  for (const service of ["sqs", "kms", "logs", "secretsmanager", "xray"]) {
    new VpcEndpoint(scope, `${service}_endpoint`, {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: subnets.map((subnet) => subnet.id),
      securityGroupIds: [endpointGroup.id],
    });
  }
  flowLog(scope, vpc, logKey);
  return { vpc, subnets, appGroup };
}

/** Lets `from` reach `to` on one TCP port, by group and not by address. */
export function connect(scope: Construct, id: string, from: SecurityGroup, to: SecurityGroup, port: number): void {
  const tcp = { ipProtocol: "tcp", fromPort: port, toPort: port };
  new VpcSecurityGroupEgressRule(scope, `${id}_out`, {
    ...tcp,
    securityGroupId: from.id,
    referencedSecurityGroupId: to.id,
  });
  new VpcSecurityGroupIngressRule(scope, `${id}_in`, {
    ...tcp,
    securityGroupId: to.id,
    referencedSecurityGroupId: from.id,
  });
}

function flowLog(scope: Construct, vpc: Vpc, logKey: KmsKey): void {
  const group = logGroup(scope, "flow_logs", "/clinic/flow", logKey);
  const role = new IamRole(scope, "flow", {
    name: "clinic-flow",
    assumeRolePolicy: trust(scope, "flow", "vpc-flow-logs.amazonaws.com"),
  });
  const policy = new DataAwsIamPolicyDocument(scope, "flow_access", {
    statement: [{ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${group.arn}:*`] }],
  });
  new IamRolePolicy(scope, "flow_policy", { name: "write", role: role.id, policy: policy.json });
  new FlowLog(scope, "flow_log", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: group.arn,
    iamRoleArn: role.arn,
  });
}
