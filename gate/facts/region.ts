// The fact `region`: whether a resource lies, and sends copies, only where the settings let ePHI lie.

import type { AtlasEntry } from "../../catalogue/atlas-schema.ts";
import type { Resource, World } from "../model/types.ts";
import { leaves } from "./leaves.ts";
import { parsePath, pathText, type Step } from "./path.ts";
import type { Fact } from "./types.ts";

/** What these services keep lies in no Region, whichever one the provider names. */
const isGlobal = ({ type, values }: Resource): boolean =>
  /^aws_(cloudfront|cloudfrontkeyvaluestore|globalaccelerator|route53|waf|shield|iam|organizations)_/.test(type) ||
  (type.startsWith("aws_wafv2_") && values.scope === "CLOUDFRONT") ||
  type.startsWith("aws_s3control_multi_region_");

/** A part of something else, judged with it. */
const isPart = ({ role }: AtlasEntry): boolean => role === "identity" || role === "none";

/** Arguments that ask for copies in Regions that they name. */
const copies: Readonly<Record<string, readonly (readonly Step[])[]>> = Object.fromEntries(
  Object.entries({
    aws_dlm_lifecycle_policy: [
      "policy_details[*].schedule[*].cross_region_copy_rule[*].target",
      "policy_details[*].action[*].cross_region_copy[*].target",
    ],
    aws_dynamodb_table: ["replica[*].region_name"],
    aws_ecr_replication_configuration: ["replication_configuration[*].rule[*].destination[*].region"],
    aws_efs_replication_configuration: ["destination[*].region"],
    aws_imagebuilder_distribution_configuration: ["distribution[*].region"],
    aws_redshift_cluster: ["snapshot_copy[*].destination_region"],
    aws_redshift_snapshot_copy: ["destination_region"],
    aws_secretsmanager_secret: ["replica[*].region"],
    aws_ssmincidents_replication_set: ["region[*].name"],
  }).map(([type, paths]) => [type, paths.map(parsePath)]),
);

interface Place {
  /** Undefined where the plan does not say it. */
  readonly region: string | undefined;
  readonly path: string;
}

/** Undefined for what has no Region, holds and carries no ePHI, or is judged with what it is a part of. */
export function regionFact(
  world: World,
  resource: Resource,
  entry: AtlasEntry,
  allowed: readonly string[],
): Fact | undefined {
  if (entry.ephi === "none" || isPart(entry) || isGlobal(resource)) return undefined;
  const places = [{ region: resource.region, path: "region" }, ...placesOfCopies(world, resource, entry)];
  const outside = places.find(({ region }) => region !== undefined && !allowed.includes(region));
  if (outside) return { judged: { state: "elsewhere" }, found: outside.region ?? "", path: outside.path };
  const open = places.find(({ region }) => region === undefined);
  if (open)
    return {
      judged: { state: "unknown" },
      found: "not said",
      path: open.path,
      cause: `the plan does not say ${open.path === "region" ? "in which Region its provider works" : "which Region that is"}`,
    };
  return {
    judged: { state: "allowed" },
    found: [...new Set(places.map(({ region }) => region))].join(", "),
    path: "region",
  };
}

/** Where arguments name a Region for copies, and where an ARN to which data is sent has one. */
function placesOfCopies(world: World, resource: Resource, { destination = [] }: AtlasEntry): readonly Place[] {
  const named = (copies[resource.type] ?? []).flatMap((steps) =>
    leaves(world, resource, steps).flatMap(({ path, attribute }): readonly Place[] => {
      if (attribute.state === "unknown") return [{ region: undefined, path: pathText(path) }];
      return attribute.state === "known" ? [{ region: String(attribute.value), path: pathText(path) }] : [];
    }),
  );
  const sent = destination.flatMap((attribute) =>
    leaves(world, resource, parsePath(attribute)).flatMap(({ path, attribute: read }): readonly Place[] => {
      if (read.state !== "known" || typeof read.value !== "string" || !read.value.startsWith("arn:")) return [];
      // The ARN of a bucket names no Region.
      const region = read.value.split(":")[3] ?? "";
      return region === "" ? [] : [{ region, path: pathText(path) }];
    }),
  );
  return [...named, ...sent];
}
