// The fact `zone_spread`: in how many zones the subnets lie that a resource names.

import type { Resource, Value, World } from "../../model/types.ts";
import { isList } from "../path.ts";
import type { ComputedFact } from "./types.ts";

/** The attribute lists subnets, or zones by their names. Two subnets of which the plan knows no zone are taken for two zones. */
export const zoneSpread: ComputedFact = ({ world, resource, attribute = "" }) => {
  const steps = attribute.split(".").flatMap((part) => (part.endsWith("[*]") ? [part.slice(0, -3), 0] : [part]));
  const read = world.read(resource, steps);
  if (read.state === "unknown") {
    const subnets = world
      .targets(resource, steps)
      .flatMap((target) => (target.kind === "resource" ? [target.resource] : []));
    if (subnets.length === 0)
      return { judged: { state: "unknown" }, found: "known after apply", path: attribute, cause: read.cause };
    return counted(
      subnets.map((subnet) => zoneOf(subnet) ?? subnet.address),
      attribute,
    );
  }
  if (read.state !== "known" || !isList(read.value)) return undefined;
  return counted(
    read.value.map((value, at) => zoneNamed(world, resource, [...steps, at], value)),
    attribute,
  );
};

function counted(zones: readonly string[], path: string) {
  const distinct = [...new Set(zones)];
  return { judged: { state: distinct.length > 1 ? "several" : "one" }, found: distinct.join(", "), path };
}

/** Zone of one element: that of the subnet it refers to, else the element itself. */
function zoneNamed(world: World, resource: Resource, path: readonly (string | number)[], value: Value): string {
  for (const target of world.targets(resource, path))
    if (target.kind === "resource") return zoneOf(target.resource) ?? target.resource.address;
  return String(value);
}

const zoneOf = ({ type, values }: Resource): string | undefined =>
  type.endsWith("subnet") && typeof values.availability_zone === "string" ? values.availability_zone : undefined;
