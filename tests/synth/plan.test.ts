import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildModel } from "../../gate/model/build.ts";
import type { Attribute, Path, Value } from "../../gate/model/types.ts";
import type { JsonObject } from "../../gate/plan/types.ts";
import { recordedPlans, unwrittenIn } from "../../scripts/record/unwritten.ts";
import { partsOf, traversalsIn } from "../../synth/expression.ts";
import { earlyPlan } from "../../synth/plan.ts";
import { shapeOf } from "../../synth/shapes.ts";

const stack = (resource: JsonObject, more: JsonObject = {}): JsonObject => ({ resource, ...more });
const model = (json: JsonObject) => buildModel(earlyPlan(json, "stack").plan);
function read(json: JsonObject, address: string, ...path: Path): Attribute {
  const { after } = model(json);
  const resource = after.get(address);
  if (resource === undefined) throw new Error(`the early plan has no ${address}`);
  return after.read(resource, path);
}
const known = (value: Value): Attribute => ({ state: "known", value });

describe("an early plan", () => {
  it("knows literals, and the blocks that a plan has as lists", () => {
    const json = stack({
      aws_db_instance: { a: { engine: "postgres", timeouts: { create: "1h" }, tags: { Owner: "x" } } },
    });
    expect(read(json, "aws_db_instance.a", "engine")).toEqual(known("postgres"));
    expect(read(json, "aws_db_instance.a", "timeouts", "create")).toEqual(known("1h"));
    expect(read(json, "aws_db_instance.a", "tags", "Owner")).toEqual(known("x"));
    const encrypted = { rule: { apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms" } } };
    const path = ["rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm"];
    expect(
      read(
        stack({ aws_s3_bucket_server_side_encryption_configuration: { a: encrypted } }),
        "aws_s3_bucket_server_side_encryption_configuration.a",
        ...path,
      ),
    ).toEqual(known("aws:kms"));
  });

  it("leaves absent what nobody wrote, although AWS will give it", () => {
    const json = stack({ aws_s3_bucket: { a: { bucket: "a" } } });
    expect(read(json, "aws_s3_bucket.a", "id")).toEqual({ state: "absent" });
    expect(read(json, "aws_s3_bucket.a", "region")).toEqual({ state: "absent" });
  });

  it("calls unknown what refers to a resource, and finds the resource", () => {
    const json = stack({
      aws_kms_key: { k: {} },
      aws_sqs_queue: { q: { kms_master_key_id: "${aws_kms_key.k.arn}" } },
    });
    expect(read(json, "aws_sqs_queue.q", "kms_master_key_id")).toEqual({
      state: "unknown",
      cause: "comes from aws_kms_key.k.arn",
    });
    const { after } = model(json);
    const queue = after.get("aws_sqs_queue.q");
    const targets = queue === undefined ? [] : after.targets(queue, ["kms_master_key_id"]);
    expect(targets).toMatchObject([{ kind: "resource", resource: { address: "aws_kms_key.k" }, attribute: "arn" }]);
  });

  it("follows a local to the resource that it names", () => {
    const json = stack(
      { aws_kms_key: { k: {} }, aws_sqs_queue: { q: { kms_master_key_id: "${local.keys.main}" } } },
      { locals: { keys: { main: "${aws_kms_key.k.arn}", other: "alias/x" } } },
    );
    const { after } = model(json);
    const queue = after.get("aws_sqs_queue.q");
    expect(queue && after.targets(queue, ["kms_master_key_id"])).toMatchObject([
      { kind: "resource", resource: { address: "aws_kms_key.k" } },
    ]);
  });

  it("knows names that end in a literal: defaults of variables, locals, attributes written elsewhere", () => {
    const json = stack(
      {
        aws_s3_bucket: { a: { bucket: "${var.name}-${local.part}" } },
        aws_s3_bucket_versioning: { a: { bucket: "${aws_s3_bucket.a.bucket}" } },
      },
      { variable: { name: { default: "portal" } }, locals: { part: "documents" } },
    );
    expect(read(json, "aws_s3_bucket_versioning.a", "bucket")).toEqual(known("portal-documents"));
  });

  it("evaluates no function, and takes no unknown for null because its references are known", () => {
    const json = stack(
      {
        aws_sqs_queue: {
          q: { sqs_managed_sse_enabled: "${!var.plain}", name: '${lower("Q")}', fifo_queue: "${var.unset}" },
        },
      },
      { variable: { plain: { default: false }, unset: { type: "bool" } } },
    );
    expect(read(json, "aws_sqs_queue.q", "sqs_managed_sse_enabled")).toEqual({
      state: "unknown",
      cause: "comes from var.plain",
    });
    expect(read(json, "aws_sqs_queue.q", "fifo_queue")).toEqual({ state: "unknown", cause: "comes from var.unset" });
    expect(read(json, "aws_sqs_queue.q", "name").state).toBe("unknown");
  });

  it("merges the provider's default tags under the resource's own, each provider its own", () => {
    const json = stack(
      {
        aws_s3_bucket: { near: { tags: { Owner: "b" } }, far: { provider: "aws.far" } },
        aws_s3_bucket_policy: { near: { bucket: "x" } },
      },
      {
        provider: {
          aws: [
            { region: "us-east-1", default_tags: [{ tags: { DataClass: "ephi", Owner: "a" } }] },
            { alias: "far", region: "us-west-2", allowed_account_ids: ["444455556666"] },
          ],
        },
      },
    );
    expect(read(json, "aws_s3_bucket.near", "tags_all")).toEqual(known({ DataClass: "ephi", Owner: "b" }));
    expect(read(json, "aws_s3_bucket_policy.near", "tags_all")).toEqual({ state: "absent" });
    const { after } = model(json);
    expect(after.get("aws_s3_bucket.near")).toMatchObject({ region: "us-east-1" });
    expect(after.get("aws_s3_bucket.far")).toMatchObject({ region: "us-west-2", account: "444455556666" });
  });

  it("spells out literal iterations, and lets one instance stand for the others", () => {
    const json = stack(
      {
        aws_sqs_queue: {
          both: { for_each: '${toset(["a", "b"])}', name: "${each.key}-queue" },
          three: { count: 3 },
          some: { for_each: "${var.names}", name: "${each.key}" },
          none: { count: 0 },
        },
        aws_sqs_queue_policy: { some: { queue_url: '${aws_sqs_queue.some["x"].url}' } },
      },
      { variable: { names: { type: "set(string)" } } },
    );
    const { after } = model(json);
    expect(after.ofType("aws_sqs_queue").map(({ address }) => address)).toEqual([
      'aws_sqs_queue.both["a"]',
      'aws_sqs_queue.both["b"]',
      "aws_sqs_queue.some",
      "aws_sqs_queue.three[0]",
      "aws_sqs_queue.three[1]",
      "aws_sqs_queue.three[2]",
    ]);
    expect(read(json, 'aws_sqs_queue.both["b"]', "name")).toEqual(known("b-queue"));
    const policy = after.get("aws_sqs_queue_policy.some");
    expect(policy && after.targets(policy, ["queue_url"])).toMatchObject([
      { resource: { address: "aws_sqs_queue.some" } },
    ]);
  });

  it("leaves a generated block unknown", () => {
    const json = stack({
      aws_security_group: {
        g: { dynamic: { ingress: { for_each: "${var.ports}", content: { from_port: "${ingress.value}" } } } },
      },
    });
    expect(read(json, "aws_security_group.g", "ingress").state).toBe("unknown");
  });

  it("reads the policy that a data source will write", () => {
    const json = stack(
      { aws_sqs_queue: { q: { policy: "${data.aws_iam_policy_document.d.json}" } } },
      {
        data: {
          aws_iam_policy_document: {
            d: { statement: [{ actions: ["sqs:*"], principals: [{ type: "*", identifiers: ["*"] }] }] },
          },
        },
      },
    );
    const { after } = model(json);
    const queue = after.get("aws_sqs_queue.q");
    expect(queue && after.document(queue, ["policy"])).toEqual({
      state: "known",
      partial: false,
      value: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sqs:*", Principal: "*" }] },
    });
  });

  it("names the module calls that it cannot look into", () => {
    expect(
      earlyPlan(stack({}, { module: { vpc: { source: "./vpc", cidr: "10.0.0.0/16" } } }), "stack").modules,
    ).toEqual(["vpc"]);
  });

  it("keeps secrets out, as the reader of plans does", () => {
    const { plan } = earlyPlan(stack({ aws_db_instance: { a: { password: "correct-horse-battery-9" } } }), "stack");
    expect(JSON.stringify(plan)).not.toContain("correct-horse");
  });
});

describe("expressions", () => {
  it.each([
    ["${aws_x.y.arn}/*", ["aws_x.y.arn"]],
    ['${aws_x.y["a.b"].arn}', ['aws_x.y["a.b"].arn']],
    ["${aws_x.y[each.key].arn}", ["aws_x.y", "each.key"]],
    ["${aws_x.y[*].arn}", ["aws_x.y"]],
    ['${jsonencode({"k" = "${var.a}-${upper("}")}", b = local.c})}', ["var.a", "local.c"]],
    ["$${aws_x.y.arn} is text, %%{ too", []],
    ["%{ if var.a }x%{ endif }", ["var.a"]],
  ])("finds the names in %s", (text, names) => {
    expect(partsOf(text).flatMap((part) => ("expression" in part ? traversalsIn(part.expression) : []))).toEqual(names);
  });

  it("unescapes what only looks like an expression", () => {
    expect(partsOf("$${a} %%{b} $c $")).toEqual([{ text: "${a} %{b} $c $" }]);
  });
});

describe("tables of the provider", () => {
  it("tell maps from blocks, and blocks of which there is one", () => {
    expect(shapeOf("aws_s3_bucket.tags")).toBe("map");
    expect(shapeOf("aws_lambda_function.environment.variables")).toBe("map");
    expect(shapeOf("aws_lambda_function.environment")).toBe("blocks");
    expect(shapeOf("aws_sagemaker_model.primary_container.environment")).toBe("map");
    expect(shapeOf("aws_db_instance.timeouts")).toBe("block");
    expect(shapeOf("aws_bedrock_model_invocation_logging_configuration.logging_config")).toBe("block");
  });

  it("hold no default that a recorded plan contradicts", () => {
    const defaults = z
      .record(z.string(), z.record(z.string(), z.json()))
      .parse(JSON.parse(readFileSync("catalogue/generated/defaults.json", "utf8")));
    let compared = 0;
    const wrong: string[] = [];
    for (const file of recordedPlans())
      for (const { path, value } of unwrittenIn(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")))) {
        const [type = "", ...rest] = path.split(".");
        const expected = defaults[type]?.[rest.join(".")];
        if (expected === undefined) continue;
        compared++;
        if (expected !== value) wrong.push(`${path} is ${value} in ${file}`);
      }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });
});
