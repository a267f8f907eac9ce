import { describe, expect, it } from "vitest";
import { loadAtlas } from "../../../gate/facts/atlas.ts";
import { addressPattern, computeFacts } from "../../../gate/facts/compute.ts";
import { defaultDataClassOptions } from "../../../gate/facts/data-class.ts";
import type { ResourceFacts } from "../../../gate/facts/types.ts";
import { buildModel } from "../../../gate/model/build.ts";
import { readPlan } from "../../../gate/plan/read.ts";

const atlas = loadAtlas();
const clinic = buildModel(await readPlan("examples/clinic/plan.json.gz"), {
  identity: (type) => atlas[type]?.identity,
});
const leaky = buildModel(await readPlan("examples/leaky/plan.json.gz"), { identity: (type) => atlas[type]?.identity });

function of(all: ReadonlyMap<string, ResourceFacts>, address: string): ResourceFacts {
  const found = all.get(address);
  if (!found) throw new Error(`no facts of ${address}`);
  return found;
}

describe("computeFacts", () => {
  const facts = computeFacts(clinic.after, atlas);

  it("follows a reference to the key that encrypts", () => {
    expect(of(facts, "aws_dynamodb_table.Sessions_8896A56D").facts.get("encryption_key")).toMatchObject({
      judged: { state: "customer" },
      found: "table: aws_kms_key.Sessions_Key_46625E21",
    });
  });

  it("reads versioning on the bucket's companion, and says where", () => {
    expect(of(facts, "aws_s3_bucket.Documents_7E5B2978").facts.get("versioning")).toEqual({
      judged: { state: "on" },
      found: "Enabled",
      path: "versioning_configuration[0].status",
      address: "aws_s3_bucket_versioning.Documents_Versioning_A6AF84B8",
    });
  });

  it("reads a database's TLS switch in its parameter group", () => {
    const transit = of(facts, "aws_db_instance.Records_091F6ECA").facts.get("transit");
    expect(transit?.judged).toEqual({ state: "on" });
    expect(transit?.address).toMatch(/^aws_db_parameter_group\./);
  });

  it("takes a type that the atlas does not know for one that may hold ePHI", () => {
    const { aws_sqs_queue: _left, ...rest } = atlas;
    const queue = [...computeFacts(clinic.after, rest).values()].find(
      ({ resource }) => resource.type === "aws_sqs_queue",
    );
    expect(queue?.dataClass).toBe("ephi");
    expect([...(queue?.facts ?? [])]).toContainEqual([
      "known_type",
      {
        judged: { state: "unknown" },
        found: "aws_sqs_queue",
        path: "",
        cause: "the atlas of this version does not know the type aws_sqs_queue",
      },
    ]);
  });

  it("gives types that hold no data no class", () => {
    const key = [...facts.values()].find(({ resource }) => resource.type === "aws_kms_key");
    expect(key?.dataClass).toBe("unclassified");
  });
});

describe("the data class", () => {
  it("flows from a labelled store to its replica, and contradicts the replica's label", () => {
    const replica = of(computeFacts(leaky.after, atlas), "aws_db_instance.reporting");
    expect(replica.dataClass).toBe("ephi");
    expect(replica.dataClassSource).toBe("flows from aws_db_instance.records");
    expect(replica.facts.get("data_class_label")).toEqual({
      judged: { state: "contradicted" },
      found: "DataClass = none, but ePHI flows from aws_db_instance.records",
      path: "tags",
    });
  });

  it("is what the settings say where nobody labelled", () => {
    const dataClass = { ...defaultDataClassOptions, default: "none" as const };
    const queue = of(computeFacts(leaky.after, atlas, { dataClass }), "aws_sqs_queue.intake");
    expect([queue.dataClass, queue.dataClassSource]).toEqual(["none", "default"]);
  });
});

describe("a stated fact", () => {
  const stated = (address: string, fact: string) =>
    computeFacts(leaky.after, atlas, {
      stated: [{ address, fact, judged: { state: "on" }, owner: "platform", evidence: "ticket 7" }],
    });

  it("fills in what is only absent from the plan, and names its owner", () => {
    expect(of(stated("aws_vpc.*", "access_log"), "aws_vpc.main").facts.get("access_log")).toMatchObject({
      judged: { state: "on" },
      basis: "platform",
    });
  });

  it("overrules nothing that the plan says", () => {
    const queue = of(stated("aws_sqs_queue.intake", "encryption"), "aws_sqs_queue.intake");
    expect(queue.facts.get("encryption")?.judged).toEqual({ state: "off" });
  });
});

describe("addressPattern", () => {
  it("takes * for any text and nothing else", () => {
    expect(addressPattern('module.a["x"].aws_s3_bucket.*').test('module.a["x"].aws_s3_bucket.b[0]')).toBe(true);
    expect(addressPattern("aws_s3_bucket.a").test("aws_s3_bucketXa")).toBe(false);
    expect(addressPattern("aws_s3_bucket.a").test("module.m.aws_s3_bucket.a")).toBe(false);
  });
});

describe("a key's policy", () => {
  it("hands the key to its account by kms:*, as KMS wants it, and to nobody else", () => {
    const facts = computeFacts(clinic.after, atlas);
    const keys = [...facts.values()].filter(({ resource }) => resource.type === "aws_kms_key");
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys.map((key) => key.facts.get("policy_exposure")?.judged.any_action))).toEqual(new Set([false]));
    const open = of(computeFacts(leaky.after, atlas), "aws_kms_key.portal").facts.get("policy_exposure");
    expect(open?.judged.any_action).toBe(true);
  });
});
