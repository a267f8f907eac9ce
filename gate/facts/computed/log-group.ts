// The fact `log_group` of functions: whether the group that they write to is one that somebody keeps, with a key and a retention.

import type { Resource, World } from "../../model/types.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

const path = ["logging_config", 0, "log_group"] as const;

/** A group that nobody makes is made by Lambda on the first call: without a key of ours, and kept forever. */
export const logGroup: ComputedFact = ({ world, resource }) => {
  const named = world.read(resource, path);
  if (named.state === "known" || named.state === "unknown") return written(world, resource, named.state);
  const name = world.read(resource, ["function_name"]);
  if (name.state !== "known" || typeof name.value !== "string") return undefined;
  const wanted = `/aws/lambda/${name.value}`;
  const groups = world.ofType("aws_cloudwatch_log_group");
  const group = groups.find(({ values }) => values.name === wanted);
  if (group) return managed(group, "");
  return {
    judged: { state: "unmanaged" },
    found: `no aws_cloudwatch_log_group of the name ${wanted}`,
    path: "",
    byAbsence: true,
  };
};

function written(world: World, resource: Resource, state: "known" | "unknown"): Fact {
  const ends = world.targets(resource, path);
  for (const end of ends)
    if (end.kind === "resource" && end.resource.type === "aws_cloudwatch_log_group")
      return managed(end.resource, path.join("."));
  const where = "logging_config[0].log_group";
  if (state === "known")
    return { judged: { state: "unmanaged" }, found: "a group outside this plan", path: where, byAbsence: true };
  return {
    judged: { state: "unknown" },
    found: "known after apply",
    path: where,
    cause: `${where} refers to something outside this plan`,
  };
}

const managed = (group: Resource, at: string): Fact => ({
  judged: { state: "managed" },
  found: group.address,
  path: at === "" ? "" : "logging_config[0].log_group",
  ...(group.context === undefined ? {} : { basis: group.context }),
});
