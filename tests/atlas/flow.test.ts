// Data classes along the atlas' sources and destinations, for what takes no side in its name.

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadAtlas } from "../../gate/facts/atlas.ts";
import { computeFacts } from "../../gate/facts/compute.ts";
import { buildModel } from "../../gate/model/build.ts";
import { readPlan } from "../../gate/plan/read.ts";

const plan = fileURLToPath(new URL("storage-flow.plan.json.gz", import.meta.url));
const facts = computeFacts(buildModel(await readPlan(plan)).after, loadAtlas());

it("gives what cannot bear a label the class of what it belongs to", () => {
  const classes = [...facts.values()]
    .filter(({ resource }) => ["aws_s3_bucket_policy", "aws_sns_topic_subscription"].includes(resource.type))
    .map(({ resource, dataClass, dataClassSource }) => [resource.address, dataClass, dataClassSource]);
  expect(classes).toEqual([
    ["aws_s3_bucket_policy.elsewhere", "ephi", "default"],
    ["aws_s3_bucket_policy.records", "ephi", "flows from aws_s3_bucket.ok_data_class_label"],
    ["aws_s3_bucket_policy.site", "none", "as aws_s3_bucket.ok_data_class_label__apart"],
    ["aws_s3_bucket_policy.unlabelled", "ephi", "flows from aws_s3_bucket.unlabelled"],
    ["aws_sns_topic_subscription.visits", "ephi", "flows from aws_sns_topic.ok_data_class_label"],
  ]);
});

it("says what contradicts a label, through everything between", () => {
  const found = ["aws_s3_bucket.bad_data_class_label__replica", "aws_sqs_queue.bad_data_class_label__dead_letters"].map(
    (address) => facts.get(address)?.facts.get("data_class_label")?.found,
  );
  expect(found).toEqual([
    "DataClass = none, but ePHI flows from aws_s3_bucket_replication_configuration.records",
    "DataClass = none, but ePHI flows from aws_sqs_queue.bad_data_class_label__notified",
  ]);
});
