// Keys, secrets, users and roles.

import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment/index.js";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret/index.js";
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
  new KmsKey(scope, "archive", { description: "Old exports", isEnabled: false, enableKeyRotation: true });
  new SecretsmanagerSecret(scope, "partner_token", { name: "portal/partner-token", kmsKeyId: key.arn });
  new BackupVault(scope, "vault", { name: "portal", kmsKeyArn: key.arn });

  const everything = new IamPolicy(scope, "everything", {
    name: "portal-everything",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  });
  const contractor = new IamUser(scope, "contractor", { name: "contractor" });
  new IamUserPolicyAttachment(scope, "contractor_everything", { user: contractor.name, policyArn: everything.arn });
  new IamRole(scope, "partner", {
    name: "portal-partner",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
    }),
  });
  return { key };
}
