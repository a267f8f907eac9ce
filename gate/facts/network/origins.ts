// What names lead to: the S3 origins of a distribution, and the targets of DNS records.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { leaves } from "../leaves.ts";
import { isList, isObject, parsePath, pathText } from "../path.ts";
import type { Fact } from "../types.ts";

interface Origin {
  readonly path: Path;
  readonly block: Value;
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === "" || (isList(value) && value.length === 0);

/** The origins that CloudFront asks by the protocol of S3: those that are neither a server of somebody's nor inside a VPC. */
function bucketOrigins({ values }: Resource): readonly Origin[] {
  const origins = isList(values.origin) ? values.origin : [];
  return origins.flatMap((block, at) =>
    isObject(block) && isEmpty(block.custom_origin_config) && isEmpty(block.vpc_origin_config)
      ? [{ path: ["origin", at], block }]
      : [],
  );
}

/** Whether S3 knows each request of the distribution by its identity. Absent where no origin is a bucket. */
export const originAccess: ComputedFact = ({ world, resource }) => {
  const found = bucketOrigins(resource).map(({ path }): Fact => {
    const control = world.read(resource, [...path, "origin_access_control_id"]);
    const identity = world.read(resource, [...path, "s3_origin_config", 0, "origin_access_identity"]);
    const isSet = [control, identity].some(
      (read) => read.state === "unknown" || (read.state === "known" && !isEmpty(read.value)),
    );
    return {
      judged: { state: isSet ? "identified" : "anonymous" },
      found: isSet ? "an identity of its own" : "neither an access control nor an access identity",
      path: pathText(path),
    };
  });
  return found.find(({ judged }) => judged.state === "anonymous") ?? found[0];
};

/** Whether plan or context hold the bucket of each S3 origin. Absent where no origin is a bucket. */
export const originBucket: ComputedFact = ({ world, resource }) => {
  const found = bucketOrigins(resource).map(({ path }) => declared(world, resource, [...path, "domain_name"]));
  return found.find(({ judged }) => judged.state === "undeclared") ?? found[0];
};

/** Names and addresses of AWS that somebody else gets once their owner gives them up. */
const TRANSFERABLE =
  /\.(amazonaws\.com|cloudfront\.net|elasticbeanstalk\.com|awsapprunner\.com|awsglobalaccelerator\.com)\.?$/i;
/** Loopback, link-local, private and shared ranges: nobody outside can take them over. */
const INSIDE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** Whether plan or context hold what a record leads to. Absent for records that lead to nothing of AWS. */
export const recordTarget: ComputedFact = ({ world, resource }) => {
  const alias = leaves(world, resource, parsePath("alias[*].name"));
  if (alias.some(({ attribute }) => attribute.state === "known" || attribute.state === "unknown"))
    return declared(world, resource, ["alias", 0, "name"]);
  const type = resource.values.type;
  if (type !== "A" && type !== "CNAME") return undefined;
  const read = world.read(resource, ["records"]);
  const records = read.state === "known" && isList(read.value) ? read.value : [];
  const judged = records.flatMap((record, at) => {
    const isOfAws = type === "A" ? !INSIDE.test(String(record)) : TRANSFERABLE.test(String(record));
    return isOfAws ? [declared(world, resource, ["records", at])] : [];
  });
  if (read.state === "unknown") {
    const referred = declared(world, resource, ["records"]);
    return referred.judged.state === "declared" ? referred : undefined;
  }
  return judged.find((fact) => fact.judged.state === "undeclared") ?? judged[0];
};

/** A resource of the plan, its data sources or its context that the attribute leads to. */
function declared(world: World, resource: Resource, path: Path): Fact {
  const targets = world.targets(resource, path);
  const named = targets.flatMap((target) =>
    target.kind === "resource" ? [target.resource] : target.kind === "ambiguous" ? target.candidates : [],
  );
  const [first] = named;
  if (first) return { judged: { state: "declared" }, found: first.address, path: pathText(path) };
  const read = world.read(resource, path);
  return {
    judged: { state: "undeclared" },
    found: read.state === "known" ? String(read.value) : "known after apply",
    path: pathText(path),
    byAbsence: true,
  };
}
