import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Assessment } from "../../gate/assessment.ts";
import type { RenderOptions } from "../../report/options.ts";
import { renderSarif } from "../../report/sarif.ts";
import { hostileAssessment, hostileText } from "./hostile.ts";
import { assessment, clinic, empty, leaky, options, verdict } from "./sample.ts";

// The schema is of draft 4, whose words it uses mean the same in draft 7 but for the name of `id`.
const {
  $schema: _,
  id,
  ...schema
} = JSON.parse(readFileSync(new URL("../schemas/sarif-schema-2.1.0.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile({ ...schema, $id: id });

/** The part of a log that the tests read. */
const logSchema = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
      invocations: z.array(z.object({ toolExecutionNotifications: z.array(z.unknown()) })),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.number(),
          kind: z.string(),
          level: z.string(),
          message: z.object({ text: z.string() }),
          locations: z.array(z.looseObject({ physicalLocation: z.unknown().optional() })),
          partialFingerprints: z.record(z.string(), z.string()),
          baselineState: z.string(),
          properties: z.looseObject({ status: z.string(), severity: z.string() }),
        }),
      ),
    }),
  ]),
});

function run(assessments: readonly Assessment[], more: Partial<RenderOptions> = {}) {
  const text = renderSarif(assessments, { ...options, ...more });
  const log: unknown = JSON.parse(text);
  validate(log);
  expect(validate.errors).toBeNull();
  return logSchema.parse(log).runs[0];
}

describe("sarif", () => {
  it("prints findings, rules and notices", () => {
    run([leaky]);
    expect(renderSarif([leaky], options)).toMatchSnapshot();
  });

  it("is valid without findings and without plans", () => {
    expect(run([clinic]).results).toEqual([]);
    expect(run([clinic]).tool.driver.rules.map(({ id }) => id)).toEqual(options.catalogue.map(({ id }) => id));
    expect(run([empty]).tool.driver.rules).toEqual([]);
    expect(run([]).results).toEqual([]);
  });

  it("leaves out what the plan fixes and says new, updated or unchanged of the rest", () => {
    expect(run([leaky]).results.map(({ ruleId, baselineState }) => `${baselineState} ${ruleId}`)).toEqual([
      "new encryption.at_rest",
      "updated exposure.public_access_block",
      "unchanged exposure.public_access_block",
      "new encryption.customer_key",
      "new encryption.customer_key",
      "unchanged backup.retention",
      "unchanged logging.access",
      "new protection.deletion",
    ]);
  });

  it("gives a level other than none to the kind fail alone", () => {
    const states = run([leaky]).results.map(({ kind, level, properties }) => `${properties.status}: ${kind} ${level}`);
    expect([...new Set(states)]).toEqual([
      "fail: fail error",
      "undetermined: fail error",
      "fail: fail note",
      "undetermined: open none",
    ]);
  });

  it("points at the line in the repository, at the anchor without a line, else at the address alone", () => {
    const physical = (more: Partial<RenderOptions>) =>
      run([leaky], more)
        .results.slice(1, 3)
        .map(({ locations }) => locations[0]?.physicalLocation);
    expect(physical({})).toEqual([
      { artifactLocation: { uri: "modules/documents/main.tf" }, region: { startLine: 3 } },
      undefined,
    ]);
    expect(physical({ sourceRoot: "infra/", anchor: "./infra/cdktf json" })).toEqual([
      { artifactLocation: { uri: "infra/modules/documents/main.tf" }, region: { startLine: 3 } },
      { artifactLocation: { uri: "infra/cdktf%20json" } },
    ]);
  });

  it("keeps the 5,000 worst and says so", () => {
    const low = Array.from({ length: 5200 }, (_, at) => verdict("protection.deletion", `aws_sqs_queue.q[${at}]`));
    const critical = Array.from({ length: 100 }, (_, at) => verdict("encryption.at_rest", `aws_s3_bucket.b[${at}]`));
    const { results, invocations } = run([assessment(low), assessment(critical)]);
    expect(results).toHaveLength(5000);
    expect(results.filter(({ properties }) => properties.severity === "critical")).toHaveLength(100);
    expect(invocations[0]?.toolExecutionNotifications).toEqual([
      {
        descriptor: { id: "RESULTS_TRUNCATED" },
        level: "warning",
        message: {
          text: "300 findings of 5300 left out: GitHub keeps 5000; these are the worst, the json format has all",
        },
      },
    ]);
  });

  it("tells the same address in two plans apart, and the same plan in two runs not", () => {
    const other = { ...leaky, plan: { ...leaky.plan, file: "plans/other.plan.json" } };
    const hashes = run([leaky, other]).results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(run([leaky]).results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      leaky.verdicts
        .filter(({ delta }) => delta !== "fixed")
        .map(({ fingerprint }) => ({ primaryLocationLineHash: fingerprint, "phiward/v1": fingerprint })),
    );
  });

  it("keeps within 20 tags and describes a control that the catalogue does not know", () => {
    const supports = Array.from({ length: 30 }, (_, at) => `164.${at}`);
    const { rules } = run([assessment([{ ...verdict("logging.access", "a.b"), control: "old.control", supports }])])
      .tool.driver;
    expect(rules).toMatchInlineSnapshot(`
      [
        {
          "defaultConfiguration": {
            "level": "warning",
          },
          "fullDescription": {
            "text": "Access to each store is logged",
          },
          "help": {
            "markdown": "# Access to each store is logged

      **Supports:**

      - 164.0
      - 164.1
      - 164.2
      - 164.3
      - 164.4
      - 164.5
      - 164.6
      - 164.7
      - 164.8
      - 164.9
      - 164.10
      - 164.11
      - 164.12
      - 164.13
      - 164.14
      - 164.15
      - 164.16
      - 164.17
      - 164.18
      - 164.19
      - 164.20
      - 164.21
      - 164.22
      - 164.23
      - 164.24
      - 164.25
      - 164.26
      - 164.27
      - 164.28
      - 164.29",
            "text": "Supports: 164.0; 164.1; 164.2; 164.3; 164.4; 164.5; 164.6; 164.7; 164.8; 164.9; 164.10; 164.11; 164.12; 164.13; 164.14; 164.15; 164.16; 164.17; 164.18; 164.19; 164.20; 164.21; 164.22; 164.23; 164.24; 164.25; 164.26; 164.27; 164.28; 164.29.",
          },
          "id": "old.control",
          "name": "old.control",
          "properties": {
            "security-severity": "5.5",
            "tags": [
              "security",
              "164.0",
              "164.1",
              "164.2",
              "164.3",
              "164.4",
              "164.5",
              "164.6",
              "164.7",
              "164.8",
              "164.9",
              "164.10",
              "164.11",
              "164.12",
              "164.13",
              "164.14",
              "164.15",
              "164.16",
              "164.17",
              "164.18",
            ],
          },
          "shortDescription": {
            "text": "Access to each store is logged",
          },
        },
      ]
    `);
  });

  it("stays valid and free of links and control characters with hostile names", () => {
    fc.assert(
      fc.property(hostileAssessment(4), hostileText, (sample, root) => {
        const { results } = run([sample, sample], { sourceRoot: root, programRoot: root, anchor: root });
        for (const { message } of results) {
          expect(message.text).not.toContain("](");
          expect(message.text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      }),
    );
  });
});
