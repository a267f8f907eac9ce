// An encrypted topic that only queues and functions of the account hear: 164.312(a)(2)(iv), 164.312(e)(1).

import { type Grantee, grant } from "../access/grant.ts";
import { ConstructError } from "../error.ts";
import { type Construct, LambdaPermission, SnsTopic, SnsTopicPolicy, SnsTopicSubscription } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { accountOnly, policyText, tlsOnly } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";
import type { PhiQueue } from "./phi-queue.ts";

const NAME_LIMIT = 256;

/**
 * What a topic's policy can speak of; SNS refuses a wildcard.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
const ACTIONS = [
  "sns:AddPermission",
  "sns:DeleteTopic",
  "sns:GetTopicAttributes",
  "sns:ListSubscriptionsByTopic",
  "sns:Publish",
  "sns:RemovePermission",
  "sns:SetTopicAttributes",
  "sns:Subscribe",
];

/** All have defaults. */
export interface PhiTopicProps extends PhiConstructProps {
  /**
   * Key of the messages.
   *
   * @default - a key of the topic's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Whether messages keep their order; those of equal content within five minutes count as one. Only FIFO queues hear such a topic.
   *
   * @default false
   */
  readonly fifo?: boolean;
}

/**
 * A topic for messages that hold ePHI. Its policy refuses every subscriber but queues and functions of the account: e-mail and text
 * messages would carry ePHI out in clear.
 *
 * @see 45 CFR 164.312(e)(1), transmission security (standard)
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 */
export class PhiTopic extends PhiConstruct {
  readonly topic: SnsTopic;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;
  readonly isFifo: boolean;
  private readonly policy: SnsTopicPolicy;

  constructor(scope: Construct, id: string, props: PhiTopicProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    const { account, partition, region } = this.site;
    this.isFifo = props.fifo ?? false;
    const suffix = this.isFifo ? ".fifo" : "";
    this.name = `${shortName(this.physicalName, NAME_LIMIT - suffix.length)}${suffix}`;
    this.arn = `arn:${partition}:sns:${region}:${account}:${this.name}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "sns", context: { "aws:sns:topicArn": [this.arn] } });
    this.topic = this.claim(
      new SnsTopic(this, "Resource", {
        name: this.name,
        kmsMasterKeyId: this.key.arn,
        ...(this.isFifo && { fifoTopic: true, contentBasedDeduplication: true }),
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
    );
    const resources = [this.arn];
    const refuse = { effect: "Deny", principals: "*", actions: ["sns:Subscribe"], resources } as const;
    this.policy = this.claim(
      new SnsTopicPolicy(this, "Policy", {
        arn: this.topic.arn,
        policy: policyText([
          { ...tlsOnly("sns", resources), actions: ACTIONS },
          accountOnly(ACTIONS, resources, account),
          {
            ...refuse,
            sid: "QueuesAndFunctionsOnly",
            conditions: { StringNotEquals: { "sns:Protocol": ["lambda", "sqs"] } },
          },
          {
            ...refuse,
            sid: "SubscribersOfAccountOnly",
            conditions: {
              StringNotLike: {
                "sns:Endpoint": ["lambda", "sqs"].map((service) => `arn:${partition}:${service}:*:${account}:*`),
              },
            },
          },
        ]),
      }),
      "exposure.public_policy",
    );
    if (this.dataClass === "ephi") recordAccess({ store: this, type: "AWS::SNS::Topic", arn: this.arn });
  }

  /** Lets a role publish messages. */
  grantPublish(to: Grantee): void {
    const actions = [[[this.arn], ["Publish"]]] as const;
    grant(to, this, { verb: "Publish", service: "sns", actions, keyActions: ["Decrypt", "GenerateDataKey"] });
  }

  /**
   * Sends every message to a queue.
   *
   * @throws {ConstructError} `SUBSCRIBER_FOREIGN` for a queue of another account, `SUBSCRIBER_UNORDERED` for a queue that is not FIFO
   *   where the topic is
   */
  subscribeQueue(queue: PhiQueue): this {
    this.checkAccount(queue.arn, queue.site.account);
    if (this.isFifo && !queue.isFifo)
      throw new ConstructError("SUBSCRIBER_UNORDERED", `${queue.name} is not FIFO, expected a FIFO queue`, this);
    queue.acceptFrom({ service: "sns.amazonaws.com", sourceArn: this.arn });
    this.subscribe(`To${wordOf(queue.node.id)}`, "sqs", queue.queue.arn);
    return this;
  }

  /**
   * Calls a function with every message, and lets the topic call it.
   *
   * @param functionArn ARN of the function, known at synthesis
   * @throws {ConstructError} `SUBSCRIBER_FOREIGN` for a function of another account, `SUBSCRIBER_UNORDERED` where the topic is FIFO
   */
  subscribeFunction(functionArn: string): this {
    const [, , service, , account, , name = ""] = functionArn.split(":");
    if (service !== "lambda" || name === "")
      throw new ConstructError("SUBSCRIBER_FOREIGN", `${functionArn} is no function, expected its ARN`, this);
    this.checkAccount(functionArn, account);
    if (this.isFifo)
      throw new ConstructError("SUBSCRIBER_UNORDERED", "functions hear no FIFO topic, expected a FIFO queue", this);
    this.claim(
      new LambdaPermission(this, `Call${wordOf(name)}`, {
        statementId: this.physicalName.slice(0, 100),
        action: "lambda:InvokeFunction",
        functionName: functionArn,
        principal: "sns.amazonaws.com",
        sourceArn: this.arn,
        sourceAccount: this.site.account,
      }),
      "access.service_source",
      "exposure.public_policy",
    );
    this.subscribe(`To${wordOf(name)}`, "lambda", functionArn);
    return this;
  }

  private subscribe(id: string, protocol: "lambda" | "sqs", endpoint: string): void {
    new SnsTopicSubscription(this, id, {
      topicArn: this.topic.arn,
      protocol,
      endpoint,
      // Subscribed before the policy stands, an address outside the account would stay subscribed.
      dependsOn: [this.policy],
    });
  }

  private checkAccount(subscriber: string, account: string | undefined): void {
    if (account !== this.site.account)
      throw new ConstructError(
        "SUBSCRIBER_FOREIGN",
        `${subscriber} lies in the account ${account}, expected ${this.site.account}`,
        this,
      );
  }
}

const wordOf = (id: string): string => id.replace(/[^A-Za-z0-9]/g, "");
