// An encrypted queue of the account, with a queue of the same kind for what nobody could read: 164.312(a)(2)(iv), 164.312(e)(1).

import { type Grantee, grant } from "../access/grant.ts";
import { ConstructError } from "../error.ts";
import { type Construct, Lazy, SqsQueue, SqsQueuePolicy } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { accountOnly, policyText, type Statement, tlsOnly } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";

const NAME_LIMIT = 80;
/** The longest that SQS keeps a message: an outage of the readers over a long weekend must lose none. */
const RETENTION_DAYS = 14;
const VISIBILITY_TIMEOUT_SECONDS = 30;
const MAX_RECEIVES = 5;
/** Longest visibility timeout that SQS allows: 12 hours. */
const VISIBILITY_LIMIT_SECONDS = 43_200;
const SECONDS_PER_DAY = 86_400;

/** All have defaults. */
export interface PhiQueueProps extends PhiConstructProps {
  /**
   * Key of the messages, those of the dead-letter queue included.
   *
   * @default - a key of the queue's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Days for which a message waits for a reader.
   *
   * @default 14 - the longest that SQS allows
   * @throws {ConstructError} `RETENTION_OUT_OF_RANGE` below 1 (our choice) or above 14
   */
  readonly retentionDays?: number;
  /**
   * Seconds for which a message that was received is hidden from other readers.
   *
   * @default 30 - as SQS
   * @throws {ConstructError} `VISIBILITY_OUT_OF_RANGE` below 1 or above 43200, the limit of SQS
   */
  readonly visibilityTimeoutSeconds?: number;
  /**
   * Times that a message is received before it goes to the dead-letter queue.
   *
   * @default 5
   * @throws {ConstructError} `RECEIVES_OUT_OF_RANGE` below 1 or above 1000, the limit of SQS
   */
  readonly maxReceives?: number;
  /**
   * Whether messages keep their order; those of equal content within five minutes count as one.
   *
   * @default false
   */
  readonly fifo?: boolean;
}

/** What sends to a queue by itself. */
export interface QueueSender {
  /** Principal of the service: `sns.amazonaws.com`. */
  readonly service: string;
  /** ARN of the service's resource, known at synthesis. */
  readonly sourceArn: string;
}

/**
 * A queue for messages that hold ePHI. Principals of the account use it over TLS; nobody else does, save services let in by
 * {@link PhiQueue.acceptFrom}.
 *
 * @see 45 CFR 164.312(e)(1), transmission security (standard)
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
 */
export class PhiQueue extends PhiConstruct {
  readonly queue: SqsQueue;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;
  /** ARN of the queue that takes what could not be read, known at synthesis. */
  readonly deadLetterArn: string;
  readonly isFifo: boolean;
  private readonly senders: Statement[] = [];

