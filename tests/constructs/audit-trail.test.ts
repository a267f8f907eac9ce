import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AuditTrail, LogArchive, PhiQueue, PhiTopic } from "../../constructs/index.ts";
import { selectorsOf } from "../../constructs/logging/trail-selectors.ts";
import { check } from "../../gate/check.ts";
import { insights } from "./insights.ts";
import { NOW } from "./judged.ts";
import { places, refused, written } from "./places.ts";

const selectorsSchema = z.looseObject({
  advanced_event_selector: z.array(
    z.object({ name: z.string(), field_selector: z.array(z.record(z.string(), z.unknown())) }),
  ),
});
const selectors = (values: unknown) => selectorsSchema.parse(values).advanced_event_selector;

describe("a trail is refused", () => {
  it("twice in one account", () => {
    refused(
      ({ stack }) => [new AuditTrail(stack, "Trail"), new AuditTrail(stack, "Second")],
      "TRAIL_TWICE",
      "the stack has a trail in 111122223333 already, expected one (portal/Second)",
    );
  });

  it("into an archive that lets the trail's account deliver nothing", () => {
    refused(
      ({ stack, vault }) =>
        new AuditTrail(stack, "Trail", {
          archive: new LogArchive(vault, "Archive", { sourceAccounts: ["777788889999"] }),
        }),
      "ARCHIVE_CLOSED",
      "sourceAccounts of the archive are 777788889999, expected 111122223333 among them",
    );
  });

  it.each(["bulkReads", "massDeletes"])("with %s below one event", (prop) => {
    refused(
      ({ stack }) => new AuditTrail(stack, "Trail", { [prop]: 0 }),
      "THRESHOLD_INVALID",
      `${prop} must be at least 1 event, got 0`,
    );
  });
});

describe("a stack", () => {
  it("with stores of ePHI and no trail gets one that records them", () => {
    const place = places();
    new PhiQueue(place.stack, "Orders");
    const found = selectors(written(place).get("AuditTrail/Resource"));
    expect(found.map(({ name }) => name)).toEqual(["Management", "AWS::SQS::Queue"]);
    expect(found[1]?.field_selector).toEqual([
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::SQS::Queue"] },
      {
        field: "resources.ARN",
        equals: ["orders", "orders-dead-letters"].map((name) => `arn:aws:sqs:us-east-1:111122223333:portal-${name}`),
      },
    ]);
  });

  it("gets one trail in each account with stores, which records that account's alone", () => {
    const place = places();
    new PhiQueue(place.stack, "Orders");
    new PhiTopic(place.vault, "News");
    const resources = written(place);
    expect(selectors(resources.get("AuditTrail/Resource")).map(({ name }) => name)).toEqual([
      "Management",
      "AWS::SQS::Queue",
    ]);
    expect(selectors(resources.get("Vault/AuditTrail/Resource")).map(({ name }) => name)).toEqual([
      "Management",
      "AWS::SNS::Topic",
    ]);
  });

  it("without stores of ePHI gets none, and with a trail of its own no second", () => {
    const bare = places();
    new PhiQueue(bare.stack, "Orders", { dataClass: "none" });
    expect([...written(bare).keys()].filter((path) => path.includes("AuditTrail"))).toEqual([]);
    const own = places();
    new AuditTrail(own.stack, "Trail");
    new PhiQueue(own.stack, "Orders");
    const resources = written(own);
    expect(resources.has("AuditTrail/Resource")).toBe(false);
    expect(selectors(resources.get("Trail/Resource")).map(({ name }) => name)).toContain("AWS::SQS::Queue");
  });
});

describe("selectors", () => {
  const { stack } = places();
  const store = new PhiTopic(stack, "News");
  const many = (type: string, count: number, isPrefix = false) =>
    Array.from({ length: count }, (_, index) => ({ store, type, arn: `arn:${type}:${index}/`, isPrefix }));
  const values = (found: ReturnType<typeof selectorsOf>): number =>
    found
      .flatMap(({ field_selector: conditions }) => conditions)
      .reduce(
        (sum, { equals = [], starts_with: starts = [], not_starts_with: not = [] }) =>
          sum + equals.length + starts.length + not.length,
        0,
      );

  it("name every store while there is room for their ARNs", () => {
    const found = selectorsOf([...many("AWS::S3::Object", 200, true), ...many("AWS::SQS::Queue", 250)], []);
    expect(found.map(({ name }) => name)).toEqual(["Management", "AWS::S3::Object below", "AWS::SQS::Queue"]);
    expect(values(found)).toBeLessThanOrEqual(500);
  });

  it("take the largest type whole where there is none, without the buckets that logs end in", () => {
    const found = selectorsOf([...many("AWS::S3::Object", 600, true), ...many("AWS::SQS::Queue", 20)], ["arn:logs"]);
    expect(found.map(({ name }) => name)).toEqual(["Management", "AWS::S3::Object whole", "AWS::SQS::Queue"]);
    expect(found[1]?.field_selector).toEqual([
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::S3::Object"] },
      { field: "resources.ARN", not_starts_with: ["arn:logs/"] },
    ]);
    expect(values(found)).toBeLessThanOrEqual(500);
  });
});

const alarmed = places();
new PhiQueue(alarmed.stack, "Orders");
const resources = written(alarmed);
const filters = [...resources].filter(([path]) => path.startsWith("AuditTrail/Filter"));

