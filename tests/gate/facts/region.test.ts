// Where ePHI may lie: plans of the atlas that work in two Regions, judged with and without a list of Regions.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Verdict } from "../../../gate/assessment.ts";
import { check } from "../../../gate/check.ts";
import { loadAtlas } from "../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../gate/facts/compute.ts";
import type { Fact } from "../../../gate/facts/types.ts";
import { buildModel } from "../../../gate/model/build.ts";
import { readPlan } from "../../../gate/plan/read.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "phiward-regions-")));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The fact of each resource of a plan of the atlas, by address. */
async function regions(service: string, allowed?: readonly string[]): Promise<ReadonlyMap<string, Fact | undefined>> {
  const { after } = buildModel(await readPlan(`tests/atlas/${service}.plan.json.gz`));
  const facts = computeFacts(after, loadAtlas(), allowed ? { regions: allowed } : {});
  return new Map([...facts].map(([address, found]) => [address, found.facts.get("region")]));
}

describe("the Region of a resource", () => {
  it("is no fact where the settings list none", async () => {
    expect([...(await regions("dynamodb")).values()].filter((fact) => fact !== undefined)).toEqual([]);
  });

  it("is that of its provider", async () => {
    const store = "aws_s3_bucket.ok_data_class_label";
    expect((await regions("storage-flow", ["us-east-1"])).get(store)).toEqual({
      judged: { state: "allowed" },
      found: "us-east-1",
      path: "region",
    });
    expect((await regions("storage-flow", ["eu-west-1"])).get(store)).toEqual({
      judged: { state: "elsewhere" },
      found: "us-east-1",
      path: "region",
    });
  });

  it("is also that of the replicas it asks for", async () => {
    const table = "aws_dynamodb_table.ok_encryption_key__point_in_time__replica";
    const west = (await regions("dynamodb", ["us-east-1"])).get(table);
    expect(west).toEqual({ judged: { state: "elsewhere" }, found: "us-west-2", path: "replica[0].region_name" });
    expect((await regions("dynamodb", ["us-east-1", "us-west-2"])).get(table)).toEqual({
      judged: { state: "allowed" },
      found: "us-east-1, us-west-2",
      path: "region",
    });
  });

  it("is not asked of what has none, holds nothing or belongs to something else", async () => {
    const edge = await regions("cloudfront", ["eu-west-1"]);
    expect([...edge].filter(([address, fact]) => address.startsWith("aws_cloudfront_") && fact)).toEqual([]);
    const keys = await regions("kms", ["eu-west-1"]);
    expect([...keys].filter(([address, fact]) => address.startsWith("aws_kms_") && fact)).toEqual([]);
    const buckets = await regions("s3", ["eu-west-1"]);
    expect([...buckets].filter(([address, fact]) => address.startsWith("aws_s3_bucket_policy.") && fact)).toEqual([]);
  });
});

/** Verdicts of scope.allowed_region under a settings file of these lines. */
async function judged(name: string, settings: string): Promise<readonly Verdict[]> {
  const cwd = join(root, name);
  mkdirSync(join(cwd, ".git"), { recursive: true });
  writeFileSync(join(cwd, "phiward.yaml"), settings);
  const plan = resolve("tests/atlas/dynamodb.plan.json.gz");
  const { verdicts } = await check({ cwd, plan, now: new Date("2026-01-01T00:00:00Z") });
  return verdicts.filter(({ control }) => control === "scope.allowed_region");
}

describe("regions in phiward.yaml", () => {
  it("fail every replica in a Region that they leave out, and nothing that lies in one of them", async () => {
    const verdicts = await judged("one", "regions: [us-east-1]\n");
    expect(
      verdicts.map(({ address, status, found, path, blocking }) => ({ address, status, found, path, blocking })),
    ).toEqual(
      [
        "aws_dynamodb_table.bad_encryption_key__point_in_time__replica",
        "aws_dynamodb_table.ok_encryption_key__point_in_time__replica",
      ].map((address) => ({
        address,
        status: "fail",
        found: "us-west-2",
        path: "replica[0].region_name",
        blocking: true,
      })),
    );
  });

  it("judge nothing where the file lists none", async () => {
    expect(await judged("none", "enforce: all\n")).toEqual([]);
  });
});
