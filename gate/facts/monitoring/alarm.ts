// Whether an alarm fires on what a metric filter counts.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html

import type { Resource, Value, World } from "../../model/types.ts";
import { samePlace } from "../backup/ends.ts";
import { type Block, blocksIn, isObject } from "../path.ts";

/** Events within one period that raise an alarm; undefined for an alarm that they never raise. */
export function raisedBy(world: World, alarm: Resource, filter: Resource): number | undefined {
  if (!samePlace(alarm, filter)) return undefined;
  const transformation = first(filter.values.metric_transformation);
  const counted = transformation.value;
  // A metric that takes its value from the event counts what the event says.
  const each = typeof counted === "string" && counted.startsWith("$") ? 1 : Number(counted);
  if (!(each > 0)) return undefined;
  const { values } = alarm;
  const queries = blocksIn(values.metric_query);
  // What a formula makes of a metric is its author's to know.
  if (queries.length > 0)
    return queries.some((query) => isSame(world, filter, alarm, first(query.metric), transformation)) ? 1 : undefined;
  if (!isSame(world, filter, alarm, values, transformation) || !isAlike(values, transformation)) return undefined;
  if (Number(values.datapoints_to_alarm ?? values.evaluation_periods ?? 1) > 1) return undefined;
  const threshold = Number(values.threshold ?? Number.NaN);
  const least = leastOver(values.comparison_operator, threshold);
  switch (values.statistic) {
    case "Sum":
      return count(least(each) / each);
    case "SampleCount":
      return count(least(1));
    case "Maximum":
      return least(each) <= each ? 1 : undefined;
    case "Average":
      // Zeros between the events pull the average down.
      return least(each) <= each && empty(transformation.default_value) ? 1 : undefined;
    default:
      return undefined;
  }
}

const count = (events: number): number | undefined =>
  Number.isFinite(events) ? Math.max(1, Math.ceil(events)) : undefined;

/** The smallest multiple of a step that is over the threshold. */
function leastOver(operator: Value | undefined, threshold: number): (step: number) => number {
  switch (operator) {
    case "GreaterThanOrEqualToThreshold":
      return () => threshold;
    case "GreaterThanThreshold":
      return (step) => (Math.floor(threshold / step) + 1) * step;
    default:
      return () => Number.NaN;
  }
}

const first = (value: Value | undefined): Block => blocksIn(value)[0] ?? {};
const empty = (value: Value | undefined): boolean => value === undefined || value === null || value === "";

/** Same metric, by text or by reference to the filter. */
function isSame(world: World, filter: Resource, alarm: Resource, asked: Block, filled: Block): boolean {
  const refers = (name: string): boolean =>
    empty(asked[name]) &&
    world.targets(alarm, [name]).some((target) => target.kind === "resource" && target.resource === filter);
  return (
    (asked.namespace === filled.namespace || refers("namespace")) &&
    (asked.metric_name === filled.name || refers("metric_name"))
  );
}

/** CloudWatch keeps a metric with other dimensions, or another unit, apart. */
function isAlike(asked: Block, filled: Block): boolean {
  const names = (value: Value | undefined): string => (isObject(value) ? Object.keys(value).sort().join(" ") : "");
  const unit = (value: Value | undefined): Value => (empty(value) ? "None" : (value ?? "None"));
  return (
    names(asked.dimensions) === names(filled.dimensions) &&
    (empty(asked.unit) || unit(asked.unit) === unit(filled.unit))
  );
}
