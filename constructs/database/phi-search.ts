// A search domain that only members of its network reach, over TLS 1.2 or later, and whose requests are on record. 164.312(a)(1), 164.312(b).

import { ConstructError } from "../error.ts";
import {
  CloudwatchLogResourcePolicy,
  type Construct,
  OpensearchDomain,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyText } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiLogGroup } from "../logging/phi-log-group.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { roleArn } from "../stack/site.ts";

const ENGINE_VERSION = "OpenSearch_2.19";
/** Two cores that encrypt between nodes and at rest; our choice. */
const INSTANCE_TYPE = "m7g.large.search";
/** Enough to manage ten data nodes. */
const MANAGER_TYPE = "m7g.medium.search";
/** Three keep a majority when one is lost. */
const MANAGERS = 3;
const STORAGE_GIB = 100;
/** TLS 1.2 or later, with keys that a later theft of the certificate does not reveal. */
const TLS_POLICY = "Policy-Min-TLS-1-2-PFS-2023-10";
/** The longest name of a domain. */
const NAME_LIMIT = 28;
/** What a domain writes down, by the name of the log group. */
const LOGS = {
  application: "ES_APPLICATION_LOGS",
  audit: "AUDIT_LOGS",
  indexing: "INDEX_SLOW_LOGS",
  search: "SEARCH_SLOW_LOGS",
} as const;

