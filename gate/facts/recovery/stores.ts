// The stores that AWS Backup protects, and what it needs to know of each type.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html

import type { Resource, Value } from "../../model/types.ts";

interface StoreType {
  /** Service of the ARN. */
  readonly service: string;
  /** The resource part of the ARN; `*` for what only the service knows. */
  readonly part: (values: Resource["values"]) => string;
  /** Attribute that names the key of the live store. */
  readonly key?: string;
  /** True where AWS Backup encrypts recovery points under the vault's key, whatever the store's ("full management"). */
  readonly managed?: boolean;
  /** True where AWS Backup takes continuous backups. */
  readonly continuous?: boolean;
  /** Name of the type in the settings of a Region, by which AWS Backup is switched on. */
  readonly optIn: string;
  /** True where the switch counts even for what a selection names by type. */
  readonly mustOptIn?: boolean;
}

const text = (value: Value | undefined): string => (typeof value === "string" && value !== "" ? value : "*");
const cluster =
  (attribute = "cluster_identifier") =>
  (values: Resource["values"]): string =>
    `cluster:${text(values[attribute])}`;
const fileSystem = { service: "fsx", part: () => "file-system/*", key: "kms_key_id", optIn: "FSx" } as const;
const gatewayVolume = {
  service: "storagegateway",
  part: () => "gateway/*/volume/*",
  key: "kms_key",
  optIn: "Storage Gateway",
} as const;

const types: Readonly<Record<string, StoreType>> = {
  aws_s3_bucket: {
    service: "s3",
    part: ({ bucket }) => text(bucket),
    managed: true,
    continuous: true,
    optIn: "S3",
  },
  aws_dynamodb_table: {
    service: "dynamodb",
    part: ({ name }) => `table/${text(name)}`,
    key: "server_side_encryption[0].kms_key_arn",
    managed: true,
    optIn: "DynamoDB",
  },
  aws_db_instance: {
    service: "rds",
    part: ({ identifier }) => `db:${text(identifier)}`,
    key: "kms_key_id",
    continuous: true,
    optIn: "RDS",
  },
  aws_rds_cluster: {
    service: "rds",
    part: cluster(),
    key: "kms_key_id",
    continuous: true,
    optIn: "Aurora",
    mustOptIn: true,
  },
  aws_docdb_cluster: { service: "rds", part: cluster(), key: "kms_key_id", optIn: "DocumentDB", mustOptIn: true },
  aws_neptune_cluster: { service: "rds", part: cluster(), key: "kms_key_arn", optIn: "Neptune", mustOptIn: true },
  aws_redshift_cluster: { service: "redshift", part: cluster(), key: "kms_key_id", optIn: "Redshift" },
  aws_redshiftserverless_namespace: {
    service: "redshift-serverless",
    part: () => "namespace/*",
    key: "kms_key_id",
    optIn: "Redshift Serverless",
  },
  aws_efs_file_system: {
    service: "elasticfilesystem",
    part: () => "file-system/*",
    key: "kms_key_id",
    managed: true,
    optIn: "EFS",
  },
  aws_ebs_volume: { service: "ec2", part: () => "volume/*", key: "kms_key_id", optIn: "EBS" },
  aws_instance: { service: "ec2", part: () => "instance/*", key: "ebs_block_device[0].kms_key_id", optIn: "EC2" },
  aws_fsx_lustre_file_system: fileSystem,
  aws_fsx_windows_file_system: fileSystem,
  aws_fsx_openzfs_file_system: fileSystem,
  aws_fsx_ontap_volume: { service: "fsx", part: () => "volume/*", optIn: "FSx" },
  aws_storagegateway_cached_iscsi_volume: gatewayVolume,
  aws_storagegateway_stored_iscsi_volume: gatewayVolume,
  aws_timestreamwrite_table: {
    service: "timestream",
    part: ({ database_name, table_name }) => `database/${text(database_name)}/table/${text(table_name)}`,
    managed: true,
    optIn: "Timestream",
  },
  aws_dsql_cluster: {
    service: "dsql",
    part: () => "cluster/*",
    key: "kms_encryption_key",
    managed: true,
    optIn: "DSQL",
  },
};

/** What AWS Backup knows of the type; undefined for what it does not protect. */
export const storeType = (type: string): StoreType | undefined =>
  Object.hasOwn(types, type) ? types[type] : undefined;

const partitionOf = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/** ARN of a store as far as the plan says it: `*` stands for what is known only after apply. */
export function arnOf({ type, values, region, account }: Resource): string {
  if (typeof values.arn === "string" && values.arn.startsWith("arn:")) return values.arn;
  const store = storeType(type);
  if (!store) return "*";
  const partition = partitionOf(region ?? "");
  if (store.service === "s3") return `arn:${partition}:s3:::${store.part(values)}`;
  return `arn:${partition}:${store.service}:${region ?? "*"}:${account ?? "*"}:${store.part(values)}`;
}
