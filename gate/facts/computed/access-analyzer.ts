// The `access_analyzer` fact: whether an analyzer looks for what outsiders may reach.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "./types.ts";

/** The types of analyzers that look for access from outside; what nobody sets is `ACCOUNT`. */
const external = new Set(["ACCOUNT", "ORGANIZATION"]);

/** Others look for permissions that nobody uses, or for who inside reaches a resource: they stand beside it, never instead. */
export const accessAnalyzer: ComputedFact = ({ world, resource }) => {
  const own = kindOf(world, resource);
  if (own === undefined)
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: "type",
      cause: "type is known only later",
    };
  if (external.has(own)) return { judged: { state: "on" }, found: own, path: "type" };
  const beside = world.ofType(resource.type).some((other) => external.has(kindOf(world, other) ?? ""));
  return beside ? undefined : { judged: { state: "off" }, found: own, path: "type" };
};

function kindOf(world: World, resource: Resource): string | undefined {
  const type = world.read(resource, ["type"]);
  if (type.state === "unknown") return undefined;
  return type.state === "known" ? String(type.value) : "ACCOUNT";
}
