import { describe, expect, it } from "vitest";
import { trust } from "../../../../gate/facts/policy/trust.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const account = "111122223333";
type Part = { readonly [key: string]: Value };
const allow = (Principal: Value, part: Part = {}): Part => ({
  Effect: "Allow",
  Principal,
  Action: "sts:AssumeRole",
  ...part,
});
const state = (...Statement: Value[]): string => trust({ Statement }, { account }).state;

describe("trust", () => {
  it("shows the worst of the statements", () => {
    expect(
      trust({ Statement: [allow({ Service: "ec2.amazonaws.com" }), allow({ AWS: account })] }, { account }),
    ).toEqual({
      state: "whole-account",
      found: account,
      path: "assume_role_policy.Statement[1]",
    });
    expect(trust({ Statement: [] })).toEqual({ state: "named", found: "nobody", path: "assume_role_policy" });
  });

  it("tells everyone, a whole account and named principals apart", () => {
    expect(state(allow("*"))).toBe("everyone");
    expect(state(allow({ AWS: ["*"] }))).toBe("everyone");
    expect(state(allow({ AWS: "arn:aws:iam::*:root" }))).toBe("everyone");
    expect(state({ Effect: "Allow", NotPrincipal: { AWS: account }, Action: "sts:*" })).toBe("everyone");
    expect(state(allow({ AWS: `arn:aws:iam::${account}:root` }))).toBe("whole-account");
    expect(state(allow({ AWS: `arn:aws:iam::${UNKNOWN}:root` }))).toBe("whole-account");
    expect(state(allow({ AWS: `arn:aws:iam::${account}:role/reader` }))).toBe("named");
    expect(state(allow({ AWS: UNKNOWN }))).toBe("named");
    expect(state(allow({ Service: "lambda.amazonaws.com" }))).toBe("named");
    expect(state({ ...allow("*"), Effect: "Deny" })).toBe("named");
    expect(state(allow("*", { Action: "s3:GetObject" }))).toBe("named");
    expect(state(UNKNOWN)).toBe("unknown");
    expect(state(allow(UNKNOWN))).toBe("unknown");
  });

  it("counts conditions that name the principal or demand an external id", () => {
    const root: Value = { AWS: `arn:aws:iam::444455556666:root` };
    expect(state(allow(root, { Condition: { StringEquals: { "sts:ExternalId": "clinic-7" } } }))).toBe("named");
    expect(
      state(allow(root, { Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/audit-*" } } })),
    ).toBe("named");
    expect(state(allow(root, { Condition: { StringLike: { "sts:ExternalId": "*" } } }))).toBe("whole-account");
    expect(state(allow(root, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }))).toBe("whole-account");
    expect(state(allow("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-clinic1234" } } }))).toBe("named");
    expect(state(allow("*", { Condition: { StringEquals: { "sts:ExternalId": "clinic-7" } } }))).toBe("everyone");
  });

  it("asks shared issuers for the subject", () => {
    const github = (claims: Part): Part =>
      allow(
        { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        {
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringLike: Object.fromEntries(
              Object.entries(claims).map(([name, value]) => [`token.actions.githubusercontent.com:${name}`, value]),
            ),
          },
        },
      );
    expect(state(github({ aud: "sts.amazonaws.com" }))).toBe("everyone");
    expect(state(github({ sub: "repo:*" }))).toBe("everyone");
    expect(state(github({ sub: ["repo:clinic/portal:*", "*"] }))).toBe("everyone");
    expect(state(github({ sub: "repo:clinic/*" }))).toBe("named");
    expect(state(github({ repository_owner: "clinic" }))).toBe("named");
    expect(state(allow({ Federated: "cognito-identity.amazonaws.com" }))).toBe("everyone");
    expect(
      state(
        allow(
          { Federated: "cognito-identity.amazonaws.com" },
          { Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:pool" } } },
        ),
      ),
    ).toBe("named");
    expect(
      state(allow({ Federated: `arn:aws:iam::${account}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A` })),
    ).toBe("named");
    expect(state(allow({ Federated: `arn:aws:iam::${account}:saml-provider/clinic` }))).toBe("named");
  });
});
