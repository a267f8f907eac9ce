// An event of AWS that reaches people: a rule on the default bus, and the alarm topic of its site as the target.

import { CloudwatchEventRule, CloudwatchEventTarget, type Construct } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiConstruct } from "../stack/phi-construct.ts";
import { alarmsOf } from "./alarm-topic.ts";

/** Longest name of a rule. */
const RULE_NAME = 64;

export interface EventAlarmProps {
  /** What has happened when the alarm comes, for the console. */
  readonly description: string;
  /** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
  readonly pattern: Readonly<Record<string, unknown>>;
}

/**
 * Events name resources and callers, never patients: so both rule and topic are of the class `none`.
 *
 * @see 45 CFR 164.308(a)(6)(ii), response and reporting (required)
 */
export class EventAlarm extends PhiConstruct {
  constructor(scope: Construct, id: string, { description, pattern }: EventAlarmProps) {
    super(scope, id, "none");
    const rule = new CloudwatchEventRule(this, "Resource", {
      name: shortName(this.physicalName, RULE_NAME),
      description,
      eventPattern: JSON.stringify(pattern),
    });
    new CloudwatchEventTarget(this, "Target", { rule: rule.name, arn: alarmsOf(this.site).arn });
  }
}
