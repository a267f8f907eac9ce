// A relational database that only members of its network reach, over TLS, and whose statements are on record. 164.312(a)(1), 164.312(b).

import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import {
  type Construct,
  DbInstance,
  DbOptionGroup,
  DbParameterGroup,
  DbSubnetGroup,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { AUDIT_EVENTS, type DatabaseEngine, ENGINES, majorVersion } from "./engines.ts";
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

/** Two cores that do not throttle; our choice. */
const INSTANCE_CLASS = "db.m7g.large";
const STORAGE_GIB = 100;
/** How often storage may grow to by itself, so that a full disk stops nobody's care; our choice. */
const GROWTH = 10;

/** The network is required. */
export interface PhiDatabaseProps extends PhiConstructProps, BackedUpProps {
  /**
   * Network whose private subnets the database stands in.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
  /**
   * Engine: `postgres`, `mysql` or `mariadb`.
   *
   * @default postgres
   */
  readonly engine?: DatabaseEngine;
  /**
   * Version, a major one (`17`, `8.4`, `11.8`) or a full one.
   *
   * @default - PostgreSQL 17, MySQL 8.4 or MariaDB 11.8; minor upgrades come by themselves
   * @throws {ConstructError} `VERSION_INVALID` for a version that the parameters are not known to fit
   */
  readonly engineVersion?: string;
  /**
   * Instance class.
   *
   * @default db.m7g.large - our choice
   */
  readonly instanceClass?: string;
  /**
   * Storage to begin with, GiB. It grows by itself up to ten times that.
   *
   * @default 100
   * @throws {ConstructError} `STORAGE_OUT_OF_RANGE` below 20 or above 6553
   */
  readonly storageGiB?: number;
  /**
   * Name of a database to create.
   *
   * @default - none beside the engine's own
   */
  readonly databaseName?: string;
  /**
   * Key of storage, backups, performance data, logs and master password.
   *
   * @default - a key of the database's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * An RDS instance with a standby in another zone. People and programs log in with IAM; the master user's password is made and rotated by
 * RDS and stands in no state file.
 *
 * @see 45 CFR 164.312(a)(1), access control (standard)
 */
export class PhiDatabase extends PhiConstruct implements Connectable {
  readonly resource: DbInstance;
  readonly key: PhiKey;
  readonly securityGroup: SecurityGroup;
  /** TCP, for `connect(member, database, database.port)`. */
  readonly port: number;
  /** Identifier, known at synthesis. */
  readonly identifier: string;

  /** @throws {ConstructError} `NETWORK_FOREIGN`, `VERSION_INVALID`, `STORAGE_OUT_OF_RANGE`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiDatabaseProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { engine = "postgres", network, storageGiB = STORAGE_GIB } = props;
    const { account, partition, region } = this.site;
    const { defaultVersion, exports, port } = ENGINES[engine];
    const { engineVersion = defaultVersion } = props;
    const major = majorVersion(this, engine, engineVersion);
    if (!Number.isInteger(storageGiB) || storageGiB < 20 || storageGiB > 65536 / GROWTH)
      throw new ConstructError("STORAGE_OUT_OF_RANGE", `storageGiB must be 20 to 6553, got ${storageGiB}`, this);
    this.port = port;
    this.identifier = shortName(this.physicalName, IDENTIFIER_LIMIT);
    this.key = props.key ?? new PhiKey(this, "Key");
    allowDatabase(this, this.key, "rds");
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    const subnets = new DbSubnetGroup(this, "Subnets", {
      name: this.physicalName,
      subnetIds: network.subnets.map((subnet) => subnet.id),
    });
    const logs = logGroups(this, `/aws/rds/instance/${this.identifier}`, exports, this.key, this.dataClass);
    const monitoring = monitoringRole(this, `arn:${partition}:rds:${region}:${account}:db:${this.identifier}`);
    const audit = this.auditOption(engine, major);
    this.resource = this.claim(
      new DbInstance(this, "Resource", {
        identifier: this.identifier,
        engine,
        engineVersion,
        instanceClass: props.instanceClass ?? INSTANCE_CLASS,
        storageType: "gp3",
        allocatedStorage: storageGiB,
        maxAllocatedStorage: storageGiB * GROWTH,
        storageEncrypted: true,
        kmsKeyId: this.key.arn,
        ...(props.databaseName !== undefined && { dbName: props.databaseName }),
        username: MASTER_USER,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: this.key.arn,
        iamDatabaseAuthenticationEnabled: true,
        port,
        publiclyAccessible: false,
        dbSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [this.securityGroup.id],
        parameterGroupName: this.parameterGroup(engine, major).name,
        ...(audit && { optionGroupName: audit.name }),
        enabledCloudwatchLogsExports: [...exports],
        multiAz: true,
        autoMinorVersionUpgrade: true,
        backupRetentionPeriod: BACKUP_DAYS,
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: false,
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${this.identifier}-final`,
        monitoringInterval: MONITORING_SECONDS,
        monitoringRoleArn: monitoring.role.arn,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: this.key.arn,
        dependsOn: [...logs.map((log) => log.resource), monitoring.ready],
      }),
      ...CLAIMS,
      ...backupClaims(props.backup),
      "exposure.public_endpoint",
      "exposure.restricted_endpoint",
    );
    backUp(
      { store: this, arn: this.resource.arn, type: "RDS", isContinuous: true, key: this.key },
      props.backup,
      (accepted) => this.accept(this.resource, accepted),
    );
  }

  private parameterGroup(engine: DatabaseEngine, major: string): DbParameterGroup {
    return new DbParameterGroup(this, "Parameters", {
      name: nameOf(this.physicalName, major),
      family: `${engine}${major}`,
      parameter: ENGINES[engine].parameters.map((parameter) => ({ ...parameter })),
      // A major upgrade moves the database to the group of the new family, and only then removes the old one.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html */
  private auditOption(engine: DatabaseEngine, major: string): DbOptionGroup | undefined {
    if (!ENGINES[engine].hasAuditOption) return undefined;
    return new DbOptionGroup(this, "Options", {
      name: nameOf(this.physicalName, major),
      engineName: engine,
      majorEngineVersion: major,
      option: [
        {
          optionName: "MARIADB_AUDIT_PLUGIN",
          optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: AUDIT_EVENTS }],
        },
      ],
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

/** Each major version has groups of its own. */
const nameOf = (name: string, major: string): string => `${shortName(name, 240)}-${major.replaceAll(".", "-")}`;
