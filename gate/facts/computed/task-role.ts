// The fact `task_role` of task definitions: whether containers act under the role that starts them.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "./types.ts";

/** Absent where either role is missing: without a task role the containers have none, and cannot share it. */
export const taskRole: ComputedFact = ({ world, resource }) => {
  const [task, execution] = [roleOf(world, resource, "task_role_arn"), roleOf(world, resource, "execution_role_arn")];
  if (task === undefined || execution === undefined) return undefined;
  if (task === null || execution === null)
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: "task_role_arn",
      cause: "the plan does not say which role task_role_arn or execution_role_arn names",
    };
  const shared = task === execution;
  return { judged: { state: shared ? "shared" : "separate" }, found: task, path: "task_role_arn" };
};

/** Address or ARN of a role; null where the plan does not say, undefined where none is named. */
function roleOf(world: World, resource: Resource, attribute: string): string | null | undefined {
  const read = world.read(resource, [attribute]);
  if (read.state === "absent" || read.state === "null" || (read.state === "known" && read.value === ""))
    return undefined;
  for (const target of world.targets(resource, [attribute]))
    if (target.kind === "resource") return target.resource.address;
  return read.state === "known" && typeof read.value === "string" ? read.value : null;
}
