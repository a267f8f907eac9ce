// What stands in the way of a policy that lets everyone in: a public access block, a second policy, a network.

import type { Resource, World } from "../../model/types.ts";
import { exposure } from "../policy/exposure.ts";
import type { Fact } from "../types.ts";
import { bucketOf, type Setting, writtenFlags } from "./bucket.ts";
import { documentsAt, ownerOf } from "./documents.ts";

/** The fact with all that counts against a public policy; unchanged where nothing does. */
export function disarmed(world: World, resource: Resource, fact: Fact): Fact {
  const { state } = fact.judged;
  if (state !== "public" && state !== "unknown") return fact;
  switch (resource.type) {
    case "aws_s3_bucket":
    case "aws_s3_bucket_policy":
      return restricted(fact, writtenFlags(world, bucketOf(world, resource))("restrict_public_buckets"));
    case "aws_s3_access_point":
    case "aws_s3control_access_point_policy":
      return accessPoint(world, resource, fact);
    case "aws_opensearch_domain":
    case "aws_opensearch_domain_policy":
    case "aws_elasticsearch_domain":
    case "aws_elasticsearch_domain_policy":
      return inVpc(world, referred(world, resource, "domain_name", /_domain$/), "vpc_options", fact);
    default:
      return fact;
  }
}

/** `restrict_public_buckets` leaves a public policy to the account and to services. */
function restricted(fact: Fact, flag: Setting | undefined): Fact {
  const open = fact.judged.state === "public";
  if (flag?.state === "on") {
    const { cause: _cause, ...rest } = fact;
    return {
      ...rest,
      judged: { ...fact.judged, state: open ? "private" : "cross-account", outside: open ? "no" : "unknown" },
      found: `${fact.found}, restricted to the account by ${flag.address ?? "its public access block"}`,
    };
  }
  if (flag?.state !== "unknown" || !open) return fact;
  return unclear(fact, flag.cause ?? "restrict_public_buckets is known only after apply");
}

const unclear = (fact: Fact, cause: string): Fact => ({
  ...fact,
  judged: { ...fact.judged, state: "unknown", outside: "unknown" },
  cause,
});

/** An access point is made with all four settings on, and admits nobody whom the bucket's own policy does not admit (reading 13). */
function accessPoint(world: World, resource: Resource, fact: Fact): Fact {
  const point = referred(world, resource, "access_point_arn", /^aws_s3_access_point$/);
  if (!point) return fact.judged.state === "public" ? unclear(fact, "the access point is not in the plan") : fact;
  const setting = world.read(point, ["public_access_block_configuration", 0, "restrict_public_buckets"]);
  const off = setting.state === "known" && String(setting.value) === "false";
  const state = setting.state === "unknown" ? "unknown" : off ? "off" : "on";
  const blocked = restricted(fact, { state, address: point.address });
  if (state === "on") return blocked;
  const network = inVpc(world, point, "vpc_configuration", blocked);
  return network === blocked ? behindBucket(world, point, blocked) : network;
}

/** Keys that hold for every request that comes through an access point. */
const throughAccessPoint = new Set([
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
  "s3:accesspointnetworkorigin",
]);

function behindBucket(world: World, point: Resource, fact: Fact): Fact {
  const bucket = bucketOf(world, point);
  if (!bucket)
    return unclear(fact, "the bucket of the access point is not in the plan, and its policy must allow as well");
  const policies = [bucket, ...world.companions(bucket, "aws_s3_bucket_policy", "bucket").certain];
  const states = policies.flatMap((policy) =>
    documentsAt(world, policy, "policy").map(({ document }) => {
      if (document.state === "absent") return "none";
      if (document.state !== "known") return "unknown";
      return exposure(document.value, { ...ownerOf(world, bucket), satisfied: throughAccessPoint }).state;
    }),
  );
  if (states.includes("public")) return fact;
  if (states.includes("unknown"))
    return unclear(fact, `the policy of ${bucket.address} is known only after apply, and must allow as well`);
  const state = states.includes("cross-account") ? "cross-account" : "private";
  const { cause: _cause, ...rest } = fact;
  return {
    ...rest,
    judged: { ...fact.judged, state, outside: state === "private" ? "no" : "unknown" },
    found: `${fact.found}, which the policy of ${bucket.address} does not allow`,
  };
}

/** Inside a VPC only its network gets as far as the policy. */
function inVpc(world: World, resource: Resource | undefined, attribute: string, fact: Fact): Fact {
  if (!resource || fact.judged.state !== "public") return fact;
  const block = world.read(resource, [attribute]);
  const inside = block.state === "known" && Array.isArray(block.value) && block.value.length > 0;
  if (!inside) return fact;
  return {
    ...fact,
    judged: { ...fact.judged, state: "cross-account", outside: "unknown" },
    found: `${fact.found}, from the network of its VPC`,
    cause: "who reaches the VPC is not a matter of the policy",
  };
}

/** The resource itself where it is of the type, else the one that its attribute refers to. */
function referred(world: World, resource: Resource, attribute: string, type: RegExp): Resource | undefined {
  if (type.test(resource.type)) return resource;
  const [only, ...others] = world
    .targets(resource, [attribute])
    .flatMap((target) => (target.kind === "resource" && type.test(target.resource.type) ? [target.resource] : []));
  return others.length === 0 ? only : undefined;
}
