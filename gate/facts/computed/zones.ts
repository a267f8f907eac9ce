// The fact `zones` of clusters whose instances are resources of their own: one instance alone has nobody to take over.

import type { Resource, World } from "../../model/types.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

const SUFFIX = "_instance";

/** Asked of an instance it answers for its cluster; absent where that is not in the plan. */
export const clusterZones: ComputedFact = ({ world, resource }) => {
  if (!resource.type.endsWith(SUFFIX)) return ofCluster(world, resource);
  const [cluster] = world
    .targets(resource, ["cluster_identifier"])
    .flatMap((target) => (target.kind === "resource" ? [target.resource] : []));
  return cluster && ofCluster(world, cluster);
};

function ofCluster(world: World, cluster: Resource): Fact | undefined {
  // A Multi-AZ DB cluster brings its three instances itself, and Aurora Serverless v1 its capacity.
  const own = world.read(cluster, ["db_cluster_instance_class"]);
  const mode = world.read(cluster, ["engine_mode"]);
  if (own.state === "known" || own.state === "unknown" || (mode.state === "known" && mode.value === "serverless"))
    return undefined;
  const { certain, possible } = world.companions(cluster, `${cluster.type}${SUFFIX}`, "cluster_identifier");
  const zones = certain.map((instance) => world.read(instance, ["availability_zone"]));
  const named = new Set(zones.map((zone) => (zone.state === "known" ? String(zone.value) : undefined)));
  if (certain.length > 1 && (named.size > 1 || named.has(undefined)))
    return { judged: { state: "several" }, found: `${certain.length} instances`, path: "" };
  if (possible.length > 0)
    return {
      judged: { state: "unknown" },
      found: `perhaps served by ${possible[0]?.address}`,
      path: "",
      cause: "the plan does not say which cluster the instance belongs to",
    };
  return {
    judged: { state: "single" },
    found:
      certain.length > 1 ? `${certain.length} instances, all in one zone` : `${certain.length} instances in this plan`,
    path: "",
    byAbsence: certain.length < 2,
  };
}
