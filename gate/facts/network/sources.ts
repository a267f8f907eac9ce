// Reads the addresses that a rule names: blocks of addresses, prefix lists, references.

import type { Path, Resource, World } from "../../model/types.ts";
import { isList } from "../path.ts";
import { isPrefixList, prefixList } from "./prefix-list.ts";
import { type Addresses, nowhere, parseCidr, union } from "./range.ts";

export interface Sources {
  readonly addresses: Addresses;
  /** Why more addresses are possible. */
  readonly unknown?: string;
  readonly texts: readonly string[];
}

/** Resources whose address or block is one network or one host of the plan, never the internet. */
const ownAddresses =
  /^aws_(vpc|default_vpc|subnet|default_subnet|eip|instance|nat_gateway|vpc_ipam_pool_cidr|vpc_ipam_pool_cidr_allocation|vpc_ipv4_cidr_block_association|vpc_ipv6_cidr_block_association|network_interface|lb|vpc_endpoint|customer_gateway|spot_instance_request)$/;

/** Attributes that never hold a range: the plan keeps the references of all rules of a group together. */
const noRange = /(^|_)(id|ids|arn)$/;

/** Addresses of an attribute that holds one block or a list of them. */
export function readCidrs(world: World, resource: Resource, path: Path): Sources {
  const attribute = world.read(resource, path);
  if (attribute.state === "absent" || attribute.state === "null") return { addresses: nowhere, texts: [] };
  if (attribute.state === "unknown") return unknownCidr(world, resource, path, attribute.cause);
  const { value } = attribute;
  if (!isList(value))
    return typeof value === "string" && value !== "" ? cidr(value) : { addresses: nowhere, texts: [] };
  const parts = value.map((element, index): Sources => {
    if (typeof element === "string") return element === "" ? { addresses: nowhere, texts: [] } : cidr(element);
    const inner = world.read(resource, [...path, index]);
    return inner.state === "unknown"
      ? unknownCidr(world, resource, [...path, index], inner.cause)
      : { addresses: nowhere, texts: [] };
  });
  return joinSources(parts);
}

/** Addresses of an attribute that names prefix lists. */
export function readPrefixLists(world: World, resource: Resource, path: Path): Sources {
  const attribute = world.read(resource, path);
  if (attribute.state === "absent" || attribute.state === "null") return { addresses: nowhere, texts: [] };
  if (
    attribute.state === "known" &&
    (attribute.value === "" || (isList(attribute.value) && attribute.value.length === 0))
  )
    return { addresses: nowhere, texts: [] };
  // Where rules stand in one attribute, the plan keeps the references of all of them together: only some name a prefix list.
  const lists = world
    .targets(resource, path)
    .filter((target) => target.kind !== "resource" || isPrefixList(target.resource.type));
  if (lists.length === 0)
    return { addresses: nowhere, unknown: "a prefix list is not in the plan", texts: ["a prefix list"] };
  return joinSources(lists.map((target) => prefixList(world, target)));
}

export function joinSources(parts: readonly Sources[]): Sources {
  const unknown = parts.find((part) => part.unknown !== undefined)?.unknown;
  return {
    addresses: union(parts.map(({ addresses }) => addresses)),
    texts: parts.flatMap(({ texts }) => texts),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function cidr(text: string): Sources {
  const addresses = parseCidr(text);
  return addresses
    ? { addresses, texts: [text] }
    : { addresses: nowhere, unknown: `${text} is no range of addresses`, texts: [text] };
}

/** A range known only after apply: what the configuration refers to may still tell that it is no more than the plan's own network. */
function unknownCidr(world: World, resource: Resource, path: Path, cause: string): Sources {
  const targets = world.targets(resource, path);
  const own =
    targets.length > 0 &&
    targets.every(
      (target) =>
        target.kind === "resource" && (ownAddresses.test(target.resource.type) || noRange.test(target.attribute)),
    );
  if (own) return { addresses: nowhere, texts: ["an address of this plan's network"] };
  return { addresses: nowhere, unknown: cause, texts: ["(known after apply)"] };
}
