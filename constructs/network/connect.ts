// Who may open a connection to whom, told by security group and never by address: 164.312(a)(1), 164.312(e)(1).

import { type SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule } from "../internal/cdktf.ts";

/** Whatever stands in a security group: stores, services, functions. */
export interface Connectable {
  readonly securityGroup: SecurityGroup;
}

/**
 * Lets one member open TCP connections to a port of another, and nobody else: a rule out of the one group and a rule into the other,
 * each naming the other group.
 *
 * @example
 * connect(portal, records, 5432);
 * @param port TCP, 1 to 65535
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
export function connect(from: Connectable, to: Connectable, port: number): void {
  const source = from.securityGroup;
  const target = to.securityGroup;
  const incoming = `From-${word(source)}-${port}`;
  if (target.node.tryFindChild(incoming)) return;
  const tcp = { ipProtocol: "tcp", fromPort: port, toPort: port };
  new VpcSecurityGroupIngressRule(target, incoming, {
    ...tcp,
    securityGroupId: target.id,
    referencedSecurityGroupId: source.id,
  });
  new VpcSecurityGroupEgressRule(source, `To-${word(target)}-${port}`, {
    ...tcp,
    securityGroupId: source.id,
    referencedSecurityGroupId: target.id,
  });
}

/** Ids above a group, below the stack. */
const word = ({ node }: SecurityGroup): string =>
  node.scopes
    .slice(2, -1)
    .map((scope) => scope.node.id)
    .join("-");
