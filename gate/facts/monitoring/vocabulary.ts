// The events that somebody must hear of, as CloudTrail writes them; of July 2025.
// The first fourteen are those of the CIS AWS Foundations Benchmark, which knows no calls newer than it is: what opens a bucket, a
// vault or a key, or ends the watch itself, stands beside them.
// https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

/** An event as the trail's log group and Amazon EventBridge get it. */
export interface SampleEvent {
  /** What to call it where nobody hears it. */
  readonly name: string;
  /** Source and detail type of EventBridge. */
  readonly source: string;
  readonly detailType: string;
  readonly detail: Detail;
  /** Services without Regions show their calls in one Region only. */
  readonly isGlobal: boolean;
}
export interface Detail {
  readonly [key: string]: string | boolean | Detail;
}

/** Events of one meaning. */
export interface Family {
  readonly title: string;
  readonly events: readonly SampleEvent[];
  /** Single events say little: how many raise an alarm is the owner's to say. */
  readonly repeated?: true;
  /** Asked only where the plan holds a resource of such a type. */
  readonly where?: RegExp;
  /** Asked only of a trail of which this attribute is set. */
  readonly when?: "insight_selector" | "is_organization_trail";
}

const GLOBAL = new Set(["iam", "signin", "organizations"]);
const person = { type: "IAMUser", principalId: "AIDAEXAMPLE", accountId: "111122223333", userName: "somebody" };

function event(service: string, name: string, more: Detail = {}): SampleEvent {
  const detail = {
    eventVersion: "1.10",
    eventType: "AwsApiCall",
    eventCategory: "Management",
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    sourceIPAddress: "203.0.113.10",
    userAgent: "aws-cli/2.15.0",
    readOnly: false,
    managementEvent: true,
    userIdentity: person,
    ...more,
  };
  const detailType =
    detail.eventType === "AwsConsoleSignIn" ? "AWS Console Sign In via CloudTrail" : "AWS API Call via CloudTrail";
  return { name, source: `aws.${service}`, detailType, detail, isGlobal: GLOBAL.has(service) };
}

const calls = (service: string, names: string): readonly SampleEvent[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => event(service, name));

const signIn = (result: "Success" | "Failure", mfa: "Yes" | "No", more: Detail = {}): SampleEvent =>
  event("signin", "ConsoleLogin", {
    eventType: "AwsConsoleSignIn",
    responseElements: { ConsoleLogin: result },
    additionalEventData: { MFAUsed: mfa, MobileVersion: "No" },
    ...more,
  });

const root = { type: "Root", principalId: "111122223333", accountId: "111122223333" };

/** What nobody may do unheard. */
export const WATCHED_EVENTS: readonly Family[] = [
  {
    title: "root use",
    events: [event("iam", "CreateAccessKey", { userIdentity: root }), signIn("Success", "Yes", { userIdentity: root })],
  },
  {
    title: "refused calls",
    repeated: true,
    events: [
      event("ec2", "RunInstances", { errorCode: "Client.UnauthorizedOperation", errorMessage: "not authorized" }),
      event("secretsmanager", "GetSecretValue", { errorCode: "AccessDenied", errorMessage: "not authorized" }),
      event("kms", "Decrypt", { errorCode: "AccessDeniedException", errorMessage: "not authorized" }),
    ],
  },
  { title: "sign-in without MFA", events: [signIn("Success", "No")] },
  {
    title: "failed sign-ins",
    repeated: true,
    events: [signIn("Failure", "No", { errorMessage: "Failed authentication" })],
  },
  { title: "trail changes", events: calls("cloudtrail", "UpdateTrail DeleteTrail StopLogging") },
  { title: "disabled or deleted keys", events: calls("kms", "DisableKey ScheduleKeyDeletion") },
  {
    title: "bucket policy changes",
    events: calls(
      "s3",
      `PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication
       DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication`,
    ),
  },
];

/** Changes of what protects the account and of what watches it. */
export const WATCHED_CHANGES: readonly Family[] = [
  {
    title: "IAM policy changes",
    events: calls(
      "iam",
      `DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy PutUserPolicy CreatePolicy
       DeletePolicy CreatePolicyVersion DeletePolicyVersion AttachRolePolicy DetachRolePolicy AttachUserPolicy
       DetachUserPolicy AttachGroupPolicy DetachGroupPolicy`,
    ),
  },
  {
    title: "Config changes",
    events: calls(
      "config",
      "StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel PutConfigurationRecorder",
    ),
  },
  {
    title: "security group changes",
    events: calls(
      "ec2",
      `AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress
       RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup`,
    ),
  },
  {
    title: "network ACL changes",
    events: calls(
      "ec2",
      `CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry
       ReplaceNetworkAclAssociation`,
    ),
  },
  {
    title: "gateway changes",
    events: calls(
      "ec2",
      `CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway
       DeleteInternetGateway DetachInternetGateway`,
    ),
  },
  {
    title: "route changes",
    events: calls(
      "ec2",
      `CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable DeleteRoute
       DisassociateRouteTable`,
    ),
  },
  {
    title: "VPC changes",
    events: calls(
      "ec2",
      `CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection
       DeleteVpcPeeringConnection RejectVpcPeeringConnection`,
    ),
  },
  {
    title: "organisation changes",
    when: "is_organization_trail",
    events: calls(
      "organizations",
      `AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy DeclineHandshake
       DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy DisablePolicyType EnablePolicyType
       InviteAccountToOrganization LeaveOrganization MoveAccount RemoveAccountFromOrganization UpdatePolicy
       UpdateOrganizationalUnit`,
    ),
  },
  {
    title: "public access block changes",
    where: /^aws_s3_bucket$/,
    events: calls(
      "s3",
      `DeleteAccountPublicAccessBlock DeleteBucketPublicAccessBlock PutAccountPublicAccessBlock
       PutBucketPublicAccessBlock`,
    ),
  },
  {
    title: "vault changes",
    where: /^aws_backup_(logically_air_gapped_)?vault$/,
    events: calls(
      "backup",
      `DeleteBackupVault DeleteBackupVaultAccessPolicy DeleteBackupVaultLockConfiguration DeleteRecoveryPoint
       PutBackupVaultAccessPolicy PutBackupVaultLockConfiguration UpdateRecoveryPointLifecycle`,
    ),
  },
  {
    title: "key policy changes",
    where: /^aws_kms_(external_|replica_)?key$/,
    events: calls(
      "kms",
      "PutKeyPolicy CreateGrant DisableKeyRotation DeleteImportedKeyMaterial UpdateAlias DeleteAlias",
    ),
  },
  {
    title: "detection changes",
    events: [
      ...calls("cloudtrail", "PutEventSelectors PutInsightSelectors"),
      ...calls("logs", "DeleteLogGroup DeleteMetricFilter"),
      ...calls("monitoring", "DeleteAlarms DisableAlarmActions"),
      ...calls("events", "DisableRule"),
      ...calls("ec2", "DeleteFlowLogs"),
      ...calls("guardduty", "DeleteDetector"),
    ],
  },
  {
    title: "unusual rates of calls",
    when: "insight_selector",
    events: [
      {
        ...event("cloudtrail", "RunInstances", { eventType: "AwsCloudTrailInsight", eventCategory: "Insight" }),
        detailType: "AWS Insight via CloudTrail",
        // One Region that hears of them is a start: who calls at an unusual rate seldom does so in one.
        isGlobal: true,
      },
    ],
  },
];
