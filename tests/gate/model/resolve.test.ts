import { describe, expect, it } from "vitest";
import type { SourceHints } from "../../../gate/model/source-hints.ts";
import { at, companions, model, targets } from "./recorded.ts";

const { after } = await model("references.plan");
const to = (address: string, path: string): readonly string[] => targets(after, address, path);

describe("targets by reference", () => {
  it("go through variables, module calls and outputs, from instance to instance", () => {
    expect(to('module.site["x"].aws_sqs_queue.main', "kms_master_key_id")).toEqual(["aws_kms_key.main arn"]);
    expect(to('module.site["x"].aws_sns_topic.other', "kms_master_key_id")).toEqual(["aws_kms_key.main arn"]);
    expect(to('module.site["y"].aws_s3_bucket_versioning.given', "bucket")).toEqual(['aws_s3_bucket.each["a"] id']);
    expect(to("module.single[0].aws_s3_bucket_versioning.given", "bucket")).toEqual([
      'module.site["x"].module.inner.aws_s3_bucket.inner id',
    ]);
    expect(to("aws_s3_bucket_acl.of_module", "bucket")).toEqual([
      "module.single[0].module.inner.aws_s3_bucket.inner id",
    ]);
    expect(to("aws_s3_bucket_versioning.whole_output", "bucket")).toEqual([
      "module.single[0].module.inner.aws_s3_bucket.inner id",
    ]);
    const path = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";
    const inner = "module.inner.aws_s3_bucket_server_side_encryption_configuration.inner";
    expect(to(`module.site["x"].${inner}`, path)).toEqual(["aws_kms_key.main arn"]);
    expect(to(`module.single[0].${inner}`, path)).toEqual([]);
  });
  it("follow for_each chained over a resource, each.key and keys that stand in each.value", () => {
    expect(to('aws_s3_bucket_versioning.chain["b"]', "bucket")).toEqual(['aws_s3_bucket.each["b"] id']);
    expect(to('aws_s3_bucket_policy.by_key["a"]', "bucket")).toEqual(['aws_s3_bucket.each["a"]']);
    expect(to('aws_s3_bucket_logging.by_value["a"]', "target_bucket")).toEqual(['aws_s3_bucket.each["b"]']);
  });
  it("match count to count only where both count the same", () => {
    expect(to("aws_s3_bucket_ownership_controls.counted[2]", "bucket")).toEqual(["aws_s3_bucket.counted[2]"]);
    expect(to("aws_s3_bucket_acl.fewer[1]", "bucket")).toEqual([
      "one of aws_s3_bucket.counted[0], aws_s3_bucket.counted[1], aws_s3_bucket.counted[2]: aws_s3_bucket.counted has 3 instances",
    ]);
    expect(to("aws_s3_bucket_accelerate_configuration.first", "bucket")).toEqual(["aws_s3_bucket.counted[0] id"]);
  });
  it("leave out the branch that has no instance, and say so where two have one", () => {
    expect(to("aws_s3_bucket_public_access_block.condition", "bucket")).toEqual(["aws_s3_bucket.counted[1] id"]);
    expect(to("aws_s3_bucket_request_payment_configuration.either", "bucket")).toEqual([
      "one of aws_kms_key.main, aws_s3_bucket.counted[0], aws_s3_bucket.counted[2]: one expression names several resources",
    ]);
  });
  it("are all that a list names", () => {
    expect(to("aws_instance.list", "vpc_security_group_ids")).toEqual([
      "aws_security_group.one id",
      "aws_security_group.many[1] id",
    ]);
    expect(to("aws_instance.splat", "vpc_security_group_ids")).toEqual([
      "aws_security_group.many[0]",
      "aws_security_group.many[1]",
    ]);
  });
  it("end at a local value, unless the source knows it", async () => {
    expect(to("aws_s3_bucket_public_access_block.local", "bucket")).toEqual([
      "outside: local.bucket is a local value, which a plan does not hold (see --source)",
    ]);
    const source: SourceHints = {
      local: (module, name) =>
        module === "" && name === "bucket" ? { references: ["aws_s3_bucket.counted[2].id"] } : undefined,
      expression: () => undefined,
      document: () => undefined,
      location: ({ type, name }) => ({ file: `${type}.${name}.tf`, line: 7 }),
      trace: () => undefined,
    };
    const told = await model("references.plan", { source });
    expect(targets(told.after, "aws_s3_bucket_public_access_block.local", "bucket")).toEqual([
      "aws_s3_bucket.counted[2] id",
    ]);
    expect(told.location(at(told.after, "aws_s3_bucket.counted[2]"))).toEqual({
      file: "aws_s3_bucket.counted.tf",
      line: 7,
    });
  });
  it("belong to the attribute, not to the object that an expression builds around it", async () => {
    const values = (await model("values.plan")).after;
    expect(targets(values, "aws_lambda_function.map", "environment[0].variables.KEY")).toEqual([
      "aws_kms_key.main arn",
    ]);
  });
  it("in a dynamic block are outside", async () => {
    const values = (await model("values.plan")).after;
    const path = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";
    expect(targets(values, "aws_s3_bucket_server_side_encryption_configuration.dynamic", path)).toEqual([
      `outside: ${path} stands in a dynamic block, whose expressions a plan does not hold (see --source)`,
    ]);
  });
});

