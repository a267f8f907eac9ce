// How far one condition narrows who may act. The numbers are the readings of docs/decisions on "public".
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

import { isInternet, isLocal, parseCidr, subtract, union } from "../network/range.ts";
import { accountReach, arnReach, isAccountId, type Owner } from "./account.ts";
import { isOpenEnded } from "./pattern.ts";
import { ANYONE, between, both, exactly, INSIDE, NOBODY, OUTSIDE, type Reach, some } from "./reach.ts";
import { type Condition, isUnknown } from "./statement.ts";

/** Keys whose value is the account of the caller, or of what makes a service call. */
const accountKeys = new Set([
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:principalaccount",
  "aws:vpceaccount",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
]);
const organizationKeys = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
]);
const arnKeys = new Set([
  "aws:principalarn",
  "aws:sourcearn",
  "aws:chatbotsourcearn",
  "aws:federatedprovider",
  "ec2:sourceinstancearn",
  "lambda:sourcefunctionarn",
  "s3:dataaccesspointarn",
  // S3 counts a fixed key among what makes a policy non-public.
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
]);
const networkKeys = new Set(["aws:sourcevpc", "aws:sourcevpce", "aws:ec2instancesourcevpc"]);
/** Keys by whose value a statement names an account or organization, of the caller or of what makes a service call. */
export const isAccountPin = (key: string): boolean =>
  accountKeys.has(key) ||
  organizationKeys.has(key) ||
  key === "aws:userid" ||
  (arnKeys.has(key) && !key.startsWith("s3:x-"));
const serviceKeys = new Set(["aws:principalservicename", "aws:principalservicenameslist"]);
/** Claims of tokens that say for which application or to whom a token was issued: `accounts.google.com:aud`. */
const tokenClaim = /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:(aud|app_id|sub|oaud|azp|user_id)$/;

