import { describe, expect, it } from "vitest";
import { admitsService, untiedService } from "../../../../gate/facts/policy/service-source.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const account = "111122223333";
type Part = { readonly [key: string]: Value };
const allow = (Principal: Value, part: Part = {}): Part => ({
  Effect: "Allow",
  Principal,
  Action: "sts:AssumeRole",
  ...part,
});

describe("untiedService", () => {
  const of = (part: Part = {}): ReturnType<typeof untiedService> =>
    untiedService({ Statement: [allow({ Service: "sns.amazonaws.com" }, part)] });

  it("finds a service that no source ties down", () => {
    expect(of()).toEqual({ service: "sns.amazonaws.com", path: "policy.Statement[0]" });
    expect(of({ Condition: { ArnLike: { "aws:SourceArn": "*" } } })).toEqual({
      service: "sns.amazonaws.com",
      path: "policy.Statement[0]",
    });
    expect(of({ Condition: { StringNotEquals: { "aws:SourceAccount": account } } })).toEqual({
      service: "sns.amazonaws.com",
      path: "policy.Statement[0]",
    });
  });

  it("is content with a source account, ARN or organization", () => {
    expect(of({ Condition: { StringEquals: { "AWS:SourceAccount": account } } })).toBeUndefined();
    expect(of({ Condition: { ArnLike: { "aws:SourceArn": UNKNOWN } } })).toBeUndefined();
    expect(of({ Condition: { StringLike: { "aws:SourceOrgID": "o-clinic1234" } } })).toBeUndefined();
    expect(untiedService({ Statement: [allow({ AWS: "*" })] })).toBeUndefined();
  });

  it("asks a string or an ARN of the key, not that it is there", () => {
    expect(of({ Condition: { Null: { "aws:SourceArn": "false" } } })).toEqual({
      service: "sns.amazonaws.com",
      path: "policy.Statement[0]",
    });
    expect(of({ Condition: { StringEqualsIfExists: { "aws:SourceAccount": account } } })).toBeDefined();
  });

  it("takes what a key encrypts, or the account that asked, as a source", () => {
    const logs = (part: Part) =>
      untiedService({
        Statement: [allow({ Service: "logs.us-east-1.amazonaws.com" }, { Action: "kms:Decrypt*", ...part })],
      });
    expect(logs({})).toEqual({ service: "logs.us-east-1.amazonaws.com", path: "policy.Statement[0]" });
    expect(
      logs({ Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${account}:*` } } }),
    ).toBeUndefined();
    expect(logs({ Condition: { StringEquals: { "kms:CallerAccount": account } } })).toBeUndefined();
    expect(logs({ Condition: { StringLike: { "kms:EncryptionContext:aws:logs:arn": "*" } } })).toBeDefined();
    expect(logs({ Action: "kms:DescribeKey" })).toBeUndefined();
  });

  it("asks in a role's trust only those services whose guides name the keys", () => {
    const trusted = (Service: Value, part: Part = {}) =>
      untiedService({ Statement: [allow({ Service }, part)] }, "assume_role_policy", "trust");
    expect(trusted("vpc-flow-logs.amazonaws.com")).toEqual({
      service: "vpc-flow-logs.amazonaws.com",
      path: "assume_role_policy.Statement[0]",
    });
    expect(
      trusted("vpc-flow-logs.amazonaws.com", { Condition: { StringEquals: { "aws:SourceAccount": account } } }),
    ).toBeUndefined();
    expect(trusted(["ec2.amazonaws.com", "lambda.amazonaws.com"])).toBeUndefined();
    expect(trusted(["ec2.amazonaws.com", "scheduler.amazonaws.com"])?.service).toBe("scheduler.amazonaws.com");
    expect(admitsService({ Statement: [allow({ Service: "ec2.amazonaws.com" })] }, "trust")).toBe(false);
    expect(admitsService({ Statement: [allow({ Service: "ecs-tasks.amazonaws.com" })] }, "trust")).toBe(true);
  });
});
