// The `default_security_group` fact: whether the security group that a network is born with has rules.

import type { ComputedFact } from "../computed/types.ts";
import { isList } from "../path.ts";
import type { Fact } from "../types.ts";
import { isDefaultGroup } from "./own-group.ts";

/** Asked of the default group itself, and of rules of their own, which exist for it or for another group. */
export const defaultGroup: ComputedFact = ({ world, resource }) => {
  if (resource.type === "aws_default_security_group") {
    for (const way of ["ingress", "egress"]) {
      const read = world.read(resource, [way]);
      if (read.state === "unknown") return unknown(way, read.cause);
      if (read.state === "known" && isList(read.value) && read.value.length > 0) return open(`${way} rules`, way);
    }
    return { judged: { state: "closed" }, found: "no rules", path: "" };
  }
  const targets = world.targets(resource, ["security_group_id"]);
  if (targets.some(isDefaultGroup)) return open("a rule of the default group", "security_group_id");
  return targets.length === 0
    ? undefined
    : { judged: { state: "closed" }, found: "a group of its own", path: "security_group_id" };
};

const open = (found: string, path: string): Fact => ({ judged: { state: "open" }, found, path });
const unknown = (path: string, cause: string): Fact => ({
  judged: { state: "unknown" },
  found: "known after apply",
  path,
  cause,
});
