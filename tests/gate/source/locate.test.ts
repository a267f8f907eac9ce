import { describe, expect, it } from "vitest";
import { locateJson, locateText } from "../../../gate/source/locate.ts";

describe("locateText", () => {
  it("finds headers and skips comments and heredocs", () => {
    const text = [
      '# resource "aws_sqs_queue" "commented" {',
      'resource "aws_s3_bucket" "a" {',
      "}",
      "/*",
      'resource "aws_s3_bucket" "hidden" {',
      "*/",
      'data "aws_iam_policy_document" "d" {}',
      'resource "aws_instance" "i" {',
      "  user_data = <<-EOT",
      'resource "aws_s3_bucket" "in_text" {',
      "  EOT",
      "}",
      "resource aws_kms_key unquoted {",
      "}",
    ].join("\n");
    expect([...locateText(text)]).toEqual([
      ["aws_s3_bucket.a", 2],
      ["data.aws_iam_policy_document.d", 7],
      ["aws_instance.i", 8],
      ["aws_kms_key.unquoted", 13],
    ]);
  });
});

describe("locateJson", () => {
  it("finds the blocks of a synthesised configuration", () => {
    const text = JSON.stringify(
      {
        data: { aws_caller_identity: { me: {} } },
        resource: { aws_s3_bucket: { docs: { resource: { deep: { x: { y: 1 } } } } }, aws_kms_key: { key: {} } },
      },
      null,
      2,
    );
    expect([...locateJson(text)]).toEqual([["aws_s3_bucket.docs", 9]]);
  });
});