  /** @throws {ConstructError} `RETENTION_OUT_OF_RANGE`, `VISIBILITY_OUT_OF_RANGE`, `RECEIVES_OUT_OF_RANGE` */
  constructor(scope: Construct, id: string, props: PhiQueueProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    const { retentionDays = RETENTION_DAYS, visibilityTimeoutSeconds = VISIBILITY_TIMEOUT_SECONDS } = props;
    const { maxReceives = MAX_RECEIVES, fifo = false } = props;
    checkRange(this, "RETENTION_OUT_OF_RANGE", "retentionDays", retentionDays, RETENTION_DAYS);
    checkRange(
      this,
      "VISIBILITY_OUT_OF_RANGE",
      "visibilityTimeoutSeconds",
      visibilityTimeoutSeconds,
      VISIBILITY_LIMIT_SECONDS,
    );
    checkRange(this, "RECEIVES_OUT_OF_RANGE", "maxReceives", maxReceives, 1000);
    this.isFifo = fifo;
    const { account, partition, region } = this.site;
    const arnOf = (name: string): string => `arn:${partition}:sqs:${region}:${account}:${name}`;
    this.name = this.nameOf("");
    this.arn = arnOf(this.name);
    const deadLetters = this.nameOf("-dead-letters");
    this.deadLetterArn = arnOf(deadLetters);
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "sqs", context: { "aws:sqs:arn": [this.arn, this.deadLetterArn] } });
    const common = {
      kmsMasterKeyId: this.key.arn,
      visibilityTimeoutSeconds,
      ...(fifo && { fifoQueue: true, contentBasedDeduplication: true }),
    };
    const letters = this.protect("DeadLetters", this.deadLetterArn, {
      ...common,
      name: deadLetters,
      messageRetentionSeconds: RETENTION_DAYS * SECONDS_PER_DAY,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [this.arn] }),
    });
    this.queue = this.protect("Resource", this.arn, {
      ...common,
      name: this.name,
      messageRetentionSeconds: retentionDays * SECONDS_PER_DAY,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: this.deadLetterArn, maxReceiveCount: maxReceives }),
      // Named by its text, so Terraform does not see that it must be there first.
      dependsOn: [letters],
    });
  }

  /**
   * Lets a service send messages on behalf of one of its resources, and encrypt them with the queue's key.
   *
   * @throws {ConstructError} `SENDER_FOREIGN` for a resource of another account
   */
  acceptFrom({ service, sourceArn }: QueueSender): this {
    const { account } = this.site;
    const [, , , , owner = ""] = sourceArn.split(":");
    if (owner !== "" && owner !== account)
      throw new ConstructError("SENDER_FOREIGN", `${sourceArn} lies in another account, expected ${account}`, this);
    // The ARN of a bucket names no account: whoever deletes it, loses its name to others.
    const ofAccount = owner === "" ? { "aws:SourceAccount": account } : {};
    const conditions = { ArnEquals: { "aws:SourceArn": sourceArn } };
    const sid = `Sender${this.senders.length}`;
    this.senders.push({
      sid,
      principals: { Service: [service] },
      actions: ["sqs:SendMessage"],
      resources: [this.arn],
      conditions: { ...conditions, ...(owner === "" && { StringEquals: ofAccount }) },
    });
    this.key.allowService(
      `${sid}Of${this.name.replace(/[^A-Za-z0-9]/g, "")}`,
      service,
      { ...conditions, StringEquals: { "kms:EncryptionContext:aws:sqs:arn": this.arn, ...ofAccount } },
      ["kms:Decrypt", "kms:GenerateDataKey*"],
    );
    return this;
  }

  /** Lets a role send messages. */
  grantSend(to: Grantee): void {
    grant(to, this, {
      verb: "Send",
      service: "sqs",
      actions: [[[this.arn], ["GetQueueAttributes", "GetQueueUrl", "SendMessage"]]],
      keyActions: ["Decrypt", "GenerateDataKey"],
    });
  }

  /** Lets a role receive messages and delete those that it has worked on. */
  grantReceive(to: Grantee): void {
    grant(to, this, {
      verb: "Receive",
      service: "sqs",
      actions: [
        [
          [this.arn],
          ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"],
        ],
      ],
      keyActions: ["Decrypt"],
    });
  }

  private nameOf(ending: string): string {
    const suffix = `${ending}${this.isFifo ? ".fifo" : ""}`;
    return `${shortName(this.physicalName, NAME_LIMIT - suffix.length)}${suffix}`;
  }

  private protect(id: string, arn: string, config: ConstructorParameters<typeof SqsQueue>[2]): SqsQueue {
    const queue = this.claim(
      new SqsQueue(this, id, config),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
    );
    const statements = (): readonly Statement[] => [
      tlsOnly("sqs", [arn]),
      accountOnly(["sqs:*"], [arn], this.site.account),
      ...(arn === this.arn ? this.senders : []),
    ];
    this.claim(
      new SqsQueuePolicy(this, `${id === "Resource" ? "" : id}Policy`, {
        queueUrl: queue.url,
        policy: Lazy.stringValue({ produce: () => policyText(statements()) }),
      }),
      "exposure.public_policy",
    );
    if (this.dataClass === "ephi") recordAccess({ store: this, type: "AWS::SQS::Queue", arn });
    return queue;
  }
}

function checkRange(at: PhiQueue, code: string, name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new ConstructError(code, `${name} must be 1 to ${most}, got ${value}`, at);
}
