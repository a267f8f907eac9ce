// Whether an event passes a pattern of Amazon EventBridge, as far as the plan says both.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html

import { UNKNOWN, type Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";

/** The part of an event that is known; undefined stands for text that is not. Other fields of the event are open. */
export interface KnownEvent {
  readonly [key: string]: string | undefined | KnownEvent;
}

/** Undefined where the plan does not say. */
export function passes(pattern: Value, event: KnownEvent): boolean | undefined {
  if (!isObject(pattern)) return undefined;
  const answers = Object.entries(pattern).map(([key, wanted]) => {
    const value = event[key];
    if (typeof value === "object") return passes(wanted, value);
    // Every event says its account and Region, and a rule hears its own alone.
    if (key === "account" || key === "region") return true;
    return key in event ? oneOf(wanted, value) : undefined;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function oneOf(wanted: Value, value: string | undefined): boolean | undefined {
  if (!isList(wanted) || value === undefined) return undefined;
  const answers = wanted.map((matcher) => matches(matcher, value));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function matches(matcher: Value, value: string): boolean | undefined {
  if (typeof matcher === "string") return matcher.includes(UNKNOWN) ? undefined : matcher === value;
  if (!isObject(matcher)) return false;
  const { prefix, suffix, exists, "anything-but": except, "equals-ignore-case": alike } = matcher;
  if (typeof prefix === "string") return value.startsWith(prefix);
  if (typeof suffix === "string") return value.endsWith(suffix);
  if (typeof exists === "boolean") return exists;
  if (typeof alike === "string") return alike.toLowerCase() === value.toLowerCase();
  if (typeof except === "string") return except !== value;
  if (isList(except) && except.every((one) => typeof one === "string")) return !except.includes(value);
  return undefined;
}
