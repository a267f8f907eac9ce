// Laws that hold whatever the policy: a Deny or a condition more never opens anything.

import fc from "fast-check";
import { expect, it } from "vitest";
import { exposure } from "../../../../gate/facts/policy/exposure.ts";
import { covers, overlaps } from "../../../../gate/facts/policy/pattern.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const account = "111122223333";
const other = "444455556666";

const principal: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  "*",
  { AWS: "*" },
  { AWS: account },
  { AWS: [`arn:aws:iam::${other}:root`, `arn:aws:iam::${account}:role/reader`] },
  { AWS: "arn:aws:iam::*:role/reader" },
  { AWS: UNKNOWN },
  { Service: "sns.amazonaws.com" },
  { Federated: "accounts.google.com" },
  UNKNOWN,
);
const key = fc.constantFrom(
  "aws:SourceAccount",
  "aws:PrincipalOrgID",
  "aws:SourceArn",
  "aws:SourceVpce",
  "aws:SourceIp",
  "aws:userid",
  "aws:SecureTransport",
  "aws:PrincipalIsAWSService",
  "kms:ViaService",
);
const operator = fc.constantFrom(
  "StringEquals",
  "StringLike",
  "ArnLike",
  "IpAddress",
  "NotIpAddress",
  "StringNotEquals",
  "StringNotEqualsIfExists",
  "ForAllValues:StringEquals",
  "ForAnyValue:StringLike",
  "ForAnyValue:StringNotLike",
  "StringEqualsIfExists",
  "Bool",
  "BoolIfExists",
  "Null",
  "Nonsense",
);
const text = fc.constantFrom(
  account,
  other,
  "*",
  "o-clinic1234",
  `arn:aws:sns:us-east-1:${account}:t`,
  "arn:aws:s3:::records",
  "vpce-1",
  "0.0.0.0/0",
  "198.51.100.0/24",
  "10.0.0.0/8",
  "true",
  "false",
  "AROAEXAMPLE:*",
  UNKNOWN,
);
const condition = fc.tuple(operator, key, fc.array(text, { minLength: 1, maxLength: 3 }));
const action = fc.constantFrom("s3:GetObject", "s3:*", "*", "s3:Get*", "sqs:SendMessage", UNKNOWN);
const resource = fc.constantFrom("*", "arn:aws:s3:::records/*", "arn:aws:s3:::records", UNKNOWN);

type Pair = [string, string, string[]];
function conditions(list: readonly Pair[]): Value {
  const all: Record<string, Record<string, Value>> = {};
  for (const [name, on, values] of list) all[name] = { ...all[name], [on]: values };
  return all;
}
const statement = (effect: string): fc.Arbitrary<{ readonly [key: string]: Value }> =>
  fc
    .tuple(
      principal,
      fc.array(action, { minLength: 1, maxLength: 3 }),
      fc.array(resource, { minLength: 1, maxLength: 2 }),
      fc.array(condition, { maxLength: 2 }),
    )
    .map(([Principal, Action, Resource, list]) => ({
      Effect: effect,
      Principal,
      Action,
      Resource,
      Condition: conditions(list),
    }));
const allows = fc.array(statement("Allow"), { minLength: 1, maxLength: 3 });
const denies = fc.array(statement("Deny"), { maxLength: 2 });

/** Both ends of who may act: at most, and at least. */
function ends(statements: readonly Value[], service?: string): readonly [number, number] {
  const { state, outside } = exposure(
    { Statement: statements },
    { account, ...(service === undefined ? {} : { service }) },
  );
  const most = { none: 0, private: 1, "cross-account": 2, unknown: 3, public: 3 }[state];
  return [most, state === "public" ? 3 : outside === "yes" ? 2 : 0];
}

it("a Deny more never opens anything", () => {
  fc.assert(
    fc.property(allows, denies, statement("Deny"), (granted, denied, more) => {
      const [most, least] = ends([...granted, ...denied]);
      const [mostThen, leastThen] = ends([...granted, ...denied, more]);
      expect(mostThen).toBeLessThanOrEqual(most);
      expect(leastThen).toBeLessThanOrEqual(least);
    }),
    { numRuns: 500 },
  );
});

it("a condition more on an Allow never opens anything", () => {
  fc.assert(
    fc.property(allows, denies, condition, (granted, denied, [name, on, values]) => {
      const [first, ...rest] = granted;
      const written = first?.Condition;
      fc.pre(typeof written === "object" && written !== null && !Array.isArray(written) && !(name in written));
      const narrowed = { ...first, Condition: { ...written, [name]: { [on]: values } } };
      const [most, least] = ends([...granted, ...denied], "sqs");
      const [mostThen, leastThen] = ends([narrowed, ...rest, ...denied], "sqs");
      expect(mostThen).toBeLessThanOrEqual(most);
      expect(leastThen).toBeLessThanOrEqual(least);
    }),
    { numRuns: 500 },
  );
});

it("an Allow more never closes anything", () => {
  fc.assert(
    fc.property(allows, denies, statement("Allow"), (granted, denied, more) => {
      const [most, least] = ends([...granted, ...denied], "sqs");
      const [mostThen, leastThen] = ends([...granted, ...denied, more], "sqs");
      expect(mostThen).toBeGreaterThanOrEqual(most);
      expect(leastThen).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: 500 },
  );
});

it("the order of statements does not matter", () => {
  fc.assert(
    fc.property(allows, denies, (granted, denied) => {
      expect(ends([...granted, ...denied])).toEqual(ends([...denied, ...granted].reverse()));
    }),
  );
});

it("patterns cover and overlap as regular expressions would", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 5 }).map((list) => list.join(""));
  const plain = fc.array(fc.constantFrom("a", "b"), { maxLength: 6 }).map((list) => list.join(""));
  const matches = (pattern: string, word: string): boolean =>
    new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(word);
  fc.assert(
    fc.property(letters, letters, plain, (a, b, word) => {
      expect(covers(a, word)).toBe(matches(a, word));
      if (covers(a, b) && matches(b, word)) expect(matches(a, word)).toBe(true);
      if (matches(a, word) && matches(b, word)) expect(overlaps(a, b)).toBe(true);
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      if (covers(a, b)) expect(overlaps(a, b)).toBe(true);
      expect(overlaps(a, word)).toBe(matches(a, word));
    }),
    { numRuns: 2000 },
  );
});
