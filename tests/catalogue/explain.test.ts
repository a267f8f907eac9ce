import { describe, expect, it } from "vitest";
import { type Explanation, explain } from "../../catalogue/explain.ts";
import { type BundledControl, buildCatalogue } from "../../catalogue/load.ts";
import { nearest } from "../../catalogue/nearest.ts";
import { loadSafeguards } from "../../catalogue/safeguards.ts";

const control = (id: string, supports: readonly string[], aliases: BundledControl["aliases"]): BundledControl => ({
  id,
  title: id,
  why: "…",
  severity: "high",
  supports,
  judges: "encryption",
  expected: "on",
  exception: [],
  remedy: { terraform: "…" },
  sources: [],
  aliases,
});
const catalogue = buildCatalogue(
  [
    control("logging.access", ["164.312(b)"], [{ id: "CKV_AWS_18", types: ["aws_s3_bucket"] }]),
    control(
      "encryption.at_rest",
      ["164.312(a)(2)(iv)"],
      [
        { id: "CKV_AWS_19", types: ["aws_s3_bucket"] },
        { id: "CKV_AWS_19", types: ["aws_db_instance"] },
      ],
    ),
  ],
  loadSafeguards(),
  { aws_s3_bucket: { facts: { encryption: {} } }, aws_lb: { facts: { access_log: {} } } },
);

const brief = (explanation: Explanation): unknown => {
  switch (explanation.kind) {
    case "control":
      return [explanation.control.id, explanation.safeguards.map(({ citation }) => citation)];
    case "citation":
      return [explanation.safeguard.citation, explanation.controls.map(({ id }) => id)];
    case "alias":
      return [explanation.alias, explanation.controls.map(({ control, types }) => [control.id, types])];
    case "unknown":
      return explanation;
  }
};

describe("explain", () => {
  it.each([
    ["encryption.at_rest", ["encryption.at_rest", ["164.312(a)(2)(iv)"]]],
    [" Encryption.At_Rest ", ["encryption.at_rest", ["164.312(a)(2)(iv)"]]],
    ["164.312(b)", ["164.312(b)", ["logging.access"]]],
    ["45 CFR § 164.312 (b)", ["164.312(b)", ["logging.access"]]],
    ["164.312(a)(1)", ["164.312(a)(1)", ["encryption.at_rest"]]],
    ["164.312", ["164.312", ["encryption.at_rest", "logging.access"]]],
    ["164.310(b)", ["164.310(b)", []]],
    ["ckv_aws_19", ["CKV_AWS_19", [["encryption.at_rest", ["aws_db_instance", "aws_s3_bucket"]]]]],
    ["CKV_AWS_91", { kind: "unknown", query: "CKV_AWS_91", nearest: "CKV_AWS_19" }],
    ["quite another thing", { kind: "unknown", query: "quite another thing" }],
  ])("knows %j", (query, expected) => {
    expect(brief(explain(query, catalogue))).toEqual(expected);
  });
});

describe("buildCatalogue", () => {
  it("sorts the controls and names the types that have their fact", () => {
    expect(catalogue.controls.map(({ id, types }) => [id, types])).toEqual([
      ["encryption.at_rest", ["aws_s3_bucket"]],
      ["logging.access", ["aws_s3_bucket"]],
    ]);
  });
});

describe("nearest", () => {
  it("suggests what is close and nothing else", () => {
    expect([
      nearest("jsn", ["terminal", "json", "sarif"]),
      nearest("xml", ["terminal", "json", "sarif"]),
      nearest("", ["a"]),
    ]).toEqual(["json", undefined, undefined]);
  });
});
