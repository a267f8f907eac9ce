// Who may assume a role under its trust policy.

import type { Value } from "../../model/types.ts";
import { accountOf, isAccountId, type Owner } from "./account.ts";
import { limits, pinsClaim } from "./condition.ts";
import { overlaps } from "./pattern.ts";
import { principalReach } from "./principal.ts";
import { ANYONE, both } from "./reach.ts";
import { type Condition, isUnknown, type Principal, type Statement, statementsOf } from "./statement.ts";

interface Trust {
  readonly state: "named" | "unknown" | "whole-account" | "everyone";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/**
 * Issuers that sign tokens for everybody who has an account with them, so that the subject must be pinned.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const sharedIssuers = [
  "token.actions.githubusercontent.com",
  "gitlab.com",
  "app.terraform.io",
  "accounts.google.com",
  "oidc.vercel.com",
  "agent.buildkite.com",
  "api.pulumi.com/oidc",
  "cognito-identity.amazonaws.com",
  "graph.facebook.com",
  "www.amazon.com",
];

const order: readonly Trust["state"][] = ["named", "unknown", "whole-account", "everyone"];

/** Who may assume the role. A whole account counts as named where a condition names its principal or an external id. */
export function trust(document: Value, options: Owner & { readonly attribute?: string } = {}): Trust {
  const attribute = options.attribute ?? "assume_role_policy";
  let worst: Trust | undefined;
  for (const statement of statementsOf(document)) {
    if (statement.effect === "deny") continue;
    for (const next of judge(statement, options, attribute))
      if (!worst || order.indexOf(next.state) > order.indexOf(worst.state)) worst = next;
  }
  return worst ?? { state: "named", found: "nobody", path: attribute };
}

function judge(statement: Statement, owner: Owner, attribute: string): readonly Trust[] {
  const path = `${attribute}.${statement.path}`;
  if (statement.opaque || statement.effect === "unknown")
    return [{ state: "unknown", found: "known after apply", path, cause: "a statement is known only after apply" }];
  if (
    !statement.principals ||
    !statement.actions.values.some((action) => overlaps(action, "sts:*") || isUnknown(action))
  )
    return [];
  if (statement.principals.except) return [{ state: "everyone", found: "everyone but some", path }];
  const limit = limits(statement.conditions, owner);
  return statement.principals.list.map((principal): Trust => {
    const shared = principal.kind === "federated" ? sharedIssuer(principal.value) : undefined;
    if (shared !== undefined) {
      if (pinsSubject(statement.conditions, shared))
        return { state: "named", found: `named subjects of ${shared}`, path };
      return { state: "everyone", found: `every subject of ${shared}`, path };
    }
    const reach = both(principalReach(principal, owner), limit);
    if (reach.least === ANYONE)
      return { state: "everyone", found: principal.kind === "everyone" ? "everyone" : principal.value, path };
    if (reach.most === ANYONE)
      return {
        state: "unknown",
        found: "known after apply",
        path,
        cause: reach.cause ?? "a principal is known only after apply",
      };
    if (isWholeAccount(principal) && !statement.conditions.some(namesPrincipal))
      return { state: "whole-account", found: isUnknown(principal.value) ? "a whole account" : principal.value, path };
    return {
      state: "named",
      found: isUnknown(principal.value) ? "a principal known after apply" : principal.value,
      path,
    };
  });
}

function sharedIssuer(provider: string): string | undefined {
  const issuer = provider.includes(":oidc-provider/")
    ? provider.split(":oidc-provider/")[1]
    : accountOf(provider) === undefined
      ? provider
      : undefined;
  return sharedIssuers.find((shared) => issuer === shared || issuer?.startsWith(`${shared}/`));
}

/** A claim of the issuer that says whose token it is: the subject, or for the web identity providers the application. */
function pinsSubject(conditions: readonly Condition[], issuer: string): boolean {
  const claims =
    issuer === "token.actions.githubusercontent.com"
      ? ["sub", "repository", "repository_owner", "repository_id", "repository_owner_id", "job_workflow_ref"]
      : ["sub", "aud", "app_id", "oaud", "organization_id", "namespace_path", "project_path", "organization_slug"];
  const withoutAudience = ["gitlab.com", "app.terraform.io", "agent.buildkite.com", "oidc.vercel.com"].includes(issuer)
    ? claims.filter((claim) => claim !== "aud")
    : claims;
  return conditions.some(
    ({ operator, negated, quantifier, ifExists, malformed, key, values }) =>
      !negated &&
      !malformed &&
      !ifExists &&
      quantifier !== "all" &&
      /^(string|arn)/.test(operator) &&
      withoutAudience.some((claim) => key === `${issuer}:${claim}`) &&
      values.length > 0 &&
      values.every(pinsClaim),
  );
}

const isWholeAccount = ({ kind, value }: Principal): boolean =>
  kind === "aws" && (isAccountId(value) || (accountOf(value) !== undefined && value.endsWith(":root")));

/** The condition says which principal of the account, or demands what only the named party knows. */
const namesPrincipal = ({ key, operator, negated, ifExists, quantifier, malformed, values }: Condition): boolean =>
  !negated &&
  !ifExists &&
  !malformed &&
  quantifier !== "all" &&
  /^(string|arn)/.test(operator) &&
  (["aws:principalarn", "aws:userid", "sts:externalid"].includes(key) || key.startsWith("aws:principaltag/")) &&
  values.length > 0 &&
  values.every((value) => !/^[*?]*$/.test(value));
