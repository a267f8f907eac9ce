import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../gate/model/types.ts";
import { at, model } from "./recorded.ts";

const { after } = await model("documents.plan");
const document = (address: string, attribute = "policy") => after.document(at(after, address), [attribute]);

const reader = (account: string) => ({
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:ListBucket"],
  NotResource: `arn:aws:s3:::other/${"$"}{aws:username}`,
  Principal: { AWS: account, Service: "logs.amazonaws.com" },
});
const deferred = [
  {
    Sid: "Deferred",
    Effect: "Deny",
    Action: "s3:*",
    Resource: [UNKNOWN, UNKNOWN],
    Principal: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
  reader("111122223333"),
  reader("444455556666"),
];
const read = {
  Sid: "Read",
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::known/*",
  Principal: { AWS: "*" },
};
const whole = (statements: readonly unknown[]) => ({
  state: "known",
  value: { Version: "2012-10-17", Statement: statements },
  partial: true,
});
const OPEN = { Effect: UNKNOWN, Action: UNKNOWN, Resource: UNKNOWN, Principal: UNKNOWN };

describe("document", () => {
  it("parses text, whoever wrote it", () => {
    expect(document("aws_s3_bucket_policy.text")).toEqual({
      state: "known",
      value: { Version: "2012-10-17", Statement: [] },
      partial: false,
    });
    expect(document("aws_s3_bucket_policy.read")).toEqual({
      state: "known",
      value: { Version: "2012-10-17", Statement: [read] },
      partial: false,
    });
  });
  it("rebuilds a deferred data source, dynamic statements included", () => {
    expect(document("aws_s3_bucket_policy.deferred")).toEqual(whole(deferred));
  });
  it("merges the documents that it includes, replaced by Sid", () => {
    expect(document("aws_s3_bucket_policy.merged")).toEqual(
      whole([read, ...deferred, { Sid: "Own", Effect: "Deny", Action: "s3:PutObject", Resource: "*" }]),
    );
  });
  it("lets a statement that may say anything stand for the hidden ones", () => {
    expect(document("aws_s3_bucket_policy.open")).toEqual(
      whole([
        {
          Sid: "Written",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: "arn:aws:s3:::known/*",
          Principal: { AWS: "111122223333" },
        },
        OPEN,
      ]),
    );
  });
  it("follows the policy of another resource, and the branch that was taken", () => {
    for (const address of ["aws_sqs_queue.kept", "aws_iam_policy.kept", "aws_s3_bucket_policy.branch"])
      expect(document(address)).toEqual(whole(deferred));
  });
  it("says why there is none", () => {
    expect(document("aws_s3_bucket_policy.around")).toEqual({
      state: "unknown",
      cause: "policy is built around values known only after apply, and a plan does not hold its text (see --source)",
    });
    expect(document("aws_s3_bucket_policy.either")).toEqual({
      state: "unknown",
      cause: "one of several policy documents, and a plan does not say which",
    });
    expect(document("aws_sqs_queue.none")).toEqual({ state: "absent" });
    expect(document("aws_ssm_document.yaml", "content")).toEqual({
      state: "invalid",
      cause: "the text is not a JSON object",
    });
  });
  it("takes what the source rebuilds, and lets it look references up", async () => {
    const seen: unknown[] = [];
    const told = await model("documents.plan", {
      source: {
        local: () => undefined,
        expression: () => undefined,
        location: () => undefined,
        trace: () => undefined,
        document: (resource, _path, lookup) => {
          if (resource.name !== "around") return undefined;
          seen.push(lookup("var.readers"), lookup("aws_s3_bucket.main.arn"), lookup("aws_ssm_document.yaml.name"));
          return { value: { Statement: [] }, partial: true };
        },
      },
    });
    expect(told.after.document(at(told.after, "aws_s3_bucket_policy.around"), ["policy"])).toEqual({
      state: "known",
      value: { Statement: [] },
      partial: true,
    });
    expect(seen).toEqual([["111122223333", "444455556666"], undefined, "yaml"]);
  });
});
