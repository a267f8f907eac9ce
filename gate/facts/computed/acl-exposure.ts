// The `acl_exposure` fact: whether a canned ACL or a grant opens a bucket or an object to everyone.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html

import type { Resource, Value, World } from "../../model/types.ts";
import { leaves } from "../leaves.ts";
import { isList, isObject, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { aclsDisabled, bucketOf, writtenFlags } from "./bucket.ts";
import { stepsOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Canned ACLs that grant to everyone or to everyone with an AWS account. */
const publicAcls = new Set(["public-read", "public-read-write", "authenticated-read", "website"]);
const publicGroup = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** Judges `acl`, `grant` or `access_control_policy`, as the attribute says; all of them without one. */
export const aclExposure: ComputedFact = ({ world, resource, attribute }) => {
  const names =
    attribute === undefined
      ? ["acl", "grant", "access_control_policy"].filter((name) => name in resource.values)
      : [attribute];
  const facts = names.flatMap((name) =>
    leaves(world, resource, stepsOf(name)).map(({ path, attribute: leaf }) => {
      if (leaf.state === "unknown")
        return { judged: { state: "unknown" }, found: "known after apply", path: pathText(path), cause: leaf.cause };
      return written(leaf.state === "known" ? leaf.value : null, pathText(path));
    }),
  );
  const worst =
    facts.find(({ judged }) => judged.state === "public") ??
    facts.find(({ judged }) => judged.state === "unknown") ??
    facts[0];
  if (!worst || worst.judged.state === "private") return worst;
  return disarmed(world, resource, worst);
};

function written(value: Value, path: string): Fact {
  if (typeof value === "string")
    return { judged: { state: publicAcls.has(value.toLowerCase()) ? "public" : "private" }, found: value, path };
  const group = publicGroups(value, path)[0];
  return group
    ? { judged: { state: "public" }, found: `a grant to ${group.name}`, path: group.path }
    : { judged: { state: "private" }, found: "no grant to everyone", path };
}

/** Grants to the groups of everyone, wherever they stand inside the value. */
function publicGroups(value: Value, path: string): readonly { readonly name: string; readonly path: string }[] {
  if (typeof value === "string") {
    const name = publicGroup.exec(value)?.[1];
    return name === undefined ? [] : [{ name, path }];
  }
  if (isList(value)) return value.flatMap((element, index) => publicGroups(element, `${path}[${index}]`));
  return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => publicGroups(inner, `${path}.${key}`)) : [];
}

/** An ACL that is written down stands as written, unless the plan also says that public ACLs are ignored or ACLs switched off. */
function disarmed(world: World, resource: Resource, fact: Fact): Fact {
  const bucket = bucketOf(world, resource);
  for (const [setting, what] of [
    [writtenFlags(world, bucket)("ignore_public_acls"), "ignored by"],
    [aclsDisabled(world, bucket), "switched off by"],
  ] as const) {
    if (setting?.state !== "on") continue;
    return {
      judged: { state: "private" },
      found: `${fact.found}, ${what} ${setting.address ?? "the bucket"}`,
      path: fact.path,
    };
  }
  return fact;
}
