// Every plan of the development corpus, where it lies beside the checkout.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { buildModel } from "../../../gate/model/build.ts";
import { readPlan } from "../../../gate/plan/read.ts";

const corpus = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));
const there = existsSync(corpus);
if (!there) console.log("skipped: the corpus is not beside the checkout (../shared/corpus)");

const files = there
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".plan.json.gz") && !name.startsWith("scale"))
      .toSorted()
  : [];

it.runIf(there)(
  "builds, answers for every attribute of every resource, and joins the companions of buckets",
  async () => {
    const joined = { all: 0, certain: 0, possible: 0, neither: 0 };
    for (const name of files) {
      const { before, after } = buildModel(await readPlan(join(corpus, name)));
      for (const world of [before, after])
        for (const resource of world.resources) {
          expect(world.get(resource.address)).toBe(resource);
          for (const attribute of Object.keys(resource.values)) {
            expect(["known", "null", "absent", "unknown"]).toContain(world.read(resource, [attribute]).state);
            world.targets(resource, [attribute]);
          }
          expect(["known", "absent", "unknown", "invalid"]).toContain(world.document(resource, ["policy"]).state);
        }
      const buckets = [...after.ofType("aws_s3_bucket"), ...after.ofType("aws_s3_directory_bucket")];
      for (const one of after.resources) {
        if (one.mode === "data" || !/^aws_s3_bucket_(?!object$)/.test(one.type)) continue;
        const found = buckets.map((bucket) => after.companions(bucket, one.type, "bucket"));
        const certain = found.filter((companions) => companions.certain.includes(one)).length;
        const possible = found.some((companions) => companions.possible.includes(one));
        joined.all++;
        joined[certain === 1 ? "certain" : possible ? "possible" : "neither"]++;
      }
    }
    expect(files.length).toBeGreaterThan(270);
    // Possible: five inventories whose bucket comes from a for_each over an argument, or else from their own module.
    // Neither: three ACLs of a bucket called "name", which no bucket of their plan is.
    expect(joined).toEqual({ all: 123, certain: 115, possible: 5, neither: 3 });
  },
  120_000,
);
