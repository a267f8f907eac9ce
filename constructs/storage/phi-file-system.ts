// An encrypted file system that is mounted over TLS, through access points, inside one network: 164.312(a)(2)(iv), 164.312(e)(1).

import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import {
  type Construct,
  EfsAccessPoint,
  EfsFileSystem,
  EfsFileSystemPolicy,
  EfsMountTarget,
  type SecurityGroup,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyText, type Statement, tlsOnly } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import type { Connectable } from "../network/connect.ts";
import type { PhiNetwork } from "../network/phi-network.ts";
import { securityGroup } from "../network/phi-security-group.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";

const TOKEN_LIMIT = 64;
/** Largest number of a user or group. */
const ID_LIMIT = 2 ** 32 - 1;

/**
 * Days without access that EFS knows, after which a file moves to another class.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html
 */
const PERIODS_DAYS = [1, 7, 14, 30, 60, 90, 180, 270, 365];

/** The network is required. */
export interface PhiFileSystemProps extends PhiConstructProps, BackedUpProps {
  /** Network that the file system is mounted in; every zone of it gets a mount target. */
  readonly network: PhiNetwork;
  /**
   * Key of the files.
   *
   * @default - a key of the file system's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Days without access after which a file moves to the class for infrequent access. It comes back with its next reading.
   *
   * @default - files stay in the standard class
   * @throws {ConstructError} `LIFECYCLE_INVALID` for a period that EFS does not know
   */
  readonly infrequentAfterDays?: number;
}

/** A folder of a file system, and who reads and writes as what there. */
export interface AccessPointProps {
  /**
   * Folder that members see as their root, made with its first mount: `/uploads`.
   *
   * @throws {ConstructError} `PATH_INVALID` for a path that does not begin with `/` or is only that
   */
  readonly path: string;
  /**
   * Number of the user that every member acts as, whatever it says itself.
   *
   * @throws {ConstructError} `USER_INVALID` for root's, 0, and for what is no number of a user
   */
  readonly userId: number;
  /**
   * Number of the group that every member acts as.
   *
   * @throws {ConstructError} `USER_INVALID` for root's, 0, and for what is no number of a group
   */
  readonly groupId: number;
}

/**
 * A file system for ePHI. Nobody mounts it anonymously, without TLS or beside an access point: members need a permission of
 * their own (`elasticfilesystem:ClientMount`, `elasticfilesystem:ClientWrite`), and nobody acts as root.
 *
 * `connect(member, fileSystem, 2049)` opens the way to it.
 *
 * @see 45 CFR 164.312(e)(1), transmission security (standard)
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export class PhiFileSystem extends PhiConstruct implements Connectable {
  readonly fileSystem: EfsFileSystem;
  readonly key: PhiKey;
  /** Group of the mount targets. */
  readonly securityGroup: SecurityGroup;

  /** @throws {ConstructError} `LIFECYCLE_INVALID`, `NETWORK_FOREIGN`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiFileSystemProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { network, infrequentAfterDays } = props;
    check(this, network, infrequentAfterDays);
    this.key = props.key ?? new PhiKey(this, "Key");
    // Named by an id that AWS gives it, so the key cannot name the file system; EFS holds a grant for each.
    this.key.allow({ service: "elasticfilesystem", grants: true });
    this.fileSystem = this.claim(
      new EfsFileSystem(this, "Resource", {
        creationToken: shortName(this.physicalName, TOKEN_LIMIT),
        encrypted: true,
        kmsKeyId: this.key.arn,
        throughputMode: "elastic",
        ...(infrequentAfterDays !== undefined && {
          lifecyclePolicy: [
            { transitionToIa: `AFTER_${infrequentAfterDays}_DAY${infrequentAfterDays === 1 ? "" : "S"}` },
            { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
          ],
        }),
        tags: { Name: this.physicalName },
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "encryption.in_transit",
    );
    const fileSystemId = this.fileSystem.id;
    this.claim(
      new EfsFileSystemPolicy(this, "Policy", {
        fileSystemId,
        bypassPolicyLockoutSafetyCheck: false,
        policy: policyText(STATEMENTS, { namesResources: false }),
      }),
      "exposure.public_policy",
    );
    this.securityGroup = this.claim(securityGroup(this, network, this.physicalName), "exposure.open_ingress");
    for (const subnet of network.subnets)
      new EfsMountTarget(this, `MountTarget${subnet.node.id.replace("Subnet", "")}`, {
        fileSystemId,
        subnetId: subnet.id,
        securityGroups: [this.securityGroup.id],
      });
    this.claim(this.fileSystem, ...backupClaims(props.backup));
    backUp(
      { store: this, arn: this.fileSystem.arn, type: "EFS", isContinuous: false, key: this.key },
      props.backup,
      (accepted) => this.accept(this.fileSystem, accepted),
    );
  }

  /**
   * A way into one folder, as one user. Without one, nobody mounts the file system.
   *
   * @throws {ConstructError} `PATH_INVALID` for a path that does not begin with `/` or is only that; `USER_INVALID` for root or no number
   */
  addAccessPoint(id: string, { path, userId, groupId }: AccessPointProps): EfsAccessPoint {
    if (!/^(\/[\w.-]+){1,4}$/.test(path))
      throw new ConstructError("PATH_INVALID", `path must be one to four folders such as /uploads, got ${path}`, this);
    for (const [name, value] of Object.entries({ userId, groupId }))
      if (!Number.isInteger(value) || value < 1 || value > ID_LIMIT)
        throw new ConstructError("USER_INVALID", `${name} must be 1 to ${ID_LIMIT}, got ${value}`, this);
    return new EfsAccessPoint(this, id, {
      fileSystemId: this.fileSystem.id,
      posixUser: { uid: userId, gid: groupId },
      rootDirectory: { path, creationInfo: { ownerUid: userId, ownerGid: groupId, permissions: "0750" } },
    });
  }
}

/** With a policy that allows nothing, only permissions of their own let members in: nobody anonymous has any. */
const STATEMENTS: readonly Statement[] = [
  tlsOnly("elasticfilesystem", []),
  {
    sid: "ThroughAccessPointsOnly",
    effect: "Deny",
    principals: "*",
    actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    conditions: { Null: { "elasticfilesystem:AccessPointArn": "true" } },
  },
  { sid: "NobodyActsAsRoot", effect: "Deny", principals: "*", actions: ["elasticfilesystem:ClientRootAccess"] },
];

function check(at: PhiFileSystem, network: PhiNetwork, infrequentAfterDays: number | undefined): void {
  if (network.site !== at.site)
    throw new ConstructError(
      "NETWORK_FOREIGN",
      `network stands in ${network.site.region} of ${network.site.account}, expected the file system's own site`,
      at,
    );
  if (infrequentAfterDays !== undefined && !PERIODS_DAYS.includes(infrequentAfterDays))
    throw new ConstructError(
      "LIFECYCLE_INVALID",
      `infrequentAfterDays must be one of ${PERIODS_DAYS.join(", ")}, got ${infrequentAfterDays}`,
      at,
    );
}
