// Whether an event passes a pattern of Amazon EventBridge, as far as the plan says both.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html

import { UNKNOWN, type Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";

/** What is known of an event; undefined stands for text that is not known. */
export interface KnownEvent {
  readonly [key: string]: string | boolean | undefined | KnownEvent;
}

/**
 * Undefined where the plan does not say.
 *
 * @param whole The event has no other fields than those known; else they are open.
 */
export function passes(pattern: Value, event: KnownEvent, whole = false): boolean | undefined {
  if (!isObject(pattern)) return undefined;
  const answers = Object.entries(pattern).map(([key, wanted]) => {
    if (key === "$or") return isList(wanted) ? any(wanted.map((one) => passes(one, event, whole))) : undefined;
    const value = event[key];
    if (typeof value === "object") return passes(wanted, value, whole);
    // Every event says its account and Region, and a rule hears its own alone.
    if (key === "account" || key === "region") return true;
    if (key in event) return oneOf(wanted, value);
    return whole ? isMissing(wanted) : undefined;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

const any = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

/** Whether a pattern takes an event without the field. */
function isMissing(wanted: Value): boolean {
  if (isList(wanted)) return wanted.some((matcher) => isObject(matcher) && matcher.exists === false);
  return isObject(wanted) && Object.values(wanted).every(isMissing);
}

function oneOf(wanted: Value, value: string | boolean | undefined): boolean | undefined {
  if (!isList(wanted) || value === undefined) return undefined;
  return any(wanted.map((matcher) => (typeof value === "boolean" ? matcher === value : matches(matcher, value))));
}

function matches(matcher: Value, value: string): boolean | undefined {
  if (typeof matcher === "string") return matcher.includes(UNKNOWN) ? undefined : matcher === value;
  if (!isObject(matcher)) return false;
  const { prefix, suffix, exists, wildcard, "anything-but": except, "equals-ignore-case": alike } = matcher;
  if (typeof prefix === "string") return value.startsWith(prefix);
  if (typeof suffix === "string") return value.endsWith(suffix);
  if (typeof wildcard === "string") return likeness(wildcard).test(value);
  if (typeof exists === "boolean") return exists;
  if (typeof alike === "string") return alike.toLowerCase() === value.toLowerCase();
  if (typeof except === "string") return except !== value;
  if (isList(except) && except.every((one) => typeof one === "string")) return !except.includes(value);
  if (isObject(except)) {
    const answer = matches(except, value);
    return answer === undefined ? undefined : !answer;
  }
  return undefined;
}

const likeness = (wildcard: string): RegExp =>
  new RegExp(`^${wildcard.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^]*")}$`);
