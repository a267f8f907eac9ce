import { describe, expect, it } from "vitest";
import { buildModel } from "../../../gate/model/build.ts";
import type { Resource, World } from "../../../gate/model/types.ts";
import { parsePlan } from "../../../gate/plan/parse.ts";
import { at, companions, model, read, targets, trap } from "./recorded.ts";

const changes = await model("changes.plan");
const line = ({ address, action, previousAddress, createBeforeDestroy, importing }: Resource): string =>
  [
    address,
    action,
    ...(createBeforeDestroy === true ? ["first"] : []),
    ...(importing === true ? ["importing"] : []),
    ...(previousAddress === undefined ? [] : [`was ${previousAddress}`]),
  ].join(" ");
const lines = (world: World): readonly string[] => world.resources.map(line);

describe("the worlds of a plan", () => {
  const both = [
    "aws_kms_key.kept no-op",
    "aws_s3_bucket.forgotten forget",
    "aws_s3_bucket.updated update",
    "aws_s3_bucket_versioning.updated update",
    "aws_sns_topic.kept no-op",
    "aws_sqs_queue.created_first replace first",
  ];
  const rest = [
    "aws_sqs_queue.new_address no-op was aws_sqs_queue.old_address",
    "aws_sqs_queue.new_changed update was aws_sqs_queue.old_changed",
    "aws_sqs_queue.replaced replace",
    "terraform_data.imported no-op importing",
    "data.aws_iam_policy_document.read read",
  ];
  it("before holds what exists, the deleted too", () => {
    expect(lines(changes.before)).toEqual([
      ...both,
      "aws_sqs_queue.deleted delete",
      'aws_sqs_queue.each["a"] no-op',
      'aws_sqs_queue.each["b"] delete',
      ...rest,
    ]);
  });
  it("after holds what will exist, the forgotten too, each address once", () => {
    const [key, ...more] = both;
    expect(lines(changes.after)).toEqual([
      "data.aws_iam_policy_document.deferred read",
      key,
      "aws_s3_bucket.created create",
      ...more,
      'aws_sqs_queue.each["a"] no-op',
      ...rest,
    ]);
    expect(changes.count).toBe(12);
  });
  it("keep the values of their moment", () => {
    const versioning = "aws_s3_bucket_versioning.updated";
    const path = "versioning_configuration[0].status";
    expect(read(changes.before, versioning, path)).toBe('known: "Enabled"');
    expect(read(changes.after, versioning, path)).toBe('known: "Suspended"');
    expect(read(changes.after, "aws_s3_bucket.forgotten", "bucket")).toBe('known: "phiward-trap-forgotten"');
    expect(at(changes.after, "aws_sqs_queue.replaced").values.name).toBe("phiward-trap-replaced-anew");
  });
  it("join by literal before, by reference after", () => {
    for (const world of [changes.before, changes.after]) {
      expect(companions(world, "aws_s3_bucket.updated", "aws_s3_bucket_versioning")).toEqual([
        "aws_s3_bucket_versioning.updated",
      ]);
      expect(targets(world, "aws_sns_topic.kept", "kms_master_key_id")[0]).toMatch(/^aws_kms_key\.kept/);
    }
  });
  it("refuse a resource of the other world", () => {
    expect(() => changes.after.read(at(changes.before, "aws_sqs_queue.deleted"), ["name"])).toThrow(TypeError);
  });
});

const untouched = [
  "aws_kms_key.kept no-op",
  "aws_s3_bucket.forgotten no-op",
  "aws_s3_bucket.updated no-op",
  "aws_s3_bucket_versioning.updated no-op",
  "aws_sns_topic.kept no-op",
  "aws_sqs_queue.created_first no-op",
  "aws_sqs_queue.deleted no-op",
  'aws_sqs_queue.each["a"] no-op',
  'aws_sqs_queue.each["b"] no-op',
  "aws_sqs_queue.old_address no-op",
  "aws_sqs_queue.old_changed no-op",
  "aws_sqs_queue.replaced no-op",
];

