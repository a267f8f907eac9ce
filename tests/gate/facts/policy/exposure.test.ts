import { describe, expect, it } from "vitest";
import { type ExposureOptions, exposure } from "../../../../gate/facts/policy/exposure.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const account = "111122223333";
const other = "444455556666";

type Part = { readonly [key: string]: Value };
const allow = (part: Part = {}): Part => ({
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::records/*",
  ...part,
});
const deny = (part: Part = {}): Part => ({ ...allow(), Effect: "Deny", ...part });
const under = (Condition: Part): Part => allow({ Condition });
const state = (statements: Value, options: ExposureOptions = { account }): string =>
  exposure({ Statement: statements }, options).state;

describe("exposure", () => {
  it("says who may act, by which statement", () => {
    expect(exposure({ Statement: [deny(), allow()] }, { account })).toEqual({
      state: "none",
      outside: "no",
      found: "everyone may s3:GetObject, narrowed by a Deny",
      path: "policy.Statement[1]",
    });
    expect(
      exposure(
        { Statement: allow({ Action: ["s3:GetObject", "s3:ListBucket", "s3:PutObject"] }) },
        { account, attribute: "access_policies" },
      ),
    ).toEqual({
      state: "public",
      outside: "yes",
      found: "everyone may s3:GetObject, s3:ListBucket and 1 more",
      path: "access_policies.Statement",
    });
    expect(exposure({ Statement: [] }, { account })).toEqual({
      state: "none",
      outside: "no",
      found: "no statement",
      path: "policy",
    });
    expect(exposure({ Statement: [deny()] }, { account })).toEqual({
      state: "none",
      outside: "no",
      found: "no statement allows anybody",
      path: "policy",
    });
  });

  it("reads principals in every form", () => {
    const of = (Principal: Value): string => state(allow({ Principal }));
    expect(of("*")).toBe("public");
    expect(of({ AWS: "*" })).toBe("public");
    expect(of({ AWS: [`arn:aws:iam::${account}:root`, "*"] })).toBe("public");
    expect(of({ aws: account })).toBe("private");
    expect(of({ AWS: other })).toBe("cross-account");
    expect(of({ AWS: `arn:aws-us-gov:iam::${other}:role/reader` })).toBe("cross-account");
    expect(of({ AWS: `arn:aws:sts::${account}:assumed-role/reader/session` })).toBe("private");
    expect(of({ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" })).toBe("private");
    expect(of({ Service: "cloudtrail.amazonaws.com" })).toBe("private");
    expect(of({ CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" })).toBe(
      "cross-account",
    );
    expect(of({ Federated: "accounts.google.com" })).toBe("public");
    expect(of({ Federated: `arn:aws:iam::${account}:saml-provider/clinic` })).toBe("private");
    expect(of([])).toBe("none");
    expect(state({ Effect: "Allow", NotPrincipal: { AWS: other }, Action: "s3:*", Resource: "*" })).toBe("public");
  });

  it("reads element names without case and nulls as nothing", () => {
    expect(
      state({ effect: "Allow", principal: "*", action: "s3:*", resource: "*", condition: null, NotAction: null }),
    ).toBe("public");
  });

  it("says that an account may be another's where the plan does not name the owner", () => {
    expect(exposure({ Statement: allow({ Principal: { AWS: other } }) })).toEqual({
      state: "cross-account",
      outside: "unknown",
      found: "444455556666 may s3:GetObject",
      path: "policy.Statement",
      cause: "the plan does not say which account owns the resource",
    });
    expect(state(allow({ Principal: { AWS: other } }), { account, trusted: { accounts: [other] } })).toBe("private");
  });
});

describe("conditions on an Allow", () => {
  const of = (condition: Part, options?: ExposureOptions): string => state(under(condition), options);

  it("1: a fixed source range is not public, one broader than /8 is, a private one matches nobody outside", () => {
    expect(of({ IpAddress: { "aws:SourceIp": "198.51.100.0/24" } })).toBe("cross-account");
    expect(of({ IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } })).toBe("public");
    expect(of({ IpAddress: { "aws:SourceIp": "11.0.0.0/8" } })).toBe("cross-account");
    expect(of({ IpAddress: { "aws:SourceIp": "2000::/3" } })).toBe("public");
    expect(of({ IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "192.168.4.0/24", "fd00::/8"] } })).toBe("private");
    expect(of({ NotIpAddress: { "aws:SourceIp": "198.51.100.0/24" } })).toBe("public");
    expect(
      of(
        { IpAddress: { "aws:SourceIp": "198.51.100.0/24" } },
        { account, trusted: { addresses: ["198.51.100.0/23"] } },
      ),
    ).toBe("private");
  });

  it("2: what says something of the resource or the way of the request does not limit who calls", () => {
    for (const key of [
      "aws:ResourceAccount",
      "aws:ResourceOrgID",
      "aws:CalledVia",
      "kms:ViaService",
      "sns:Endpoint",
      "aws:PrincipalTag/team",
      "aws:Referer",
    ])
      expect(of({ StringEquals: { [key]: account } }), key).toBe("public");
    expect(of({ Bool: { "aws:SecureTransport": "true" } })).toBe("public");
    expect(of({ DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } })).toBe("public");
  });

  it("3: ForAllValues, IfExists and negated operators do not limit, unless the key is demanded", () => {
    expect(of({ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-clinic1234" } })).toBe("public");
    expect(of({ StringEqualsIfExists: { "aws:SourceAccount": account } })).toBe("public");
    expect(of({ StringNotEquals: { "aws:SourceAccount": other } })).toBe("public");
    expect(of({ "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-clinic1234/r-1/*" } })).toBe("cross-account");
    expect(of({ StringEqualsIfExists: { "aws:SourceAccount": account }, Null: { "aws:sourceaccount": "false" } })).toBe(
      "private",
    );
  });

  it("4: a role id in front of the wildcard pins the role, but not to S3", () => {
    const queue = (id: string): string =>
      state(allow({ Action: "sqs:SendMessage", Condition: { StringLike: { "aws:userid": id } } }));
    expect(queue("AROAEXAMPLEID:*")).toBe("cross-account");
    expect(queue("*:session")).toBe("public");
    expect(queue(`${account}`)).toBe("private");
    expect(of({ StringLike: { "aws:userid": "AROAEXAMPLEID:*" } })).toBe("public");
    expect(of({ StringLike: { "aws:userid": "AROAEXAMPLEID:alice" } })).toBe("cross-account");
  });

  it("5: a VPC, an endpoint or a bucket is not public; whose it is, only a register says", () => {
    for (const condition of [
      { StringEquals: { "aws:SourceVpc": "vpc-1" } },
      { StringEquals: { "aws:SourceVpce": "vpce-1" } },
      { ArnLike: { "aws:SourceArn": "arn:aws:s3:::uploads" } },
    ])
      expect(exposure({ Statement: under(condition) }, { account })).toMatchObject({
        state: "cross-account",
        outside: "unknown",
      });
    expect(of({ StringLike: { "aws:SourceVpc": "vpc-*" } })).toBe("public");
    expect(of({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } })).toBe("public");
    expect(of({ StringEquals: { "aws:SourceVpc": "vpc-1" } }, { account, trusted: { vpcs: ["vpc-1"] } })).toBe(
      "private",
    );
    expect(
      exposure(
        { Statement: under({ StringEquals: { "aws:SourceVpc": "vpc-2" } }) },
        { account, trusted: { vpcs: ["vpc-1"] } },
      ).outside,
    ).toBe("yes");
  });

  it("6: an organization is others, unless it is the register's own", () => {
    expect(of({ StringEquals: { "aws:PrincipalOrgID": "o-clinic1234" } })).toBe("cross-account");
    expect(
      of(
        { StringEquals: { "aws:PrincipalOrgID": "o-clinic1234" } },
        { account, trusted: { organizations: ["o-clinic1234"] } },
      ),
    ).toBe("private");
    expect(of({ StringEquals: { "aws:PrincipalOrgID": ["o-clinic1234", "*"] } })).toBe("public");
    expect(of({ StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } })).toBe("private");
  });

  it("7: one pin among several conditions is enough", () => {
    expect(
      of({
        StringEquals: { "aws:SourceAccount": account, "aws:PrincipalTag/team": "x" },
        Bool: { "aws:SecureTransport": "true" },
      }),
    ).toBe("private");
    expect(of({ StringEquals: { "aws:SourceAccount": [account, other] } })).toBe("cross-account");
  });

  it("8: a wildcard account and a malformed operator leave the statement open", () => {
    expect(state(allow({ Principal: { AWS: "arn:aws:iam::*:root" } }))).toBe("public");
    expect(of({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } })).toBe("public");
    expect(of({ "ForAnyValues:StringEquals": { "aws:SourceAccount": account } })).toBe("public");
    expect(of({ StringEqual: { "aws:SourceAccount": account } })).toBe("public");
    expect(of({ ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${account}:trail/*` } })).toBe("private");
  });

  it("9: a service is not everyone, every service at once is", () => {
    expect(state(allow({ Principal: { Service: "sns.amazonaws.com" } }))).toBe("private");
    expect(state(allow({ Principal: { Service: "*" } }))).toBe("public");
    expect(of({ Bool: { "aws:PrincipalIsAWSService": "true" } })).toBe("private");
    expect(of({ StringEquals: { "aws:PrincipalServiceName": "cloudtrail.amazonaws.com" } })).toBe("private");
  });
});

describe("10: a Deny counts where it covers the Allow", () => {
  const of = (part: Part, grant: Part = {}): string => state([allow(grant), deny(part)]);
  const all: Part = { Action: "s3:*", Resource: "*" };

  it("takes away what it names and no more", () => {
    expect(of(all)).toBe("none");
    expect(of({ Action: "s3:Get*" })).toBe("none");
    expect(of({ Action: "s3:PutObject" })).toBe("public");
    expect(of({ Resource: "arn:aws:s3:::records/private/*" })).toBe("public");
    expect(of({ Action: "s3:GetObject" }, { Action: ["s3:GetObject", "s3:PutObject"] })).toBe("public");
    expect(of({ Principal: { AWS: other } })).toBe("public");
    expect(of({ Principal: { AWS: other } }, { Principal: { AWS: `arn:aws:iam::${other}:role/reader` } })).toBe("none");
    const { Action: _action, ...rest } = deny({ NotAction: "s3:ListBucket" });
    expect(state([allow(), rest])).toBe("none");
    expect(state([allow({ Action: "s3:*" }), rest])).toBe("public");
  });

  it("leaves those who escape its condition", () => {
    expect(of({ ...all, Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-clinic1234" } } })).toBe(
      "cross-account",
    );
    expect(of({ ...all, Condition: { StringNotEqualsIfExists: { "aws:PrincipalAccount": account } } })).toBe("private");
    expect(of({ ...all, Condition: { NotIpAddress: { "aws:SourceIp": "198.51.100.0/24" } } })).toBe("cross-account");
    expect(of({ ...all, Condition: { Bool: { "aws:SecureTransport": "false" } } })).toBe("public");
    expect(of({ ...all, Condition: { StringEquals: { "aws:SourceAccount": other } } })).toBe("public");
    expect(
      of({ ...all, Condition: { "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgPaths": "o-clinic1234/*" } } }),
    ).toBe("public");
    expect(
      of({
        ...all,
        Condition: {
          StringNotEqualsIfExists: { "aws:PrincipalAccount": account },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      }),
    ).toBe("private");
    // Anonymous callers have no such key, so a plain Bool does not deny them.
    expect(of({ ...all, Condition: { Bool: { "aws:PrincipalIsAWSService": "false" } } })).toBe("public");
  });

  it("spares whom NotPrincipal names", () => {
    const { Principal: _principal, ...rest } = deny({ ...all, NotPrincipal: { AWS: `arn:aws:iam::${account}:root` } });
    expect(state([allow(), rest])).toBe("private");
  });

  it("adds up over several statements", () => {
    expect(
      state([
        allow({ Action: ["s3:GetObject", "s3:PutObject"] }),
        deny({ Action: "s3:GetObject" }),
        deny({ Action: "s3:PutObject" }),
      ]),
    ).toBe("none");
  });
});

describe("what is known only after apply", () => {
  it("does not matter where every value gives the same answer", () => {
    expect(state([allow({ Resource: UNKNOWN })])).toBe("public");
    expect(state([allow({ Action: UNKNOWN, Principal: { AWS: account } })])).toBe("private");
    expect(state([allow({ Condition: { StringEquals: { "aws:SourceAccount": account, [UNKNOWN]: "x" } } })])).toBe(
      "private",
    );
    expect(state([allow({ Resource: `${UNKNOWN}/*` }), deny({ Resource: [UNKNOWN, `${UNKNOWN}/*`] })])).toBe("none");
  });

  it("names somebody where it is a principal or a pin: AWS gives it, and never a wildcard", () => {
    expect(exposure({ Statement: allow({ Principal: { AWS: UNKNOWN } }) }, { account })).toMatchObject({
      state: "cross-account",
      outside: "unknown",
      cause: "a principal is known only after apply",
    });
    expect(state(allow({ Principal: { AWS: `arn:aws:iam::${UNKNOWN}:root` } }))).toBe("cross-account");
    expect(exposure({ Statement: under({ ArnEquals: { "aws:SourceArn": UNKNOWN } }) }, { account })).toMatchObject({
      state: "cross-account",
      outside: "unknown",
    });
    expect(state(under({ IpAddress: { "aws:SourceIp": [`${UNKNOWN}/32`] } }))).toBe("cross-account");
  });

  it("is unknown where it decides", () => {
    expect(exposure({ Statement: [allow({ Effect: UNKNOWN })] }, { account })).toEqual({
      state: "unknown",
      outside: "unknown",
      found: "everyone may s3:GetObject",
      path: "policy.Statement[0]",
      cause: "an effect is known only after apply",
    });
    expect(exposure({ Statement: [UNKNOWN] }, { account })).toMatchObject({
      state: "unknown",
      path: "policy.Statement[0]",
    });
    expect(state(allow({ Principal: UNKNOWN }))).toBe("unknown");
    expect(state(under({ StringEquals: UNKNOWN }))).toBe("unknown");
    expect(exposure(UNKNOWN, { account })).toMatchObject({
      state: "unknown",
      cause: "a statement is known only after apply",
    });
    expect(state([allow(), deny({ Action: UNKNOWN })])).toBe("unknown");
    // Either could be a Deny.
    expect(state([allow(), deny({ Effect: UNKNOWN })])).toBe("unknown");
    expect(state([allow(), UNKNOWN])).toBe("unknown");
  });
});
