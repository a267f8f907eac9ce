// A secret that changes by itself and that nobody outside the account reads: 164.312(d), 164.308(a)(5)(ii)(D).

import { type Grantee, grant } from "../access/grant.ts";
import { ConstructError } from "../error.ts";
import { Exception } from "../exception.ts";
import {
  type Construct,
  LambdaPermission,
  SecretsmanagerSecret,
  SecretsmanagerSecretPolicy,
  SecretsmanagerSecretRotation,
  type TerraformResource,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { accountOnly, policyText, tlsOnly } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import type { Site } from "../stack/site.ts";

const NAME_LIMIT = 512;
/** The longest that Secrets Manager keeps a deleted secret. */
const RECOVERY_WINDOW_DAYS = 30;
/** Our choice; the regulation names no period. */
const ROTATION_DAYS = 30;
/** A quarter; our choice. Secrets Manager allows 1000. */
const ROTATION_LIMIT_DAYS = 90;

/** What rotates the secret is required. */
export interface PhiSecretProps extends PhiConstructProps {
  /**
   * ARN of the Lambda function that changes the secret, at the place where it opens something and in Secrets Manager; known at synthesis.
   * Or the exception that accepts a secret which never changes (control `secrets.rotation`).
   *
   * Secrets that a service makes and rotates itself need none of this: the master password of a `PhiDatabase` is one.
   *
   * @throws {ConstructError} `ROTATION_MISSING` where it is left out or is no function; `FUNCTION_FOREIGN` for a function of another
   *   account or Region; `EXCEPTION_MISPLACED` for an exception of another control
   * @see 45 CFR 164.308(a)(5)(ii)(D), password management (addressable)
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html
   */
  readonly rotatedBy: string | Exception;
  /**
   * Days between changes.
   *
   * @default 30 - our choice
   * @throws {ConstructError} `ROTATION_OUT_OF_RANGE` below 1 or above 90 (our choice)
   */
  readonly rotationDays?: number;
  /**
   * What the secret opens, for the console.
   *
   * @default - the secret's path
   */
  readonly description?: string;
  /**
   * Key of the secret.
   *
   * @default - a key of the secret's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Sites in other Regions of the same account that hold a replica, each under a key of that site.
   *
   * @default - no replica
   * @throws {ConstructError} `REPLICA_MISPLACED` in the secret's own Region, in another account, or twice in one Region
   * @see 45 CFR 164.308(a)(7)(ii)(C), emergency mode operation plan (required)
   */
  readonly replicas?: readonly Site[];
}

/**
 * A secret whose value no plan and no state ever holds: it begins empty, and whoever answers for it puts the first value in
 * (`aws secretsmanager put-secret-value`). From then on it changes by itself.
 *
 * @see 45 CFR 164.312(d), person or entity authentication (standard)
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class PhiSecret extends PhiConstruct {
  readonly secret: SecretsmanagerSecret;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known after apply: Secrets Manager adds six characters to the name. */
  readonly arn: string;
  /** What every ARN of the secret and its replicas fits, known at synthesis: for policies of its readers. */
  readonly arnPattern: string;

  /** @throws {ConstructError} `ROTATION_MISSING`, `ROTATION_OUT_OF_RANGE`, `FUNCTION_FOREIGN`, `EXCEPTION_MISPLACED`, `REPLICA_MISPLACED` */
  constructor(scope: Construct, id: string, props: PhiSecretProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { rotatedBy, rotationDays = ROTATION_DAYS, replicas = [] } = props;
    checkRotation(this, rotatedBy, rotationDays);
    checkReplicas(this, replicas);
    const { account, partition } = this.site;
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arnPattern = `arn:${partition}:secretsmanager:*:${account}:secret:${this.name}-??????`;
    this.key = this.allowSecret(props.key ?? new PhiKey(this, "Key"));
    this.secret = this.claim(
      new SecretsmanagerSecret(this, "Resource", {
        name: this.name,
        description: props.description ?? `Secret of ${this.node.path}`,
        kmsKeyId: this.key.arn,
        recoveryWindowInDays: RECOVERY_WINDOW_DAYS,
        forceOverwriteReplicaSecret: false,
        replica: replicas.map((site) => ({
          region: site.region,
          kmsKeyId: this.allowSecret(new PhiKey(site, `${id}ReplicaKey`)).arn,
        })),
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "keys.deletion_window",
      "exposure.public_policy",
    );
    this.arn = this.secret.arn;
    const policy = this.claim(
      new SecretsmanagerSecretPolicy(this, "Policy", {
        secretArn: this.arn,
        blockPublicPolicy: true,
        policy: policyText([tlsOnly("secretsmanager", ["*"]), accountOnly(["secretsmanager:*"], ["*"], account)]),
      }),
      "exposure.public_policy",
    );
    if (rotatedBy instanceof Exception) this.accept(this.secret, rotatedBy);
    else this.rotate(rotatedBy, rotationDays, policy);
  }

  /** Lets a role read the secret's value. */
  grantRead(to: Grantee): void {
    const actions = [[[this.arnPattern], ["DescribeSecret", "GetSecretValue"]]] as const;
    grant(to, this, { verb: "Read", service: "secretsmanager", actions, keyActions: ["Decrypt"] });
  }

  private rotate(functionArn: string, rotationDays: number, policy: TerraformResource): void {
    this.claim(this.secret, "secrets.rotation");
    const permission = this.claim(
      new LambdaPermission(this, "RotationPermission", {
        statementId: this.physicalName.slice(0, 100),
        action: "lambda:InvokeFunction",
        functionName: functionArn,
        principal: "secretsmanager.amazonaws.com",
        sourceAccount: this.site.account,
        sourceArn: this.arn,
      }),
      "access.service_source",
      "exposure.public_policy",
    );
    new SecretsmanagerSecretRotation(this, "Rotation", {
      secretId: this.secret.id,
      rotationLambdaArn: functionArn,
      // An empty secret has nothing to change yet, and the function would fail.
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: rotationDays },
      dependsOn: [permission, policy],
    });
  }

  private allowSecret(key: PhiKey): PhiKey {
    return key.allow({ service: "secretsmanager", context: { SecretARN: [this.arnPattern] } });
  }
}

function checkRotation(at: PhiSecret, rotatedBy: string | Exception | undefined, rotationDays: number): void {
  if (rotatedBy instanceof Exception) {
    if (rotatedBy.props.control !== "secrets.rotation")
      throw new ConstructError(
        "EXCEPTION_MISPLACED",
        `rotatedBy accepts ${rotatedBy.props.control}, expected secrets.rotation`,
        at,
      );
    return;
  }
  const [, , service, region, account, , name = ""] = (rotatedBy ?? "").split(":");
  if (service !== "lambda" || name === "")
    throw new ConstructError(
      "ROTATION_MISSING",
      `rotatedBy is ${rotatedBy}, expected the ARN of a Lambda function, or an exception of secrets.rotation`,
      at,
    );
  if (region !== at.site.region || account !== at.site.account)
    throw new ConstructError(
      "FUNCTION_FOREIGN",
      `rotatedBy lies in ${region} of ${account}, expected ${at.site.region} of ${at.site.account}`,
      at,
    );
  if (!Number.isInteger(rotationDays) || rotationDays < 1 || rotationDays > ROTATION_LIMIT_DAYS)
    throw new ConstructError(
      "ROTATION_OUT_OF_RANGE",
      `rotationDays must be 1 to ${ROTATION_LIMIT_DAYS}, got ${rotationDays}`,
      at,
    );
}

function checkReplicas(at: PhiSecret, replicas: readonly Site[]): void {
  const { account, region } = at.site;
  const taken = new Set([region]);
  for (const site of replicas) {
    if (site.account !== account || taken.has(site.region))
      throw new ConstructError(
        "REPLICA_MISPLACED",
        `a replica in ${site.region} of ${site.account}, expected one in each other Region of ${account}`,
        at,
      );
    taken.add(site.region);
  }
}
