// What is not asked for copies of its own: replicas, buckets of logs, instances that hold nothing.

import type { Resource, World } from "../../model/types.ts";
import { logSourceOf } from "../computed/log-bucket.ts";

/** Why nobody asks for copies of the resource; undefined where somebody does. */
export function secondary(world: World, resource: Resource): string | undefined {
  switch (resource.type) {
    case "aws_s3_bucket": {
      const [copied] = world.companions(
        resource,
        "aws_s3_bucket_replication_configuration",
        "rule[*].destination[*].bucket",
      ).certain;
      if (copied) return `holds the replicas of ${copied.address}`;
      const logs = logSourceOf(world, resource);
      return logs && `holds the logs of ${logs.address}`;
    }
    case "aws_db_instance":
      return isWritten(world, resource, "replicate_source_db") ? "is a read replica" : undefined;
    case "aws_rds_cluster":
    case "aws_docdb_cluster":
    case "aws_neptune_cluster":
      return isReplica(world, resource) ? "is a replica of another cluster" : undefined;
    case "aws_efs_file_system": {
      const [copied] = world.companions(
        resource,
        "aws_efs_replication_configuration",
        "destination[*].file_system_id",
      ).certain;
      return copied && `holds the replica of ${copied.address}`;
    }
    case "aws_instance":
      // A root volume holds a system that an image makes again.
      return isWritten(world, resource, "ebs_block_device") ? undefined : "has no volume of data of its own";
    default:
      return undefined;
  }
}

function isReplica(world: World, cluster: Resource): boolean {
  if (isWritten(world, cluster, "replication_source_identifier")) return true;
  // Of a global cluster the primary is born with a user or from a snapshot; the others take over both.
  const born = ["master_username", "snapshot_identifier", "restore_to_point_in_time"];
  return (
    isWritten(world, cluster, "global_cluster_identifier") && !born.some((name) => isWritten(world, cluster, name))
  );
}

/** Whether somebody wrote the argument, even where its value is known only after apply. */
function isWritten(world: World, resource: Resource, name: string): boolean {
  if (!(name in resource.values) && world.read(resource, [name]).state !== "unknown") return false;
  const read = world.read(resource, [name]);
  if (read.state === "known") return Array.isArray(read.value) ? read.value.length > 0 : read.value !== "";
  return read.state === "unknown";
}
