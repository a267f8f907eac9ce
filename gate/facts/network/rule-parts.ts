// What the rules of security groups and network ACLs are read from alike.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { everyPort, isEveryProtocol, type PortRange } from "./ports.ts";
import { nowhere } from "./range.ts";
import type { Rule } from "./rules.ts";

/**
 * Ports of a rule for `protocol`, which is undefined where it is known only after apply. Undefined where the plan does not know
 * them. Ports left out are all ports.
 */
export function portsOf(
  world: World,
  resource: Resource,
  path: Path,
  protocol: string | undefined,
): PortRange | undefined {
  if (protocol !== undefined && isEveryProtocol(protocol)) return everyPort;
  const from = world.read(resource, [...path, "from_port"]);
  const to = world.read(resource, [...path, "to_port"]);
  if (from.state === "unknown" || to.state === "unknown") return undefined;
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

/** Rules written inside a resource that are known only after apply: of them only the place is known. */
export const unreadRule = (resource: Resource, path: string, cause: string): Rule => ({
  path,
  address: resource.address,
  transports: ["tcp", "udp"],
  ports: everyPort,
  sources: nowhere,
  unknown: cause,
  text: "(known after apply)",
});
