// Tells people when somebody disables a key, schedules its deletion or changes its policy. 164.308(a)(1)(ii)(D).

import { EventAlarm } from "../logging/event-alarm.ts";
import type { Site } from "../stack/site.ts";

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
 * Watches every key of a site, once: the calls reach EventBridge through CloudTrail within minutes.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export function watchKeys(site: Site): void {
  if (site.node.tryFindChild("KeyWatch")) return;
  new EventAlarm(site, "KeyWatch", {
    description: "Keys disabled, scheduled for deletion, or under a changed policy",
    pattern: {
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["kms.amazonaws.com"],
        eventName: CALLS,
        // Services make grants all day; those made by people have a user behind them.
        userIdentity: { invokedBy: [{ exists: false }] },
      },
    },
  });
}
