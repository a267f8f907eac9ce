// The `restore_testing` fact: whether restoring a store is tried on a schedule.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html

import type { Resource, World } from "../../model/types.ts";
import { logSourceOf } from "../computed/log-bucket.ts";
import type { ComputedFact } from "../computed/types.ts";
import { copiesOf } from "../recovery/copies.ts";
import { longestGap, scheduleFault } from "../recovery/schedule.ts";
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
  let best: Fact | undefined;
  let doubt: Fact | undefined;
  for (const selection of selections) {
    const plans = endsOf(world, selection, ["restore_testing_plan_name"], [PLAN]);
    const { answer, cause } = selects(world, selection, resource, kind);
    if (answer === false || !testsCopiesOf(world, resource, selection)) continue;
    const { address } = selection;
    const path = "protected_resource_type";
    const [plan] = plans;
    if (plan && !drawsKind(world, plan, kind)) continue;
    const taken = plan ? takesFrom(world, plan, resource) : { answer: undefined };
    if (taken.answer === false) continue;
    if (plan && answer === true && taken.answer === true) {
      const { days, found } = scheduleOf(world, plan);
      const fact = { judged: { state: "covered", ...(days !== undefined && { days }) }, found, path, address };
      if (!best || rarity(fact) < rarity(best)) best = fact;
      continue;
    }
    const why = cause ?? taken.cause ?? `the plan does not hold the restore testing plan of ${address}`;
    doubt ??= { judged: { state: "unknown" }, found: "perhaps tested", path, address, cause: why };
  }
  if (best) return best;
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

/** Days between two tests; what nobody can evaluate counts as often enough until AWS Backup refuses it. */
function scheduleOf(world: World, plan: Resource): { readonly days?: number; readonly found: string } {
  const read = world.read(plan, ["schedule_expression"]);
  if (read.state !== "known") return { found: "tested on a schedule" };
  const expression = String(read.value);
  const zone = world.read(plan, ["schedule_expression_timezone"]);
  const schedule = { expression, zone: zone.state === "known" ? String(zone.value) : "UTC" };
  if (scheduleFault(schedule) !== undefined) return { found: `tested by ${expression}` };
  const days = Math.round(longestGap([schedule]) / 24);
  // A schedule that never runs tests nothing.
  return { days: Number.isFinite(days) ? days : NEVER, found: `tested by ${expression}` };
}

const NEVER = 36_500;
const rarity = ({ judged: { days } }: Fact): number => (typeof days === "number" ? days : 0);

/** Only these have continuous recovery points: tests of nothing else draw no point of other stores. */
const CONTINUOUS = ["Aurora", "RDS", "S3"];

function drawsKind(world: World, plan: Resource, kind: string): boolean {
  const read = world.read(plan, ["recovery_point_selection", 0, "recovery_point_types"]);
  const types = read.state === "known" && Array.isArray(read.value) ? read.value : [];
  return types.length === 0 || types.includes("SNAPSHOT") || CONTINUOUS.includes(kind);
}

const INCLUDED = ["recovery_point_selection", 0, "include_vaults"];

/** Whether the tests draw from a vault in which recovery points of the store lie. */
function takesFrom(
  world: World,
  plan: Resource,
  store: Resource,
): { readonly answer: boolean | undefined; readonly cause?: string } {
  const read = world.read(plan, INCLUDED);
  const listed = read.state === "known" && Array.isArray(read.value) ? read.value : [];
  if (listed.includes("*")) return { answer: true };
  const ends = world.targets(plan, INCLUDED);
  if (ends.some((end) => end.kind === "value" && end.value === "*")) return { answer: true };
  const vaults = endsOf(world, plan, INCLUDED, VAULTS).map(({ address }) => address);
  const copies = copiesOf(world, store);
  if (copies?.copies.some(({ kind, holder }) => kind === "recovery-point" && vaults.includes(holder)))
    return { answer: true };
  if (listed.length === 0 && read.state !== "unknown") return { answer: false };
  // Backups may come from another stack, and vaults lie there.
  if (copies && !copies.central && copies.open === undefined && vaults.length > 0 && vaults.length >= ends.length)
    return { answer: false };
  return { answer: undefined, cause: `the plan does not say whether ${plan.address} draws from a vault of the store` };
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
