// Facts that must not exist: a name of an example can only claim facts that do.

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadAtlas } from "../../gate/facts/atlas.ts";
import { computeFacts } from "../../gate/facts/compute.ts";
import { buildModel } from "../../gate/model/build.ts";
import { readPlan } from "../../gate/plan/read.ts";

async function carriersOf(fact: string, type: string, file: string): Promise<string[]> {
  const plan = await readPlan(fileURLToPath(new URL(file, import.meta.url)));
  return [...computeFacts(buildModel(plan).after, loadAtlas()).values()]
    .filter(({ resource, facts }) => resource.type === type && facts.has(fact))
    .map(({ resource }) => resource.name);
}

it("judges no default network ACL that AWS's own rule leaves open", async () => {
  expect(await carriersOf("ingress", "aws_default_network_acl", "vpc.plan.json.gz")).toEqual([
    "bad_ingress",
    "ok_ingress__omitted",
  ]);
});
