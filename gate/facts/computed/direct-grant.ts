// The `direct_grant` fact: whether permissions hang on a single user.

import type { Resource, World } from "../../model/types.ts";
import { type Statement, statementsOf } from "../policy/statement.ts";
import type { Fact } from "../types.ts";
import { documentsAt } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Types that give a permission to users, and the attribute that names them. */
const grants: readonly (readonly [type: string, by: string])[] = [
  ["aws_iam_user_policy", "user"],
  ["aws_iam_user_policy_attachment", "user"],
  ["aws_iam_policy_attachment", "users"],
];

/** Judges the grant itself, and a user by the grants that the plan holds for it. */
export const directGrant: ComputedFact = ({ world, resource }) => {
  const by = grants.find(([type]) => type === resource.type)?.[1];
  if (by !== undefined) return own(world, resource, by);
  return resource.type === "aws_iam_user" ? user(world, resource) : undefined;
};

function own(world: World, resource: Resource, by: string): Fact {
  const attribute = world.read(resource, [by]);
  const empty =
    attribute.state === "absent" ||
    attribute.state === "null" ||
    (attribute.state === "known" && Array.isArray(attribute.value) && attribute.value.length === 0);
  if (empty) return { judged: { state: "off" }, found: "no user", path: by };
  return onlyDenies(world, resource)
    ? { judged: { state: "off" }, found: "a policy that only denies", path: by }
    : { judged: { state: "on" }, found: "a policy of a single user", path: by };
}

function user(world: World, resource: Resource): Fact {
  for (const [type, by] of grants) {
    const grant = world.companions(resource, type, by).certain.find((one) => !onlyDenies(world, one));
    if (grant) return { judged: { state: "on" }, found: "a policy of this user", path: by, address: grant.address };
  }
  return { judged: { state: "off" }, found: "no policy of its own in this plan", path: "", byAbsence: true };
}

/** Whether the policy allows nothing, so that it takes permissions from the user instead of giving some. */
function onlyDenies(world: World, grant: Resource): boolean {
  if (grant.type === "aws_iam_user_policy") return denies(world, grant);
  return world
    .targets(grant, ["policy_arn"])
    .some((target) => target.kind === "resource" && denies(world, target.resource));
}

function denies(world: World, policy: Resource): boolean {
  const documents = documentsAt(world, policy, "policy").map(({ document }) =>
    document.state === "known" ? statementsOf(document.value) : [],
  );
  return documents.length > 0 && documents.every((statements) => isDenial(statements));
}

const isDenial = (statements: readonly Statement[]): boolean =>
  statements.length > 0 && statements.every(({ effect }) => effect === "deny");
