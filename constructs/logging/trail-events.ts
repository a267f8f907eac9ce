// What the calls of an account are counted for, and from how many on somebody is told: 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(C).

/** A rule of thumb apart from a single mistyped call; our choice. */
const DENIED_CALLS = 5;
/** Three tries in five minutes; our choice. */
const FAILED_SIGN_INS = 3;

/** One thing that is counted. */
export interface TrailAlarm {
  /** Ends the id of the filter and of the alarm. */
  readonly id: string;
  readonly description: string;
  /** Filter pattern of CloudWatch Logs. */
  readonly pattern: string;
  /** Events within five minutes that raise the alarm. */
  readonly atLeast: number;
}

const anyOf = (names: readonly string[]): string => names.map((name) => `($.eventName=${name})`).join(" || ");
const calls = (...names: readonly string[]): string => `{${anyOf(names)}}`;
const callsOf = (service: string, ...names: readonly string[]): string =>
  `{($.eventSource=${service}.amazonaws.com) && (${anyOf(names)})}`;

/**
 * The CIS AWS Foundations Benchmark's list, term by term: AWS Security Hub passes no other patterns.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
const CIS: readonly TrailAlarm[] = [
  {
    id: "RootUse",
    description: "The root user is used",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
    atLeast: 1,
  },
  {
    id: "UnauthorizedCalls",
    description: "Calls are refused for lack of permission",
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
    atLeast: DENIED_CALLS,
  },
  {
    id: "SignInWithoutMfa",
    description: "A user signs in without a second factor",
    pattern:
      '{($.eventName="ConsoleLogin") && ($.additionalEventData.MFAUsed !="Yes") && ($.userIdentity.type="IAMUser") && ($.responseElements.ConsoleLogin="Success")}',
    atLeast: 1,
  },
  {
    id: "FailedSignIns",
    description: "Sign-ins to the console fail",
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
    atLeast: FAILED_SIGN_INS,
  },
  {
    id: "IamPolicyChanges",
    description: "A policy of IAM is changed, attached or detached",
    pattern: callsOf(
      "iam",
      "DeleteGroupPolicy",
      "DeleteRolePolicy",
      "DeleteUserPolicy",
      "PutGroupPolicy",
      "PutRolePolicy",
      "PutUserPolicy",
      "CreatePolicy",
      "DeletePolicy",
      "CreatePolicyVersion",
      "DeletePolicyVersion",
      "AttachRolePolicy",
      "DetachRolePolicy",
      "AttachUserPolicy",
      "DetachUserPolicy",
      "AttachGroupPolicy",
      "DetachGroupPolicy",
    ),
    atLeast: 1,
  },
  {
    id: "TrailChanges",
    description: "A trail is stopped, deleted or changed",
    pattern: calls("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    atLeast: 1,
  },
  {
    id: "KeyLoss",
    description: "A key is disabled or its deletion scheduled, in any Region",
    pattern: callsOf("kms", "DisableKey", "ScheduleKeyDeletion"),
    atLeast: 1,
  },
  {
    id: "BucketPolicyChanges",
    description: "A bucket's policy, ACL, lifecycle or replication is changed",
    pattern: callsOf(
      "s3",
      "PutBucketAcl",
      "PutBucketPolicy",
      "PutBucketCors",
      "PutBucketLifecycle",
      "PutBucketReplication",
      "DeleteBucketPolicy",
      "DeleteBucketCors",
      "DeleteBucketLifecycle",
      "DeleteBucketReplication",
    ),
    atLeast: 1,
  },
  {
    id: "ConfigChanges",
    description: "AWS Config is stopped or changed",
    pattern: callsOf(
      "config",
      "StopConfigurationRecorder",
      "DeleteDeliveryChannel",
      "PutDeliveryChannel",
      "PutConfigurationRecorder",
    ),
    atLeast: 1,
  },
  {
    id: "SecurityGroupChanges",
    description: "A security group or its rules are changed",
    pattern: calls(
      "AuthorizeSecurityGroupIngress",
      "AuthorizeSecurityGroupEgress",
      "RevokeSecurityGroupIngress",
      "RevokeSecurityGroupEgress",
      "CreateSecurityGroup",
      "DeleteSecurityGroup",
    ),
    atLeast: 1,
  },
  {
    id: "NetworkAclChanges",
    description: "A network ACL is changed",
    pattern: calls(
      "CreateNetworkAcl",
      "CreateNetworkAclEntry",
      "DeleteNetworkAcl",
      "DeleteNetworkAclEntry",
      "ReplaceNetworkAclEntry",
      "ReplaceNetworkAclAssociation",
    ),
    atLeast: 1,
  },
  {
    id: "GatewayChanges",
    description: "A gateway to other networks is made, attached or removed",
    pattern: calls(
      "CreateCustomerGateway",
      "DeleteCustomerGateway",
      "AttachInternetGateway",
      "CreateInternetGateway",
      "DeleteInternetGateway",
      "DetachInternetGateway",
    ),
    atLeast: 1,
  },
  {
    id: "RouteChanges",
    description: "A route or route table is changed",
    pattern: callsOf(
      "ec2",
      "CreateRoute",
      "CreateRouteTable",
      "ReplaceRoute",
      "ReplaceRouteTableAssociation",
      "DeleteRouteTable",
      "DeleteRoute",
      "DisassociateRouteTable",
    ),
    atLeast: 1,
  },
  {
    id: "NetworkChanges",
    description: "A VPC or a peering is made, changed or removed",
    pattern: calls(
      "CreateVpc",
      "DeleteVpc",
      "ModifyVpcAttribute",
      "AcceptVpcPeeringConnection",
      "CreateVpcPeeringConnection",
      "DeleteVpcPeeringConnection",
      "RejectVpcPeeringConnection",
      "AttachClassicLinkVpc",
      "DetachClassicLinkVpc",
      "DisableVpcClassicLink",
      "EnableVpcClassicLink",
    ),
    atLeast: 1,
  },
];

/** Calls after which a trail records less. */
export const SILENCES_TRAILS = [
  "DeleteTrail",
  "PutEventSelectors",
  "PutInsightSelectors",
  "StopLogging",
  "UpdateTrail",
] as const;
/** Calls that open buckets to everyone. */
export const OPENS_BUCKETS = [
  "DeleteAccountPublicAccessBlock",
  "DeleteBucketPublicAccessBlock",
  "PutAccountPublicAccessBlock",
  "PutBucketPublicAccessBlock",
] as const;
/** Calls that take backups away or let others do so. */
export const WEAKENS_VAULTS = [
  "DeleteBackupPlan",
  "DeleteBackupSelection",
  "DeleteBackupVault",
  "DeleteBackupVaultAccessPolicy",
  "DeleteBackupVaultLockConfiguration",
  "DeleteRecoveryPoint",
  "DisassociateRecoveryPoint",
  "PutBackupVaultAccessPolicy",
  "PutBackupVaultLockConfiguration",
  "UpdateRecoveryPointLifecycle",
] as const;

