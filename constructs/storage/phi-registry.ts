// An encrypted registry of container images whose tags never move: 164.312(a)(2)(iv), 164.312(c)(1), 164.308(a)(5)(ii)(B).

import { ConstructError } from "../error.ts";
import { type Construct, EcrLifecyclePolicy, EcrRepository, EcrRepositoryPolicy } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { accountOnly, policyText } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";

const NAME_LIMIT = 256;
/** Two weeks: a build that was overwritten by accident can still be tagged again. */
const UNTAGGED_DAYS = 14;

/** All have defaults. */
export interface PhiRegistryProps extends PhiConstructProps {
  /**
   * Key of the images.
   *
   * @default - a key of the registry's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Days after which an image without a tag is deleted. Tagged images stay: what runs can always be pulled again.
   *
   * @default 14 - our choice
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 1
   */
  readonly untaggedRetentionDays?: number;
}

/**
 * A private repository of images for workloads with ePHI. A tag names one image for ever, each image is scanned as it is pushed, and
 * only the account pulls and pushes.
 *
 * @see 45 CFR 164.308(a)(5)(ii)(B), protection from malicious software (addressable)
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export class PhiRegistry extends PhiConstruct {
  readonly repository: EcrRepository;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `RETENTION_TOO_SHORT` */
  constructor(scope: Construct, id: string, props: PhiRegistryProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    const { untaggedRetentionDays = UNTAGGED_DAYS } = props;
    if (!Number.isInteger(untaggedRetentionDays) || untaggedRetentionDays < 1)
      throw new ConstructError(
        "RETENTION_TOO_SHORT",
        `untaggedRetentionDays must be at least 1, got ${untaggedRetentionDays}`,
        this,
      );
    const { account, partition, region } = this.site;
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = `arn:${partition}:ecr:${region}:${account}:repository/${this.name}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    // ECR works with the key through grants, which it makes as the repository is made.
    this.key.allow({ service: "ecr", context: { "aws:ecr:arn": [this.arn] }, grants: true });
    this.repository = this.claim(
      new EcrRepository(this, "Resource", {
        name: this.name,
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: this.key.arn }],
        forceDelete: false,
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
    );
    const repository = this.repository.name;
    this.claim(
      new EcrRepositoryPolicy(this, "Policy", {
        repository,
        policy: policyText([accountOnly(["ecr:*"], [], account)], { namesResources: false }),
      }),
      "exposure.public_policy",
    );
    new EcrLifecyclePolicy(this, "Lifecycle", {
      repository,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: "Images that lost their tag",
            selection: {
              tagStatus: "untagged",
              countType: "sinceImagePushed",
              countUnit: "days",
              countNumber: untaggedRetentionDays,
            },
            action: { type: "expire" },
          },
        ],
      }),
    });
  }
}
