// Whose account an id or an ARN names.

import { isOpenEnded } from "./pattern.ts";
import { ANYONE, between, exactly, INSIDE, OUTSIDE, type Reach } from "./reach.ts";
import { isUnknown } from "./statement.ts";

/** What is taken as belonging to the owner, beside the account itself. */
export interface Trusted {
  /** Account ids, or federated providers by name. */
  readonly accounts?: readonly string[];
  /** Organisation ids, `o-…`. */
  readonly organizations?: readonly string[];
  /** VPC and VPC endpoint ids. Where the list is given, a VPC that is not in it belongs to somebody else. */
  readonly vpcs?: readonly string[];
  /** Addresses and ranges of the owner's networks. */
  readonly addresses?: readonly string[];
}

/** Whose resource it is. */
export interface Owner {
  /** Account id of the resource, where the plan says it. */
  readonly account?: string;
  readonly trusted?: Trusted;
  /** Prefix of the service's actions, `s3`: some readings of "public" are the service's own. */
  readonly service?: string;
  /** Condition keys, lower case, that hold for the requests in question and so limit none of them. */
  readonly satisfied?: ReadonlySet<string>;
}

const notSaid = "the plan does not say which account owns the resource";

/** Reach of a fixed account id. */
export function accountReach(account: string, owner: Owner): Reach {
  if (owner.trusted?.accounts?.includes(account) || account === owner.account) return exactly(INSIDE);
  return owner.account === undefined ? between(INSIDE, OUTSIDE, notSaid) : exactly(OUTSIDE);
}

const accountId = /^\d{12}$/;
export const isAccountId = (text: string): boolean => accountId.test(text);

/** Account part of an ARN, `""` where it has none; undefined where the text is no ARN. */
export function accountOf(arn: string): string | undefined {
  const parts = arn.split(":");
  return parts.length >= 5 && parts[0]?.toLowerCase() === "arn" ? (parts[4] ?? "") : undefined;
}

/**
 * Reach of an ARN that pins a caller or a source. A wildcard elsewhere does not matter while the account stands firm;
 * without an account a fixed ARN still is one resource, only nobody knows whose (reading 5).
 */
export function arnReach(arn: string, owner: Owner): Reach {
  const account = accountOf(arn);
  if (account === undefined) {
    if (isUnknown(arn)) return between(INSIDE, OUTSIDE, "an ARN is known only after apply");
    return isOpenEnded(arn) ? exactly(ANYONE) : between(INSIDE, OUTSIDE, `${arn} names no account`);
  }
  if (isUnknown(account)) return between(INSIDE, OUTSIDE, "an account is known only after apply");
  if (accountId.test(account)) return accountReach(account, owner);
  if (account === "${aws:ResourceAccount}") return exactly(INSIDE);
  if (isOpenEnded(account)) return exactly(ANYONE); // reading 8: any account can have a principal of that name
  if (account === "cloudfront" || account === "aws") return exactly(INSIDE);
  return isOpenEnded(arn) ? exactly(ANYONE) : between(INSIDE, OUTSIDE, `${arn} names no account`);
}