describe("what resource_changes leaves out", () => {
  it.each(["changes-targeted.plan", "changes-refresh-only.plan", "changes.state"])(
    "is in both worlds: %s",
    async (name) => {
      const { before, after } = await model(name);
      expect(lines(after).toSorted()).toEqual(untouched);
      expect(lines(before).toSorted()).toEqual(untouched);
    },
  );
});

describe("region and account", () => {
  it("come from the provider configuration that the module was given, variables followed", async () => {
    const { after } = await model("references.plan");
    const region = (address: string) => at(after, address).region;
    expect(region("aws_kms_key.main")).toBe("eu-west-1");
    expect(region("aws_sqs_queue.there")).toBe("us-west-2");
    expect(region('module.site["x"].aws_sqs_queue.main')).toBe("us-west-2");
    expect(region('module.site["x"].aws_sns_topic.other')).toBe("eu-west-1");
    expect(region("module.single[0].module.inner.aws_s3_bucket.inner")).toBe("us-west-2");
  });
  it("come from the resource's own ARN where it has one", () => {
    expect(at(changes.before, "aws_sqs_queue.deleted").account).toBe("123456789012");
    expect(at(changes.after, "aws_s3_bucket.created")).not.toHaveProperty("account");
  });
  // Terraform cannot plan offline with these arguments, so they are put into a recorded plan.
  it.each([
    [
      "an assumed role",
      { assume_role: [{ role_arn: { constant_value: "arn:aws:iam::111122223333:role/deploy" } }] },
      "111122223333",
    ],
    ["the only allowed account", { allowed_account_ids: { constant_value: ["444455556666"] } }, "444455556666"],
    ["not from several allowed accounts", { allowed_account_ids: { constant_value: ["1", "2"] } }, undefined],
  ])("come from %s", async (_, expressions, account) => {
    const json = JSON.parse(JSON.stringify(await trap("references.plan")));
    Object.assign(json.configuration.provider_config["aws.west"].expressions, expressions);
    expect(at(buildModel(json).after, "aws_sqs_queue.there").account).toBe(account);
  });
  it("come from the region of the resource itself first", async () => {
    const json = JSON.parse(JSON.stringify(await trap("references.plan")));
    const queue = json.changes.find((one: { address: string }) => one.address === "aws_sqs_queue.there");
    queue.change.after.region = "ap-southeast-2";
    expect(at(buildModel(json).after, "aws_sqs_queue.there").region).toBe("ap-southeast-2");
  });
});

describe("context", () => {
  it("is joined with, and keeps its addresses apart", async () => {
    const state = await trap("changes.state");
    const mine = { ...state, header: { ...state.header, file: "other.json" } };
    const built = await model("changes.plan", { context: [mine] });
    const foreign = at(built.after, "other.json:aws_sns_topic.kept");
    expect(foreign.context).toBe("other.json");
    expect(foreign.address).toBe("aws_sns_topic.kept");
    expect(at(built.after, "aws_sns_topic.kept")).not.toHaveProperty("context");
    expect(built.count).toBe(12);
    expect(built.before.resources.filter((one) => one.context !== undefined).length).toBe(12);
  });
  it("answers to a name that the plan uses and does not have", async () => {
    const state = await trap("changes.state");
    const text = JSON.stringify({ format_version: "1.0", values: { root_module: state.state } }).replaceAll(
      "phiward-trap-updated",
      "phiward-named",
    );
    const other = parsePlan(text, "other.json");
    const plan = JSON.parse(
      JSON.stringify(await trap("references.plan")).replaceAll('"phiward-named"', '"phiward-elsewhere"'),
    );
    const policy = plan.changes.find((one: { address: string }) => one.address === "aws_s3_bucket_policy.by_name");
    policy.change.after.bucket = "phiward-named";
    const { after } = buildModel(plan, { context: [other] });
    expect(companions(after, "other.json:aws_s3_bucket.updated", "aws_s3_bucket_policy")).toEqual([
      "aws_s3_bucket_policy.by_name",
    ]);
  });
});

it("an address that occurs twice is refused", async () => {
  const json = JSON.parse(JSON.stringify(await trap("changes.plan")));
  json.changes.push(json.changes[1]);
  expect(() => buildModel(json)).toThrow("occurs twice");
});
