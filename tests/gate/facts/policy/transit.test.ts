import { expect, it } from "vitest";
import { keyPolicy } from "../../../../gate/facts/policy/key-policy.ts";
import { tlsOnly } from "../../../../gate/facts/policy/transit.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

type Part = { readonly [key: string]: Value };
const deny = (part: Part = {}): Part => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::records", "arn:aws:s3:::records/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...part,
});
const state = (statement: Value, service = "s3"): string => tlsOnly({ Statement: [statement] }, service).state;

it("holds where clear requests are denied to everyone on all data", () => {
  expect(tlsOnly({ Statement: [deny()] }, "s3")).toEqual({
    state: "on",
    found: "a Deny on aws:SecureTransport false",
    path: "policy.Statement[0]",
  });
  expect(state(deny({ Principal: { AWS: "*" }, Action: "*", Resource: "*" }))).toBe("on");
  expect(state(deny({ Condition: { Bool: { "aws:securetransport": false } } }))).toBe("on");
  expect(state(deny({ Condition: { BoolIfExists: { "aws:SecureTransport": ["false"] } } }))).toBe("on");
  expect(state(deny({ Condition: { NumericLessThanIfExists: { "s3:TlsVersion": 1.2 } } }))).toBe("on");
  expect(state(deny({ Resource: [UNKNOWN, `${UNKNOWN}/*`] }))).toBe("on");
  expect(state(deny({ Action: "sns:Publish", Resource: UNKNOWN }), "sns")).toBe("on");
  expect(state(deny({ Action: ["sqs:SendMessage", "sqs:ReceiveMessage"], Resource: UNKNOWN }), "sqs")).toBe("on");
});

it("does not hold where some callers, actions, objects or requests are left out", () => {
  expect(state(deny({ Principal: { AWS: "111122223333" } }))).toBe("weak");
  expect(state(deny({ Action: "s3:GetObject" }))).toBe("weak");
  expect(state(deny({ Resource: "arn:aws:s3:::records" }))).toBe("weak");
  expect(state(deny({ Condition: { NumericLessThan: { "s3:TlsVersion": 1.2 } } }))).toBe("off");
  expect(state(deny({ Condition: { Bool: { "aws:SecureTransport": "true" } } }))).toBe("off");
  expect(
    state(
      deny({ Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:PrincipalTag/team": "a" } } }),
    ),
  ).toBe("off");
  expect(tlsOnly({ Statement: [deny({ Effect: "Allow" })] }, "s3")).toEqual({
    state: "off",
    found: "no Deny on aws:SecureTransport false",
    path: "policy",
  });
});

it("adds statements up, and says where the plan does not know", () => {
  expect(tlsOnly({ Statement: [deny({ Action: "s3:GetObject" }), deny({ Action: "s3:PutObject" })] }, "s3").state).toBe(
    "on",
  );
  expect(tlsOnly({ Statement: [UNKNOWN] }, "s3")).toEqual({
    state: "unknown",
    found: "known after apply",
    path: "policy",
    cause: "a statement is known only after apply",
  });
});

it("a key policy is absent, separated or open", () => {
  const policy = (Principal: Value, Condition: Value = {}): Value => ({
    Statement: [{ Effect: "Allow", Principal, Action: "kms:*", Resource: "*", Condition }],
  });
  const account = "111122223333";
  expect(keyPolicy(undefined)).toEqual({
    state: "absent",
    outside: "no",
    found: "not set, the service writes its default policy",
    path: "policy",
  });
  expect(keyPolicy(policy({ AWS: `arn:aws:iam::${account}:root` }), { account })).toEqual({
    state: "separated",
    outside: "no",
    found: "arn:aws:iam::111122223333:root may kms:*",
    path: "policy.Statement[0]",
  });
  expect(keyPolicy(policy("*"), { account })).toMatchObject({ state: "open", outside: "yes" });
  expect(
    keyPolicy(policy("*", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }), { account }),
  ).toMatchObject({ state: "open" });
  expect(
    keyPolicy(
      policy("*", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": account } }),
      { account },
    ),
  ).toMatchObject({ state: "separated", outside: "no" });
  expect(keyPolicy(policy({ AWS: "444455556666" }), { account })).toMatchObject({ state: "separated", outside: "yes" });
  expect(keyPolicy(UNKNOWN, { account })).toMatchObject({ state: "unknown", outside: "unknown" });
});
