// The `restore_testing` fact: whether restoring a store is tried on a schedule.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html

import type { Resource, World } from "../../model/types.ts";
import { logSourceOf } from "../computed/log-bucket.ts";
import type { ComputedFact } from "../computed/types.ts";
import type { Fact } from "../types.ts";
import { endsOf, samePlace } from "./ends.ts";
import { staysOf, VAULTS } from "./stays.ts";
import { selects } from "./testing-selection.ts";

const PLAN = "aws_backup_restore_testing_plan";

/** Types that restore testing takes, in AWS Backup's words. */
const kinds: Readonly<Record<string, string>> = {
  aws_db_instance: "RDS",
  aws_docdb_cluster: "DocumentDB",
  aws_dynamodb_table: "DynamoDB",
  aws_ebs_volume: "EBS",
  aws_efs_file_system: "EFS",
  aws_fsx_lustre_file_system: "FSx",
  aws_fsx_ontap_volume: "FSx",
  aws_fsx_openzfs_file_system: "FSx",
  aws_fsx_windows_file_system: "FSx",
  aws_neptune_cluster: "Neptune",
  aws_rds_cluster: "Aurora",
  aws_s3_bucket: "S3",
};

/** Does not exist for what only holds logs or replicas. */
export const restoreTesting: ComputedFact = ({ world, resource }) => {
  const kind = kindOf(resource);
  if (kind === undefined || isSecondary(world, resource)) return undefined;
  const selections = managed(world, "aws_backup_restore_testing_selection");
  let doubt: Fact | undefined;
  for (const selection of selections) {
    const plans = endsOf(world, selection, ["restore_testing_plan_name"], [PLAN]);
    const { answer, cause } = selects(world, selection, resource, kind);
    if (answer === false || !testsCopiesOf(world, resource, selection)) continue;
    const { address } = selection;
    const path = "protected_resource_type";
    if (answer === true && plans.length > 0)
      return { judged: { state: "covered" }, found: scheduleOf(world, plans[0]), path, address };
    const why = cause ?? `the plan does not hold the restore testing plan of ${address}`;
    doubt ??= { judged: { state: "unknown" }, found: "perhaps tested", path, address, cause: why };
  }
  if (doubt) return doubt;
  const isBackedUp = managed(world, "aws_backup_plan").length > 0;
  if (isBackedUp || selections.length > 0 || managed(world, PLAN).length > 0)
    return {
      judged: { state: "uncovered" },
      found: "no restore testing selection takes it in",
      path: "",
      byAbsence: true,
    };
  return {
    judged: { state: "unknown" },
    found: "neither a backup plan nor restore testing in this plan",
    path: "",
    cause: "backups and their tests are not in this plan",
    byAbsence: true,
  };
};

function scheduleOf(world: World, plan: Resource | undefined): string {
  const read = plan && world.read(plan, ["schedule_expression"]);
  return read?.state === "known" ? `tested by ${String(read.value)}` : "tested on a schedule";
}

const managed = (world: World, type: string): readonly Resource[] =>
  world.ofType(type).filter(({ mode }) => mode === "managed");

/** A cluster of Amazon RDS that is no Aurora counts as RDS. */
function kindOf({ type, values }: Resource): string | undefined {
  const { engine } = values;
  if (type === "aws_rds_cluster" && typeof engine === "string" && !engine.startsWith("aurora")) return "RDS";
  return kinds[type];
}

/** A read replica or a bucket of replicas or logs: what it copies is tested, or nobody restores it. */
function isSecondary(world: World, resource: Resource): boolean {
  const follows = ["replicate_source_db", "replication_source_identifier"].some(
    (name) => name in resource.values && !["absent", "null"].includes(world.read(resource, [name]).state),
  );
  if (follows || resource.type !== "aws_s3_bucket") return follows;
  const replicas = world.companions(
    resource,
    "aws_s3_bucket_replication_configuration",
    "rule[*].destination[*].bucket",
  );
  return replicas.certain.length > 0 || logSourceOf(world, resource) !== undefined;
}

/** Restore testing takes the recovery points of its own Region and account: the store's, or the copies that a plan beside the store sends there. */
function testsCopiesOf(world: World, store: Resource, selection: Resource): boolean {
  if (samePlace(store, selection)) return true;
  return managed(world, "aws_backup_plan").some(
    (plan) => samePlace(plan, store) && copyDestinations(world, plan).some((vault) => samePlace(vault, selection)),
  );
}

const copyDestinations = (world: World, plan: Resource): readonly Resource[] =>
  staysOf(plan)
    .filter(({ byName }) => !byName)
    .flatMap(({ vault }) => endsOf(world, plan, vault, VAULTS));
