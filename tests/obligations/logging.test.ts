// Obligations on what is recorded, where it ends and who is told. Each test performs the `acceptance` of its row.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AuditTrail, LogArchive } from "../../constructs/index.ts";
import { insights } from "../constructs/insights.ts";
import { refused } from "../constructs/places.ts";
import { passed, planned, rejected } from "./judged.ts";

const CLINIC = "examples/clinic/plan.json.gz";
const EVENTS = "tests/atlas/data-events.plan.json.gz";
const TRAIL = "tests/constructs/audit-trail.plan.json.gz";

/** The one resource of a type whose name begins so. */
function one(plan: string, type: string, name: string) {
  const [found, ...others] = planned(plan, type).filter(({ address }) => address.startsWith(`${type}.${name}_`));
  if (!found || others.length > 0) throw new Error(`${plan}: expected one ${type}.${name}_…`);
  return found;
}

describe("G-111", () => {
  it("rejects a bucket of ePHI outside the selectors of data events", async () => {
    expect(await rejected(EVENTS, "logging.data_events")).toMatchObject({
      "aws_s3_bucket.bad_data_events__unlisted": expect.stringContaining("neither reads nor writes are recorded by"),
    });
  });

  it("records every store of the example", async () => {
    const stores = ["aws_s3_bucket.Documents_", "aws_dynamodb_table.Sessions_"];
    const recorded = await passed(CLINIC, "logging.data_events");
    for (const store of stores) expect(recorded).toContainEqual(expect.stringContaining(store));
    expect(await rejected(CLINIC, "logging.data_events")).toEqual({});
  });
});

describe("G-112", () => {
  it("rejects a plan with enable_logging false", async () => {
    expect(await rejected("tests/atlas/cloudtrail.plan.json.gz", "logging.trail_delivery")).toMatchObject({
      "aws_cloudtrail.bad_trail_coverage__trail_delivery__switched_off": expect.stringContaining(
        "enable_logging is false, expected logging on",
      ),
    });
  });

  it("plans a trail of every Region with validation and a key of its own", async () => {
    const trail = one(CLINIC, "aws_cloudtrail", "AuditTrail");
    expect(trail.values).toMatchObject({ is_multi_region_trail: true, enable_log_file_validation: true });
    expect(trail.references.kms_key_id?.join()).toContain("aws_kms_key.Vault_Archive_Key_");
    for (const control of ["trail_coverage", "trail_delivery", "trail_integrity"])
      expect(await passed(CLINIC, `logging.${control}`)).toContain(trail.address);
  });
});

const statementsSchema = z.array(
  z.looseObject({ effect: z.string(), condition: z.array(z.looseObject({ values: z.array(z.string().nullable()) })) }),
);

describe("G-114", () => {
  it("ends the trail in a locked archive of another account that admits its source alone", async () => {
    const archive = one(CLINIC, "aws_s3_bucket", "Vault_Archive");
    expect(archive.values.bucket).toContain("444455556666");
    expect(one(CLINIC, "aws_cloudtrail", "AuditTrail").references.s3_bucket_name).toContain(archive.address);
    expect(await passed(CLINIC, "integrity.archive_lock")).toContain(archive.address);
    const document = planned(CLINIC, "aws_iam_policy_document").find(({ address }) =>
      address.includes(".Vault_Archive_PolicyDocument_"),
    );
    const allowed = statementsSchema.parse(document?.values.statement).filter(({ effect }) => effect === "Allow");
    expect(allowed.length).toBeGreaterThan(0);
    const sources = allowed.map(({ condition }) => condition.flatMap(({ values }) => values.join()).join());
    for (const source of sources) expect(source).toContain("111122223333");
  });

  it("refuses an archive that does not admit the trail's account", () => {
    refused(
      ({ stack, vault }) => {
        const archive = new LogArchive(vault, "Archive", { sourceAccounts: ["777788889999"] });
        return new AuditTrail(stack, "Trail", { archive });
      },
      "ARCHIVE_CLOSED",
      "expected 111122223333 among them",
    );
  });
});

