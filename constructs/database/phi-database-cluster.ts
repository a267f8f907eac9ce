// An Aurora cluster that only members of its network reach, over TLS, and whose statements are on record. 164.312(a)(1), 164.312(b).

import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import {
  type Construct,
  DbSubnetGroup,
  type IamRole,
  type IamRolePolicyAttachment,
  RdsCluster,
  RdsClusterInstance,
  RdsClusterParameterGroup,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { type ClusterEngine, ENGINES, majorVersion } from "./engines.ts";
import {
  allowDatabase,
  BACKUP_DAYS,
  CLAIMS,
  IDENTIFIER_LIMIT,
  logGroups,
  MASTER_USER,
  MONITORING_SECONDS,
  monitoringRole,
} from "./parts.ts";

/** The smallest class for production that Aurora recommends; our choice. */
const INSTANCE_CLASS = "db.r7g.large";

/** The network is required. */
export interface PhiDatabaseClusterProps extends PhiConstructProps, BackedUpProps {
  /**
   * Network whose private subnets the cluster stands in.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
  /**
   * Engine: `aurora-postgresql` or `aurora-mysql`.
   *
   * @default aurora-postgresql
   */
  readonly engine?: ClusterEngine;
  /**
   * Version, a major one (`17`, `8.0`) or a full one.
   *
   * @default - Aurora PostgreSQL 17 or Aurora MySQL 3 (`8.0`); minor upgrades come by themselves
   * @throws {ConstructError} `VERSION_INVALID` for a version that the parameters are not known to fit
   */
  readonly engineVersion?: string;
  /**
   * Class of each instance.
   *
   * @default db.r7g.large - our choice
   */
  readonly instanceClass?: string;
  /**
   * Number of instances, in different zones: one writes, the others read and take over.
   *
   * @default 2
   * @throws {ConstructError} `INSTANCES_OUT_OF_RANGE` below 2 (nobody would take over) or above 16 (the service's limit)
   * @see 45 CFR 164.308(a)(7)(ii)(C), emergency mode operation plan (required)
   */
  readonly instances?: number;
  /**
   * Name of a database to create.
   *
   * @default - none beside the engine's own
   */
  readonly databaseName?: string;
  /**
   * Key of storage, backups, performance data, logs and master password.
   *
   * @default - a key of the cluster's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * An Aurora cluster. People and programs log in with IAM; the master user's password is made and rotated by RDS and stands in no state
 * file.
 *
 * @see 45 CFR 164.312(a)(1), access control (standard)
 */
export class PhiDatabaseCluster extends PhiConstruct implements Connectable {
  readonly resource: RdsCluster;
  readonly key: PhiKey;
  readonly securityGroup: SecurityGroup;
  /** TCP, for `connect(member, cluster, cluster.port)`. */
  readonly port: number;
  /** Identifier, known at synthesis. */
  readonly identifier: string;

  /** @throws {ConstructError} `NETWORK_FOREIGN`, `VERSION_INVALID`, `INSTANCES_OUT_OF_RANGE`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiDatabaseClusterProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { engine = "aurora-postgresql", instances = 2, network } = props;
    const { account, partition, region } = this.site;
    const { defaultVersion, exports, parameters, port } = ENGINES[engine];
    const { engineVersion = defaultVersion } = props;
    const major = majorVersion(this, engine, engineVersion);
    if (!Number.isInteger(instances) || instances < 2 || instances > 16)
      throw new ConstructError("INSTANCES_OUT_OF_RANGE", `instances must be 2 to 16, got ${instances}`, this);
    this.port = port;
    // Instances take the identifier and a number of two digits.
    this.identifier = shortName(this.physicalName, IDENTIFIER_LIMIT - 3);
    this.key = props.key ?? new PhiKey(this, "Key");
    allowDatabase(this, this.key, "rds");
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    const subnets = new DbSubnetGroup(this, "Subnets", {
      name: this.physicalName,
      subnetIds: network.subnets.map((subnet) => subnet.id),
    });
    const logs = logGroups(this, `/aws/rds/cluster/${this.identifier}`, exports, this.key, this.dataClass);
    const parameterGroup = new RdsClusterParameterGroup(this, "Parameters", {
      name: `${shortName(this.physicalName, 240)}-${major.replaceAll(".", "-")}`,
      family: `${engine}${major}`,
      parameter: parameters.map((parameter) => ({ ...parameter })),
      // A major upgrade moves the cluster to the group of the new family, and only then removes the old one.
      lifecycle: { createBeforeDestroy: true },
    });
    this.resource = this.claim(
      new RdsCluster(this, "Resource", {
        clusterIdentifier: this.identifier,
        engine,
        engineVersion,
        storageEncrypted: true,
        kmsKeyId: this.key.arn,
        ...(props.databaseName !== undefined && { databaseName: props.databaseName }),
        masterUsername: MASTER_USER,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: this.key.arn,
        iamDatabaseAuthenticationEnabled: true,
        port,
        dbSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [this.securityGroup.id],
        dbClusterParameterGroupName: parameterGroup.name,
        enabledCloudwatchLogsExports: [...exports],
        backupRetentionPeriod: BACKUP_DAYS,
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: false,
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${this.identifier}-final`,
        dependsOn: logs.map((log) => log.resource),
      }),
      ...CLAIMS,
      ...backupClaims(props.backup),
    );
    const monitoring = monitoringRole(this, `arn:${partition}:rds:${region}:${account}:db:${this.identifier}-*`);
    for (let number = 1; number <= instances; number += 1)
      this.instance(number, engine, props.instanceClass ?? INSTANCE_CLASS, subnets, monitoring);
    backUp(
      { store: this, arn: this.resource.arn, type: "Aurora", isContinuous: true, key: this.key },
      props.backup,
      (accepted) => this.accept(this.resource, accepted),
    );
  }

  private instance(
    number: number,
    engine: ClusterEngine,
    instanceClass: string,
    subnets: DbSubnetGroup,
    { role, ready }: { readonly role: IamRole; readonly ready: IamRolePolicyAttachment },
  ): void {
    this.claim(
      new RdsClusterInstance(this, `Instance${number}`, {
        identifier: `${this.identifier}-${number}`,
        clusterIdentifier: this.resource.id,
        engine,
        instanceClass,
        dbSubnetGroupName: subnets.name,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        copyTagsToSnapshot: true,
        monitoringInterval: MONITORING_SECONDS,
        monitoringRoleArn: role.arn,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: this.key.arn,
        dependsOn: [ready],
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "exposure.public_endpoint",
      "exposure.restricted_endpoint",
    );
  }
}
