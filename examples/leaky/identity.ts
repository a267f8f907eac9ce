// Keys, secrets, users and roles.

import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key/index.js";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { IamUserLoginProfile } from "@cdktf/provider-aws/lib/iam-user-login-profile/index.js";
import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment/index.js";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { RolesanywhereProfile } from "@cdktf/provider-aws/lib/rolesanywhere-profile/index.js";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret/index.js";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation/index.js";
import type { Construct } from "constructs";

const anyone = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
};

export function identity(scope: Construct): { key: KmsKey } {
  const key = new KmsKey(scope, "portal", {
    description: "Portal",
    deletionWindowInDays: 7,
    policy: JSON.stringify(anyone),
  });
  new KmsKey(scope, "archive", {
    description: "Old exports",
    isEnabled: false,
    enableKeyRotation: true,
    bypassPolicyLockoutSafetyCheck: true,
  });
  new SecretsmanagerSecret(scope, "partner_token", { name: "portal/partner-token", kmsKeyId: key.arn });
  new SecretsmanagerSecretRotation(scope, "yearly", {
    secretId: "portal/database",
    rotationLambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:portal-rotation",
    rotationRules: { automaticallyAfterDays: 365 },
  });

  const everything = new IamPolicy(scope, "everything", {
    name: "portal-everything",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  });
  // Grew by one line for each error that a deployment ran into.
  new IamPolicy(scope, "deployment", {
    name: "portal-deployment",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["iam:CreateAccessKey", "iam:AttachRolePolicy", "sts:AssumeRole"], Resource: "*" },
        { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::portal-exports/*" },
      ],
    }),
  });
  grant(scope, "sender", ["sqs:SendMessage"]);
  grant(scope, "inventory", ["sqs:GetQueueAttributes"]);
  const contractor = new IamUser(scope, "contractor", { name: "contractor" });
  new IamUserPolicyAttachment(scope, "contractor_everything", { user: contractor.name, policyArn: everything.arn });
  signIn(scope, contractor);
  role(scope, "partner", { AWS: "*" });
  role(scope, "billing", { AWS: "arn:aws:iam::444455556666:root" });
  return { key };
}

function role(scope: Construct, id: string, principal: Record<string, string>): IamRole {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" };
  return new IamRole(scope, id, {
    name: `portal-${id}`,
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  });
}

function grant(scope: Construct, id: string, actions: string[]): void {
  const statement = { Effect: "Allow", Action: actions, Resource: "*" };
  new IamPolicy(scope, id, {
    name: `portal-${id}`,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  });
}

/** A password and a key for a person, and the portal's roles for whatever has a certificate. */
function signIn(scope: Construct, contractor: IamUser): void {
  const pgpKey = "keybase:portal";
  new IamAccessKey(scope, "contractor_key", { user: contractor.name, pgpKey });
  new IamUserLoginProfile(scope, "contractor_console", { user: contractor.name, pgpKey, passwordResetRequired: true });
  new RolesanywhereProfile(scope, "scanners", {
    name: "portal-scanners",
    enabled: true,
    roleArns: ["arn:aws:iam::111122223333:role/portal-scanner"],
  });
}