/** Network and administrator are required. */
export interface PhiSearchProps extends PhiConstructProps {
  /**
   * Network whose private subnets the domain stands in: a subnet of each zone.
   *
   * @throws {ConstructError} `NETWORK_FOREIGN` in another account or Region
   */
  readonly network: PhiNetwork;
  /**
   * IAM role, by name or ARN, that maps other roles to what they may search. Whoever has it switches the audit log on in the security
   * plugin once; the domain publishes it.
   *
   * @throws {ConstructError} `CUSTODIAN_INVALID` for a wildcard or a principal that is no role
   * @see 45 CFR 164.308(a)(4)(ii)(B), access authorization (addressable)
   */
  readonly administrator: string;
  /**
   * Instance type of the data nodes.
   *
   * @default m7g.large.search - our choice
   * @throws {ConstructError} `INSTANCE_TYPE_INVALID` for a `t2` or `t3`, whose audit logs and managers fall behind under load
   */
  readonly instanceType?: string;
  /**
   * Number of data nodes, a multiple of the network's zones.
   *
   * @default - one in each zone
   * @throws {ConstructError} `NODES_OUT_OF_RANGE`
   */
  readonly nodes?: number;
  /**
   * Storage of each data node, GiB.
   *
   * @default 100
   * @throws {ConstructError} `STORAGE_OUT_OF_RANGE` below 10 or above 1024
   */
  readonly storageGiB?: number;
  /**
   * Key of indexes, snapshots and logs.
   *
   * @default - a key of the domain's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * An OpenSearch domain. Requests are signed with IAM; what a role may see, down to the field, is decided inside the domain.
 *
 * AWS Backup knows no domains: an index is built again from the store that it indexes, which is backed up. OpenSearch keeps hourly
 * snapshots of its own for 14 days. The account needs the role that AWS links to the service (`opensearchservice.amazonaws.com`) before
 * its first domain in a network, and CloudWatch Logs takes ten resource policies in each Region: a domain uses one.
 *
 * @see 45 CFR 164.312(a)(1), access control (standard)
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
export class PhiSearch extends PhiConstruct implements Connectable {
  readonly resource: OpensearchDomain;
  readonly key: PhiKey;
  readonly securityGroup: SecurityGroup;
  /** TCP, for `connect(member, search, search.port)`. */
  readonly port = 443;
  /** Name of the domain, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `NETWORK_FOREIGN`, `CUSTODIAN_INVALID`, `INSTANCE_TYPE_INVALID`, `NODES_OUT_OF_RANGE`, `STORAGE_OUT_OF_RANGE` */
  constructor(scope: Construct, id: string, props: PhiSearchProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { network, instanceType = INSTANCE_TYPE, storageGiB = STORAGE_GIB } = props;
    const zones = network.subnets.length;
    const { nodes = zones } = props;
    check(this, { instanceType, nodes, storageGiB, zones });
    const { account, partition, region } = this.site;
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = `arn:${partition}:es:${region}:${account}:domain/${this.name}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "es", grants: true });
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    const logs = Object.entries(LOGS).map(([log, type]) => ({ type, group: this.logGroup(log) }));
    const delivery = this.delivery(logs.map(({ group }) => group));
    this.resource = this.claim(
      new OpensearchDomain(this, "Resource", {
        domainName: this.name,
        engineVersion: ENGINE_VERSION,
        clusterConfig: {
          instanceType,
          instanceCount: nodes,
          zoneAwarenessEnabled: true,
          zoneAwarenessConfig: { availabilityZoneCount: zones },
          dedicatedMasterEnabled: true,
          dedicatedMasterCount: MANAGERS,
          dedicatedMasterType: MANAGER_TYPE,
        },
        ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: storageGiB },
        encryptAtRest: { enabled: true, kmsKeyId: this.key.arn },
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: TLS_POLICY },
        advancedSecurityOptions: {
          enabled: true,
          anonymousAuthEnabled: false,
          internalUserDatabaseEnabled: false,
          masterUserOptions: { masterUserArn: roleArn(this, account, partition, props.administrator) },
        },
        vpcOptions: {
          subnetIds: network.subnets.map((subnet) => subnet.id),
          securityGroupIds: [this.securityGroup.id],
        },
        accessPolicies: policyText([
          {
            sid: "AccountRequests",
            principals: { AWS: [`arn:${partition}:iam::${account}:root`] },
            actions: ["es:ESHttp*"],
            resources: [`${this.arn}/*`],
          },
        ]),
        logPublishingOptions: logs.map(({ type, group }) => ({
          logType: type,
          cloudwatchLogGroupArn: group.resource.arn,
          enabled: true,
        })),
        softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
        dependsOn: [delivery],
      }),
      "access.api_authorization",
      "access.policy_actions",
      "encryption.at_rest",
      "encryption.between_nodes",
      "encryption.customer_key",
      "encryption.account_key",
      "encryption.in_transit",
      "encryption.transit_strength",
      "exposure.public_endpoint",
      "exposure.public_policy",
      "exposure.restricted_endpoint",
      "logging.audit",
      "logging.complete_audit",
      "secrets.in_clear",
    );
  }

  private logGroup(log: string): PhiLogGroup {
    return new PhiLogGroup(this, `Log-${log}`, {
      name: `/aws/opensearch/${this.name}/${log}`,
      key: this.key,
      ...(this.dataClass === "none" && { dataClass: this.dataClass }),
    });
  }

  /** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html */
  private delivery(groups: readonly PhiLogGroup[]): CloudwatchLogResourcePolicy {
    return this.claim(
      new CloudwatchLogResourcePolicy(this, "LogPolicy", {
        policyName: this.physicalName,
        policyDocument: policyText([
          {
            sid: "DomainLogs",
            principals: { Service: ["es.amazonaws.com"] },
            actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
            resources: groups.map(({ arn }) => `${arn}:*`),
            conditions: {
              StringEquals: { "aws:SourceAccount": this.site.account },
              ArnLike: { "aws:SourceArn": this.arn },
            },
          },
        ]),
      }),
      "access.policy_actions",
      "exposure.public_policy",
    );
  }
}

function check(
  at: PhiSearch,
  size: { readonly instanceType: string; readonly nodes: number; readonly storageGiB: number; readonly zones: number },
): void {
  const { instanceType, nodes, storageGiB, zones } = size;
  if (!instanceType.endsWith(".search") || /^t[23]\./.test(instanceType))
    throw new ConstructError(
      "INSTANCE_TYPE_INVALID",
      `instanceType must be a .search type other than t2 and t3, got ${instanceType}`,
      at,
    );
  if (!Number.isInteger(nodes) || nodes < zones || nodes % zones !== 0 || nodes > 80)
    throw new ConstructError("NODES_OUT_OF_RANGE", `nodes must be a multiple of ${zones} up to 80, got ${nodes}`, at);
  if (!Number.isInteger(storageGiB) || storageGiB < 10 || storageGiB > 1024)
    throw new ConstructError("STORAGE_OUT_OF_RANGE", `storageGiB must be 10 to 1024, got ${storageGiB}`, at);
}
