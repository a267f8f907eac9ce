// The rules of network ACLs, wherever they are written.

import type { Path, Resource, World } from "../../model/types.ts";
import { isList, isObject, pathText } from "../path.ts";
import { everyPort, isEveryProtocol, transportsOf } from "./ports.ts";
import { nowhere } from "./range.ts";
import { number, portsOf, unreadRule } from "./rule-parts.ts";
import type { OrderedRule } from "./rules.ts";
import { joinSources, readCidrs } from "./sources.ts";

/** Rules for the way in that are written inside a network ACL. */
export function inlineAclRules(world: World, acl: Resource): readonly OrderedRule[] {
  const blocks = acl.values.ingress;
  if (isList(blocks) && blocks.length > 0)
    return blocks.flatMap((block, index) =>
      isObject(block) ? [aclRule(world, acl, ["ingress", index], { number: "rule_no", action: "action" })] : [],
    );
  const attribute = world.read(acl, ["ingress"]);
  if (attribute.state !== "unknown") return [];
  return [{ ...unreadRule(acl, "ingress", attribute.cause), number: 0, allow: true }];
}

/** The rule that an `aws_network_acl_rule` is; none where it is for the way out. */
export function separateAclRule(world: World, resource: Resource): readonly OrderedRule[] {
  const egress = world.read(resource, ["egress"]);
  if (egress.state === "known" && String(egress.value) === "true") return [];
  return [aclRule(world, resource, [], { number: "rule_number", action: "rule_action" })];
}

/** Rule resources of a network ACL. */
export const separateAclRules = (world: World, acl: Resource): readonly OrderedRule[] =>
  world
    .companions(acl, "aws_network_acl_rule", "network_acl_id")
    .certain.flatMap((resource) => separateAclRule(world, resource));

function aclRule(
  world: World,
  resource: Resource,
  path: Path,
  names: { readonly number: string; readonly action: string },
): OrderedRule {
  const sources = joinSources([
    readCidrs(world, resource, [...path, "cidr_block"]),
    readCidrs(world, resource, [...path, "ipv6_cidr_block"]),
  ]);
  const protocol = world.read(resource, [...path, "protocol"]);
  const place = world.read(resource, [...path, names.number]);
  const action = world.read(resource, [...path, names.action]);
  const known = protocol.state === "known" ? String(protocol.value) : undefined;
  const ports = portsOf(world, resource, path, known);
  const unknown =
    sources.unknown ??
    (known === undefined
      ? "the protocol is known only after apply"
      : ports === undefined
        ? "the ports are known only after apply"
        : undefined);
  // An action that is not known may let in.
  const allow = !(action.state === "known" && String(action.value).toLowerCase() === "deny");
  const certain = known !== undefined && ports !== undefined;
  return {
    path: pathText(path),
    address: resource.address,
    // A rule for every protocol lets in what a rule for TCP does: with a Deny on the TCP port in front, only UDP is left of it.
    transports: known === undefined ? ["tcp", "udp"] : allow && isEveryProtocol(known) ? ["tcp"] : transportsOf(known),
    ports: certain ? ports : everyPort,
    sources: certain ? sources.addresses : nowhere,
    text: sources.texts.join(", "),
    number: (place.state === "known" ? number(place.value) : undefined) ?? 0,
    allow,
    ...(unknown === undefined ? {} : { unknown }),
  };
}
