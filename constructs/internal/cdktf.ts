// The one place that imports cdktf and its AWS bindings, so that another fork of cdktf can be served by changing this file.
// Each binding comes by its own path: the package's index loads 342 MB of JavaScript.

export { BackupFramework } from "@cdktf/provider-aws/lib/backup-framework/index.js";
export { BackupLogicallyAirGappedVault } from "@cdktf/provider-aws/lib/backup-logically-air-gapped-vault/index.js";
export { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan/index.js";
export { BackupReportPlan } from "@cdktf/provider-aws/lib/backup-report-plan/index.js";
export { BackupRestoreTestingPlan } from "@cdktf/provider-aws/lib/backup-restore-testing-plan/index.js";
export { BackupRestoreTestingSelection } from "@cdktf/provider-aws/lib/backup-restore-testing-selection/index.js";
export { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection/index.js";
export { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
export { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration/index.js";
export { BackupVaultPolicy } from "@cdktf/provider-aws/lib/backup-vault-policy/index.js";
export { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
export { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js";
export { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target/index.js";
export { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
export { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js";
export { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy/index.js";
export { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
export { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition/index.js";
export {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
export { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
export { DbOptionGroup } from "@cdktf/provider-aws/lib/db-option-group/index.js";
export { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group/index.js";
export { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
export { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
export { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
export { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume/index.js";
export { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js";
export { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
export { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy/index.js";
export { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point/index.js";
export { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system/index.js";
export { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy/index.js";
export { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target/index.js";
export { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group/index.js";
export { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group/index.js";
export { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user/index.js";
export { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group/index.js";
export { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
export { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
export { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
export { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
export { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream/index.js";
export { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias/index.js";
export { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
export { KmsReplicaKey } from "@cdktf/provider-aws/lib/kms-replica-key/index.js";
export { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function/index.js";
export { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission/index.js";
export { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain/index.js";
export { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider/index.js";
export { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
export { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
export { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js";
export { RedshiftCluster } from "@cdktf/provider-aws/lib/redshift-cluster/index.js";
export { RedshiftLogging } from "@cdktf/provider-aws/lib/redshift-logging/index.js";
export { RedshiftParameterGroup } from "@cdktf/provider-aws/lib/redshift-parameter-group/index.js";
export { RedshiftSnapshotCopy } from "@cdktf/provider-aws/lib/redshift-snapshot-copy/index.js";
export { RedshiftSnapshotCopyGrant } from "@cdktf/provider-aws/lib/redshift-snapshot-copy-grant/index.js";
export { RedshiftSubnetGroup } from "@cdktf/provider-aws/lib/redshift-subnet-group/index.js";
export { RouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
export { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
export { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
export { S3BucketInventory } from "@cdktf/provider-aws/lib/s3-bucket-inventory/index.js";
export {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
export { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
export { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js";
export { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
export { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
export { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
export { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js";
export { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
export { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
export { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret/index.js";
export { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy/index.js";
export { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation/index.js";
export { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
export { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
export { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy/index.js";
export { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
export { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
export { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy/index.js";
export { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
export { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
export { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
export { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js";
export { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
export {
  Annotations,
  Aspects,
  AssetType,
  type IAspect,
  Lazy,
  TerraformAsset,
  TerraformDataSource,
  type TerraformProvider,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
export { Construct, type IConstruct } from "constructs";
