// Prefix lists: resolved where the plan holds their entries.

import type { Resource, Target, World } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import { nowhere, parseCidr, union } from "./range.ts";
import type { Sources } from "./sources.ts";

const unresolved = (text: string): Sources => ({
  addresses: nowhere,
  unknown: "the entries of a prefix list are not in the plan",
  texts: [text],
});

/** True for types that are, or bring, a prefix list. */
export const isPrefixList = (type: string): boolean =>
  /^aws_(ec2_managed_prefix_list|prefix_list|vpc_endpoint)$/.test(type);

/** Addresses of the prefix list that a reference ends in. */
export function prefixList(world: World, target: Target): Sources {
  if (target.kind !== "resource") return unresolved("a prefix list");
  const { resource } = target;
  // The prefix list of a gateway endpoint holds addresses of an AWS service.
  if (resource.type === "aws_vpc_endpoint" || resource.type === "aws_prefix_list")
    return { addresses: nowhere, texts: [`the service of ${resource.address}`] };
  if (resource.type !== "aws_ec2_managed_prefix_list") return unresolved(resource.address);
  // A list of AWS itself, such as CloudFront's, is not the internet.
  const name = resource.values.name;
  if (resource.mode === "data" && typeof name === "string" && name.startsWith("com.amazonaws."))
    return { addresses: nowhere, texts: [name] };
  return entriesOf(world, resource);
}

function entriesOf(world: World, list: Resource): Sources {
  const cidrs: string[] = [];
  let unknown: string | undefined;
  const blocks = list.values[list.mode === "data" ? "entries" : "entry"];
  if (isList(blocks)) {
    for (const [index, block] of blocks.entries()) {
      const cidr = isObject(block) ? block.cidr : undefined;
      if (typeof cidr === "string") cidrs.push(cidr);
      else {
        const inner = world.read(list, [list.mode === "data" ? "entries" : "entry", index, "cidr"]);
        if (inner.state === "unknown") unknown = inner.cause;
      }
    }
  } else if (list.mode === "data") unknown = "the entries of a prefix list are not in the plan";
  const separate = world.companions(list, "aws_ec2_managed_prefix_list_entry", "prefix_list_id");
  for (const entry of [...separate.certain, ...separate.possible]) {
    const cidr = world.read(entry, ["cidr"]);
    if (cidr.state === "known" && typeof cidr.value === "string") cidrs.push(cidr.value);
    else if (cidr.state === "unknown") unknown = cidr.cause;
  }
  return {
    addresses: union(cidrs.map((cidr) => parseCidr(cidr) ?? nowhere)),
    texts: cidrs.length > 0 ? cidrs : [list.address],
    ...(unknown === undefined ? {} : { unknown }),
  };
}
