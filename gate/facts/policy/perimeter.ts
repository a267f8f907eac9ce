// What a VPC endpoint's policy lets through: whose callers reach whose resources.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html

import type { Value } from "../../model/types.ts";
import { isObject } from "../path.ts";
import { accountOf, isAccountId, type Owner } from "./account.ts";
import { limits } from "./condition.ts";
import { escapes } from "./exposure.ts";
import { isWide } from "./grants.ts";
import { covers, isOpenEnded } from "./pattern.ts";
import { principalReach } from "./principal.ts";
import { ANYONE, both } from "./reach.ts";
import { type Condition, EVERYONE, isUnknown, type Statement, statementsOf } from "./statement.ts";

interface Perimeter {
  readonly state: "pinned" | "unknown" | "open";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/** Keys that say whose resource it is. */
const resourceKeys = new Set([
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "s3:resourceaccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);
/** What is asked through an endpoint comes from its network, whoever asks; other keys say nothing of who asks. */
const satisfied: ReadonlySet<string> = new Set([
  ...["aws:sourcevpc", "aws:sourcevpce", "aws:ec2instancesourcevpc", "aws:sourceip", "aws:vpceaccount"],
  ...["aws:vpceorgid", "aws:vpceorgpaths", "s3:x-amz-server-side-encryption-aws-kms-key-id"],
  ...resourceKeys,
]);

/** The document that AWS gives an endpoint for which nobody writes one. */
export function isServiceDefault(document: Value): boolean {
  const [only, ...others] = statementsOf(document);
  if (only === undefined || others.length > 0 || !isObject(document) || document.Version === "2012-10-17") return false;
  return (
    only.effect === "allow" &&
    only.conditions.length === 0 &&
    !only.actions.except &&
    only.actions.values.includes("*") &&
    only.principals?.except === false &&
    only.principals.list.some(({ kind }) => kind === "everyone") &&
    !only.resources.except &&
    only.resources.values.includes("*")
  );
}

/** Each statement that allows something has to name whose callers, or whose resources, it is for. */
export function perimeter(document: Value, owner: Owner, attribute: string): Perimeter {
  const statements = statementsOf(document);
  const denials = statements.filter(({ effect, opaque }) => effect !== "allow" && !opaque);
  let unclear: Perimeter | undefined;
  for (const statement of statements) {
    const path = `${attribute}.${statement.path}`;
    if (statement.opaque || statement.effect === "unknown") {
      const cause = "a statement is known only after apply";
      unclear ??= { state: "unknown", found: "known after apply", path, cause };
      continue;
    }
    if (statement.effect === "deny" || namesResources(statement, denials)) continue;
    const callers = pinsCallers(statement, denials, { ...owner, satisfied });
    if (callers === true) continue;
    if (callers === false) return { state: "open", found: "anybody's callers reach anybody's resources", path };
    unclear ??= { state: "unknown", found: "known after apply", path, cause: callers };
  }
  return unclear ?? { state: "pinned", found: "callers or resources are named", path: attribute };
}

/** Whether all callers are named; a text says why nobody knows yet. */
function pinsCallers(statement: Statement, denials: readonly Statement[], owner: Owner): boolean | string {
  const { principals, conditions } = statement;
  const limit = limits(conditions, owner);
  const all = principals === undefined || principals.except ? [EVERYONE] : principals.list;
  let cause: string | undefined;
  for (const principal of all) {
    const reach = both(both(principalReach(principal, owner), limit), escapes(statement, principal, denials, owner));
    if (reach.least === ANYONE) return false;
    if (reach.most === ANYONE) cause ??= reach.cause ?? "a condition is known only after apply";
  }
  return cause ?? true;
}

/** By their names, by a condition on whose they are, or by a Deny on all others. */
function namesResources(
  { resources, resourceless, conditions, actions }: Statement,
  denials: readonly Statement[],
): boolean {
  if (conditions.some((condition) => !condition.negated && !condition.ifExists && saysWhose(condition))) return true;
  if (!resourceless && !resources.except && resources.values.every(isNamed)) return true;
  return denials.some(
    (denial) =>
      denial.effect === "deny" &&
      denial.principals?.except === false &&
      denial.principals.list.some(({ kind }) => kind === "everyone") &&
      (denial.resourceless || denial.resources.values.includes("*")) &&
      !denial.actions.except &&
      actions.values.every((action) => denial.actions.values.some((pattern) => covers(pattern, action))) &&
      denial.conditions.some((condition) => condition.negated && saysWhose(condition)),
  );
}

const saysWhose = ({ key, operator, quantifier, malformed, values }: Condition): boolean =>
  resourceKeys.has(key) &&
  !malformed &&
  quantifier !== "all" &&
  /^(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike)$/.test(operator) &&
  values.length > 0 &&
  values.every(
    (value) => isUnknown(value) || /^\$\{aws:principal(account|orgid)\}$/i.test(value) || !isOpenEnded(value),
  );

/** An account or a name stands in it: `arn:aws:sqs:us-east-1:111122223333:*`, `arn:aws:s3:::records/*`. A reference names one. */
function isNamed(resource: string): boolean {
  const account = accountOf(resource) ?? "";
  if (isAccountId(account) || isUnknown(account)) return true;
  if (account === "*") return false;
  return !isWide({ values: [resource], except: false, written: [resource] });
}
