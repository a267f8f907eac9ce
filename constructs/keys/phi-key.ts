// A customer managed key whose custodians cannot decrypt and whose users cannot administer: 164.312(a)(2)(iv).

import { ConstructError } from "../error.ts";
import { type Construct, KmsAlias, KmsKey, KmsReplicaKey, Lazy } from "../internal/cdktf.ts";
import { type Conditions, policyText, type Statement } from "../internal/policy.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import type { Site } from "../stack/site.ts";

/** The regulation names no period; a year is the default of AWS KMS, which keeps every former version for decryption. */
const ROTATION_PERIOD_DAYS = 365;
/** The longest window that AWS KMS allows: a deleted key takes every copy of its data along. */
const DELETION_WINDOW_DAYS = 30;

const ADMINISTER = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:Describe*",
  "kms:Disable*",
  "kms:Enable*",
  "kms:Get*",
  "kms:List*",
  "kms:PutKeyPolicy",
  "kms:ReplicateKey",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:Update*",
];
const RECOVER = ["kms:CancelKeyDeletion", "kms:DescribeKey", "kms:EnableKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"];
const INSPECT = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"];
const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** All have defaults. */
export interface PhiKeyProps extends Omit<PhiConstructProps, "dataClass"> {
  /**
   * What the key protects, for the console.
   *
   * @default - the key's path
   */
  readonly description?: string;
  /**
   * IAM roles that administer the key and can decrypt nothing, as ARNs.
   *
   * @default - the custodians of the site
   */
  readonly custodians?: readonly string[];
  /**
   * Days between automatic rotations. The regulation names no period; a year is the service's own default.
   *
   * @default 365
   * @throws {ConstructError} `ROTATION_OUT_OF_RANGE` below 90 or above 2560, the bounds of AWS KMS
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
   */
  readonly rotationPeriodDays?: number;
  /**
   * Sites in other Regions of the same account that hold a replica, so that the loss of a Region does not take the key.
   *
   * @default - no replica
   * @throws {ConstructError} `REPLICA_MISPLACED` in the key's own Region or in another account
   * @see 45 CFR 164.308(a)(7)(ii)(B), disaster recovery plan (required)
   */
  readonly replicas?: readonly Site[];
}

/** A service that uses the key on behalf of the account's principals. */
export interface KeyUse {
  /** Prefix of the service's endpoint: `s3`, `rds`. */
  readonly service: string;
  /** Encryption context that the service sends, by key, `*` for any text. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** True where the service works through grants: it holds them for its own resources only. */
  readonly grants?: boolean;
}

