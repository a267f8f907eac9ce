// The facts on roles that other parties may assume: what is asked of them, and whether they may read everything.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html

import type { Resource, World } from "../../model/types.ts";
import { documentsAt } from "../computed/documents.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList } from "../path.ts";
import { isOpenEnded } from "../policy/pattern.ts";
import type { Condition } from "../policy/statement.ts";
import type { Fact } from "../types.ts";
import { accountsOf, isKnown, tellsAccount } from "./known.ts";
import { type Invited, invited } from "./strangers.ts";

const TRUST = "assume_role_policy";

/** Whom of other parties' accounts a role trusts. Accounts that are ours by plan or declaration are no other party. */
function parties(world: World, role: Resource): readonly Invited[] {
  if (!tellsAccount(world, role)) return [];
  const known = accountsOf(world);
  return documentsAt(world, role, TRUST).flatMap(({ path, document }) =>
    document.state === "known"
      ? invited(document.value, known, path).filter(({ id }) => !isKnown(known, id) || known.parties.has(id))
      : [],
  );
}

/** What only the named party knows, or a second factor of the person. A condition that an absent key satisfies asks nothing. */
const guards = ({ key, operator, negated, ifExists, quantifier, malformed, values }: Condition): boolean => {
  if (negated || ifExists || malformed || quantifier === "all" || values.length === 0) return false;
  if (key === "sts:externalid") return operator.startsWith("string") && !values.some(isOpenEnded);
  if (key === "aws:multifactorauthpresent") return operator === "bool" && values.every((value) => value === "true");
  return key === "aws:multifactorauthage" && operator.startsWith("numericless");
};

/** Whether a role that another party may assume asks for an external id or a second factor. Does not exist for other roles. */
export const externalTrust: ComputedFact = ({ world, resource }) => {
  const all = parties(world, resource);
  const [first] = all;
  if (first === undefined) return undefined;
  const bare = all.find(({ statement }) => !statement.conditions.some(guards));
  if (bare)
    return {
      judged: { state: "bare" },
      found: `${bare.text} without an external id or second factor`,
      path: bare.path,
    };
  return { judged: { state: "guarded" }, found: "an external id or second factor", path: first.path };
};

/**
 * The policy of AWS that reads all data of an account.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
 */
const readsAll = (arn: unknown): boolean =>
  typeof arn === "string" && /^arn:[^:]*:iam::aws:policy\/ReadOnlyAccess$/.test(arn);

/** Whether a role that another party may assume reads all data of the account. Does not exist for other roles. */
export const externalRead: ComputedFact = ({ world, resource }) => {
  if (resource.type === "aws_iam_role") {
    const arns = world.read(resource, ["managed_policy_arns"]);
    if (arns.state !== "known" || !isList(arns.value) || parties(world, resource).length === 0) return undefined;
    return reading(arns.value.some(readsAll), "managed_policy_arns");
  }
  const trusting = world
    .targets(resource, ["role"])
    .some((target) => target.kind === "resource" && parties(world, target.resource).length > 0);
  const arn = world.read(resource, ["policy_arn"]);
  if (!trusting || arn.state !== "known") return undefined;
  return reading(readsAll(arn.value), "policy_arn");
};

const reading = (all: boolean, path: string): Fact =>
  all
    ? { judged: { state: "everything" }, found: "ReadOnlyAccess, which reads all data of the account", path }
    : { judged: { state: "bounded" }, found: "no policy that reads all data of the account", path };
