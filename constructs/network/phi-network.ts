// A private network: no way to the internet, endpoints for the services in use, flow logs of all traffic. 164.312(a)(1), 164.312(e)(1).

import { ConstructError } from "../error.ts";
import {
  type Construct,
  DefaultSecurityGroup,
  FlowLog,
  IamRole,
  IamRolePolicy,
  RouteTable,
  RouteTableAssociation,
  type SecurityGroup,
  Subnet,
  Vpc,
  VpcEndpoint,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyText, trust } from "../internal/policy.ts";
import type { PhiKey } from "../keys/phi-key.ts";
import { PhiLogGroup } from "../logging/phi-log-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import type { Connectable } from "./connect.ts";
import { endpointPolicy } from "./endpoint-policy.ts";
import { securityGroup } from "./phi-security-group.ts";
import { checkCidr, quarters } from "./subnets.ts";

/** What the constructs of this library call from inside a network. */
const SERVICES = ["kms", "logs", "secretsmanager", "sts"];
/** Seconds; the shorter of the two periods that flow logs know, so that a connection shows within a minute. */
const FLOW_INTERVAL_SECONDS = 60;

/** All have defaults. */
export interface PhiNetworkProps extends PhiConstructProps {
  /**
   * IPv4 addresses of the network.
   *
   * @default 10.0.0.0/16 - four subnets of 16,382 addresses, of which two or three are used
   * @throws {ConstructError} `CIDR_INVALID` outside the private ranges, or with a prefix not from 16 to 26
   */
  readonly cidr?: string;
  /**
   * Letters of the availability zones that subnets stand in: `["a", "b"]`.
   *
   * @default ["a", "b", "c"]
   * @throws {ConstructError} `ZONES_INVALID` for other than two or three different letters
   * @see 45 CFR 164.308(a)(7)(ii)(C), emergency mode operation plan (required)
   */
  readonly zones?: readonly string[];
  /**
   * Services that members reach through an endpoint inside the network, as the endpoint spells them: `kms`, `ecr.api`. S3 and DynamoDB
   * always have one.
   *
   * @default ["kms", "logs", "secretsmanager", "sts"]
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
   */
  readonly services?: readonly string[];
  /**
   * Organisation whose accounts the endpoints reach: `o-a1b2c3d4e5`.
   *
   * @default - the endpoints reach the network's own account only
   * @throws {ConstructError} `ORGANIZATION_INVALID`
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
   */
  readonly organization?: string;
  /**
   * Key of the flow logs.
   *
   * @default - the key that the log groups of the site share
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * A VPC with private subnets and without an internet gateway. Members reach each other only where `connect` says so, AWS only through
 * endpoints, and through those only this account's (or organisation's) resources with its own credentials.
 *
 * @see 45 CFR 164.312(e)(1), transmission security (standard)
 */
export class PhiNetwork extends PhiConstruct implements Connectable {
  readonly vpc: Vpc;
  /** One subnet in each zone. */
  readonly subnets: readonly Subnet[];
  /** Group of the endpoints: `connect(member, network, 443)` lets a member call services. */
  readonly securityGroup: SecurityGroup;
  /** Endpoints of S3 and DynamoDB, by service. */
  readonly gateways: ReadonlyMap<string, VpcEndpoint>;
  readonly flowLogs: PhiLogGroup;

  /** @throws {ConstructError} `CIDR_INVALID`, `ZONES_INVALID`, `ORGANIZATION_INVALID` */
  constructor(scope: Construct, id: string, props: PhiNetworkProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    const { cidr = "10.0.0.0/16", zones = ["a", "b", "c"], services = SERVICES } = props;
    check(this, cidr, zones, props.organization);
    const { account, region } = this.site;
    this.vpc = this.claim(
      new Vpc(this, "Resource", {
        cidrBlock: cidr,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: { Name: this.physicalName },
      }),
      "logging.access",
    );
    const vpcId = this.vpc.id;
    // Without rules it lets nothing through: whoever forgets a group of their own reaches nobody.
    this.claim(
      new DefaultSecurityGroup(this, "DefaultSecurityGroup", { vpcId, ingress: [], egress: [] }),
      "exposure.open_ingress",
      "exposure.all_ports",
    );
    const routes = new RouteTable(this, "Routes", { vpcId });
    const ranges = quarters(cidr);
    this.subnets = zones.map((zone, index) => {
      const subnet = this.claim(
        new Subnet(this, `Subnet${zone.toUpperCase()}`, {
          vpcId,
          cidrBlock: ranges[index] ?? "",
          availabilityZone: `${region}${zone}`,
          mapPublicIpOnLaunch: false,
          tags: { Name: `${this.physicalName}-${zone}` },
        }),
        "exposure.public_address",
      );
      new RouteTableAssociation(this, `Routes${zone.toUpperCase()}`, { subnetId: subnet.id, routeTableId: routes.id });
      return subnet;
    });
    this.securityGroup = this.claim(securityGroup(this, this, this.physicalName), "exposure.open_ingress");
    const policyOf = (service: string) =>
      endpointPolicy(service, { account, region, partition: this.site.partition }, services, props.organization);
    this.gateways = new Map(
      ["s3", "dynamodb"].map((service) => [
        service,
        new VpcEndpoint(this, `Gateway-${service}`, {
          vpcId,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: "Gateway",
          routeTableIds: [routes.id],
          policy: policyOf(service),
        }),
      ]),
    );
    for (const service of services)
      new VpcEndpoint(this, `Endpoint-${service}`, {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: this.subnets.map((subnet) => subnet.id),
        securityGroupIds: [this.securityGroup.id],
        policy: policyOf(service),
      });
    this.flowLogs = new PhiLogGroup(this, "FlowLogs", {
      name: `/aws/vpc/${this.physicalName}`,
      ...(props.key && { key: props.key }),
    });
    this.logFlows();
  }

  private logFlows(): void {
    const { account, partition, region } = this.site;
    const role = new IamRole(this, "FlowLogRole", {
      name: shortName(`${this.physicalName}-flow-logs`, 64),
      assumeRolePolicy: trust(
        "vpc-flow-logs.amazonaws.com",
        account,
        `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*`,
      ),
    });
    const write = new IamRolePolicy(this, "FlowLogRolePolicy", {
      name: "write",
      role: role.id,
      policy: policyText([
        {
          sid: "WriteFlows",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [this.flowLogs.arn, `${this.flowLogs.arn}:*`],
        },
        {
          sid: "FindGroup",
          actions: ["logs:DescribeLogGroups"],
          resources: [`arn:${partition}:logs:${region}:${account}:log-group:*`],
        },
      ]),
    });
    new FlowLog(this, "FlowLog", {
      vpcId: this.vpc.id,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: this.flowLogs.resource.arn,
      iamRoleArn: role.arn,
      maxAggregationInterval: FLOW_INTERVAL_SECONDS,
      dependsOn: [write],
    });
  }
}

function check(at: PhiNetwork, cidr: string, zones: readonly string[], organization: string | undefined): void {
  checkCidr(at, cidr);
  if (
    zones.length < 2 ||
    zones.length > 3 ||
    new Set(zones).size < zones.length ||
    !zones.every((z) => /^[a-z]$/.test(z))
  )
    throw new ConstructError("ZONES_INVALID", `zones must be 2 or 3 different letters, got ${zones.join(", ")}`, at);
  if (organization !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organization))
    throw new ConstructError(
      "ORGANIZATION_INVALID",
      `organization must be such as o-a1b2c3d4e5, got ${organization}`,
      at,
    );
}
