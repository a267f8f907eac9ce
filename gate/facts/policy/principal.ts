// How far one principal reaches, before conditions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html

import { accountOf, accountReach, arnReach, isAccountId, type Owner } from "./account.ts";
import { isOpenEnded } from "./pattern.ts";
import { ANYONE, between, exactly, INSIDE, OUTSIDE, type Reach } from "./reach.ts";
import { isUnknown, type Principal } from "./statement.ts";

/**
 * Reach of a principal. A value known only after apply is an attribute that AWS gives (an ARN, an id), never a `*`:
 * whoever it names is named.
 */
export function principalReach(principal: Principal, owner: Owner): Reach {
  const { kind, value } = principal;
  if (owner.trusted?.accounts?.includes(value)) return exactly(INSIDE);
  switch (kind) {
    case "everyone":
      return exactly(ANYONE);
    case "service":
      // 9: a service is not everyone, every service at once is no fixed value.
      return exactly(isOpenEnded(value) ? ANYONE : INSIDE);
    case "federated":
      return accountOf(value) !== undefined || isUnknown(value) ? arnReach(value, owner) : exactly(ANYONE);
    case "canonical":
    case "aws":
      if (isUnknown(value) && accountOf(value) === undefined)
        return between(INSIDE, OUTSIDE, "a principal is known only after apply");
      if (isAccountId(value)) return accountReach(value, owner);
      return arnReach(value, owner);
    case "other":
      return between(
        INSIDE,
        ANYONE,
        isUnknown(value)
          ? "the principals are known only after apply"
          : "the kind of a principal is none that IAM knows",
      );
  }
}

/** True where a Deny on `denied` meets every request of `allowed`. */
export function coversPrincipal(denied: Principal, allowed: Principal): boolean {
  if (denied.kind === "everyone") return true;
  if (denied.value === allowed.value) return denied.kind === allowed.kind;
  if (denied.kind !== "aws" || allowed.kind !== "aws") return false;
  // A Deny on an account meets all its principals.
  const account = isAccountId(denied.value)
    ? denied.value
    : /:root$/.test(denied.value)
      ? accountOf(denied.value)
      : undefined;
  return account !== undefined && account !== "" && (allowed.value === account || accountOf(allowed.value) === account);
}
