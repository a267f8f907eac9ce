// The facts `alarm_delivery` of topics and `alarm_action` of alarms: whether anybody hears of an alarm.

import type { Resource, World } from "../../model/types.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

/** What tells a topic that something is wrong. */
const callers: readonly (readonly [type: string, by: string])[] = [
  ["aws_cloudwatch_metric_alarm", "alarm_actions"],
  ["aws_cloudwatch_composite_alarm", "alarm_actions"],
  ["aws_cloudwatch_event_target", "arn"],
  ["aws_backup_vault_notifications", "sns_topic_arn"],
  ["aws_db_event_subscription", "sns_topic"],
  ["aws_docdb_event_subscription", "sns_topic_arn"],
  ["aws_neptune_event_subscription", "sns_topic_arn"],
  ["aws_redshift_event_subscription", "sns_topic_arn"],
];

/** What hears a topic; AWS Chatbot subscribes by itself to the topics that it is given. */
const listeners: readonly (readonly [type: string, by: string])[] = [
  ["aws_sns_topic_subscription", "topic_arn"],
  ["aws_chatbot_slack_channel_configuration", "sns_topic_arns"],
  ["aws_chatbot_teams_channel_configuration", "sns_topic_arns"],
];

/** The first in the plan that tells a topic of trouble. */
export const callerOf = (world: World, topic: Resource): Resource | undefined =>
  callers.flatMap(([type, by]) => world.companions(topic, type, by).certain).find(({ mode }) => mode === "managed");

/**
 * Only topics that something calls are asked for a subscription. The policy of a key that AWS manages lets no alarm publish, and cannot be
 * changed.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export const alarmDelivery: ComputedFact = ({ world, resource }) => {
  const caller = callerOf(world, resource);
  if (!caller) return undefined;
  const key = resource.values.kms_master_key_id;
  if (typeof key === "string" && /(^|:)alias\/aws\//.test(key))
    return {
      judged: { state: "off" },
      found: `${key}, a key that no alarm may use`,
      path: "kms_master_key_id",
    };
  const found = listeners.map(([type, by]) => world.companions(resource, type, by));
  const [listener] = found.flatMap(({ certain }) => certain);
  if (listener)
    return {
      judged: { state: "on" },
      found: listener.address,
      path: "",
      ...(listener.context === undefined ? {} : { basis: listener.context }),
    };
  const [perhaps] = found.flatMap(({ possible }) => possible);
  if (perhaps)
    return {
      judged: { state: "unknown" },
      found: `perhaps heard by ${perhaps.address}`,
      path: "",
      cause: `the plan does not say whether ${perhaps.address} hears this topic`,
    };
  return {
    judged: { state: "off" },
    found: `no subscription in this plan, and ${caller.address} calls it`,
    path: "",
    byAbsence: true,
  };
};

/** An alarm that a composite alarm watches leaves the calling to it. */
export const alarmAction: ComputedFact = ({ world, resource }) => {
  if (world.ofType("aws_cloudwatch_composite_alarm").some((composite) => watches(world, composite, resource)))
    return undefined;
  const enabled = world.read(resource, ["actions_enabled"]);
  const actions = world.read(resource, ["alarm_actions"]);
  if (enabled.state === "known" && String(enabled.value) === "false")
    return { judged: { state: "off" }, found: "false", path: "actions_enabled" };
  if (enabled.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: "actions_enabled", cause: enabled.cause };
  const called = actions.state === "unknown" || (actions.state === "known" && filled(actions.value));
  const fact: Fact = {
    judged: { state: called ? "on" : "off" },
    found: called ? "an action is named" : "no action",
    path: "alarm_actions",
  };
  return fact;
};

const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function watches(world: World, composite: Resource, alarm: Resource): boolean {
  if (composite === alarm) return false;
  const rule = world.read(composite, ["alarm_rule"]);
  const { alarm_name: name } = alarm.values;
  if (rule.state === "known" && typeof rule.value === "string" && typeof name === "string")
    // ALARM(name) and ALARM("name") both stand in rules.
    return rule.value.split(/[()"\s]+/).includes(name) || rule.value.includes(`"${name}"`);
  return world
    .targets(composite, ["alarm_rule"])
    .some(
      (target) =>
        (target.kind === "resource" && target.resource === alarm) ||
        (target.kind === "ambiguous" && target.candidates.includes(alarm)),
    );
}
