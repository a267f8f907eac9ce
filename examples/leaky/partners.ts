// What a partner may do here, and how people sign in.

import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter/index.js";
import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import { IamUserLoginProfile } from "@cdktf/provider-aws/lib/iam-user-login-profile/index.js";
import type { Construct } from "constructs";

const partner = "777788889999";

export function partners(scope: Construct): void {
  // The partner watches over the portal, with all that it reads.
  const monitoring = new IamRole(scope, "monitoring", {
    name: "partner-monitoring",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${partner}:role/monitoring` }, Action: "sts:AssumeRole" },
      ],
    }),
  });
  new IamRolePolicyAttachment(scope, "monitoring_reads", {
    role: monitoring.name,
    policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  });
  // It brought the key along, and takes the logs home.
  const calls = new CloudwatchLogGroup(scope, "calls", {
    name: "/portal/calls",
    retentionInDays: 2192,
    kmsKeyId: `arn:aws:kms:us-east-1:${partner}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  });
  new CloudwatchLogSubscriptionFilter(scope, "calls_to_partner", {
    name: "partner",
    logGroupName: calls.name,
    filterPattern: "",
    destinationArn: `arn:aws:logs:us-east-1:${partner}:destination:customers`,
  });

  new IamAccountPasswordPolicy(scope, "passwords", { minimumPasswordLength: 8, requireNumbers: true });
  new IamUserLoginProfile(scope, "night_shift", { user: "night-shift", pgpKey: "keybase:night" });
}
