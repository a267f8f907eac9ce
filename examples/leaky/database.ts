// The patients' records, a copy for reports, a snapshot that a vendor asked for, the search over all of it, and a warehouse.

import { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { DbSnapshot } from "@cdktf/provider-aws/lib/db-snapshot/index.js";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
import { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain/index.js";
import { RedshiftserverlessWorkgroup } from "@cdktf/provider-aws/lib/redshiftserverless-workgroup/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Construct } from "constructs";
import type { Network } from "./network.ts";

export function database(scope: Construct, net: Network): void {
  const subnets = new DbSubnetGroup(scope, "records_subnets", {
    name: "portal-records",
    subnetIds: net.subnets.map((subnet) => subnet.id),
  });
  const records = new DbInstance(scope, "records", {
    identifier: "portal-records",
    engine: "postgres",
    engineVersion: "12.4",
    instanceClass: "db.t3.medium",
    allocatedStorage: 50,
    dbName: "records",
    username: "portal",
    password: "Welcome-2-the-portal",
    publiclyAccessible: true,
    autoMinorVersionUpgrade: false,
    caCertIdentifier: "rds-ca-2019",
    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [net.open.id],
    backupRetentionPeriod: 1,
    skipFinalSnapshot: true,
    tags: { DataClass: "ephi" },
  });
  new DbInstance(scope, "reporting", {
    identifier: "portal-reporting",
    replicateSourceDb: records.identifier,
    instanceClass: "db.t3.medium",
    skipFinalSnapshot: true,
    tags: { DataClass: "none" },
  });
  new DbSnapshot(scope, "for_vendor", {
    dbInstanceIdentifier: records.identifier,
    dbSnapshotIdentifier: "portal-for-vendor",
    sharedAccounts: ["all"],
  });
  new OpensearchDomain(scope, "search", {
    domainName: "portal-search",
    engineVersion: "OpenSearch_2.17",
    ebsOptions: { ebsEnabled: true, volumeSize: 20 },
    encryptAtRest: { enabled: true },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
    vpcOptions: { subnetIds: net.subnets.slice(0, 1).map((subnet) => subnet.id), securityGroupIds: [net.open.id] },
    tags: { DataClass: "ephi" },
  });
  const analysts = new SecurityGroup(scope, "analysts", {
    name: "portal-analysts",
    ingress: [{ protocol: "tcp", fromPort: 5000, toPort: 6000, cidrBlocks: ["10.0.0.0/16"] }],
  });
  new RedshiftserverlessWorkgroup(scope, "statistics", {
    namespaceName: "portal-statistics",
    workgroupName: "portal-statistics",
    securityGroupIds: [analysts.id],
    tags: { DataClass: "ephi" },
  });
}
