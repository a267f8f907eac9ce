// Tells people when somebody disables a key, schedules its deletion or changes its policy. 164.308(a)(1)(ii)(D).

import { CloudwatchEventRule, CloudwatchEventTarget, type Construct } from "../internal/cdktf.ts";
import { alarmsOf } from "../logging/alarm-topic.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";

/** Calls of AWS KMS that take a key away or give it to others. */
const CALLS = [
  "CreateGrant",
  "DeleteAlias",
  "DeleteImportedKeyMaterial",
  "DisableKey",
  "DisableKeyRotation",
  "PutKeyPolicy",
  "ScheduleKeyDeletion",
  "UpdateAlias",
];

/**
 * Watches every key of a site: the calls reach EventBridge through CloudTrail within minutes.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export class KeyWatch extends PhiConstruct {
  constructor(scope: Construct, id: string) {
    super(scope, id, "none");
    const rule = new CloudwatchEventRule(this, "Resource", {
      name: this.physicalName,
      description: "Keys disabled, scheduled for deletion, or under a changed policy",
      // Services make grants all day; those made by people have a user behind them.
      eventPattern: JSON.stringify({
        source: ["aws.kms"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["kms.amazonaws.com"],
          eventName: CALLS,
          userIdentity: { invokedBy: [{ exists: false }] },
        },
      }),
    });
    new CloudwatchEventTarget(this, "Target", { rule: rule.name, arn: alarmsOf(this.site).arn });
  }
}
