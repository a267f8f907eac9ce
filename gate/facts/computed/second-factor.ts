// The `console_second_factor` and `group_second_factor` facts: whether what is asked without a second factor is refused.

import type { Resource, World } from "../../model/types.ts";
import { demandsSecondFactor } from "../policy/second-factor.ts";
import type { Fact } from "../types.ts";
import { documentsAt } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** What one policy says; undefined where nobody can read it here. */
type Answer = boolean | undefined;

/** Of a group by its own policies; of a console password by those of its user and the groups the user belongs to. */
export const secondFactor: ComputedFact = ({ world, resource }) => {
  if (resource.type === "aws_iam_group") return verdict(policiesOf(world, resource, group), "no policy of the group");
  const users = named(world, resource, "user", "aws_iam_user");
  if (users.length === 0)
    return {
      judged: { state: "unknown" },
      found: "a user outside this plan",
      path: "user",
      cause: "the policies of the user lie outside this plan",
    };
  return verdict(
    users.flatMap((one) => [
      ...policiesOf(world, one, user),
      ...groupsOf(world, one).flatMap((joined) => policiesOf(world, joined, group)),
    ]),
    "no policy of the user or a group",
  );
};

function verdict(answers: readonly Answer[], who: string): Fact {
  if (answers.includes(true)) return { judged: { state: "on" }, found: "refused without a second factor", path: "" };
  if (answers.includes(undefined))
    return {
      judged: { state: "unknown" },
      found: "a policy outside this plan",
      path: "",
      cause: "a policy that is attached cannot be read in this plan",
    };
  return {
    judged: { state: "off" },
    found: `${who} asks for a second factor`,
    path: "",
    byAbsence: true,
  };
}

/** Types that give a policy, the attribute that names to whom, and the one that holds the policy. */
type Grants = readonly (readonly [type: string, by: string, holds: "policy" | "policy_arn"])[];
const user: Grants = [
  ["aws_iam_user_policy", "user", "policy"],
  ["aws_iam_user_policy_attachment", "user", "policy_arn"],
  ["aws_iam_policy_attachment", "users", "policy_arn"],
];
const group: Grants = [
  ["aws_iam_group_policy", "group", "policy"],
  ["aws_iam_group_policy_attachment", "group", "policy_arn"],
  ["aws_iam_policy_attachment", "groups", "policy_arn"],
];

function policiesOf(world: World, resource: Resource, grants: Grants): readonly Answer[] {
  return grants.flatMap(([type, by, holds]) =>
    world
      .companions(resource, type, by)
      .certain.flatMap((grant) => (holds === "policy" ? written(world, grant) : attached(world, grant))),
  );
}

const written = (world: World, resource: Resource): readonly Answer[] =>
  documentsAt(world, resource, "policy").map(({ document }) =>
    document.state === "known" ? demandsSecondFactor(document.value) : document.state === "absent" ? false : undefined,
  );

/** No policy that AWS manages refuses what is asked without a second factor; a customer's own may stand elsewhere. */
function attached(world: World, grant: Resource): readonly Answer[] {
  const policies = named(world, grant, "policy_arn", "aws_iam_policy");
  if (policies.length > 0) return policies.flatMap((policy) => written(world, policy));
  const arn = world.read(grant, ["policy_arn"]);
  return [arn.state === "known" && /^arn:[^:]*:iam::aws:policy\//.test(String(arn.value)) ? false : undefined];
}

function groupsOf(world: World, one: Resource): readonly Resource[] {
  return [
    ...world
      .companions(one, "aws_iam_user_group_membership", "user")
      .certain.flatMap((membership) => named(world, membership, "groups", "aws_iam_group")),
    ...world
      .companions(one, "aws_iam_group_membership", "users")
      .certain.flatMap((membership) => named(world, membership, "group", "aws_iam_group")),
  ];
}

const named = (world: World, resource: Resource, attribute: string, type: string): readonly Resource[] =>
  world
    .targets(resource, [attribute])
    .flatMap((target) => (target.kind === "resource" && target.resource.type === type ? [target.resource] : []));
