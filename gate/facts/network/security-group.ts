// The rules of security groups, wherever they are written.

import type { Path, Resource, World } from "../../model/types.ts";
import { isList, isObject, pathText } from "../path.ts";
import { everyPort, transportsOf } from "./ports.ts";
import { nowhere } from "./range.ts";
import { portsOf, unreadRule } from "./rule-parts.ts";
import type { Rule } from "./rules.ts";
import { joinSources, readCidrs, readPrefixLists, type Sources } from "./sources.ts";

/** Rules written inside a security group. What nobody planned are no rules. */
export function inlineRules(world: World, group: Resource): readonly Rule[] {
  const blocks = group.values.ingress;
  if (isList(blocks) && blocks.length > 0)
    return blocks.flatMap((block, index) => (isObject(block) ? [listRule(world, group, ["ingress", index])] : []));
  const attribute = world.read(group, ["ingress"]);
  if (attribute.state !== "unknown") return [];
  return [unreadRule(group, "ingress", attribute.cause)];
}

/** The rule that a rule resource is; none where it is a rule for the way out. */
export function separateRule(world: World, resource: Resource): readonly Rule[] {
  if (resource.type === "aws_vpc_security_group_ingress_rule")
    return [
      rule(world, resource, [], {
        protocol: "ip_protocol",
        sources: [
          readCidrs(world, resource, ["cidr_ipv4"]),
          readCidrs(world, resource, ["cidr_ipv6"]),
          readPrefixLists(world, resource, ["prefix_list_id"]),
        ],
      }),
    ];
  if (resource.values.type === "egress") return [];
  return [listRule(world, resource, [])];
}

/** Rule resources of a group, those for the way out left out. */
export function separateRules(world: World, group: Resource): readonly Rule[] {
  return ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"].flatMap((type) =>
    world.companions(group, type, "security_group_id").certain.flatMap((resource) => separateRule(world, resource)),
  );
}

/** A rule with lists of sources: one inside its group, or an `aws_security_group_rule`. */
const listRule = (world: World, resource: Resource, path: Path): Rule =>
  rule(world, resource, path, {
    protocol: "protocol",
    sources: [
      readCidrs(world, resource, [...path, "cidr_blocks"]),
      readCidrs(world, resource, [...path, "ipv6_cidr_blocks"]),
      readPrefixLists(world, resource, [...path, "prefix_list_ids"]),
    ],
  });

function rule(
  world: World,
  resource: Resource,
  path: Path,
  parts: { readonly protocol: string; readonly sources: readonly Sources[] },
): Rule {
  const sources = joinSources(parts.sources);
  const protocol = world.read(resource, [...path, parts.protocol]);
  const known = protocol.state === "known" ? String(protocol.value) : undefined;
  const base = {
    path: pathText(path),
    address: resource.address,
    sources: sources.addresses,
    text: sources.texts.join(", "),
    ...(sources.unknown === undefined ? {} : { unknown: sources.unknown }),
  };
  // A protocol that is not known may be any; what it opens is then not certain either.
  if (known === undefined) {
    const outside =
      sources.unknown === undefined && sources.addresses.v4.length === 0 && sources.addresses.v6.length === 0;
    return {
      ...base,
      transports: ["tcp", "udp"],
      ports: everyPort,
      sources: nowhere,
      ...(outside ? {} : { unknown: sources.unknown ?? "the protocol is known only after apply" }),
    };
  }
  const ports = portsOf(world, resource, path, known);
  return ports
    ? { ...base, transports: transportsOf(known), ports }
    : {
        ...base,
        transports: transportsOf(known),
        ports: everyPort,
        sources: nowhere,
        unknown: "the ports are known only after apply",
      };
}