describe("G-115", () => {
  it.each(["BulkReads", "MassDeletes"])("plans the alarm %s and its action", async (id) => {
    const filter = one(TRAIL, "aws_cloudwatch_log_metric_filter", `Tuned_Filter${id}`);
    const alarm = one(TRAIL, "aws_cloudwatch_metric_alarm", `Tuned_Alarm${id}`);
    expect(filter.values.metric_transformation).toMatchObject([{ name: alarm.values.metric_name }]);
    expect(alarm.values).toMatchObject({ actions_enabled: true });
    expect(alarm.references.alarm_actions?.join()).toContain("aws_sns_topic.Alarms_");
    expect(await passed(TRAIL, "logging.alarm_action")).toContain(alarm.address);
  });

  it("plans the trail's insights and tells the topic of them", async () => {
    const trail = one(TRAIL, "aws_cloudtrail", "Tuned");
    const rule = one(TRAIL, "aws_cloudwatch_event_rule", "Tuned_Insights");
    const target = one(TRAIL, "aws_cloudwatch_event_target", "Tuned_Insights_Target");
    expect(trail.values.insight_selector).toEqual(
      expect.arrayContaining([{ insight_type: "ApiCallRateInsight" }, { insight_type: "ApiErrorRateInsight" }]),
    );
    expect(rule.values.event_pattern).toContain("AWS Insight via CloudTrail");
    expect(target.references.rule).toContain(rule.address);
    expect(target.references.arn?.join()).toContain("aws_sns_topic.Alarms_");
  });

  it("subscribes somebody to the topic of the set", async () => {
    expect(await passed(TRAIL, "logging.alarm_delivery")).toContainEqual(
      expect.stringContaining("aws_sns_topic.Alarms_"),
    );
  });
});

describe("P-24", () => {
  const events = readFileSync("tests/obligations/fixtures/trail.jsonl", "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  const ask = (name: string) => {
    const { values } = one(CLINIC, "aws_cloudwatch_query_definition", `AuditTrail_Query${name}`);
    return insights(z.string().parse(values.query_string), events).map(({ time, person, object }) => ({
      time,
      person,
      object,
    }));
  };
  const person = (role: string, session: string): string => `arn:aws:sts::111122223333:assumed-role/${role}/${session}`;

  it("returns person, time and object of each read, the latest first, refused ones included", () => {
    expect(ask("WhoReadObject")).toEqual([
      {
        time: "2026-01-06T07:45:10Z",
        person: person("portal", "worker"),
        object: "arn:aws:sqs:us-east-1:111122223333:portal-orders",
      },
      { time: "2026-01-06T05:00:00Z", person: "backup.amazonaws.com", object: "visits/4711.pdf" },
      {
        time: "2026-01-05T23:59:59Z",
        person: person("billing", "person-31"),
        object: "visits/4711.pdf",
      },
      { time: "2026-01-05T09:30:00Z", person: person("clinician", "person-08"), object: "portal-visits" },
      { time: "2026-01-05T08:12:01Z", person: person("clinician", "person-17"), object: "visits/4711.pdf" },
    ]);
  });

  it("returns person, time and object of each change", () => {
    expect(ask("WhoChangedObject")).toEqual([
      { time: "2026-01-05T08:13:40Z", person: person("clinician", "person-17"), object: "visits/4712.pdf" },
    ]);
  });

  it("asks the log group that the trail delivers to", () => {
    const { references } = one(CLINIC, "aws_cloudtrail", "AuditTrail");
    const [group] = planned(CLINIC, "aws_cloudwatch_log_group").filter(({ address }) =>
      references.cloud_watch_logs_group_arn?.includes(address),
    );
    const { values } = one(CLINIC, "aws_cloudwatch_query_definition", "AuditTrail_QueryWhoReadObject");
    expect(values.log_group_names).toEqual([group?.values.name]);
  });
});
