// The `bucket_lockout` fact: whether a bucket policy shuts out those who would have to mend it.

import type { Value } from "../../model/types.ts";
import { covers, overlaps } from "../policy/pattern.ts";
import { type Statement, statementsOf } from "../policy/statement.ts";
import type { Fact } from "../types.ts";
import { documentsAt } from "./documents.ts";
import { worstOf } from "./policies.ts";
import type { ComputedFact } from "./types.ts";

/** What it takes to lift a refusal. */
const mending = ["s3:putbucketpolicy", "s3:deletebucketpolicy"];

/** A Deny to everyone without any condition holds for administrators too: the root user alone can then delete the policy. */
export const bucketLockout: ComputedFact = ({ world, resource, attribute = "policy" }) =>
  worstOf("bucket_lockout", documentsAt(world, resource, attribute), lockout, () => undefined);

function lockout(document: Value, path: string): Fact {
  const statements = statementsOf(document);
  const left = mending.filter((action) => !statements.some((one) => one.effect === "deny" && shutsOut(one, action)));
  if (left.length === 0) {
    const by = statements.find((one) => one.effect === "deny" && mending.some((action) => shutsOut(one, action)));
    return {
      judged: { state: "locked" },
      found: "everyone is refused to change this policy",
      path: `${path}.${by?.path ?? ""}`,
    };
  }
  if (statements.some(({ opaque, effect }) => opaque || effect === "unknown"))
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path,
      cause: "a statement is known only after apply",
    };
  return { judged: { state: "reachable" }, found: "administrators may change this policy", path };
}

const shutsOut = ({ principals, conditions, actions, resources, resourceless }: Statement, action: string): boolean =>
  principals !== undefined &&
  !principals.except &&
  principals.list.some(({ kind }) => kind === "everyone") &&
  conditions.length === 0 &&
  (actions.except
    ? !actions.values.some((pattern) => overlaps(pattern, action))
    : actions.values.some((pattern) => covers(pattern, action))) &&
  (resourceless || (!resources.except && resources.values.some(namesBucket)));

/** Those actions stand for the bucket: `arn:aws:s3:::records`, `*`, not for `arn:aws:s3:::records/*`. */
const namesBucket = (resource: string): boolean => !resource.includes("/");
