// A data warehouse that only members of its network reach, over TLS, and whose queries are on record. 164.312(a)(1), 164.312(b).

import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import {
  type Construct,
  RedshiftCluster,
  RedshiftLogging,
  RedshiftParameterGroup,
  RedshiftSnapshotCopy,
  RedshiftSnapshotCopyGrant,
  RedshiftSubnetGroup,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import type { Site } from "../stack/site.ts";
import { allowDatabase, BACKUP_DAYS, IDENTIFIER_LIMIT, logGroups, MASTER_USER } from "./parts.ts";

/** The smallest class whose storage grows apart from its nodes; our choice. */
const NODE_TYPE = "ra3.large";
/** Within the range (5431 to 5455) that a cluster needs in order to move to another zone. */
const PORT = 5439;
/** Connections, changes of users, and every query. */
const LOGS = ["connectionlog", "useractivitylog", "userlog"];

/** The network is required. */
export interface PhiWarehouseProps extends PhiConstructProps, BackedUpProps {
  /**
   * Network whose private subnets the warehouse stands in.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
  /**
   * Node type.
   *
   * @default ra3.large - our choice
   * @throws {ConstructError} `NODE_TYPE_INVALID` for other than an `ra3`: older types cannot move to another zone
   */
  readonly nodeType?: string;
  /**
   * Number of compute nodes.
   *
   * @default 2 - Redshift mirrors what a node holds on another one
   * @throws {ConstructError} `NODES_OUT_OF_RANGE` below 2 or above 128
   */
  readonly nodes?: number;
  /**
   * Name of the first database.
   *
   * @default warehouse
   */
  readonly databaseName?: string;
  /**
   * Key of storage, snapshots, logs and master password.
   *
   * @default - a key of the warehouse's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Site in another Region that Redshift copies each snapshot to, under a key of that site. Beside the copies of the backup, it lets the
   * warehouse be restored there without AWS Backup.
   *
   * @default - no such copy
   * @throws {ConstructError} `COPY_MISPLACED` in the warehouse's own Region or in another account, which Redshift cannot copy to
   * @see 45 CFR 164.308(a)(7)(ii)(B), disaster recovery plan (required)
   */
  readonly snapshotsIn?: Site;
}

/**
 * A provisioned Redshift cluster. Whatever it loads and unloads passes its network; the master user's password is made and rotated by
 * Redshift and stands in no state file.
 *
 * @see 45 CFR 164.312(a)(1), access control (standard)
 */
export class PhiWarehouse extends PhiConstruct implements Connectable {
  readonly resource: RedshiftCluster;
  readonly key: PhiKey;
  readonly securityGroup: SecurityGroup;
  /** TCP, for `connect(member, warehouse, warehouse.port)`. */
  readonly port = PORT;
  /** Identifier, known at synthesis. */
  readonly identifier: string;

  /** @throws {ConstructError} `NETWORK_FOREIGN`, `NODE_TYPE_INVALID`, `NODES_OUT_OF_RANGE`, `COPY_MISPLACED`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiWarehouseProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { network, nodeType = NODE_TYPE, nodes = 2, databaseName = "warehouse" } = props;
    check(this, nodeType, nodes, props.snapshotsIn);
    this.identifier = shortName(this.physicalName, IDENTIFIER_LIMIT);
    this.key = props.key ?? new PhiKey(this, "Key");
    allowDatabase(this, this.key, "redshift");
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    const subnets = new RedshiftSubnetGroup(this, "Subnets", {
      name: this.physicalName,
      subnetIds: network.subnets.map((subnet) => subnet.id),
    });
    const parameters = this.claim(
      new RedshiftParameterGroup(this, "Parameters", {
        name: this.physicalName,
        family: "redshift-2.0",
        parameter: [
          { name: "enable_user_activity_logging", value: "true" },
          { name: "require_ssl", value: "true" },
        ],
      }),
      "encryption.in_transit",
    );
    this.resource = this.claim(
      new RedshiftCluster(this, "Resource", {
        clusterIdentifier: this.identifier,
        databaseName,
        clusterType: "multi-node",
        nodeType,
        numberOfNodes: nodes,
        encrypted: "true",
        kmsKeyId: this.key.arn,
        masterUsername: MASTER_USER,
        manageMasterPassword: true,
        masterPasswordSecretKmsKeyId: this.key.arn,
        port: PORT,
        publiclyAccessible: false,
        enhancedVpcRouting: true,
        clusterSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [this.securityGroup.id],
        clusterParameterGroupName: parameters.name,
        availabilityZoneRelocationEnabled: true,
        allowVersionUpgrade: true,
        automatedSnapshotRetentionPeriod: BACKUP_DAYS,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${this.identifier}-final`,
      }),
      ...CLAIMS,
      ...backupClaims(props.backup, { tested: false }),
    );
    const logs = logGroups(this, `/aws/redshift/cluster/${this.identifier}`, LOGS, this.key, this.dataClass);
    new RedshiftLogging(this, "Logging", {
      clusterIdentifier: this.resource.clusterIdentifier,
      logDestinationType: "cloudwatch",
      logExports: [...LOGS],
      dependsOn: logs.map((log) => log.resource),
    });
    if (props.snapshotsIn) this.copySnapshots(props.snapshotsIn);
    backUp(
      { store: this, arn: this.resource.arn, type: "Redshift", isContinuous: false, key: this.key },
      props.backup,
      (accepted) => this.accept(this.resource, accepted),
    );
  }

  /** @see https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html */
  private copySnapshots(site: Site): void {
    const key = new PhiKey(site, `${this.node.id}CopyKey`).allow({ service: "redshift", grants: true });
    const grant = this.claim(
      new RedshiftSnapshotCopyGrant(this, "CopyGrant", {
        snapshotCopyGrantName: this.identifier,
        kmsKeyId: key.arn,
        ...(site.provider && { provider: site.provider }),
      }),
      "encryption.customer_key",
      "encryption.account_key",
    );
    new RedshiftSnapshotCopy(this, "Copy", {
      clusterIdentifier: this.resource.id,
      destinationRegion: site.region,
      retentionPeriod: BACKUP_DAYS,
      snapshotCopyGrantName: grant.snapshotCopyGrantName,
    });
  }
}

const CLAIMS = [
  "backup.retained",
  "backup.retention",
  "encryption.at_rest",
  "encryption.customer_key",
  "encryption.account_key",
  "encryption.in_transit",
  "encryption.transit_strength",
  "exposure.public_endpoint",
  "exposure.restricted_endpoint",
  "logging.audit",
  "logging.complete_audit",
  "logging.statements",
  "protection.final_snapshot",
  "secrets.in_clear",
];

function check(at: PhiWarehouse, nodeType: string, nodes: number, copy: Site | undefined): void {
  if (!nodeType.startsWith("ra3."))
    throw new ConstructError("NODE_TYPE_INVALID", `nodeType must be an ra3 type, got ${nodeType}`, at);
  if (!Number.isInteger(nodes) || nodes < 2 || nodes > 128)
    throw new ConstructError("NODES_OUT_OF_RANGE", `nodes must be 2 to 128, got ${nodes}`, at);
  const { account, region } = at.site;
  if (copy && (copy.region === region || copy.account !== account))
    throw new ConstructError(
      "COPY_MISPLACED",
      `snapshotsIn stands in ${copy.region} of ${copy.account}, expected another Region of ${account}`,
      at,
    );
}
