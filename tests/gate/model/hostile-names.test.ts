// Names that every JavaScript object answers to, where a plan may give any: they must find what the plan says, and nothing else.

import { describe, expect, it } from "vitest";
import { buildModel } from "../../../gate/model/build.ts";
import type { RawPlan } from "../../../gate/plan/types.ts";
import { targets, trap } from "./recorded.ts";

const text = JSON.stringify(await trap("references.plan"));
/** What every attribute of every resource refers to. */
function answers(json: string): readonly string[] {
  const plan: RawPlan = JSON.parse(json);
  const { after } = buildModel(plan);
  return after.resources.flatMap(({ address, values }) =>
    Object.keys(values).flatMap((path) => targets(after, address, path).map((end) => `${address}.${path} → ${end}`)),
  );
}
const renamed = (name: string, to: string): string =>
  text.replaceAll(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "g"), to);

describe.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("a plan that says %s", (hostile) => {
  it.each(["key_arn", "main", "inner", "aws_sqs_queue", "aws_s3_bucket", "site"])(
    "instead of %s means what it means with any other word",
    (name) => {
      const plain = answers(renamed(name, "some_word"));
      expect(plain.filter((line) => line.includes("aws_kms_key")).length).toBeGreaterThan(2);
      expect(answers(renamed(name, hostile)).toSorted()).toEqual(
        plain.map((line) => line.replaceAll("some_word", hostile)).toSorted(),
      );
    },
  );
});
