// Facts on logs and alarms as Terraform plans them: tests/atlas/data-events and tests/atlas/logs.

import { describe, expect, it } from "vitest";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../../gate/facts/compute.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

async function factsOf(plan: string): Promise<(address: string, fact: string) => Fact | undefined> {
  const facts = computeFacts(buildModel(await readPlan(`tests/atlas/${plan}.plan.json.gz`)).after, loadAtlas());
  return (address, fact) => {
    const found = facts.get(address);
    if (!found) throw new Error(`${address} does not exist`);
    return found.facts.get(fact);
  };
}
const events = await factsOf("data-events");
const logs = await factsOf("logs");
const elsewhere = await factsOf("dynamodb");

describe("data events", () => {
  it("name the trails that record both reads and writes", () => {
    expect(events("aws_s3_bucket.ok_data_events__by_two", "data_events")).toEqual({
      judged: { state: "on" },
      found: "reads and writes are recorded by aws_cloudtrail.advanced, aws_cloudtrail.basic",
      path: "",
    });
  });

  it("say what is missing, and let a statement overrule it: another trail may record it", () => {
    expect(events("aws_s3_bucket.bad_data_events__reads_only", "data_events")).toEqual({
      judged: { state: "off" },
      found: "no writes are recorded by aws_cloudtrail.advanced",
      path: "",
      byAbsence: true,
    });
    expect(events("aws_s3_bucket.bad_data_events__far", "data_events")).toEqual({
      judged: { state: "off" },
      found:
        "neither reads nor writes are recorded by aws_cloudtrail.advanced, aws_cloudtrail.basic, aws_cloudtrail.by_reference",
      path: "",
      byAbsence: true,
    });
  });

  it("are unknown where no trail is in the plan", () => {
    expect(
      elsewhere(
        "aws_dynamodb_table.bad_encryption_key__backup__point_in_time__deletion_protection__omitted",
        "data_events",
      ),
    ).toEqual({
      judged: { state: "unknown" },
      found: "no trail in this plan",
      path: "",
      cause: "no trail is in this plan or its context",
      byAbsence: true,
    });
  });

  it("are not asked of a bucket in which logs end, of this plan or of another account", () => {
    expect(events("aws_s3_bucket.access_logs", "data_events")).toBeUndefined();
    expect(events("aws_s3_bucket.ok_object_lock__for_others", "data_events")).toBeUndefined();
    expect(events("aws_s3_bucket.ok_object_lock", "data_events")).toBeUndefined();
  });
});

describe("the lock of an archive", () => {
  it("says its mode and its days, a year being 365", () => {
    expect(events("aws_s3_bucket.ok_object_lock", "object_lock")).toEqual({
      judged: { state: "compliance", days: 2192 },
      found: "compliance mode for 2192 days",
      path: "rule[0].default_retention[0]",
      address: "aws_s3_bucket_object_lock_configuration.archive",
    });
    expect(events("aws_s3_bucket.ok_object_lock__years", "object_lock")?.judged).toEqual({
      state: "governance",
      days: 2190,
    });
  });

  it("is not asked of other buckets", () => {
    expect(events("aws_s3_bucket.access_logs", "object_lock")).toBeUndefined();
    expect(events("aws_s3_bucket.ok_data_events__literal", "object_lock")).toBeUndefined();
  });
});

describe("alarms", () => {
  it("name who calls a topic that nobody hears", () => {
    expect(logs("aws_sns_topic.bad_alarm_delivery__rule", "alarm_delivery")).toEqual({
      judged: { state: "off" },
      found: "no subscription in this plan, and aws_cloudwatch_event_target.rule calls it",
      path: "",
      byAbsence: true,
    });
    expect(logs("aws_sns_topic.ok_alarm_delivery", "alarm_delivery")?.found).toBe("aws_sns_topic_subscription.on_call");
  });

  it("ask nothing of a topic that nothing calls, nor of an alarm that another watches", () => {
    expect(logs("aws_sns_topic.quiet", "alarm_delivery")).toBeUndefined();
    expect(logs("aws_cloudwatch_metric_alarm.part", "alarm_action")).toBeUndefined();
  });

  it("say whether the action is missing or switched off", () => {
    const read = (name: string): unknown => {
      const { path, found } = logs(`aws_cloudwatch_metric_alarm.${name}`, "alarm_action") ?? {};
      return { path, found };
    };
    expect(read("bad_alarm_action__omitted")).toEqual({ path: "alarm_actions", found: "no action" });
    expect(read("bad_alarm_action__switched_off")).toEqual({ path: "actions_enabled", found: "false" });
  });
});