/**
 * A customer managed key. Custodians administer and cannot decrypt; the account's principals use it through the services that
 * {@link PhiKey.allow} names, and cannot administer; the account's root user can only recover it.
 *
 * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export class PhiKey extends PhiConstruct {
  readonly resource: KmsKey;
  /** ARN, known after apply. */
  readonly arn: string;
  private readonly custodians: readonly string[];
  private readonly uses = new Map<string, KeyUse>();
  private readonly services: Statement[] = [];

  /** @throws {ConstructError} `ROTATION_OUT_OF_RANGE`, `REPLICA_MISPLACED`, `CUSTODIANS_MISSING` */
  constructor(scope: Construct, id: string, props: PhiKeyProps = {}) {
    super(scope, id, "none");
    const { rotationPeriodDays = ROTATION_PERIOD_DAYS, replicas = [] } = props;
    this.custodians = props.custodians ?? this.site.custodians;
    if (!Number.isInteger(rotationPeriodDays) || rotationPeriodDays < 90 || rotationPeriodDays > 2560)
      throw new ConstructError(
        "ROTATION_OUT_OF_RANGE",
        `rotationPeriodDays must be 90 to 2560, got ${rotationPeriodDays}`,
        this,
      );
    if (this.custodians.length === 0)
      throw new ConstructError("CUSTODIANS_MISSING", "custodians is empty, expected at least one IAM role", this);
    const description = props.description ?? `Key of ${this.node.path}`;
    this.resource = this.claim(
      new KmsKey(this, "Resource", {
        description,
        enableKeyRotation: true,
        rotationPeriodInDays: rotationPeriodDays,
        deletionWindowInDays: DELETION_WINDOW_DAYS,
        bypassPolicyLockoutSafetyCheck: false,
        isEnabled: true,
        multiRegion: replicas.length > 0,
        policy: Lazy.stringValue({ produce: () => policyText(this.statements(this.site)) }),
      }),
      "keys.rotation",
      "keys.enabled",
      "keys.deletion_window",
      "keys.policy",
      "keys.written_policy",
      "keys.separation",
      "keys.lockout_check",
    );
    this.arn = this.resource.arn;
    new KmsAlias(this, "Alias", { name: `alias/${this.physicalName}`, targetKeyId: this.resource.keyId });
    for (const site of replicas) this.replicate(site, description);
  }

  /** Lets the account's principals use the key through a service, and only there. */
  allow(...uses: readonly KeyUse[]): this {
    for (const use of uses) {
      const known = this.uses.get(use.service);
      this.uses.set(use.service, known ? merge(known, use) : use);
    }
    return this;
  }

  /**
   * Lets a service use the key by itself, as for log groups and alarms.
   *
   * @param principal `logs.us-east-1.amazonaws.com`
   * @param conditions ties the service to a source: `{ StringEquals: { "aws:SourceAccount": … } }`
   * @param actions default: encrypt and decrypt
   */
  allowService(sid: string, principal: string, conditions: Conditions, actions: readonly string[] = USE): this {
    this.services.push({ sid, principals: { Service: [principal] }, actions, conditions });
    return this;
  }

  /**
   * Lets AWS Backup of another account read copies that this key encrypts, which it encrypts again with a key of its own.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  allowCopies(site: Site): this {
    const role = `arn:${site.partition}:iam::${site.account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
    const sid = `CopiesInto${site.account}`;
    if (this.services.some((statement) => statement.sid === sid)) return this;
    this.services.push({
      sid,
      principals: { AWS: [`arn:${site.partition}:iam::${site.account}:root`] },
      actions: USE,
      conditions: { ArnEquals: { "aws:PrincipalArn": role } },
    });
    this.services.push({
      sid: `${sid}ByGrant`,
      principals: { AWS: [`arn:${site.partition}:iam::${site.account}:root`] },
      actions: ["kms:CreateGrant"],
      conditions: { ArnEquals: { "aws:PrincipalArn": role }, Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
    return this;
  }

  private replicate(site: Site, description: string): void {
    if (site.account !== this.site.account || site.region === this.site.region)
      throw new ConstructError(
        "REPLICA_MISPLACED",
        `a replica in ${site.region} of ${site.account}, expected another Region of ${this.site.account}`,
        this,
      );
    this.claim(
      new KmsReplicaKey(this, `Replica${site.region}`, {
        description,
        primaryKeyArn: this.arn,
        deletionWindowInDays: DELETION_WINDOW_DAYS,
        bypassPolicyLockoutSafetyCheck: false,
        enabled: true,
        policy: Lazy.stringValue({ produce: () => policyText(this.statements(site)) }),
        ...(site.provider && { provider: site.provider }),
      }),
      "keys.enabled",
      "keys.deletion_window",
      "keys.policy",
      "keys.separation",
    );
  }

  private statements({ account, partition, region }: Site): readonly Statement[] {
    const root = { AWS: [`arn:${partition}:iam::${account}:root`] };
    const inAccount = { "kms:CallerAccount": account };
    return [
      {
        sid: "CustodiansAdminister",
        principals: root,
        actions: ADMINISTER,
        conditions: { ArnEquals: { "aws:PrincipalArn": this.custodians } },
      },
      {
        sid: "RootUserRecovers",
        principals: root,
        actions: RECOVER,
        conditions: { ArnEquals: { "aws:PrincipalArn": root.AWS } },
      },
      { sid: "AccountInspects", principals: root, actions: INSPECT, conditions: { StringEquals: inAccount } },
      ...[...this.uses.values()].flatMap((use) => usage(use, region, root, inAccount)),
      ...this.services,
    ];
  }
}

function usage(
  { service, context = {}, grants = false }: KeyUse,
  region: string,
  root: Exclude<Statement["principals"], "*" | undefined>,
  inAccount: Readonly<Record<string, string>>,
): readonly Statement[] {
  const through = { ...inAccount, "kms:ViaService": `${service}.${region}.amazonaws.com` };
  const name = service.replace(/^./, (letter) => letter.toUpperCase()).replace(/[^A-Za-z0-9]/g, "");
  const sent = Object.fromEntries(
    Object.entries(context).map(([key, values]) => [`kms:EncryptionContext:${key}`, values]),
  );
  const hasContext = Object.keys(sent).length > 0;
  const use: Statement = {
    sid: `UseThrough${name}`,
    principals: root,
    actions: USE.filter((action) => !hasContext || action !== "kms:DescribeKey"),
    conditions: { StringEquals: through, ...(hasContext && { StringLike: sent }) },
  };
  if (!grants) return [use];
  return [
    use,
    {
      sid: `GrantThrough${name}`,
      principals: root,
      actions: ["kms:CreateGrant"],
      conditions: { StringEquals: through, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** Two uses of one service: either's context will do. Without a context in one, none is asked for. */
function merge(a: KeyUse, b: KeyUse): KeyUse {
  const grants = a.grants === true || b.grants === true;
  if (!a.context || !b.context) return { service: a.service, grants };
  const keys = new Set([...Object.keys(a.context), ...Object.keys(b.context)]);
  return {
    service: a.service,
    grants,
    context: Object.fromEntries(
      [...keys].map((key) => [key, [...new Set([...(a.context?.[key] ?? []), ...(b.context?.[key] ?? [])])]]),
    ),
  };
}
