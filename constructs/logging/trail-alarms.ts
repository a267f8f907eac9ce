// Counts what a trail's log group receives, and tells people: 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii).

import { CloudwatchLogMetricFilter, CloudwatchMetricAlarm } from "../internal/cdktf.ts";
import type { PhiConstruct } from "../stack/phi-construct.ts";
import { alarmsOf } from "./alarm-topic.ts";
import type { PhiLogGroup } from "./phi-log-group.ts";
import type { TrailAlarm } from "./trail-events.ts";

const PERIOD_SECONDS = 300;
/** No account is without any call for so long: backups, key use and the services' own calls go on. Our choice. */
const SILENCE_SECONDS = 21_600;

/** Puts filters on a log group of a trail, and alarms on what they count; `claim` marks each alarm. */
export function countCalls(
  trail: PhiConstruct,
  logGroup: PhiLogGroup,
  alarms: readonly TrailAlarm[],
  claim: (alarm: CloudwatchMetricAlarm) => void,
): void {
  const topic = alarmsOf(trail.site).arn;
  const name = (id: string): string => `${trail.physicalName}-${id}`;
  const tell = { alarmActions: [topic], actionsEnabled: true };
  for (const { id, description, pattern, atLeast } of alarms) {
    const metric = { name: name(id), namespace: "Phiward" };
    new CloudwatchLogMetricFilter(trail, `Filter${id}`, {
      name: name(id),
      logGroupName: logGroup.resource.name,
      pattern,
      metricTransformation: { ...metric, value: "1", defaultValue: "0" },
    });
    claim(
      new CloudwatchMetricAlarm(trail, `Alarm${id}`, {
        ...tell,
        alarmName: name(id),
        alarmDescription: description,
        namespace: metric.namespace,
        metricName: metric.name,
        statistic: "Sum",
        period: PERIOD_SECONDS,
        evaluationPeriods: 1,
        threshold: atLeast,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
      }),
    );
  }
  claim(
    new CloudwatchMetricAlarm(trail, "AlarmSilence", {
      ...tell,
      alarmName: name("Silence"),
      alarmDescription: "The trail has delivered nothing for hours",
      namespace: "AWS/Logs",
      metricName: "IncomingLogEvents",
      dimensions: { LogGroupName: logGroup.name },
      statistic: "Sum",
      period: SILENCE_SECONDS,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      // A trail that is stopped sends no zeros: it sends nothing.
      treatMissingData: "breaching",
    }),
  );
}
