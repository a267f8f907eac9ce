// The rules of security groups, wherever they are written.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { isList, isObject, pathText } from "../path.ts";
import { everyPort, isEveryProtocol, type PortRange, transportsOf } from "./ports.ts";
import { nowhere } from "./range.ts";
import type { Rule } from "./rules.ts";
import { joinSources, readCidrs, readPrefixLists, type Sources } from "./sources.ts";

/** Rules written inside a security group. What nobody planned are no rules. */
export function inlineRules(world: World, group: Resource): readonly Rule[] {
  const blocks = group.values.ingress;
  if (isList(blocks) && blocks.length > 0)
    return blocks.flatMap((block, index) => (isObject(block) ? [inlineRule(world, group, ["ingress", index])] : []));
  const attribute = world.read(group, ["ingress"]);
  if (attribute.state !== "unknown") return [];
  return [{ ...bare(group, "ingress"), unknown: attribute.cause, text: "(known after apply)" }];
}

function inlineRule(world: World, group: Resource, path: Path): Rule {
  return rule(world, group, path, {
    protocol: "protocol",
    sources: [
      readCidrs(world, group, [...path, "cidr_blocks"]),
      readCidrs(world, group, [...path, "ipv6_cidr_blocks"]),
      readPrefixLists(world, group, [...path, "prefix_list_ids"]),
    ],
  });
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
  return [
    rule(world, resource, [], {
      protocol: "protocol",
      sources: [
        readCidrs(world, resource, ["cidr_blocks"]),
        readCidrs(world, resource, ["ipv6_cidr_blocks"]),
        readPrefixLists(world, resource, ["prefix_list_ids"]),
      ],
    }),
  ];
}

/** Rule resources of a group, those for the way out left out. */
export function separateRules(world: World, group: Resource): readonly Rule[] {
  return ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"].flatMap((type) =>
    world.companions(group, type, "security_group_id").certain.flatMap((resource) => separateRule(world, resource)),
  );
}

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
  const ports = isEveryProtocol(known) ? everyPort : portsOf(world, resource, path, ["from_port", "to_port"]);
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

/** Undefined where the plan does not know them. Ports left out are all ports. */
export function portsOf(
  world: World,
  resource: Resource,
  path: Path,
  names: readonly [string, string],
): PortRange | undefined {
  const [from, to] = names.map((name) => world.read(resource, [...path, name]));
  if (!from || !to || from.state === "unknown" || to.state === "unknown") return undefined;
  const start = from.state === "known" ? number(from.value) : undefined;
  const end = to.state === "known" ? number(to.value) : undefined;
  // Terraform's -1 stands for all.
  if ((start === undefined && end === undefined) || start === -1) return everyPort;
  return [start ?? end ?? 0, end ?? start ?? 65535];
}

export function number(value: Value): number | undefined {
  const parsed =
    typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** A rule of which only its place is known. */
const bare = (resource: Resource, path: string): Omit<Rule, "text" | "unknown"> => ({
  path,
  address: resource.address,
  transports: ["tcp", "udp"],
  ports: everyPort,
  sources: nowhere,
});