/** What the benchmark leaves out and an intruder does not. Thresholds of reads and deletions depend on the application. */
const ours = (bulkReads: number, massDeletes: number): readonly TrailAlarm[] => [
  {
    id: "PublicAccess",
    description: "A public access block is changed or removed",
    pattern: callsOf("s3", ...OPENS_BUCKETS),
    atLeast: 1,
  },
  {
    id: "VaultChanges",
    description: "A vault's lock, policy or recovery points are changed or deleted",
    pattern: callsOf("backup", ...WEAKENS_VAULTS),
    atLeast: 1,
  },
  {
    id: "DetectionChanges",
    description: "What a trail records, or who is told, is changed",
    pattern: calls(
      "PutEventSelectors",
      "PutInsightSelectors",
      "DeleteLogGroup",
      "DeleteLogStream",
      "DeleteMetricFilter",
      "DeleteAlarms",
      "DisableAlarmActions",
      "DisableRule",
      "DeleteFlowLogs",
      "DeleteDetector",
    ),
    atLeast: 1,
  },
  {
    id: "BulkReads",
    description: "Stores of ePHI are read in bulk",
    pattern: "{($.eventCategory=Data) && ($.readOnly IS TRUE)}",
    atLeast: bulkReads,
  },
  {
    id: "MassDeletes",
    description: "Stores of ePHI lose many objects or items",
    pattern: '{($.eventCategory=Data) && ($.eventName="Delete*")}',
    atLeast: massDeletes,
  },
];

/** Everything that a trail's events are counted for. */
export const trailAlarms = (bulkReads: number, massDeletes: number): readonly TrailAlarm[] => [
  ...CIS,
  ...ours(bulkReads, massDeletes),
];