describe("targets by literal", () => {
  it("are the resources of that name", () => {
    expect(to("aws_s3_bucket_policy.by_name", "bucket")).toEqual([
      "one of aws_cloudwatch_log_group.named, aws_s3_bucket.named: 2 resources go by the name phiward-named",
    ]);
  });
  it("keep to region and account of an ARN", () => {
    expect(to("aws_sns_topic_subscription.there", "endpoint")).toEqual(["aws_sqs_queue.there"]);
    expect(to("aws_sns_topic_subscription.there", "topic_arn")).toEqual([
      'value "arn:aws:sns:eu-west-1:111122223333:elsewhere"',
    ]);
  });
  it("are not found by a resource's own name", () => {
    expect(to("aws_s3_bucket.named", "bucket")).toEqual([]);
    expect(to("aws_cloudwatch_log_group.named", "name")).toEqual([]);
  });
});

describe("companions", () => {
  it("are joined by reference, through modules and by name", () => {
    expect(companions(after, 'aws_s3_bucket.each["a"]', "aws_s3_bucket_versioning")).toEqual([
      'aws_s3_bucket_versioning.chain["a"]',
      'module.site["x"].aws_s3_bucket_versioning.given',
      'module.site["y"].aws_s3_bucket_versioning.given',
    ]);
    expect(companions(after, "module.single[0].module.inner.aws_s3_bucket.inner", "aws_s3_bucket_acl")).toEqual([
      "aws_s3_bucket_acl.of_module",
    ]);
    expect(companions(after, "aws_s3_bucket.named", "aws_s3_bucket_policy")).toEqual(["aws_s3_bucket_policy.by_name"]);
  });
  it("are joined through another companion, and only possibly through a local", () => {
    expect(companions(after, 'aws_s3_bucket.each["b"]', "aws_s3_bucket_public_access_block")).toEqual([
      "aws_s3_bucket_public_access_block.after_versioning",
      "aws_s3_bucket_public_access_block.local?",
    ]);
  });
  it("are possible where the plan does not say which", () => {
    for (const index of [0, 1, 2])
      expect(companions(after, `aws_s3_bucket.counted[${index}]`, "aws_s3_bucket_acl")).toEqual([
        "aws_s3_bucket_acl.fewer[0]?",
        "aws_s3_bucket_acl.fewer[1]?",
      ]);
  });
  it("are certain where every branch leads to the same bucket", () => {
    expect(companions(after, "aws_s3_bucket.counted[1]", "aws_s3_bucket_logging")).toEqual([
      "aws_s3_bucket_logging.same",
    ]);
  });
  it("are only possible where a local may be meant instead", () => {
    for (const index of [0, 1])
      expect(companions(after, `aws_s3_bucket.counted[${index}]`, "aws_s3_bucket_website_configuration")).toEqual([
        "aws_s3_bucket_website_configuration.doubtful?",
      ]);
  });
  it("are not even possible for a bucket whose name is known", () => {
    expect(companions(after, "aws_s3_bucket.named", "aws_s3_bucket_versioning")).toEqual([]);
  });
});
