// A place in a network for what computes with ePHI: 164.312(a)(1).

import { ConstructError } from "../error.ts";
import { type Construct, SecurityGroup, VpcSecurityGroupEgressRule } from "../internal/cdktf.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { type Connectable, connect } from "./connect.ts";
import type { PhiNetwork } from "./phi-network.ts";

/** The network is required. */
export interface PhiSecurityGroupProps extends PhiConstructProps {
  /**
   * Network that the members stand in.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
}

/**
 * The security group of functions, containers or machines. It reaches the endpoints of its network over TLS and nothing else, until
 * {@link connect} says more.
 *
 * @example
 * const network = new PhiNetwork(stack, "Network");
 * const portal = new PhiSecurityGroup(stack, "Portal", { network });
 * @see 45 CFR 164.312(a)(1), access control (standard)
 */
export class PhiSecurityGroup extends PhiConstruct implements Connectable {
  readonly securityGroup: SecurityGroup;

  /** @throws {ConstructError} `NETWORK_FOREIGN` */
  constructor(scope: Construct, id: string, { network, dataClass = "ephi" }: PhiSecurityGroupProps) {
    super(scope, id, dataClass);
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    connect(this, network, 443);
    for (const [service, endpoint] of network.gateways)
      new VpcSecurityGroupEgressRule(this.securityGroup, `To-${service}`, {
        securityGroupId: this.securityGroup.id,
        prefixListId: endpoint.prefixListId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
  }
}

/**
 * A group below a construct that lets nothing in or out yet. Its rules are resources of their own.
 *
 * @throws {ConstructError} `NETWORK_FOREIGN` where the network stands in another account or Region than the construct
 */
export function securityGroup(
  scope: PhiConstruct,
  { site, vpc }: Pick<PhiNetwork, "site" | "vpc">,
  name: string,
): SecurityGroup {
  if (site !== scope.site)
    throw new ConstructError(
      "NETWORK_FOREIGN",
      `network stands in ${site.region} of ${site.account}, expected ${scope.site.region} of ${scope.site.account}`,
      scope,
    );
  return new SecurityGroup(scope, "SecurityGroup", {
    name,
    description: `Members of ${scope.node.path}`,
    vpcId: vpc.id,
  });
}
