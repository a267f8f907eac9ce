// Where alarms go: an encrypted topic with people subscribed to it. 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii).

import { type Construct, SnsTopic, SnsTopicPolicy, SnsTopicSubscription } from "../internal/cdktf.ts";
import { policyDocument, tlsOnly } from "../internal/policy.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";
import type { Site } from "../stack/site.ts";

/** Services that raise alarms. */
const SENDERS = ["backup", "cloudwatch", "events"];

/**
 * The topic that a site's alarms go to, with every contact of the stack subscribed. Alarms name resources, never patients.
 *
 * @example
 * new AlarmTopic(stack, "Urgent");
 * @see 45 CFR 164.308(a)(1)(ii)(D), information system activity review (required)
 */
export class AlarmTopic extends PhiConstruct {
  readonly key: PhiKey;
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id, "none");
    const { account, region, partition, contacts } = this.site;
    const arn = `arn:${partition}:sns:${region}:${account}:${this.physicalName}`;
    const ofAccount = { StringEquals: { "aws:SourceAccount": account } };
    this.key = new PhiKey(this, "Key").allow({ service: "sns", context: { "aws:sns:topicArn": [arn] } });
    for (const sender of SENDERS)
      this.key.allowService(`AlarmsOf${sender}`, `${sender}.amazonaws.com`, ofAccount, [
        "kms:Decrypt",
        "kms:GenerateDataKey*",
      ]);
    const topic = this.claim(
      new SnsTopic(this, "Resource", { name: this.physicalName, kmsMasterKeyId: this.key.arn }),
      "logging.alarm_delivery",
    );
    this.arn = topic.arn;
    this.claim(
      new SnsTopicPolicy(this, "Policy", {
        arn: topic.arn,
        policy: policyDocument(this, "PolicyDocument", [
          {
            sid: "AlarmsOfAccount",
            principals: { Service: SENDERS.map((sender) => `${sender}.amazonaws.com`) },
            actions: ["sns:Publish"],
            resources: [arn],
            conditions: ofAccount,
          },
          { ...tlsOnly("sns", [arn]), actions: ["sns:Publish"] },
        ]),
      }),
      "exposure.public_policy",
    );
    for (const [index, endpoint] of contacts.entries())
      new SnsTopicSubscription(this, `Contact${index}`, { topicArn: topic.arn, protocol: "email", endpoint });
  }
}

/** The alarm topic of a site, made when it is first asked for. */
export function alarmsOf(site: Site): AlarmTopic {
  const known = site.node.tryFindChild("Alarms");
  return known instanceof AlarmTopic ? known : new AlarmTopic(site, "Alarms");
}
