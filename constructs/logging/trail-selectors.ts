// What a trail records, written as selectors: the management of everything, and each read and write of stores.

import type { RecordedStore } from "../stack/registry.ts";

/**
 * ARNs that a trail can name. AWS CloudTrail allows 500 values over all selectors; every selector spends two on its category and type.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
const VALUES = 500;
/** Room for category and type of a selector, and for what a whole type leaves out. */
const OVERHEAD = 4;

/** One condition, as Terraform spells it: the list is rendered at synthesis, past the bindings. */
interface Condition {
  readonly field: string;
  readonly equals?: readonly string[];
  readonly starts_with?: readonly string[];
  readonly not_starts_with?: readonly string[];
}
interface Selector {
  readonly name: string;
  readonly field_selector: readonly Condition[];
}

/** The stores of one type whose ARNs are compared in one way. */
interface Group {
  readonly type: string;
  readonly isPrefix: boolean;
  readonly arns: readonly string[];
}

/**
 * Selectors of management events and of the data events of stores. Where the ARNs are more than a trail can name, the types with the
 * most stores are recorded whole.
 *
 * @param sinks ARNs of the buckets that logs end in, left out of a type recorded whole: each delivery would be an event again
 */
export function selectorsOf(stores: readonly RecordedStore[], sinks: readonly string[]): readonly Selector[] {
  const groups = group(stores);
  const whole = new Set<string>();
  const spent = (): number =>
    groups.reduce((sum, { type, arns }) => sum + (whole.has(type) ? 0 : arns.length) + OVERHEAD, OVERHEAD);
  for (const { type } of groups.toSorted((a, b) => b.arns.length - a.arns.length))
    if (spent() > VALUES) whole.add(type);
  return [
    { name: "Management", field_selector: [{ field: "eventCategory", equals: ["Management"] }] },
    ...[...whole].map((type) => selector(type, `${type} whole`, type === "AWS::S3::Object" ? except(sinks) : [])),
    ...groups
      .filter(({ type }) => !whole.has(type))
      .map(({ type, isPrefix, arns }) =>
        selector(type, isPrefix ? `${type} below` : type, [
          { field: "resources.ARN", ...(isPrefix ? { starts_with: arns } : { equals: arns }) },
        ]),
      ),
  ];
}

const selector = (type: string, name: string, more: readonly Condition[]): Selector => ({
  name,
  field_selector: [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: [type] }, ...more],
});

const except = (sinks: readonly string[]): readonly Condition[] =>
  sinks.length === 0 ? [] : [{ field: "resources.ARN", not_starts_with: sinks.map((arn) => `${arn}/`) }];

function group(stores: readonly RecordedStore[]): readonly Group[] {
  const groups = new Map<string, { type: string; isPrefix: boolean; arns: Set<string> }>();
  for (const { type, arn, isPrefix = false } of stores) {
    const key = `${type} ${isPrefix}`;
    const known = groups.get(key) ?? { type, isPrefix, arns: new Set() };
    known.arns.add(arn);
    groups.set(key, known);
  }
  return [...groups.values()].map((entry) => ({ ...entry, arns: [...entry.arns].sort() }));
}
