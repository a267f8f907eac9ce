// A cache that only members of its network reach, over TLS, with credentials that last minutes. 164.312(a)(1), 164.312(e)(1).

import { ConstructError } from "../error.ts";
import {
  type Construct,
  ElasticacheReplicationGroup,
  ElasticacheSubnetGroup,
  ElasticacheUser,
  ElasticacheUserGroup,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiLogGroup } from "../logging/phi-log-group.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";

/** Two cores; our choice. */
const NODE_TYPE = "cache.m7g.large";
/** A major version: ElastiCache chooses the minor one and keeps it current. */
const ENGINE_VERSION = "8.0";
/** The longest that ElastiCache keeps automatic snapshots. */
const SNAPSHOT_DAYS = 35;
const PORT = 6379;
/** The longest id of a replication group or a user. */
const ID_LIMIT = 40;
/** All keys and channels; no command that changes the server, lists its keys or empties it. Clients ask INFO whether it is ready. */
const ACCESS = "on ~* &* +@all -@admin -@dangerous +info";

/** The network is required. */
export interface PhiCacheProps extends PhiConstructProps {
  /**
   * Network whose private subnets the cache stands in.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
  /**
   * Node type.
   *
   * @default cache.m7g.large - our choice
   */
  readonly nodeType?: string;
  /**
   * Number of nodes, in different zones: one writes, the others read and take over.
   *
   * @default 2
   * @throws {ConstructError} `NODES_OUT_OF_RANGE` below 2 (nobody would take over) or above 6 (the service's limit)
   */
  readonly nodes?: number;
  /**
   * Key of storage, snapshots and logs.
   *
   * @default - a key of the cache's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * A Valkey replication group (Redis clients speak to it). Clients log in as {@link PhiCache.user} with an IAM token that lasts 15
 * minutes, so that no password exists.
 *
 * AWS Backup knows no caches: a cache holds what can be read again from a store that is backed up. Its daily snapshots, kept for 35 days
 * under the same key, bring it back warm, and are no copy in the sense of 3-2-1.
 *
 * @see 45 CFR 164.312(d), person or entity authentication (required)
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export class PhiCache extends PhiConstruct implements Connectable {
  readonly resource: ElasticacheReplicationGroup;
  readonly key: PhiKey;
  readonly securityGroup: SecurityGroup;
  /** TCP, for `connect(member, cache, cache.port)`. */
  readonly port = PORT;
  /** Identifier, known at synthesis. */
  readonly identifier: string;
  /** The user that clients log in as; they need `elasticache:Connect` on its ARN and on {@link PhiCache.arn}. */
  readonly user: ElasticacheUser;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `NETWORK_FOREIGN`, `NODES_OUT_OF_RANGE` */
  constructor(scope: Construct, id: string, props: PhiCacheProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { network, nodes = 2 } = props;
    const { account, partition, region } = this.site;
    if (!Number.isInteger(nodes) || nodes < 2 || nodes > 6)
      throw new ConstructError("NODES_OUT_OF_RANGE", `nodes must be 2 to 6, got ${nodes}`, this);
    this.identifier = shortName(this.physicalName, ID_LIMIT);
    this.arn = `arn:${partition}:elasticache:${region}:${account}:replicationgroup:${this.identifier}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "elasticache", grants: true });
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    const subnets = new ElasticacheSubnetGroup(this, "Subnets", {
      name: this.physicalName,
      subnetIds: network.subnets.map((subnet) => subnet.id),
    });
    // With IAM the name of a user is its id.
    this.user = this.claim(
      new ElasticacheUser(this, "User", {
        userId: this.identifier,
        userName: this.identifier,
        engine: "valkey",
        accessString: ACCESS,
        authenticationMode: { type: "iam" },
      }),
      "access.api_authorization",
      "secrets.in_clear",
    );
    const users = new ElasticacheUserGroup(this, "Users", {
      userGroupId: this.identifier,
      engine: "valkey",
      userIds: [this.user.userId],
    });
    this.resource = this.claim(
      new ElasticacheReplicationGroup(this, "Resource", {
        replicationGroupId: this.identifier,
        description: `Cache of ${this.node.path}`,
        engine: "valkey",
        engineVersion: ENGINE_VERSION,
        nodeType: props.nodeType ?? NODE_TYPE,
        numCacheClusters: nodes,
        automaticFailoverEnabled: true,
        multiAzEnabled: true,
        port: PORT,
        atRestEncryptionEnabled: "true",
        kmsKeyId: this.key.arn,
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        userGroupIds: [users.userGroupId],
        subnetGroupName: subnets.name,
        securityGroupIds: [this.securityGroup.id],
        autoMinorVersionUpgrade: "true",
        snapshotRetentionLimit: SNAPSHOT_DAYS,
        finalSnapshotIdentifier: `${this.identifier}-final`,
        logDeliveryConfiguration: ["engine-log", "slow-log"].map((log) => this.deliver(log)),
      }),
      "access.api_authorization",
      "backup.retained",
      "backup.retention",
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "encryption.in_transit",
      "encryption.transit_strength",
      "logging.audit",
      "logging.complete_audit",
      "logging.statements",
      "protection.final_snapshot",
      "secrets.in_clear",
    );
  }

  private deliver(log: string) {
    const group = new PhiLogGroup(this, `Log-${log}`, {
      name: `/aws/elasticache/${this.identifier}/${log}`,
      key: this.key,
      ...(this.dataClass === "none" && { dataClass: this.dataClass }),
    });
    return { destination: group.resource.name, destinationType: "cloudwatch-logs", logFormat: "json", logType: log };
  }
}
