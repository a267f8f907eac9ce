// The `second_link` fact: whether another Direct Connect link carries on where one is cut.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";

/** Connections want one at another location; private interfaces another one to the same gateway over another connection. */
export const secondLink: ComputedFact = ({ world, resource }) => {
  const others = world.ofType(resource.type).filter((other) => other !== resource && other.mode === "managed");
  const second = others.find((other) =>
    resource.type === "aws_dx_connection"
      ? other.values.location !== resource.values.location
      : isSame(world, other, resource, GATEWAYS) && !isSame(world, other, resource, ["connection_id"]),
  );
  if (second) return { judged: { state: "several" }, found: `beside ${second.address}`, path: "" };
  return { judged: { state: "one" }, found: "no other in this plan", path: "", byAbsence: true };
};

const GATEWAYS = ["dx_gateway_id", "vpn_gateway_id"];

/** Whether one of the attributes leads to the same resource, or holds the same value. */
const isSame = (world: World, a: Resource, b: Resource, attributes: readonly string[]): boolean =>
  attributes.some((name) => {
    const [left, right] = [ends(world, a, name), ends(world, b, name)];
    return left.some((end) => right.includes(end));
  });

function ends(world: World, resource: Resource, name: string): readonly string[] {
  const named = world
    .targets(resource, [name])
    .flatMap((target) => (target.kind === "resource" ? [target.resource.address] : []));
  if (named.length > 0) return named;
  const value = resource.values[name];
  return typeof value === "string" && value !== "" ? [value] : [];
}
