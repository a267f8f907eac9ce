import { describe, expect, it } from "vitest";
import { parseWithHoles, settle } from "../../../gate/model/template.ts";
import type { Value } from "../../../gate/model/types.ts";
import { UNKNOWN } from "../../../gate/model/types.ts";
import { evaluate as evaluateParsed, parseExpressions } from "../../../gate/source/evaluate.ts";

const names: Readonly<Record<string, Value>> = {
  "var.account": "111122223333",
  "local.statement": { Sid: "FromLocal", Effect: "Allow" },
  "local.on": true,
};
const scope = (reference: string) => names[reference];
const evaluate = async (text: string, names: typeof scope) =>
  evaluateParsed(text, await parseExpressions([text]), names);

describe("evaluate", () => {
  it("keeps the constants of jsonencode around an unknown ARN", async () => {
    const policy = await evaluate(
      '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.b.arn}/*" }, local.statement] })}',
      scope,
    );
    expect(settle(policy)).toEqual({
      partial: true,
      value: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: "*", Action: ["s3:GetObject"], Resource: UNKNOWN },
          { Sid: "FromLocal", Effect: "Allow" },
        ],
      },
    });
  });

  it("puts known names into templates", async () => {
    expect(await evaluate("arn:aws:iam::${var.account}:root", scope)).toBe("arn:aws:iam::111122223333:root");
  });

  it("reads a heredoc of JSON as text with marks where it is unknown", async () => {
    const text = await evaluate('{\n  "Effect": "Allow",\n  "Resource": "${aws_sqs_queue.q.arn}"\n}\n', scope);
    expect(typeof text).toBe("string");
    expect(settle(JSON.parse(String(text).replaceAll(UNKNOWN, JSON.stringify(UNKNOWN).slice(1, -1))))).toEqual({
      partial: true,
      value: { Effect: "Allow", Resource: UNKNOWN },
    });
  });

  it("reads what jsonencode puts into a heredoc, holes and all", async () => {
    const written =
      '{\n  "Effect": "Allow",\n  "Principal": ${jsonencode({ AWS = [var.account, aws_iam_role.r.arn] })}\n}\n';
    const text = await evaluate(written, scope);
    expect([settle(text).partial, parseWithHoles(String(text))]).toEqual([
      true,
      { partial: true, value: { Effect: "Allow", Principal: { AWS: ["111122223333", UNKNOWN] } } },
    ]);
  });

  it.each([
    ['${local.on ? "yes" : "no"}', "yes"],
    ['${var.missing ? "same" : "same"}', "same"],
    ['${var.missing ? "a" : "b"}', UNKNOWN],
    ['${concat(["a"], [lower("B")])}', ["a", "b"]],
    ["${merge({ a = 1 }, { b = true })}", { a: 1, b: true }],
    ["${merge({ a = 1 }, var.missing)}", UNKNOWN],
    ['${join("-", ["a", "b"])}', "a-b"],
    ['${format("%s/%d%%", "x", 3)}', "x/3%"],
    ["${[for s in var.missing : s]}", UNKNOWN],
    ['${{ "key" = null, (local.on) = 1 }}', UNKNOWN],
    ["no template", "no template"],
    ["literal $${not} a template ${var.account}", "literal ${not} a template 111122223333"],
  ] as const)("gives %s as %j", async (expression, expected) => {
    expect(await evaluate(expression, scope)).toEqual(expected);
  });
});
