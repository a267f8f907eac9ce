// Who may act under a resource policy, conditions and denials counted.

import type { Value } from "../../model/types.ts";
import { UNKNOWN } from "../../model/types.ts";
import type { Owner } from "./account.ts";
import { escapeOf, limits } from "./condition.ts";
import { covers, overlaps } from "./pattern.ts";
import { coversPrincipal, principalReach } from "./principal.ts";
import { ANYONE, between, both, either, every, exactly, INSIDE, NOBODY, OUTSIDE, type Reach, some } from "./reach.ts";
import { EVERYONE, isUnknown, type Patterns, type Principal, type Statement, statementsOf } from "./statement.ts";

export interface ExposureOptions extends Owner {
  /** Attribute that holds the document; begins the path. Default `policy`. */
  readonly attribute?: string;
  /** Only actions that one of these covers count, lower case; default all. */
  readonly actions?: readonly string[];
}

interface Exposure {
  readonly state: "none" | "private" | "cross-account" | "unknown" | "public";
  /** Whether anybody outside the account and those it trusts may act. */
  readonly outside: "yes" | "no" | "unknown";
  readonly found: string;
  /** `policy.Statement[2]`: the statement that decides. */
  readonly path: string;
  readonly cause?: string;
}

/** Who may act under a parsed document. */
export function exposure(document: Value, options: ExposureOptions = {}): Exposure {
  const attribute = options.attribute ?? "policy";
  const statements = statementsOf(document);
  const owner = options.service === undefined ? { ...options, ...serviceOf(statements) } : options;
  const denials = statements.filter(({ effect }) => effect !== "allow");
  let total = exactly(NOBODY);
  let decides: { readonly reach: Reach; readonly statement: Statement; readonly text: string } | undefined;
  for (const statement of statements) {
    if (statement.effect === "deny") continue;
    for (const grant of grantsOf(statement, owner, denials, options.actions)) {
      const { reach } = grant;
      total = either(total, reach);
      if (
        !decides ||
        reach.least > decides.reach.least ||
        (reach.least === decides.reach.least && reach.most > decides.reach.most)
      )
        decides = { reach, statement, text: grant.text };
    }
  }
  // What is only possible is shown by the statement that makes it possible.
  const state = stateOf(total);
  return {
    state,
    outside: total.least >= OUTSIDE ? "yes" : total.most < OUTSIDE ? "no" : "unknown",
    found: decides?.text ?? (statements.length === 0 ? "no statement" : "no statement allows anybody"),
    path: decides ? `${attribute}.${decides.statement.path}` : attribute,
    ...(total.least < total.most && total.cause !== undefined ? { cause: total.cause } : {}),
  };
}

function stateOf({ least, most }: Reach): Exposure["state"] {
  if (most === ANYONE) return least === ANYONE ? "public" : "unknown";
  return most === OUTSIDE ? "cross-account" : most === INSIDE ? "private" : "none";
}

/** The service of all that is allowed, where it is one. */
function serviceOf(statements: readonly Statement[]): { readonly service?: string } {
  const services = new Set<string>();
  for (const { effect, actions } of statements)
    if (effect === "allow") for (const action of actions.values) services.add(action.split(":")[0] ?? "");
  const [service] = services;
  return services.size === 1 && service !== undefined && !isUnknown(service) && service !== "*" ? { service } : {};
}

interface Grant {
  readonly reach: Reach;
  readonly text: string;
}

/** What a statement grants to each of its principals. */
function grantsOf(
  statement: Statement,
  owner: Owner,
  denials: readonly Statement[],
  only: readonly string[] | undefined,
): readonly Grant[] {
  if (statement.opaque)
    return [{ reach: between(NOBODY, ANYONE, "a statement is known only after apply"), text: "known after apply" }];
  if (!statement.principals) return [];
  if (only && !statement.actions.values.some((action) => only.some((wanted) => overlaps(action, wanted)))) return [];
  const limit = limits(statement.conditions, owner);
  // An Allow to all but some is an Allow to everyone.
  const principals = statement.principals.except ? [EVERYONE] : statement.principals.list;
  return principals.map((principal) => {
    const open = both(principalReach(principal, owner), limit);
    const left = both(open, escapes(statement, principal, denials, owner));
    const reach =
      statement.effect === "unknown" ? { ...left, least: NOBODY, cause: "an effect is known only after apply" } : left;
    const denied = left.most < open.most ? ", narrowed by a Deny" : "";
    return {
      reach,
      text: `${whoText(principal, statement)} may ${actionText(statement)}${conditionText(statement, open)}${denied}`,
    };
  });
}

/** Who is left for the worst action and resource of the statement once the denials have taken away theirs. */
export function escapes(
  statement: Statement,
  principal: Principal,
  denials: readonly Statement[],
  owner: Owner,
): Reach {
  if (denials.length === 0) return exactly(ANYONE);
  const relevant = denials
    .map((denial) => ({ denial, left: leftBy(denial, principal, owner) }))
    .filter(({ left }) => left.least < ANYONE);
  if (relevant.length === 0) return exactly(ANYONE);
  const actions = statement.actions.except ? ["*"] : statement.actions.values;
  const resources = statement.resources.except ? ["*"] : statement.resources.values;
  return some(
    actions.flatMap((action) =>
      resources.map((resource) =>
        every(
          relevant.map(({ denial, left }) => {
            const met = [meets(denial.actions, action), denial.resourceless || meets(denial.resources, resource)];
            if (met.includes(false)) return exactly(ANYONE);
            return met.includes("maybe") || denial.effect === "unknown"
              ? { ...left, most: ANYONE, cause: "a Deny is known only after apply" }
              : left;
          }),
        ),
      ),
    ),
  );
}

/** Whether a Deny's patterns meet everything that the pattern of an Allow stands for. */
function meets(patterns: Patterns, wanted: string): boolean | "maybe" {
  if (patterns.except) return patterns.values.every((value) => !overlaps(value, wanted));
  if (patterns.values.some((value) => covers(value, wanted))) return true;
  return patterns.values.includes(UNKNOWN) || wanted === UNKNOWN ? "maybe" : false;
}

/** Who is left of the principal's callers after one Deny, its actions and resources aside. */
function leftBy(denial: Statement, principal: Principal, owner: Owner): Reach {
  if (denial.opaque) return between(NOBODY, ANYONE, "a statement is known only after apply");
  const named = denial.principals;
  if (!named) return exactly(ANYONE);
  const spared = named.except
    ? some(named.list.map((other) => principalReach(other, owner)))
    : named.list.some((other) => coversPrincipal(other, principal))
      ? exactly(NOBODY)
      : exactly(ANYONE);
  return either(spared, some(denial.conditions.map((condition) => escapeOf(condition, owner))));
}

function whoText(principal: Principal, statement: Statement): string {
  if (statement.principals?.except) return "everyone but some";
  if (principal.kind === "everyone") return "everyone";
  return readable(principal.value);
}

function actionText({ actions: { written, except } }: Statement): string {
  const shown = written.slice(0, 2).map(readable).join(", ");
  const more = written.length > 2 ? ` and ${written.length - 2} more` : "";
  return `${except ? "do all but " : ""}${shown}${more}`;
}

/** The condition is worth showing where it narrows. */
function conditionText(statement: Statement, left: Reach): string {
  const [first] = statement.conditions;
  return first && left.most < ANYONE ? ` under ${first.text}` : "";
}

const readable = (text: string): string => text.replaceAll(UNKNOWN, "(known after apply)");
