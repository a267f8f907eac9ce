import { expect, it } from "vitest";
import { uploadKeyPinned } from "../../../../gate/facts/policy/upload-key.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const ARN = "arn:aws:kms:us-east-1:111122223333:key/1234";
type Part = { readonly [key: string]: Value };
const deny = (part: Part = {}): Part => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::records/*",
  Condition: { StringNotEquals: { [KEY_ID]: ARN }, Null: { [KEY_ID]: "false" } },
  ...part,
});
const pinned = (part: Part = {}): boolean => uploadKeyPinned({ Statement: [deny(part)] }) !== undefined;

it("holds where every upload that names another key is refused to everyone", () => {
  expect(uploadKeyPinned({ Statement: [deny()] })).toBe("policy.Statement[0]");
  expect(pinned({ Action: "s3:*", Resource: "*" })).toBe(true);
  expect(pinned({ Resource: `${UNKNOWN}/*` })).toBe(true);
  expect(pinned({ Condition: { ArnNotEqualsIfExists: { [KEY_ID]: UNKNOWN } } })).toBe(true);
  expect(
    pinned({
      Condition: { StringNotEquals: { [KEY_ID]: ARN }, StringEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } },
    }),
  ).toBe(true);
});

it("holds where no upload may name a key at all", () => {
  expect(pinned({ Condition: { Null: { [KEY_ID]: "false" } } })).toBe(true);
  expect(pinned({ Condition: { Null: { [KEY_ID]: "true" } } })).toBe(false);
  expect(pinned({ Condition: { Null: { "s3:x-amz-server-side-encryption": "false" } } })).toBe(false);
});

it("does not hold where the refusal leaves out callers, uploads or objects", () => {
  expect(pinned({ Principal: { AWS: "arn:aws:iam::111122223333:role/portal" } })).toBe(false);
  expect(uploadKeyPinned({ Statement: [{ ...deny(), Principal: null, NotPrincipal: { AWS: "*" } }] })).toBeUndefined();
  expect(pinned({ Action: "s3:GetBucketAcl" })).toBe(false);
  expect(pinned({ Resource: "arn:aws:s3:::records/reports/*" })).toBe(false);
  expect(pinned({ Resource: "arn:aws:s3:::records" })).toBe(false);
  expect(pinned({ Effect: "Allow" })).toBe(false);
  expect(uploadKeyPinned(UNKNOWN)).toBeUndefined();
});

it("does not hold where the condition says nothing of the key, or something beside it", () => {
  expect(pinned({ Condition: { StringEquals: { [KEY_ID]: ARN } } })).toBe(false);
  expect(pinned({ Condition: { StringNotEquals: { [KEY_ID]: "*" } } })).toBe(false);
  expect(pinned({ Condition: { StringNotEquals: { [KEY_ID]: ARN }, Null: { [KEY_ID]: "true" } } })).toBe(false);
  expect(
    pinned({ Condition: { StringNotEquals: { [KEY_ID]: ARN }, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
  ).toBe(false);
});
