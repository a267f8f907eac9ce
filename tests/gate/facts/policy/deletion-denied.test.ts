import { expect, it } from "vitest";
import { deletionDenied } from "../../../../gate/facts/policy/deletion-denied.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

type Part = { readonly [key: string]: Value };
const all = [
  "backup:DeleteRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
  "backup:PutBackupVaultAccessPolicy",
  "backup:DeleteBackupVaultAccessPolicy",
];
const deny = (part: Part = {}): Part => ({ Effect: "Deny", Principal: "*", Action: all, Resource: "*", ...part });
const said = (...statements: readonly Value[]) => deletionDenied({ Statement: statements });
const state = (...statements: readonly Value[]): string => said(...statements).state;
const role = "arn:aws:iam::111122223333:role/break-glass";

it("holds where all four actions are denied to everyone", () => {
  expect(said(deny())).toEqual({
    state: "denied",
    found: "a Deny on deleting recovery points",
    path: "policy.Statement[0]",
  });
  expect(state(deny({ Principal: { AWS: "*" }, Action: "backup:*" }))).toBe("denied");
  expect(state(...all.map((Action) => deny({ Action })))).toBe("denied");
  expect(state(deny({ Action: null, NotAction: ["backup:Describe*", "backup:CopyIntoBackupVault"] }))).toBe("denied");
});

it("names what is not denied", () => {
  expect(said(deny({ Action: all.slice(0, 2) }))).toEqual({
    state: "open",
    found: "not denied to everyone: backup:PutBackupVaultAccessPolicy, backup:DeleteBackupVaultAccessPolicy",
    path: "policy",
  });
  expect(state(deny({ Effect: "Allow" }))).toBe("open");
  expect(state()).toBe("open");
  expect(state(deny({ Action: null, NotAction: ["backup:Delete*"] }))).toBe("open");
});

it("lets named principals through, and nobody by a wildcard", () => {
  const exempt = (operator: string, arn: Value): string =>
    state(deny({ Condition: { [operator]: { "aws:PrincipalArn": arn } } }));
  expect(exempt("ArnNotLike", role)).toBe("denied");
  expect(exempt("StringNotEquals", [role, UNKNOWN])).toBe("denied");
  expect(exempt("ArnNotLike", "arn:aws:iam::111122223333:role/aws-reserved/*/AWSReservedSSO_BreakGlass_*")).toBe(
    "denied",
  );
  expect(exempt("ArnNotLike", "arn:aws:iam::111122223333:role/aws-reserved/*/AWSReservedSSO_*")).toBe("open");
  expect(exempt("ArnNotLike", "arn:aws:iam::111122223333:role/*")).toBe("open");
  expect(exempt("ArnNotLike", "*")).toBe("open");
  expect(exempt("ArnLike", role)).toBe("open");
  expect(state(deny({ Principal: null, NotPrincipal: { AWS: role } }))).toBe("denied");
  expect(state(deny({ Principal: null, NotPrincipal: "*" }))).toBe("open");
  expect(state(deny({ Principal: { AWS: role } }))).toBe("open");
  expect(state(deny({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } }))).toBe("open");
});

it("asks that recovery points are reached, whose ARN often is another service's", () => {
  const vault = "arn:aws:backup:us-east-1:111122223333:backup-vault:central";
  expect(state(deny({ Resource: vault }))).toBe("open");
  expect(state(deny({ Action: all.slice(0, 2) }), deny({ Action: all.slice(2), Resource: vault }))).toBe("denied");
  expect(state(deny({ Action: all.slice(0, 2) }), deny({ Action: all.slice(2), Resource: UNKNOWN }))).toBe("denied");
});

it("is unknown where a statement is", () => {
  expect(said(deny({ Action: all.slice(0, 1) }), UNKNOWN)).toEqual({
    state: "unknown",
    found: "known after apply",
    path: "policy",
    cause: "a statement is known only after apply",
  });
});
