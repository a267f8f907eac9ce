// The fact `zone_spread`: in how many zones the subnets lie that a resource names.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { type Leaf, leaves } from "../leaves.ts";
import { isList, parsePath } from "../path.ts";
import type { ComputedFact } from "./types.ts";

/**
 * The attribute lists subnets, or zones by their names; a path through blocks (`subnet_mapping[*].subnet_id`) names one in each.
 * Two subnets of which the plan knows no zone are taken for two zones.
 */
export const zoneSpread: ComputedFact = ({ world, resource, attribute = "" }) => {
  const found = leaves(world, resource, parsePath(attribute)).map((leaf) => ({
    leaf,
    zones: zonesOf(world, resource, leaf),
  }));
  const zones = found.flatMap((one) => one.zones);
  const later = found.find((one) => one.leaf.attribute.state === "unknown" && one.zones.length === 0);
  const distinct = [...new Set(zones)];
  if (later?.leaf.attribute.state === "unknown" && distinct.length < 2)
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: attribute,
      cause: later.leaf.attribute.cause,
    };
  if (zones.length === 0 && !found.some(({ leaf }) => leaf.attribute.state === "known")) return undefined;
  return { judged: { state: distinct.length > 1 ? "several" : "one" }, found: distinct.join(", "), path: attribute };
};

function zonesOf(world: World, resource: Resource, { path, attribute }: Leaf): readonly string[] {
  if (attribute.state === "unknown")
    return world
      .targets(resource, path)
      .flatMap((target) => (target.kind === "resource" ? [zoneOf(target.resource) ?? target.resource.address] : []));
  if (attribute.state !== "known") return [];
  if (!isList(attribute.value)) return [zoneNamed(world, resource, path, attribute.value)];
  return attribute.value.map((value, at) => zoneNamed(world, resource, [...path, at], value));
}

/** Zone of one element: that of the subnet it refers to, else the element itself. */
function zoneNamed(world: World, resource: Resource, path: Path, value: Value): string {
  for (const target of world.targets(resource, path))
    if (target.kind === "resource") return zoneOf(target.resource) ?? target.resource.address;
  return String(value);
}

const zoneOf = ({ type, values }: Resource): string | undefined =>
  type.endsWith("subnet") && typeof values.availability_zone === "string" ? values.availability_zone : undefined;