const strings = new Set(["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]);

/** What an Allow's condition leaves: `ANYONE` where it does not limit. `all` are the conditions of the same statement. */
function limitOf(condition: Condition, all: readonly Condition[], owner: Owner): Reach {
  if (isUnknown(condition.operator)) return between(NOBODY, ANYONE, "a condition is known only after apply");
  // 8: a malformed operator limits nothing. 3: a negated one admits all the rest.
  if (condition.malformed || condition.negated || owner.satisfied?.has(condition.key)) return exactly(ANYONE);
  // 3: an absent key satisfies these, unless the statement also demands the key with `Null: false`.
  if ((condition.quantifier === "all" || condition.ifExists) && !demandsKey(all, condition.key)) return exactly(ANYONE);
  return positive(condition, owner);
}

/** Who escapes a Deny through this condition: those for whom it does not hold. */
export function escapeOf(condition: Condition, owner: Owner): Reach {
  if (isUnknown(condition.operator)) return between(NOBODY, ANYONE, "a condition is known only after apply");
  if (condition.malformed) return exactly(ANYONE);
  const escaped =
    condition.operator === "bool"
      ? opposite(condition)
      : condition.negated
        ? { ...condition, negated: false }
        : undefined;
  // A Deny on callers who match leaves all others.
  if (!escaped) return exactly(ANYONE);
  // Without the key these do not hold, so callers without it escape.
  if (condition.quantifier === "any" || (condition.operator === "bool" && !condition.ifExists)) return exactly(ANYONE);
  return positive(escaped, owner);
}

const opposite = (condition: Condition): Condition => ({
  ...condition,
  values: condition.values.map((value) => (value.toLowerCase() === "false" ? "true" : "false")),
});

const demandsKey = (all: readonly Condition[], key: string): boolean =>
  all.some(
    (other) =>
      other.operator === "null" &&
      other.key === key &&
      other.values.length > 0 &&
      other.values.every((value) => value.toLowerCase() === "false"),
  );

/** Reach of a condition whose key is there and matches one of the values. */
function positive({ operator, key, values }: Condition, owner: Owner): Reach {
  if (values.length === 0) return exactly(ANYONE);
  if (operator === "bool") return values.every((value) => value.toLowerCase() === "true") ? flag(key) : exactly(ANYONE);
  if (key === "aws:sourceip" && (operator === "ipaddress" || strings.has(operator))) return addresses(values, owner);
  if (!strings.has(operator)) return exactly(ANYONE);
  const one = reader(key, owner);
  // 2: all other keys say something of the request, not of who sends it.
  return one ? some(values.map((value) => one(value))) : exactly(ANYONE);
}

/** Keys that are true or false. */
function flag(key: string): Reach {
  if (key === "aws:principalisawsservice") return exactly(INSIDE);
  // Whoever reaches a mount target stands in the network of its VPC.
  if (key === "elasticfilesystem:accessedviamounttarget")
    return between(INSIDE, OUTSIDE, "whose network reaches the mount target is not a matter of the policy");
  return exactly(ANYONE);
}

function reader(key: string, owner: Owner): ((value: string) => Reach) | undefined {
  if (accountKeys.has(key)) return (value) => account(value, owner);
  if (organizationKeys.has(key)) return (value) => organization(value, owner);
  if (arnKeys.has(key)) return (value) => arnReach(value, owner);
  if (networkKeys.has(key)) return (value) => network(value, owner);
  if (serviceKeys.has(key)) return (value) => exactly(isOpenEnded(value) ? ANYONE : INSIDE);
  if (key === "aws:userid") return (value) => userId(value, owner);
  if (key === "aws:resourceaccount")
    return (value) => exactly(value.toLowerCase() === "${aws:principalaccount}" ? INSIDE : ANYONE);
  if (key === "aws:resourceorgid")
    return (value) => exactly(value.toLowerCase() === "${aws:principalorgid}" ? INSIDE : ANYONE);
  if (tokenClaim.test(key))
    return (value) =>
      pinsClaim(value) ? between(INSIDE, OUTSIDE, "whose token it is, the policy does not say") : exactly(ANYONE);
  return undefined;
}

function account(value: string, owner: Owner): Reach {
  if (isUnknown(value)) return between(INSIDE, OUTSIDE, "an account is known only after apply");
  if (value.toLowerCase() === "${aws:resourceaccount}") return exactly(INSIDE);
  if (isOpenEnded(value)) return exactly(ANYONE);
  return isAccountId(value) ? accountReach(value, owner) : between(INSIDE, OUTSIDE, `${value} is no account id`);
}

/** 6: an organisation is not everyone; it is others unless it is the register's own. */
function organization(value: string, owner: Owner): Reach {
  if (isUnknown(value)) return between(INSIDE, OUTSIDE, "an organization is known only after apply");
  if (value.toLowerCase() === "${aws:resourceorgid}") return exactly(INSIDE);
  const id = value.split("/")[0] ?? "";
  if (isOpenEnded(id)) return exactly(ANYONE);
  return exactly(owner.trusted?.organizations?.includes(id) ? INSIDE : OUTSIDE);
}

/** 5: a VPC or endpoint is not everyone; whose it is, only a register knows. */
function network(value: string, owner: Owner): Reach {
  if (isUnknown(value)) return between(INSIDE, OUTSIDE, "a VPC is known only after apply");
  if (isOpenEnded(value)) return exactly(ANYONE);
  if (!owner.trusted?.vpcs) return between(INSIDE, OUTSIDE, `whose network ${value} is, the plan does not say`);
  return exactly(owner.trusted.vpcs.includes(value) ? INSIDE : OUTSIDE);
}

/** 4: a role id in front of the wildcard pins the role. S3 does not count it as fixed, so on a bucket it is public. */
function userId(value: string, owner: Owner): Reach {
  if (isUnknown(value)) return between(INSIDE, OUTSIDE, "a user id is known only after apply");
  const id = value.split(":")[0] ?? "";
  if (isOpenEnded(id) || (isOpenEnded(value) && owner.service === "s3")) return exactly(ANYONE);
  return isAccountId(id)
    ? accountReach(id, owner)
    : between(INSIDE, OUTSIDE, `whose principal ${id} is, the plan does not say`);
}

/** 1: ranges added up; a private one matches no caller from the internet. */
function addresses(values: readonly string[], owner: Owner): Reach {
  const known = values.filter((value) => !isUnknown(value));
  const blocks = known.map((value) => parseCidr(value));
  if (blocks.some((block) => block === undefined)) return exactly(ANYONE); // a wildcard, or no range at all
  const all = union(blocks.flatMap((block) => block ?? []));
  if (isInternet(all)) return exactly(ANYONE);
  const ours = union((owner.trusted?.addresses ?? []).flatMap((range) => parseCidr(range) ?? []));
  const reach = exactly(isLocal(subtract(all, ours)) ? INSIDE : OUTSIDE);
  return known.length === values.length
    ? reach
    : some([reach, between(INSIDE, OUTSIDE, "an address is known only after apply")]);
}

/** A claim is pinned where text that only one tenant has stands before the first wildcard: `repo:clinic/…`, an audience. */
export function pinsClaim(value: string): boolean {
  const fixed = value.split(/[*?]|\$\{/)[0] ?? "";
  if (fixed === value) return value.length > 0;
  const named = fixed.slice(fixed.indexOf(":") + 1);
  return fixed.includes(":") ? named.includes("/") || named.includes(":") : named.length > 0;
}

/** Reach that a statement's conditions leave together (7: joined by AND). */
export const limits = (conditions: readonly Condition[], owner: Owner): Reach =>
  conditions.map((condition) => limitOf(condition, conditions, owner)).reduce(both, exactly(ANYONE));
