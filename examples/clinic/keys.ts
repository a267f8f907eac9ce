// Customer managed keys. The account administers and services use them on its behalf; nobody outside the account does either.

import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias/index.js";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";

const ADMINISTER = ["Create", "Describe", "Enable", "List", "Put", "Update", "Revoke", "Disable", "Get", "Delete"];
const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

interface KeyProps {
  readonly account: string;
  readonly region: string;
  readonly description: string;
  /** Lets CloudWatch Logs and CloudTrail of this account use the key. */
  readonly forLogs?: boolean;
}

export function key(scope: Construct, id: string, { account, region, description, forLogs = false }: KeyProps): KmsKey {
  const services = ["s3", "rds", "dynamodb", "sqs", "lambda", "secretsmanager"].map(
    (s) => `${s}.${region}.amazonaws.com`,
  );
  const root = [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }];
  const policy = new DataAwsIamPolicyDocument(scope, `${id}_key`, {
    statement: [
      {
        sid: "Administer",
        principals: root,
        actions: [...ADMINISTER.map((verb) => `kms:${verb}*`), "kms:TagResource", "kms:ScheduleKeyDeletion"],
        resources: ["*"],
      },
      {
        sid: "UseThroughServices",
        principals: root,
        actions: [...USE, "kms:CreateGrant"],
        resources: ["*"],
        condition: [{ test: "StringEquals", variable: "kms:ViaService", values: services }],
      },
      ...(forLogs ? logStatements(account, region) : []),
    ],
  });
  const made = new KmsKey(scope, id, {
    description,
    policy: policy.json,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
  });
  new KmsAlias(scope, `${id}_alias`, { name: `alias/clinic-${id}`, targetKeyId: made.keyId });
  return made;
}

function logStatements(account: string, region: string) {
  const context = `arn:aws:logs:${region}:${account}:log-group:*`;
  const trail = `arn:aws:cloudtrail:${region}:${account}:trail/clinic`;
  return [
    {
      sid: "LogGroups",
      principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
      actions: USE,
      resources: ["*"],
      condition: [{ test: "ArnLike", variable: "kms:EncryptionContext:aws:logs:arn", values: [context] }],
    },
    {
      sid: "Trail",
      principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
      actions: ["kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      condition: [{ test: "StringEquals", variable: "aws:SourceArn", values: [trail] }],
    },
  ];
}
