// The `upload_key` fact: whether a bucket under a customer's key refuses objects under another one. A request may name any key, that of a
// stranger too, and then it is his who can take the object away.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html

import type { Resource, World } from "../../model/types.ts";
import { readKey } from "../key.ts";
import { leaves } from "../leaves.ts";
import { uploadKeyPinned } from "../policy/upload-key.ts";
import type { Fact } from "../types.ts";
import { documentsAt, stepsOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

const KEY = "apply_server_side_encryption_by_default[*].kms_master_key_id";
const POLICIES = "aws_s3_bucket_policy";

/** Judges the policies of a bucket whose default encryption names a customer's key; does not exist for other buckets. */
export const uploadKey: ComputedFact = ({ world, resource }) => {
  if (!hasCustomerKey(world, resource)) return undefined;
  const { certain, possible } = world.companions(resource, POLICIES, "bucket");
  let open: Fact = {
    judged: { state: "open" },
    found: "no bucket policy refuses uploads under another key",
    path: "policy",
    byAbsence: true,
  };
  for (const policy of [resource, ...certain])
    for (const { path, document } of documentsAt(world, policy, "policy")) {
      if (document.state === "absent") continue;
      const at = policy === resource ? {} : { address: policy.address };
      if (document.state === "known") {
        const pinned = uploadKeyPinned(document.value, path);
        if (pinned)
          return { judged: { state: "pinned" }, found: "a Deny on uploads under another key", path: pinned, ...at };
        if (!document.partial) continue;
      }
      const cause = document.state === "known" ? "a statement is known only after apply" : document.cause;
      open = { judged: { state: "unknown" }, found: "known after apply", path, cause, ...at };
    }
  if (open.judged.state === "unknown" || possible.length === 0) return open;
  const address = possible[0]?.address ?? POLICIES;
  return {
    judged: { state: "unknown" },
    found: `perhaps configured by ${address}`,
    path: "bucket",
    cause: `the plan does not say whether ${address} configures this resource`,
  };
};

function hasCustomerKey(world: World, bucket: Resource): boolean {
  const configurations = world.companions(
    bucket,
    "aws_s3_bucket_server_side_encryption_configuration",
    "bucket",
  ).certain;
  return [
    ...leaves(world, bucket, stepsOf(`server_side_encryption_configuration[*].rule[*].${KEY}`)).map((leaf) =>
      readKey(world, bucket, leaf, "none"),
    ),
    ...configurations.flatMap((other) =>
      leaves(world, other, stepsOf(`rule[*].${KEY}`)).map((leaf) => readKey(world, other, leaf, "none")),
    ),
  ].some(({ judged }) => judged.state === "customer");
}
