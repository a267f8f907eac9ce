// Whether a key's policy keeps those who administer the key apart from those who use it on data.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html

import { UNKNOWN, type Value } from "../../model/types.ts";
import { type Callers, callersOf, shared, without } from "./callers.ts";
import { covers } from "./pattern.ts";
import { type Condition, isUnknown, type Principal, type Statement, statementsOf } from "./statement.ts";

/** What takes a key, or the data under it, away from others: by policy, by deletion, by a grant or by a replica with its own policy. */
const administration = [
  "kms:putkeypolicy",
  "kms:schedulekeydeletion",
  "kms:disablekey",
  "kms:deleteimportedkeymaterial",
  "kms:creategrant",
  "kms:replicatekey",
];
/** What the key does to data. */
const use = [
  "kms:decrypt",
  "kms:encrypt",
  "kms:reencryptfrom",
  "kms:reencryptto",
  "kms:generatedatakey",
  "kms:generatedatakeywithoutplaintext",
  "kms:generatedatakeypair",
  "kms:generatedatakeypairwithoutplaintext",
  "kms:derivesharedsecret",
  "kms:generatemac",
  "kms:sign",
];

interface Separation {
  readonly state: "separated" | "unknown" | "mixed";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/** Somebody who may do one thing with the key. */
interface Grant {
  readonly callers: Callers;
  readonly principal: Principal;
  readonly statement: Statement;
  readonly action: string;
}

/** Reads a parsed policy. `attribute` begins the path. */
export function separation(document: Value, attribute = "policy"): Separation {
  const statements = statementsOf(document);
  if (statements.some(({ opaque, effect }) => opaque || effect === "unknown"))
    return {
      state: "unknown",
      found: "known after apply",
      path: attribute,
      cause: "a statement is known only after apply",
    };
  const keepers = grants(statements, administration);
  const users = grants(statements, use);
  const served = grants(statements, use, true);
  let open: Separation | undefined;
  for (const keeper of keepers)
    for (const user of isWholeAccount(keeper.callers) ? served : users) {
      const met = shared(keeper.callers, user.callers);
      // Whoever the plan leaves open, it is the same one here.
      const both = met === "maybe" && (same(keeper, user) || sameAccount(keeper, user)) ? "yes" : met;
      if (both === "no") continue;
      const found = text(keeper, user);
      const path = `${attribute}.${user.statement.path}`;
      if (both === "yes") return { state: "mixed", found, path };
      open ??= { state: "unknown", found, path, cause: "whether two principals are one is known only after apply" };
    }
  return open ?? { state: "separated", found: "nobody administers the key and uses it as well", path: attribute };
}

/** An account known only after apply is the same one wherever it is written, and is among everyone. */
const sameAccount = ({ callers }: Grant, user: Grant): boolean =>
  isWholeAccount(callers) && user.callers.arns.some((arn) => arn === "*" || callers.arns.includes(arn));

const same = (a: Grant, b: Grant): boolean => a.statement === b.statement && a.principal === b.principal;

/**
 * Everybody in an account: then nobody is named as custodian, and whoever reads through a service may also give himself the key.
 * A custodian by name who reads through a service is a matter of that service's permissions.
 */
const isWholeAccount = ({ arns, except, asked }: Callers): boolean =>
  except.length === 0 && asked.length === 0 && arns.some((arn) => /^arn:\*:iam::[^:]*:\*$/.test(arn));

/**
 * Each principal whom the document lets do one of the actions, denials taken away; the first action stands for the others.
 *
 * @param served counts what a service does for the principal too
 */
function grants(statements: readonly Statement[], actions: readonly string[], served = false): readonly Grant[] {
  const denials = statements.filter(({ effect }) => effect === "deny");
  return statements.flatMap((statement) => {
    if (statement.effect !== "allow") return [];
    const named = statement.principals?.except
      ? [{ kind: "everyone", value: "*" } as const]
      : (statement.principals?.list ?? []);
    return named.flatMap((principal) =>
      actions.flatMap((action): readonly Grant[] => {
        if (!names(statement, action)) return [];
        if (!served && !isDirect(statement.conditions, action, principal)) return [];
        let callers: Callers | undefined = callersOf(principal, statement.conditions);
        for (const denial of denials)
          if (callers && names(denial, action))
            callers = served ? without(callers, denial) : left(callers, denial, action);
        return callers && callers.arns.length > 0 ? [{ callers, principal, statement, action }] : [];
      }),
    );
  });
}

function names({ actions: { values, except }, effect }: Statement, action: string): boolean {
  const known = values.filter((value) => !isUnknown(value));
  if (except) return !known.some((value) => covers(value, action));
  // An action known only after apply may be any, and denies none for certain.
  return known.some((value) => covers(value, action)) || (effect === "allow" && known.length < values.length);
}

/** True unless the action works only through a service, on a grant for a service, or not at all under these conditions. */
function isDirect(conditions: readonly Condition[], action: string, { kind }: Principal): boolean {
  const grant = action === "kms:creategrant";
  // A service hands a grant only to itself.
  if (grant && kind === "service") return false;
  return !conditions.some((condition) => {
    const { key, operator, negated, malformed, values, ifExists, quantifier } = condition;
    if (malformed) return false;
    if (operator === "null") return key === "kms:viaservice" && values.every(isFalse);
    if (negated) return false;
    const demanded = !ifExists && quantifier !== "all";
    if (key === "kms:grantisforawsresource" && values.every(isTrue)) return grant || demanded;
    if (key === "kms:granteeprincipal") return grant || demanded;
    if (key === "kms:viaservice") return demanded;
    if (key === "aws:viaawsservice") return demanded && values.every(isTrue);
    // Only what works on data, and the grant of it, has an encryption context.
    return /^kms:encryptioncontext(keys$|:)/.test(key) && demanded && administration.includes(action) && !grant;
  });
}

const isTrue = (value: string): boolean => value.toLowerCase() === "true";
const isFalse = (value: string): boolean => value.toLowerCase() === "false";

/** Who may still do it under a Deny: nobody where it refuses every request that comes through no service. */
function left(callers: Callers, denial: Statement, action: string): Callers | undefined {
  const everyone = denial.principals?.list.some(({ kind }) => kind === "everyone") === true;
  const refused = denial.conditions.every(
    ({ key, operator, negated, malformed, values, quantifier }) =>
      !malformed &&
      ((key === "kms:viaservice" &&
        ((negated && quantifier !== "any") || (operator === "null" && values.every(isTrue)))) ||
        (key === "kms:grantisforawsresource" &&
          action === "kms:creategrant" &&
          operator === "bool" &&
          values.every(isFalse))),
  );
  if (everyone && !denial.principals?.except && denial.conditions.length > 0 && refused) return undefined;
  return without(callers, denial);
}

function text({ principal, action, statement }: Grant, user: Grant): string {
  const who = readable(principal.kind === "everyone" ? "everyone" : principal.value);
  const other = readable(user.principal.kind === "everyone" ? "everyone" : user.principal.value);
  const condition = statement.conditions.length > 0 ? ` under ${statement.conditions[0]?.text}` : "";
  return who === other
    ? `${who} may ${action} and ${user.action}${condition}`
    : `${who} may ${action}${condition}, and ${other}, who may be the same, ${user.action}`;
}

const readable = (value: string): string => value.replaceAll(UNKNOWN, "(known after apply)");
