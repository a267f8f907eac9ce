// The `security_groups` fact: whether a resource in a network names its security groups, or gets the default one of the network.

import type { Target } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { leaves } from "../leaves.ts";
import { isList, parsePath, pathText } from "../path.ts";

/** True for the group that every VPC is born with, however it is named. */
export function isDefaultGroup(target: Target): boolean {
  if (target.kind !== "resource") return false;
  const { resource, attribute } = target;
  if (resource.type === "aws_default_security_group") return true;
  if (/^aws_(default_)?vpc$/.test(resource.type)) return attribute === "default_security_group_id";
  return resource.type === "aws_security_group" && resource.mode === "data" && resource.values.name === "default";
}

/** A group that a literal or another stack names is named: who stands in it is that stack's to say. */
export const securityGroups: ComputedFact = ({ world, resource, attribute }) => {
  if (attribute === undefined) return undefined;
  const [leaf] = leaves(world, resource, parsePath(attribute));
  if (!leaf) return undefined;
  const path = pathText(leaf.path);
  const { attribute: read } = leaf;
  const isEmpty =
    read.state === "absent" ||
    read.state === "null" ||
    (read.state === "known" && isList(read.value) && read.value.length === 0);
  if (isEmpty) return { judged: { state: "default" }, found: "not set, the default group of the network holds", path };
  const targets = world.targets(resource, leaf.path);
  if (targets.length > 0 && targets.every(isDefaultGroup))
    return { judged: { state: "default" }, found: "the default group of the network", path };
  return { judged: { state: "named" }, found: "security groups of its own", path };
};
