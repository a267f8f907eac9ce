// Obligations on who may do what and who is watched doing it. Each test performs the `acceptance` of its row.

import { describe, expect, it } from "vitest";
import { passed, planned, rejected } from "./judged.ts";

const LEAKY = "examples/leaky/plan.json.gz";
const TRAIL = "tests/constructs/audit-trail.plan.json.gz";

describe("G-40", () => {
  it("plans a filter, an alarm and a subscribed topic for use of the root user", async () => {
    const [filter] = planned(TRAIL, "aws_cloudwatch_log_metric_filter").filter(({ address }) =>
      address.includes(".Tuned_FilterRootUse"),
    );
    const [alarm] = planned(TRAIL, "aws_cloudwatch_metric_alarm").filter(({ address }) =>
      address.includes(".Tuned_AlarmRootUse"),
    );
    expect(filter?.values).toMatchObject({
      log_group_name: "/aws/cloudtrail/uses-tuned",
      pattern: expect.stringContaining('$.userIdentity.type="Root"'),
      metric_transformation: [{ name: alarm?.values.metric_name, namespace: alarm?.values.namespace }],
    });
    const topic = alarm?.references.alarm_actions?.at(-1) ?? "no topic";
    expect(await passed(TRAIL, "logging.alarm_action")).toContain(alarm?.address);
    expect(await passed(TRAIL, "logging.alarm_delivery")).toContain(topic);
    const subscribers = planned(TRAIL, "aws_sns_topic_subscription").filter(({ references }) =>
      references.topic_arn?.includes(topic),
    );
    expect(subscribers.map(({ values }) => values.endpoint)).toEqual(["oncall@clinic.example"]);
  });

  it("rejects a topic without subscriber", async () => {
    expect(await rejected(LEAKY, "logging.alarm_delivery")).toEqual({
      "aws_sns_topic.operations": expect.stringContaining("no subscription in this plan"),
    });
  });
});

describe("G-102", () => {
  it("rejects a topic that alarms call and nobody is subscribed to", async () => {
    const alarms = planned(LEAKY, "aws_cloudwatch_metric_alarm").filter(({ references }) =>
      references.alarm_actions?.includes("aws_sns_topic.operations"),
    );
    expect(alarms.map(({ address }) => address)).toEqual(["aws_cloudwatch_metric_alarm.errors"]);
    expect(await rejected(LEAKY, "logging.alarm_delivery")).toEqual({
      "aws_sns_topic.operations": expect.stringContaining("aws_cloudwatch_metric_alarm.errors calls it"),
    });
  });
});
