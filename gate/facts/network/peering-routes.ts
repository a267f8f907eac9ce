// The `peering_routes` fact: whether a route into a peered network covers every address.

import type { Path, Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { EVERYWHERE } from "./range.ts";

/** A route of its own spells its destinations otherwise than one inside a table. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  aws_route: ["destination_cidr_block", "destination_ipv6_cidr_block"],
  aws_route_table: ["cidr_block", "ipv6_cidr_block"],
  aws_default_route_table: ["cidr_block", "ipv6_cidr_block"],
};

/** The worst route of a table, or the one that a resource is. Undefined where none leads into a peering connection. */
export const peeringRoutes: ComputedFact = ({ world, resource }) => {
  const inline = resource.values.route;
  const places: readonly Path[] =
    resource.type === "aws_route" ? [[]] : isList(inline) ? inline.map((_, index) => ["route", index]) : [];
  const found = places.flatMap((at) => routeOf(world, resource, at) ?? []);
  const worst = (state: string): Fact | undefined => found.find(({ judged }) => judged.state === state);
  return worst("wide") ?? worst("unknown") ?? found[0];
};

function routeOf(world: World, resource: Resource, at: Path): Fact | undefined {
  const peering = world.read(resource, [...at, "vpc_peering_connection_id"]);
  if (peering.state === "absent" || peering.state === "null" || (peering.state === "known" && peering.value === ""))
    return undefined;
  let found = "a prefix list";
  let path = pathText(at);
  for (const name of DESTINATIONS[resource.type] ?? []) {
    const destination = world.read(resource, [...at, name]);
    if (destination.state === "unknown")
      return {
        judged: { state: "unknown" },
        found: "known after apply",
        path: pathText([...at, name]),
        cause: destination.cause,
      };
    if (destination.state !== "known" || destination.value === "") continue;
    found = String(destination.value);
    path = pathText([...at, name]);
    if (EVERYWHERE.has(found)) return { judged: { state: "wide" }, found, path };
  }
  return { judged: { state: "narrow" }, found, path };
}