describe("G-40 and G-115: each alarm of the set", () => {
  it("has a filter, an action and a subscribed topic", () => {
    expect(filters.map(([path]) => path.replace("AuditTrail/Filter", "")).sort()).toMatchInlineSnapshot(`
      [
        "BucketPolicyChanges",
        "BulkReads",
        "ConfigChanges",
        "DetectionChanges",
        "FailedSignIns",
        "GatewayChanges",
        "IamPolicyChanges",
        "KeyLoss",
        "MassDeletes",
        "NetworkAclChanges",
        "NetworkChanges",
        "PublicAccess",
        "RootUse",
        "RouteChanges",
        "SecurityGroupChanges",
        "SignInWithoutMfa",
        "TrailChanges",
        "UnauthorizedCalls",
        "VaultChanges",
      ]
    `);
    for (const [path, filter] of filters) {
      const alarm = resources.get(path.replace("Filter", "Alarm"));
      expect(alarm).toMatchObject({
        actions_enabled: true,
        alarm_actions: [expect.stringContaining("aws_sns_topic.Alarms")],
      });
      expect(filter).toMatchObject({
        metric_transformation: { name: alarm?.metric_name, namespace: alarm?.namespace },
      });
    }
    expect(resources.get("AuditTrail/AlarmSilence")).toMatchObject({
      namespace: "AWS/Logs",
      comparison_operator: "LessThanThreshold",
      treat_missing_data: "breaching",
    });
    expect(resources.get("AuditTrail/Insights/Resource")?.event_pattern).toContain("AWS Insight via CloudTrail");
    expect(resources.get("Alarms/Contact0")).toMatchObject({ protocol: "email", endpoint: "oncall@clinic.example" });
  });

  it("has a pattern within the 1024 characters of CloudWatch Logs, with even brackets", () => {
    for (const [path, { pattern }] of filters) {
      const text = String(pattern);
      expect(text.length, path).toBeLessThanOrEqual(1024);
      expect(text.split("(").length, path).toBe(text.split(")").length);
      expect(text, path).toMatch(/^\{.*\}$/);
    }
  });
});

describe("P-24: the saved query who-read-object", () => {
  const event = (time: string, eventName: string, key: string, more: object = {}) => ({
    eventTime: time,
    eventName,
    eventCategory: "Data",
    sourceIPAddress: "192.0.2.10",
    userIdentity: { type: "AssumedRole", arn: "arn:aws:sts::111122223333:assumed-role/clinician/r.meier" },
    requestParameters: { bucketName: "portal-documents", key },
    ...more,
  });

  it("returns person, time and object of reads, latest first, and nothing else", () => {
    const query = String(resources.get("AuditTrail/QueryWhoReadObject")?.query_string);
    const rows = insights(query, [
      event("2026-01-01T08:00:00Z", "GetObject", "letters/1"),
      event("2026-01-01T09:00:00Z", "PutObject", "letters/2"),
      event("2026-01-01T10:00:00Z", "RunInstances", "none", { eventCategory: "Management" }),
      event("2026-01-01T11:00:00Z", "GetItem", "", {
        requestParameters: { tableName: "visits" },
        userIdentity: { type: "AWSService", invokedBy: "backup.amazonaws.com" },
      }),
    ]);
    expect(rows.map(({ person, time, object }) => [person, time, object])).toEqual([
      ["backup.amazonaws.com", "2026-01-01T11:00:00Z", "visits"],
      ["arn:aws:sts::111122223333:assumed-role/clinician/r.meier", "2026-01-01T08:00:00Z", "letters/1"],
    ]);
  });
});

describe("the gate rejects a trail's stack", () => {
  const plan = gunzipSync(readFileSync("tests/constructs/audit-trail.plan.json.gz")).toString("utf8");
  async function failing(text: string): Promise<ReadonlySet<string>> {
    const folder = mkdtempSync(join(tmpdir(), "phiward-trail-"));
    const file = join(folder, "plan.json");
    writeFileSync(file, text);
    const { verdicts } = await check({ plan: file, now: NOW }).finally(() => rmSync(folder, { recursive: true }));
    return new Set(verdicts.filter(({ status }) => status === "fail").map(({ control }) => control));
  }
  /** Controls that fail only once every occurrence of a text in the recorded plan reads otherwise. */
  async function broken(from: string, to: string): Promise<readonly string[]> {
    expect(plan).toContain(from);
    // Without the synthesised source at hand, rules and targets of EventBridge have no class of their own.
    const before = await failing(plan);
    return [...(await failing(plan.replaceAll(from, to)))].filter((control) => !before.has(control)).sort();
  }

  it("G-111: with a bucket of ePHI outside the selectors", async () => {
    const selected = '"starts_with":["arn:aws:s3:::uses-documents-111122223333-us-east-1/"]';
    expect(await broken(selected, '"starts_with":["arn:aws:s3:::another/"]')).toEqual(["logging.data_events"]);
  });

  it("G-112: with logging switched off", async () => {
    expect(await broken('"enable_logging":true', '"enable_logging":false')).toEqual([
      "logging.data_events",
      "logging.trail_delivery",
    ]);
  });

  it("G-102: with alarms that nobody subscribed to", async () => {
    expect(await broken('"type":"aws_sns_topic_subscription"', '"type":"aws_sns_platform_application"')).toContain(
      "logging.alarm_delivery",
    );
  });
});
