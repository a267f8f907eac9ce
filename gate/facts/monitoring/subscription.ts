// The fact `alarm_delivery` of a subscription: whether what an alarm says gets through to whom it is for.

import { callerOf } from "../computed/alarms.ts";
import type { ComputedFact } from "../computed/types.ts";

/**
 * Asked of subscriptions to topics that alarms call. An alarm has no message attributes, so a filter on them lets none through; a
 * filter on the body is somebody's choice of alarms.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export const subscriptionDelivery: ComputedFact = ({ world, resource }) => {
  const called = world
    .targets(resource, ["topic_arn"])
    .some((end) => end.kind === "resource" && end.resource.type === "aws_sns_topic" && callerOf(world, end.resource));
  if (!called) return undefined;
  const filter = world.read(resource, ["filter_policy"]);
  const scope = world.read(resource, ["filter_policy_scope"]);
  const filtered =
    filter.state === "unknown" || (filter.state === "known" && filter.value !== "" && filter.value !== "{}");
  const path = "filter_policy";
  if (!filtered) return { judged: { state: "on" }, found: "every message", path };
  if (scope.state === "known" && scope.value === "MessageBody")
    return { judged: { state: "on" }, found: "messages chosen by their body", path };
  return { judged: { state: "off" }, found: "only messages with attributes, which alarms lack", path };
};
