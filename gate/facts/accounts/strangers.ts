// Which accounts a resource policy lets in that nobody has declared.

import { UNKNOWN, type Value } from "../../model/types.ts";
import { accountOf, isAccountId, type Owner } from "../policy/account.ts";
import { isAccountPin, limits } from "../policy/condition.ts";
import { escapes } from "../policy/exposure.ts";
import { INSIDE, OUTSIDE } from "../policy/reach.ts";
import {
  type Condition,
  EVERYONE,
  isUnknown,
  type Principal,
  type Statement,
  statementsOf,
} from "../policy/statement.ts";
import { isKnown, type KnownAccounts } from "./known.ts";

/** An account or organization that a statement, or a share, names. */
export interface Named {
  readonly id: string;
  /** Attribute and statement. */
  readonly path: string;
  readonly text: string;
}

/** Whom a document lets in by name of their account or organization. */
export interface Admission {
  /** Whether any statement names an account, the own one too. */
  readonly names: boolean;
  readonly strangers: readonly Named[];
  readonly known: readonly Named[];
}

/** An account that a statement lets in, denials counted. */
export interface Invited extends Named {
  readonly statement: Statement;
}

/** Reads a document. Whoever it lets in without naming an account, everyone or a service at large, is another question. */
export function admission(document: Value, known: KnownAccounts, attribute: string): Admission {
  const all = grants(document, known, attribute);
  return {
    names: all.length > 0,
    strangers: all.flatMap(({ named, barred }) => (barred ? [] : named.filter(({ id }) => !isKnown(known, id)))),
    known: all.flatMap(({ named }) => named.filter(({ id }) => isKnown(known, id))),
  };
}

/** The accounts and organizations that a document lets in by name. */
export const invited = (document: Value, known: KnownAccounts, attribute: string): readonly Invited[] =>
  grants(document, known, attribute).flatMap(({ named, barred, statement }) =>
    barred ? [] : named.map((one) => ({ ...one, statement })),
  );

interface Grant {
  readonly statement: Statement;
  /** None where conditions leave own accounts only. */
  readonly named: readonly Named[];
  /** A Deny takes it away. */
  readonly barred: boolean;
}

function grants(document: Value, known: KnownAccounts, attribute: string): readonly Grant[] {
  const statements = statementsOf(document);
  const owner: Owner = {
    account: "-", // the own account is among the known ones
    trusted: { accounts: [...known.accounts], organizations: organizationsIn(statements, known) },
  };
  const denials = statements.filter(({ effect }) => effect === "deny");
  return statements.flatMap((statement): readonly Grant[] => {
    if (statement.effect !== "allow" || statement.opaque || !statement.principals) return [];
    const path = `${attribute}.${statement.path}`;
    return (statement.principals.except ? [EVERYONE] : statement.principals.list).flatMap((principal) => {
      const ids = namedBy(principal, statement, owner);
      if (ids === undefined) return [];
      const barred = ids.length > 0 && escapes(statement, principal, denials, owner).most < OUTSIDE;
      return [{ statement, named: ids.map((id) => ({ id, path, text: wordsFor(principal, id) })), barred }];
    });
  });
}

/** Our organizations. Where nobody says which one is ours, the one that a policy names is taken for it. */
function organizationsIn(statements: readonly Statement[], { organizations }: KnownAccounts): readonly string[] {
  if (organizations.size > 0) return [...organizations];
  return statements.flatMap(({ conditions }) => conditions.flatMap(idsIn).filter((id) => !isAccountId(id)));
}

/** Accounts and organizations that a principal stands for; undefined where it names none. */
function namedBy(principal: Principal, statement: Statement, owner: Owner): readonly string[] | undefined {
  const pins = statement.conditions.filter(({ key }) => isAccountPin(key));
  const left = limits(pins, owner);
  const account = accountNamed(principal);
  if (account !== undefined) {
    // An organization of ours, or a value that this plan makes, keeps a foreign account out.
    const pinned = left.most <= INSIDE || (left.least <= INSIDE && pins.some(({ values }) => values.some(isUnknown)));
    return pinned ? [] : [account];
  }
  if (principal.kind === "aws" || principal.kind === "federated" || principal.kind === "canonical")
    return isUnknown(principal.value) ? [] : undefined;
  if (left.most === INSIDE) return [];
  // A bucket's ARN says nothing of the account: another condition beside it may.
  const foreign = pins.filter(({ key }) => {
    const { least, most } = limits(
      pins.filter((other) => other.key === key),
      owner,
    );
    return least === OUTSIDE && most === OUTSIDE;
  });
  return foreign.length === 0 ? undefined : foreign.flatMap(idsIn).filter((id) => !isOurs(id, owner));
}

const isOurs = (id: string, { trusted }: Owner): boolean =>
  trusted?.accounts?.includes(id) === true || trusted?.organizations?.includes(id) === true;

function accountNamed({ kind, value }: Principal): string | undefined {
  if (kind !== "aws" && kind !== "federated") return undefined;
  const account = isAccountId(value) ? value : accountOf(value);
  return account !== undefined && isAccountId(account) ? account : undefined;
}

/** Ids of accounts and organizations among the values of a condition. */
const idsIn = ({ values }: Condition): readonly string[] =>
  values.flatMap((value) => {
    const [first = ""] = value.split(/[/:]/);
    if (isAccountId(first) || /^o-[a-z0-9]+$/.test(first)) return [first];
    const account = accountOf(value);
    return account !== undefined && isAccountId(account) ? [account] : [];
  });

function wordsFor({ kind, value }: Principal, id: string): string {
  if (kind === "service") return `${value.replaceAll(UNKNOWN, "a service")} on behalf of ${id}`;
  return kind === "everyone" ? `everyone of ${id}` : value;
}
