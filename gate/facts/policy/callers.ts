// Which principals a statement of a key's policy lets act, as sets that can be asked whether they share anybody.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

import { UNKNOWN } from "../../model/types.ts";
import { isAccountId } from "./account.ts";
import { covers, overlaps } from "./pattern.ts";
import { type Condition, isUnknown, type Principal, type Statement } from "./statement.ts";

/** Callers by the patterns of their ARNs, less those excepted, less what other conditions on the caller ask. */
export interface Callers {
  /** Patterns of `aws:PrincipalArn`; services and federated users as `service:…` and `federated:…`. */
  readonly arns: readonly string[];
  readonly except: readonly string[];
  readonly asked: readonly Asked[];
}

/** A condition on another property of the caller, such as a tag of its role. */
interface Asked {
  readonly key: string;
  readonly values: readonly string[];
  readonly negated: boolean;
}

const accountKeys = new Set(["kms:calleraccount", "aws:principalaccount"]);
/** Properties that one caller has with one value only. */
const isProperty = (key: string): boolean =>
  key.startsWith("aws:principaltag/") ||
  ["aws:userid", "aws:username", "aws:principaltype", "aws:principalorgid", "aws:principalservicename"].includes(key);
const texts = new Set(["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]);

/** Whoever a principal and the conditions beside it leave. */
export function callersOf(principal: Principal, conditions: readonly Condition[]): Callers {
  return conditions.reduce(narrow, { arns: arnsOf(principal), except: [], asked: [] });
}

/** What a principal element names. An account's root stands for all its principals, its root user among them. */
function arnsOf({ kind, value }: Principal): readonly string[] {
  if (kind === "everyone") return ["*"];
  if (kind !== "aws") return [`${kind}:${value}`];
  if (isAccountId(value)) return ofAccount(value);
  const [, account] = /^arn:[^:]*:iam::([^:]*):root$/i.exec(value) ?? [];
  return account === undefined ? normal(value) : ofAccount(account);
}

const ofAccount = (account: string): readonly string[] => [`arn:*:iam::${account}:*`];

/** A session is its role, whose ARN may have a path that the session's lacks. */
function normal(arn: string): readonly string[] {
  const [, head, rest = ""] = /^(arn:[^:]*):sts:(:.*)$/.exec(arn) ?? [];
  if (head === undefined) return [arn];
  const [, account, role] = /^(:[^:]*):assumed-role\/([^/]+)\/.*$/.exec(rest) ?? [];
  return role === undefined
    ? [`${head}:iam:${rest}`]
    : [`${head}:iam:${account}:role/${role}`, `${head}:iam:${account}:role/*/${role}`];
}

/** The callers whom one more condition leaves. A condition on anything but the caller leaves them all. */
function narrow(callers: Callers, condition: Condition): Callers {
  const { key, operator, negated, ifExists, quantifier, malformed, values } = condition;
  if (malformed || !texts.has(operator)) return callers;
  const isArn = key === "aws:principalarn";
  if (isArn || accountKeys.has(key)) {
    const arns = values.flatMap((value) => (isArn ? normal(value) : ofAccount(value)));
    return negated
      ? { ...callers, except: [...callers.except, ...arns] }
      : { ...callers, arns: callers.arns.flatMap((own) => arns.flatMap((other) => common(own, other) ?? [])) };
  }
  // Without the key an Allow with `IfExists`, or for all of none, holds too.
  if (!isProperty(key) || (!negated && (ifExists || quantifier === "all"))) return callers;
  return { ...callers, asked: [...callers.asked, { key, values, negated }] };
}

const wild = (text: string): string => text.replaceAll(UNKNOWN, "*");

/** The parts of an ARN: a wildcard in one of them does not reach into the next. Whatever is no ARN is one part. */
function parts(pattern: string): readonly string[] {
  const found = pattern.split(":");
  return pattern.startsWith("arn:") && found.length > 5 ? [...found.slice(0, 5), found.slice(5).join(":")] : [pattern];
}

function byParts(a: string, b: string, test: (a: string, b: string) => boolean): boolean {
  const [left, right] = [parts(a), parts(b)];
  return left.length === right.length ? left.every((part, index) => test(part, right[index] ?? "")) : test(a, b);
}

const meets = (a: string, b: string): boolean => byParts(a, b, overlaps);
const includes = (a: string, b: string): boolean => byParts(a, b, covers);

/** The narrower of two patterns that overlap, nothing where they do not. */
function common(a: string, b: string): string | undefined {
  const [left, right] = [wild(a), wild(b)];
  if (!meets(left, right)) return undefined;
  if (isUnknown(a) !== isUnknown(b)) return isUnknown(a) ? b : a;
  return includes(right, left) ? a : b;
}

/** Whether some caller is in both sets. */
export function shared(a: Callers, b: Callers): "yes" | "maybe" | "no" {
  if (a.asked.some((one) => b.asked.some((other) => excludes(one, other) || excludes(other, one)))) return "no";
  const except = [...a.except, ...b.except];
  let answer: "maybe" | "no" = "no";
  for (const own of a.arns)
    for (const other of b.arns) {
      const arn = common(own, other);
      if (arn === undefined || except.some((pattern) => !isUnknown(pattern) && includes(pattern, wild(arn)))) continue;
      if (!isUnknown(own) && !isUnknown(other) && !except.some(isUnknown)) return "yes";
      answer = "maybe";
    }
  return answer;
}

/** No value of the property satisfies both. */
function excludes(one: Asked, other: Asked): boolean {
  if (one.key !== other.key || one.negated || [...one.values, ...other.values].some(isUnknown)) return false;
  return one.values.every((value) =>
    other.negated
      ? other.values.some((pattern) => covers(pattern, value))
      : !other.values.some((pattern) => overlaps(pattern, value)),
  );
}

/** The callers without those whom a Deny meets; undefined where it meets them all. One whose reach is not clear takes nobody away. */
export function without(callers: Callers, { principals, conditions }: Statement): Callers | undefined {
  if (!principals || principals.except || conditions.length > 1) return callers;
  const [condition] = conditions;
  const denied = principals.list.flatMap(arnsOf);
  if (!condition)
    return callers.arns.every((arn) => denied.some((pattern) => !isUnknown(pattern) && includes(pattern, wild(arn))))
      ? undefined
      : { ...callers, except: [...callers.except, ...denied] };
  if (condition.key !== "aws:principalarn" || condition.malformed || !texts.has(condition.operator)) return callers;
  if (!callers.arns.every((arn) => denied.some((pattern) => !isUnknown(pattern) && includes(pattern, wild(arn)))))
    return callers;
  const left = narrow(callers, { ...condition, negated: !condition.negated });
  return left.arns.length === 0 ? undefined : left;
}
