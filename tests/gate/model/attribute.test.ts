import { describe, expect, it } from "vitest";
import { model, read } from "./recorded.ts";

const { after } = await model("values.plan");
const state = (address: string, path: string): string => read(after, address, path);

describe("an unknown argument", () => {
  it("is unknown where somebody wrote it with a reference", () => {
    expect(state("aws_db_instance.referenced", "kms_key_id")).toBe("unknown: comes from aws_kms_key.main.arn");
  });
  it("is absent where nobody wrote it, whether argument or block", () => {
    for (const path of ["bucket", "server_side_encryption_configuration", "versioning[0].enabled", "policy"])
      expect(state("aws_s3_bucket.bare", path)).toBe("absent");
    expect(state("aws_db_instance.referenced", "port")).toBe("absent");
    expect(state("aws_security_group.silent", "ingress")).toBe("absent");
  });
  it("is null where its variable is", () => {
    expect(state("aws_db_instance.null_variable", "kms_key_id")).toBe("null");
    expect(state("aws_instance.host", "metadata_options[0].http_tokens")).toBe("null");
  });
  it("is null where it was written as null, empty text or an empty list", () => {
    for (const path of ["monitoring_role_arn", "parameter_group_name", "vpc_security_group_ids"])
      expect(state("aws_db_instance.referenced", path)).toBe("null");
  });
  it("is null where a condition came out so, or the branch that was not taken has no instance", () => {
    expect(state("aws_db_instance.condition", "kms_key_id")).toBe("null");
    expect(state("aws_db_instance.condition", "parameter_group_name")).toBe("null");
  });
  it("is null where an object of for_each lacks the member or has it null", () => {
    expect(state('aws_db_instance.each["plain"]', "kms_key_id")).toBe("null");
    expect(state('aws_db_instance.each["keyed"]', "kms_key_id")).toBe("null");
  });
  it("stays unknown where a function such as timestamp() gives it", () => {
    expect(state("aws_db_instance.null_variable", "final_snapshot_identifier")).toBe(
      "unknown: a function gives it, and a plan does not hold the result",
    );
  });
  it("stays unknown where a reference does not show which attribute it reads", async () => {
    const references = (await model("references.plan")).after;
    expect(read(references, 'aws_s3_bucket_policy.by_key["a"]', "bucket")).toBe(
      "unknown: comes from aws_s3_bucket.each, each.key",
    );
    expect(read(references, "aws_s3_bucket_ownership_controls.counted[0]", "bucket")).toBe(
      "unknown: comes from aws_s3_bucket.counted, count.index",
    );
  });
});

describe("a known argument", () => {
  it("is known, whoever wrote it", () => {
    expect(state("aws_db_instance.referenced", "skip_final_snapshot")).toBe("known: true");
    expect(state("aws_db_instance.referenced", "publicly_accessible")).toBe("known: false");
    expect(state("aws_db_instance.referenced", "iops")).toBe("known: 0");
    expect(state("aws_lambda_function.map", "kms_key_arn")).toBe('known: ""');
    expect(state("aws_instance.host", "user_data")).toBe('known: "echo hello"');
  });
  it("is absent where it is null or empty and nobody wrote it", () => {
    expect(state("aws_db_instance.referenced", "storage_encrypted")).toBe("absent");
    expect(state("aws_s3_bucket.bare", "tags")).toBe("absent");
    expect(state("aws_s3_bucket.bare", "no_such_argument")).toBe("absent");
  });
  it("tells a written empty list from an unwritten one", () => {
    expect(state("aws_security_group.emptied", "ingress")).toBe("known: []");
    expect(state("aws_security_group.emptied", "egress")).toBe("absent");
  });
});

describe("blocks", () => {
  const static_ = "aws_s3_bucket_server_side_encryption_configuration.static";
  const dynamic = "aws_s3_bucket_server_side_encryption_configuration.dynamic";
  it("of one name are told apart by their constants", () => {
    expect(state(static_, "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id")).toBe(
      "unknown: comes from aws_kms_key.main.arn",
    );
    expect(state(static_, "rule[0].bucket_key_enabled")).toBe("absent");
    expect(state(static_, "rule[1].bucket_key_enabled")).toBe("known: true");
    expect(state(static_, "rule[1].apply_server_side_encryption_by_default")).toBe("absent");
    expect(state(static_, "rule[2].bucket_key_enabled")).toBe("absent");
  });
  it("keep their order apart in a set", () => {
    expect(state("aws_instance.host", "ebs_block_device[0].kms_key_id")).toBe(
      "unknown: comes from aws_kms_key.main.arn",
    );
    expect(state("aws_instance.host", "ebs_block_device[1].kms_key_id")).toBe("null");
    expect(state("aws_instance.host", "ebs_block_device[1].encrypted")).toBe("absent");
  });
  it("made by a dynamic block leave their unknown members open", () => {
    const path = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";
    expect(state(dynamic, path)).toBe(
      `unknown: ${path} stands in a dynamic block, whose expressions a plan does not hold (see --source)`,
    );
    expect(state(dynamic, "rule[0].apply_server_side_encryption_by_default[0].sse_algorithm")).toBe('known: "aws:kms"');
    expect(state("aws_security_group.dynamic", "ingress[1].from_port")).toBe("known: 443");
    expect(state("aws_security_group.dynamic_unknown", "ingress[0].from_port")).toMatch(/^unknown: /);
  });
  it("made by a dynamic block over something unknown look unwritten: only the source can tell", async () => {
    expect(state("aws_dynamodb_table.hidden", "server_side_encryption[0].enabled")).toBe("absent");
    const hints = {
      local: () => undefined,
      document: () => undefined,
      location: () => undefined,
      trace: () => undefined,
      expression: () => ({ references: ["aws_kms_key.main.id"] }),
    };
    const told = (await model("values.plan", { source: hints })).after;
    expect(read(told, "aws_dynamodb_table.hidden", "server_side_encryption[0].enabled")).toBe(
      "unknown: comes from aws_kms_key.main.id",
    );
  });
});

describe("maps", () => {
  it("are unknown member by member where the plan says so", () => {
    expect(state("aws_lambda_function.map", "environment[0].variables.KEY")).toBe(
      "unknown: comes from aws_kms_key.main.arn",
    );
    expect(state("aws_lambda_function.map", "tags.Key")).toBe("unknown: comes from aws_kms_key.main.key_id");
  });
  it("of all tags follow the tags", () => {
    expect(state("aws_lambda_function.map", "tags_all.Key")).toBe("unknown: comes from aws_kms_key.main.key_id");
    expect(state("aws_s3_bucket.bare", "tags_all")).toBe("absent");
  });
});

describe("without configuration", () => {
  it("null is absent and every value is what it is", async () => {
    const { before, after: same } = await model("changes.state");
    for (const world of [before, same]) {
      expect(read(world, "aws_sqs_queue.deleted", "kms_master_key_id")).toBe('known: ""');
      expect(read(world, "aws_sqs_queue.deleted", "tags_all")).toBe("known: {}");
      expect(read(world, "aws_kms_key.kept", "custom_key_store_id")).toBe('known: ""');
      expect(read(world, "aws_kms_key.kept", "deletion_window_in_days")).toBe("absent");
    }
  });
});

it("what Terraform marks sensitive has no members", async () => {
  const secrets = (await model("secrets.plan")).after;
  expect(read(secrets, "aws_db_instance.literal", "password")).toBe('known: "(sensitive)"');
  expect(read(secrets, "aws_db_instance.literal", "password.inner")).toBe("unknown: Terraform marks it sensitive");
});
