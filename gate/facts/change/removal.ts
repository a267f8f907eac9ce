// The `removal` fact: what is left of the data of a store, vault or trail that a plan deletes or replaces. Terraform deletes by the
// arguments of the state, not by those of the configuration: the world before is asked.

import type { Resource, World } from "../../model/types.ts";
import { logSourceOf } from "../computed/log-bucket.ts";
import { copiesOf } from "../recovery/copies.ts";
import { secondary } from "../recovery/secondary.ts";
import { storeType } from "../recovery/stores.ts";
import type { Copy } from "../recovery/types.ts";
import type { Fact, ResourceFacts } from "../types.ts";
import type { Change } from "./worlds.ts";
import { ends } from "./worlds.ts";

const TRAIL = "aws_cloudtrail";
/** Replicas, and names over clusters: the data lies in what they copy or join. */
const JOINED = new Set([
  "aws_docdb_global_cluster",
  "aws_dynamodb_table_replica",
  "aws_neptune_global_cluster",
  "aws_rds_global_cluster",
]);

/** Undefined for what holds nothing that could be lost. */
export function removal(change: Change, old: ResourceFacts): Fact | undefined {
  const { resource, facts } = old;
  if (resource.type === TRAIL) return ofTrail(change, resource);
  if (!holdsData(change, old)) return undefined;
  const end = resource.action === "replace" ? "replaced" : "destroyed";
  const guard = facts.get("deletion_protection");
  if (guard?.judged.state === "on")
    return {
      judged: { state: "guarded" },
      found: `${end}, which the service refuses (${guard.path}: ${guard.found})`,
      path: "",
    };
  const copy = copyLeft(change, old);
  if (copy !== undefined) {
    // A new store is empty: the copy has to be restored into it, or the replacement was never meant.
    const isEmpty = resource.action === "replace" && !restores(change, resource);
    return { judged: { state: isEmpty ? "replaced" : "kept" }, found: `${end}, ${copy} stays`, path: "" };
  }
  const open = copiesOf(change.model.before, resource)?.open;
  if (open !== undefined) return { judged: { state: "unknown" }, found: end, path: "", cause: open, byAbsence: true };
  return { judged: { state: "lost" }, found: `${end}, and no copy of it stays`, path: "" };
}

/** Stores that can be guarded, snapshotted or backed up, and vaults: what is kept in parts of them goes with the whole. */
function holdsData({ atlas }: Change, { resource, facts }: ResourceFacts): boolean {
  const entry = atlas[resource.type];
  if (entry?.ephi !== "holds" || JOINED.has(resource.type)) return false;
  if (entry.role === "backup") return facts.has("vault_lock");
  return (
    entry.role === "store" &&
    (facts.has("deletion_protection") || facts.has("final_snapshot") || storeType(resource.type) !== undefined)
  );
}

/** The trail is missed where no other one takes every Region; made anew in one apply it is not. */
function ofTrail({ model }: Change, trail: Resource): Fact {
  const other = model.after
    .ofType(TRAIL)
    .find(
      ({ values, address }) =>
        values.is_multi_region_trail === true && values.enable_logging !== false && address !== trail.address,
    );
  if (trail.action === "replace") return { judged: { state: "kept" }, found: "replaced, its log files stay", path: "" };
  if (other) return { judged: { state: "kept" }, found: `destroyed, ${other.address} stays`, path: "" };
  return {
    judged: { state: "lost" },
    found: "destroyed, and no other trail of every Region stays in this plan",
    path: "",
  };
}

/** What is left of a store when it is gone: the first that is found, in words. */
function copyLeft({ model, before }: Change, { resource, facts }: ResourceFacts): string | undefined {
  if (facts.get("final_snapshot")?.judged.state === "on") return "a final snapshot";
  const world = model.before;
  if (logSourceOf(world, resource) === undefined) {
    const replica = secondary(world, resource);
    if (replica !== undefined && sourceStays(world, resource)) return `it ${replica}, which`;
  }
  const copy = copiesOf(world, resource)?.copies.find((one) => outlives(before, resource, one));
  if (copy) return `${copy.kind === "replica" ? "the replica" : "recovery points"} in ${copy.holder}`;
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
  if (resource.type === "aws_dynamodb_table" && facts.get("point_in_time")?.judged.state === "on")
    return "the backup that DynamoDB makes by itself, for 35 days,";
  if (resource.type === "aws_db_instance" && resource.values.delete_automated_backups === false)
    return "what Amazon RDS retains of automated backups";
  return undefined;
}

/** Whether a copy lies where the plan does not delete it as well. Automated backups go with their store. */
function outlives(before: Change["before"], store: Resource, { kind, certain, holder }: Copy): boolean {
  if (!certain || (kind !== "recovery-point" && kind !== "replica")) return false;
  const other = before.get(holder);
  if (!other) return kind === "recovery-point";
  // AWS Backup deletes no vault that holds recovery points, unless Terraform is told to empty it first.
  const isGuarded = other.facts.get("deletion_protection")?.judged.state === "on";
  return other.resource !== store && (!ends(other.resource) || (kind === "recovery-point" && isGuarded));
}

const SOURCES = ["replicate_source_db", "replication_source_identifier", "global_cluster_identifier"];

/** Of a replica, whether the plan leaves alone what it copies; what lies outside the plan it does. */
function sourceStays(world: World, replica: Resource): boolean {
  const named = [...SOURCES.flatMap((name) => world.targets(replica, [name]))].flatMap((target) =>
    target.kind === "resource" ? [target.resource] : [],
  );
  const copied = [
    ...world.companions(replica, "aws_s3_bucket_replication_configuration", "rule[*].destination[*].bucket").certain,
  ].flatMap((one) =>
    world.targets(one, ["bucket"]).flatMap((target) => (target.kind === "resource" ? [target.resource] : [])),
  );
  return ![...named, ...copied].some(ends);
}

/** Arguments that fill a new store from a copy. */
const RESTORES = [
  "snapshot_identifier",
  "snapshot_arn",
  "snapshot_id",
  "snapshot_name",
  "backup_id",
  "restore_to_point_in_time",
  "restore_source_name",
  "restore_source_table_arn",
  "replicate_source_db",
  "replication_source_identifier",
];

/** Whether the resource that takes the place is made from a copy. */
function restores({ model }: Change, { address }: Resource): boolean {
  const now = model.after.get(address);
  return (
    now !== undefined &&
    RESTORES.some((name) => {
      const read = model.after.read(now, [name]);
      return (
        read.state === "unknown" ||
        (read.state === "known" && read.value !== "" && !(Array.isArray(read.value) && read.value.length === 0))
      );
    })
  );
}
