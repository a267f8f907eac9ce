// The patients' records.

import { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group/index.js";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Construct } from "constructs";
import { logGroup } from "./logs.ts";
import { connect, type Network } from "./network.ts";

const EXPORTS = ["postgresql", "upgrade"];

export function records(
  scope: Construct,
  { key, logKey, net }: { key: KmsKey; logKey: KmsKey; net: Network },
): DbInstance {
  const group = new SecurityGroup(scope, "records", {
    name: "clinic-records",
    description: "Records database",
    vpcId: net.vpc.id,
  });
  connect(scope, "app_to_records", net.appGroup, group, 5432);
  const subnets = new DbSubnetGroup(scope, "records_subnets", {
    name: "clinic-records",
    subnetIds: net.subnets.map((subnet) => subnet.id),
  });
  const parameters = new DbParameterGroup(scope, "records_parameters", {
    name: "clinic-records",
    family: "postgres16",
    parameter: [
      { name: "rds.force_ssl", value: "1" },
      { name: "log_connections", value: "1" },
      { name: "log_disconnections", value: "1" },
      // Not "all": the statements of the portal name patients.
      { name: "log_statement", value: "ddl" },
    ],
  });
  // RDS would create these groups itself, without a key and for ever.
  const groups = EXPORTS.map((log) =>
    logGroup(scope, `records_${log}`, `/aws/rds/instance/clinic-records/${log}`, logKey),
  );
  return new DbInstance(scope, "records_db", {
    identifier: "clinic-records",
    engine: "postgres",
    engineVersion: "16.4",
    instanceClass: "db.m6g.large",
    allocatedStorage: 100,
    dbName: "records",
    username: "portal",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: key.arn,
    iamDatabaseAuthenticationEnabled: true,
    storageEncrypted: true,
    kmsKeyId: key.arn,
    parameterGroupName: parameters.name,
    publiclyAccessible: false,
    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [group.id],
    multiAz: true,
    backupRetentionPeriod: 35,
    copyTagsToSnapshot: true,
    deletionProtection: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: "clinic-records-final",
    enabledCloudwatchLogsExports: EXPORTS,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key.arn,
    dependsOn: groups,
  });
}
