// What watches the events of a trail: metric filters on its log group with an alarm behind them, and rules of Amazon EventBridge.
// That an alarm calls somebody, and that somebody hears the topic, are facts of their own.

import type { Resource, World } from "../../model/types.ts";
import { endsOf } from "../backup/ends.ts";
import { passes } from "../backup/event-pattern.ts";
import { raisedBy } from "./alarm.ts";
import { passesFilter } from "./filter-pattern.ts";
import type { SampleEvent } from "./vocabulary.ts";

/** One that listens. */
export interface Watch {
  readonly resource: Resource;
  /** Regions whose events it hears; undefined for all that the trail records. */
  readonly region?: string | undefined;
  /** How many such events are needed until somebody is told; undefined where none are enough, "unknown" where the plan does not say. */
  hears(event: SampleEvent): number | "unknown" | undefined;
}

/** Everything on the log group of a trail and on the default bus of its account. */
export const watchesOf = (world: World, trail: Resource): readonly Watch[] => [
  ...filtersOf(world, trail).map((filter) => filterWatch(world, filter)),
  ...world.ofType("aws_cloudwatch_event_rule").flatMap((rule) => ruleWatch(world, trail, rule)),
];

/** Metric filters on the log group that a trail delivers to; by name where the group stands in another plan. */
export function filtersOf(world: World, trail: Resource): readonly Resource[] {
  const groups = endsOf(world, trail, ["cloud_watch_logs_group_arn"], ["aws_cloudwatch_log_group"]);
  const text = trail.values.cloud_watch_logs_group_arn;
  const name = typeof text === "string" ? /:log-group:([^:]+)/.exec(text)?.[1] : undefined;
  return world
    .ofType("aws_cloudwatch_log_metric_filter")
    .filter(
      (filter) =>
        filter.mode === "managed" &&
        ((name !== undefined && filter.values.log_group_name === name) ||
          endsOf(world, filter, ["log_group_name"], ["aws_cloudwatch_log_group"], true).some((one) =>
            groups.includes(one),
          )),
    );
}

function filterWatch(world: World, filter: Resource): Watch {
  const { pattern } = filter.values;
  const needed = world
    .ofType("aws_cloudwatch_metric_alarm")
    .flatMap((alarm) => (alarm.mode === "managed" ? (raisedBy(world, alarm, filter) ?? []) : []));
  const [least] = needed.toSorted((a, b) => a - b);
  const read = world.read(filter, ["pattern"]);
  return {
    resource: filter,
    hears: ({ detail }) => {
      if (least === undefined) return undefined;
      if (read.state === "unknown") return "unknown";
      const answer = passesFilter(typeof pattern === "string" ? pattern : "", detail);
      return answer === undefined ? "unknown" : answer ? least : undefined;
    },
  };
}

function ruleWatch(world: World, trail: Resource, rule: Resource): readonly Watch[] {
  const { values, account, region } = rule;
  const apart = account !== undefined && trail.account !== undefined && account !== trail.account;
  const bus = values.event_bus_name ?? "default";
  if (rule.mode !== "managed" || apart || bus !== "default" || isOff(rule)) return [];
  if (world.companions(rule, "aws_cloudwatch_event_target", "rule").certain.length === 0) return [];
  const document = world.document(rule, ["event_pattern"]);
  if (document.state === "absent" || document.state === "invalid") return [];
  return [
    {
      resource: rule,
      region,
      hears: ({ source, detailType, detail }) => {
        if (document.state === "unknown") return "unknown";
        const answer = passes(document.value, { source, "detail-type": detailType, detail }, true);
        return answer === undefined ? "unknown" : answer ? 1 : undefined;
      },
    },
  ];
}

/** Switched off by either of its two switches. */
export const isOff = ({ values }: Resource): boolean => values.state === "DISABLED" || values.is_enabled === false;
