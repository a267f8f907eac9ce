import { describe, expect, it } from "vitest";
import { separation } from "../../../../gate/facts/policy/separation.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

type Part = { readonly [key: string]: Value };
const ACCOUNT = "111122223333";
const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const role = (name: string): Part => ({ AWS: `arn:aws:iam::${ACCOUNT}:role/${name}` });
const ADMINISTER = ["kms:Put*", "kms:ScheduleKeyDeletion", "kms:Describe*"];
const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];
const allow = (Principal: Value, Action: Value, Condition: Part = {}): Part => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  Condition,
});
const deny = (Action: Value, Condition: Part, Principal: Value = "*"): Part => ({
  ...allow(Principal, Action, Condition),
  Effect: "Deny",
});
const state = (...Statement: readonly Part[]): string => separation({ Statement }).state;
const custodians = { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/custodian*` } };
const others = { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/custodian*` } };
const throughS3 = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };

describe("a key's policy", () => {
  it("is mixed where the account as a whole may do everything, and says who may do what", () => {
    expect(separation({ Statement: allow(root, "kms:*") })).toEqual({
      state: "mixed",
      found: `arn:aws:iam::${ACCOUNT}:root may kms:putkeypolicy and kms:decrypt`,
      path: "policy.Statement",
    });
    expect(state(allow({ AWS: ACCOUNT }, "*"))).toBe("mixed");
    expect(state(allow("*", "kms:*", { StringEquals: { "kms:CallerAccount": ACCOUNT } }))).toBe("mixed");
  });

  it("is separated where one role administers and another uses", () => {
    expect(separation({ Statement: [allow(role("keeper"), ADMINISTER), allow(role("portal"), USE)] })).toEqual({
      state: "separated",
      found: "nobody administers the key and uses it as well",
      path: "policy",
    });
    expect(state(allow(role("keeper"), ADMINISTER), allow(role("keeper"), USE))).toBe("mixed");
  });

  it("counts the account's root as everybody in the account, and the root user as one", () => {
    expect(state(allow(role("keeper"), ADMINISTER), allow(root, USE))).toBe("mixed");
    expect(state(allow({ AWS: "arn:aws:iam::999988887777:role/keeper" }, ADMINISTER), allow(root, USE))).toBe(
      "separated",
    );
    const rootUser = { ArnEquals: { "aws:PrincipalArn": root.AWS } };
    expect(state(allow(root, ADMINISTER, rootUser), allow(role("portal"), USE))).toBe("separated");
    expect(state(allow(root, ADMINISTER, rootUser), allow(root, USE))).toBe("mixed");
    expect(state(allow(root, "kms:*", rootUser))).toBe("mixed");
  });

  it("is mixed where nobody is named as custodian, though the users use through a service", () => {
    expect(separation({ Statement: [allow(root, ADMINISTER), allow(root, USE, throughS3)] })).toEqual({
      state: "mixed",
      found: `arn:aws:iam::${ACCOUNT}:root may kms:putkeypolicy and kms:decrypt`,
      path: "policy.Statement[1]",
    });
    expect(state(allow(root, ADMINISTER, custodians), allow(root, USE, throughS3))).toBe("separated");
    expect(state(allow(root, ADMINISTER, others), allow(root, USE, throughS3))).toBe("separated");
    expect(state(allow(root, "kms:CreateGrant"), allow(root, USE, throughS3))).toBe("mixed");
    expect(state(allow(root, ADMINISTER), allow(role("portal"), USE, throughS3), deny(USE, {}, role("portal")))).toBe(
      "separated",
    );
  });

  it("takes a session for its role, with or without a path", () => {
    const session = { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/keeper/morning` };
    expect(state(allow(session, ADMINISTER), allow(role("keeper"), USE))).toBe("mixed");
    expect(state(allow(session, ADMINISTER), allow(role("staff/keeper"), USE))).toBe("mixed");
    expect(state(allow(session, ADMINISTER), allow(role("gatekeeper"), USE))).toBe("separated");
  });

  it("counts conditions on who calls", () => {
    expect(state(allow(root, ADMINISTER, custodians), allow(role("portal"), USE))).toBe("separated");
    expect(state(allow(root, ADMINISTER, custodians), allow(role("custodian-a"), USE))).toBe("mixed");
    expect(state(allow(root, ADMINISTER, custodians), allow(root, USE, others))).toBe("separated");
    const team = (name: string): Part => ({ StringEquals: { "aws:PrincipalTag/team": name } });
    expect(state(allow(root, ADMINISTER, team("keys")), allow(root, USE, team("portal")))).toBe("separated");
    expect(state(allow(root, ADMINISTER, team("keys")), allow(root, USE, team("keys")))).toBe("mixed");
    const absentToo = { StringEqualsIfExists: { "aws:PrincipalTag/team": "portal" } };
    expect(state(allow(root, ADMINISTER, team("keys")), allow(root, USE, absentToo))).toBe("mixed");
  });

  it("does not count conditions on how somebody calls", () => {
    const mfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    expect(state(allow(root, ADMINISTER, mfa), allow(root, USE))).toBe("mixed");
    expect(state(allow(root, "kms:*", { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }))).toBe("mixed");
  });

  it("leaves out use through a service, and only where the service is demanded", () => {
    expect(state(allow(role("keeper"), ADMINISTER), allow(root, USE, throughS3))).toBe("separated");
    expect(state(allow(role("keeper"), ADMINISTER), allow("*", USE, throughS3))).toBe("separated");
    const perhaps = { StringEqualsIfExists: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };
    expect(state(allow(role("keeper"), ADMINISTER), allow(root, USE, perhaps))).toBe("mixed");
    const not = { StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };
    expect(state(allow(role("keeper"), ADMINISTER), allow(root, USE, not))).toBe("mixed");
  });

  it("knows that only work on data has an encryption context", () => {
    const context = { StringEquals: { "kms:EncryptionContext:app": "portal" } };
    expect(state(allow(role("portal"), "kms:*", context))).toBe("mixed");
    expect(state(allow(role("portal"), ["kms:Put*", "kms:Decrypt"], context))).toBe("separated");
  });

  it("counts a grant as administration, unless it is one for an AWS resource", () => {
    const forResource = { Bool: { "kms:GrantIsForAWSResource": "true" } };
    expect(state(allow(role("portal"), [...USE, "kms:CreateGrant"]))).toBe("mixed");
    expect(state(allow(role("portal"), USE), allow(role("portal"), "kms:CreateGrant", forResource))).toBe("separated");
    expect(state(allow(role("portal"), USE), allow(role("portal"), "kms:CreateGrant", throughS3))).toBe("separated");
    expect(state(allow({ Service: "rds.amazonaws.com" }, [...USE, "kms:CreateGrant"]))).toBe("separated");
    expect(state(allow({ Service: "rds.amazonaws.com" }, "kms:*"))).toBe("mixed");
  });

  it("takes away what a Deny takes from everyone who may", () => {
    const all = allow(root, "kms:*");
    expect(
      state(all, deny(USE, {}), deny(["kms:Encrypt*", "kms:ReEncrypt*", "kms:Derive*", "kms:*Mac", "kms:Sign"], {})),
    ).toBe("separated");
    const use = ["kms:*crypt*", "kms:GenerateDataKey*", "kms:Derive*", "kms:GenerateMac", "kms:Sign"];
    expect(
      state(
        all,
        deny(use, custodians),
        deny(ADMINISTER, others),
        deny(["kms:*Grant", "kms:D*Key*", "kms:Replicate*"], others),
      ),
    ).toBe("separated");
    const elsewhere = { StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };
    expect(state(allow(role("keeper"), "kms:*"), deny(use, elsewhere))).toBe("separated");
    // Nobody in the account is kept from lifting the Deny.
    expect(state(all, deny(use, elsewhere))).toBe("mixed");
    expect(state(all, deny(use, { Bool: { "aws:SecureTransport": "false" } }))).toBe("mixed");
    expect(state(all, deny(use, {}, role("portal")))).toBe("mixed");
  });

  it("reads NotAction and NotPrincipal as all the rest", () => {
    expect(state({ Effect: "Allow", Principal: root, NotAction: "kms:Decrypt", Resource: "*" })).toBe("mixed");
    expect(state({ Effect: "Allow", NotPrincipal: role("portal"), Action: "kms:*", Resource: "*" })).toBe("mixed");
  });

  it("says what the plan leaves open", () => {
    expect(separation({ Statement: [allow({ AWS: UNKNOWN }, ADMINISTER), allow(role("portal"), USE)] })).toEqual({
      state: "unknown",
      found: `(known after apply) may kms:putkeypolicy, and arn:aws:iam::${ACCOUNT}:role/portal, who may be the same, kms:decrypt`,
      path: "policy.Statement[1]",
      cause: "whether two principals are one is known only after apply",
    });
    // Whoever it is, it may do both.
    expect(state(allow({ AWS: UNKNOWN }, "kms:*"))).toBe("mixed");
    expect(state(allow({ AWS: `arn:aws:iam::${UNKNOWN}:root` }, "kms:*"))).toBe("mixed");
    const later = { AWS: `arn:aws:iam::${UNKNOWN}:root` };
    expect(state(allow(later, ADMINISTER), allow("*", USE, throughS3))).toBe("mixed");
    expect(state(allow(later, ADMINISTER), allow(later, USE, throughS3))).toBe("mixed");
    expect(state(allow({ AWS: `arn:aws:iam::${UNKNOWN}:role/keeper` }, ADMINISTER), allow(role("portal"), USE))).toBe(
      "separated",
    );
    expect(separation(UNKNOWN)).toMatchObject({ state: "unknown", cause: "a statement is known only after apply" });
  });
});
