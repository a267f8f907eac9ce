import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import generated from "../../../../catalogue/generated/iam-actions.json" with { type: "json" };
import { iamBreadth, managedBreadth } from "../../../../gate/facts/policy/identity.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

type Part = { readonly [key: string]: Value };
const allow = (Action: Value, Resource: Value = "*", part: Part = {}): Part => ({
  Effect: "Allow",
  Action,
  Resource,
  ...part,
});
const deny = (Action: Value, part: Part = {}): Part => ({ Effect: "Deny", Action, Resource: "*", ...part });
const breadth = (...Statement: Value[]): ReturnType<typeof iamBreadth> => iamBreadth({ Statement });
const reasons = (...statements: Value[]): readonly string[] => breadth(...statements).reasons;

it("the generated table is what the YAML says", () => {
  expect(generated).toEqual(parse(readFileSync("catalogue/iam-actions.yaml", "utf8")));
});

describe("iamBreadth", () => {
  it("calls everything on everything full, however it is spelled", () => {
    const full = { state: "full", found: "every action on every resource" };
    expect(breadth(allow("s3:GetObject", "arn:aws:s3:::a/*"), allow(["*"]))).toMatchObject({
      ...full,
      path: "policy.Statement[1]",
    });
    expect(breadth(allow("*:*", "arn:aws:*:*:*:*"))).toMatchObject(full);
    expect(breadth(allow("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }))).toMatchObject(
      full,
    );
    // IAM is not left out, and gives all the rest.
    expect(breadth({ Effect: "Allow", NotAction: "s3:*", Resource: "*" })).toMatchObject(full);
    expect(breadth({ Action: "*", Resource: "*" })).toMatchObject(full);
  });

  it("calls named actions on named resources bounded", () => {
    const bounded = { state: "bounded", reasons: [], found: "named actions on named resources", path: "policy" };
    expect(breadth(allow(["s3:GetObject", "s3:*"], ["arn:aws:s3:::records", "arn:aws:s3:::records/*"]))).toEqual(
      bounded,
    );
    expect(breadth(allow(["ec2:Describe*", "xray:PutTraceSegments", "ecr:GetAuthorizationToken"]))).toEqual(bounded);
    expect(breadth(allow(["logs:CreateLogStream", "logs:PutLogEvents"], "arn:aws:logs:*:*:*"))).toEqual(bounded);
    expect(breadth(allow("s3:PutObject", UNKNOWN), deny("*"))).toEqual(bounded);
    expect(
      breadth(allow("dynamodb:PutItem", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } })),
    ).toEqual(bounded);
    expect(breadth()).toEqual(bounded);
  });

  it("names each reason", () => {
    expect(breadth(allow("s3:*"))).toEqual({
      state: "broad",
      reasons: ["data-access", "permissions-management", "service-wide", "unconstrained-write", "wildcard-resource"],
      found: "s3:* on any resource",
      path: "policy.Statement[0]",
    });
    expect(reasons(allow("*", "arn:aws:s3:::records/*"))).toEqual(["wildcard-action"]);
    expect(reasons(allow("sts:AssumeRole"))).toEqual([
      "any-role",
      "credentials-exposure",
      "unconstrained-write",
      "wildcard-resource",
    ]);
    expect(reasons(allow("sts:AssumeRole", "arn:aws:iam::*:role/*"))).toEqual(["any-role", "credentials-exposure"]);
    expect(reasons(allow("sts:AssumeRole", "arn:aws:iam::111122223333:role/reader"))).toEqual([]);
    expect(reasons(allow("iam:PassRole"))).toEqual(["any-role", "unconstrained-write", "wildcard-resource"]);
    expect(reasons(allow("iam:PassRole", "arn:aws:iam::111122223333:role/*"))).toEqual(["any-role"]);
    expect(reasons(allow("iam:PassRole", "arn:aws:iam::111122223333:role/task"))).toEqual([]);
    expect(reasons(allow("kms:CreateGrant", "arn:aws:kms:*:111122223333:key/*"))).toEqual(["permissions-management"]);
    expect(reasons(allow("secretsmanager:GetSecretValue"))).toEqual(["data-access", "wildcard-resource"]);
    expect(reasons({ Effect: "Allow", NotAction: ["iam:*", "organizations:*"], Resource: "*" })).toContain(
      "unconstrained-write",
    );
  });

  it("finds escalation over several statements, and not once a Deny takes a part", () => {
    const pass = allow("iam:PassRole", "arn:aws:iam::111122223333:role/*");
    expect(breadth(pass, allow("lambda:*"))).toMatchObject({
      state: "broad",
      reasons: expect.arrayContaining(["privilege-escalation"]),
    });
    expect(reasons(pass, allow("ec2:RunInstances"))).toContain("privilege-escalation");
    expect(reasons(pass, allow("ec2:RunInstances"), deny("iam:PassRole"))).not.toContain("privilege-escalation");
    expect(
      reasons(
        pass,
        allow("ec2:RunInstances"),
        deny("ec2:*", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }),
      ),
    ).toContain("privilege-escalation");
    expect(
      reasons(allow("iam:PassRole", "arn:aws:iam::111122223333:role/reader"), allow("ec2:RunInstances")),
    ).not.toContain("privilege-escalation");
    expect(reasons(allow("iam:*"), { Effect: "Deny", NotAction: "s3:*", Resource: "*" })).not.toContain(
      "privilege-escalation",
    );
  });

  it("is unknown where what decides is known only after apply", () => {
    expect(breadth(allow(UNKNOWN))).toEqual({
      state: "unknown",
      reasons: [],
      found: "known after apply",
      path: "policy.Statement[0]",
      cause: "part of the policy is known only after apply",
    });
    expect(breadth(allow(UNKNOWN, "arn:aws:s3:::records/*")).state).toBe("bounded");
    expect(breadth(UNKNOWN).state).toBe("unknown");
    expect(breadth(UNKNOWN, allow("*")).state).toBe("full");
    expect(iamBreadth(UNKNOWN, "inline_policy[0].policy")).toMatchObject({
      state: "unknown",
      path: "inline_policy[0].policy",
    });
  });
});

it("managedBreadth knows the policies of AWS by name, and no others", () => {
  const of = (name: string): string | undefined => managedBreadth(`arn:aws:iam::aws:policy/${name}`)?.state;
  expect(
    [
      "AdministratorAccess",
      "IAMFullAccess",
      "PowerUserAccess",
      "AmazonS3FullAccess",
      "ReadOnlyAccess",
      "service-role/AWSLambdaBasicExecutionRole",
    ].map(of),
  ).toEqual(["full", "full", "broad", "broad", "bounded", "bounded"]);
  expect(managedBreadth("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")?.state).toBe("full");
  expect(managedBreadth("arn:aws:iam::111122223333:policy/AdministratorAccess")).toBeUndefined();
});
