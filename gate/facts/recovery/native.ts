// Copies that the services themselves make: replicas and automated backups.

import type { Path, Resource, World } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import { keyAt } from "./keys.ts";
import { elsewhere, inOtherAccount, inOtherRegion, placeOf, placeOfArn } from "./place.ts";
import type { Copy, CopyKey, Place } from "./types.ts";

/** Point-in-time recovery reaches the last minutes. */
const MINUTES = 5 / 60;
const noKey: CopyKey = { owner: "unknown", name: "not said", place: {} };

type Draft = Pick<Copy, "kind" | "holder" | "place" | "through"> & Partial<Copy>;

/** A copy with what it does not say filled in. */
function copy(store: Resource, draft: Draft): Copy {
  return {
    certain: true,
    otherRegion: inOtherRegion(store, draft.place),
    otherAccount: inOtherAccount(store, draft.place),
    key: noKey,
    immutability: "none",
    continuous: false,
    ...draft,
  };
}

/** Native copies of a store. */
export function nativeCopies(world: World, store: Resource, key: CopyKey): readonly Copy[] {
  const home = placeOf(store);
  const own = (days: number | undefined, gapHours: number, more: Partial<Copy> = {}): Copy =>
    copy(store, {
      kind: "automated-backup",
      holder: "automated backups",
      place: home,
      key,
      gapHours,
      continuous: gapHours === MINUTES,
      through: [store.address],
      ...(days === undefined ? {} : { retentionDays: days }),
      ...more,
    });
  const kept = (attribute: string, absent: number, gap: number): readonly Copy[] => {
    const read = world.read(store, [attribute]);
    if (read.state === "unknown") return [own(undefined, gap, { certain: false, cause: read.cause })];
    const days = read.state === "known" ? Number(read.value) : absent;
    return days > 0 ? [own(days, gap)] : [];
  };
  switch (store.type) {
    case "aws_s3_bucket":
      return bucketReplicas(world, store);
    case "aws_dynamodb_table":
      return [...recovery(world, store, own), ...tableReplicas(world, store)];
    case "aws_db_instance":
      return [
        ...kept("backup_retention_period", 0, MINUTES),
        ...copiedBackups(world, store),
        ...followers(world, store, "replicate_source_db"),
      ];
    case "aws_rds_cluster":
      return [
        ...kept("backup_retention_period", 1, MINUTES),
        ...followers(world, store, "replication_source_identifier"),
        ...globalMembers(world, store),
      ];
    case "aws_docdb_cluster":
    case "aws_neptune_cluster":
      return [...kept("backup_retention_period", 1, MINUTES), ...globalMembers(world, store)];
    case "aws_redshift_cluster":
      // A snapshot every eight hours or every 5 GB of changes.
      return [...kept("automated_snapshot_retention_period", 1, 8), ...snapshotCopies(world, store)];
    case "aws_redshiftserverless_namespace":
      return [own(1, 0.5)];
    case "aws_efs_file_system":
      return [...automatic(world, store), ...fileSystemReplicas(world, store)];
    case "aws_fsx_windows_file_system":
      return kept("automatic_backup_retention_days", 7, 24);
    case "aws_fsx_lustre_file_system":
    case "aws_fsx_openzfs_file_system":
      return kept("automatic_backup_retention_days", 0, 24);
    default:
      return [];
  }
}

/** Rules of S3 replication; a rule that is switched off copies nothing. */
function bucketReplicas(world: World, bucket: Resource): readonly Copy[] {
  const { certain, possible } = world.companions(bucket, "aws_s3_bucket_replication_configuration", "bucket");
  const written = [...certain, ...possible].flatMap((one) =>
    blocksAt(world, one, ["rule"]).flatMap((rule) =>
      isObject(rule.value) && rule.value.status === "Disabled"
        ? []
        : [replica(world, bucket, one, [...rule.path, "destination", 0], certain.includes(one))],
    ),
  );
  const inline = blocksAt(world, bucket, ["replication_configuration", 0, "rules"]).flatMap((rule) =>
    isObject(rule.value) && rule.value.status === "Disabled"
      ? []
      : [replica(world, bucket, bucket, [...rule.path, "destination", 0], true)],
  );
  return once([...written, ...inline]);
}

function replica(world: World, bucket: Resource, from: Resource, at: Path, certain: boolean): Copy {
  const [target] = world.targets(from, [...at, "bucket"]);
  const named = world.read(from, [...at, "account"]);
  const account = named.state === "known" && typeof named.value === "string" ? { account: named.value } : {};
  const through = from === bucket ? [bucket.address] : [from.address];
  const base = { kind: "replica", certain, through } as const;
  if (target?.kind !== "resource") {
    const text =
      target?.kind === "value" && typeof target.value === "string" ? target.value : "a bucket outside this plan";
    const cause = `neither the plan nor its context holds ${text}`;
    return copy(bucket, { ...base, holder: text, place: account, immutability: "unknown", outside: true, cause });
  }
  const { resource } = target;
  const place = { ...placeOf(resource), ...account };
  const key = keyAt(world, from, [...at, "encryption_configuration", 0, "replica_kms_key_id"], place);
  return copy(bucket, {
    ...base,
    holder: resource.address,
    place,
    key,
    ...(isLocked(world, resource) ? { immutability: "compliance" } : {}),
    through: [...through, resource.address],
  });
}

/** Whether the default retention of object lock is in compliance mode. */
function isLocked(world: World, bucket: Resource): boolean {
  const [lock] = world.companions(bucket, "aws_s3_bucket_object_lock_configuration", "bucket").certain;
  const mode = lock && world.read(lock, ["rule", 0, "default_retention", 0, "mode"]);
  return mode?.state === "known" && mode.value === "COMPLIANCE";
}

type Own = (days: number | undefined, gapHours: number, more?: Partial<Copy>) => Copy;

function recovery(world: World, table: Resource, own: Own): readonly Copy[] {
  const enabled = world.read(table, ["point_in_time_recovery", 0, "enabled"]);
  const days = world.read(table, ["point_in_time_recovery", 0, "recovery_period_in_days"]);
  const period = days.state === "known" && Number(days.value) > 0 ? Number(days.value) : 35;
  const holder = "point-in-time recovery";
  if (enabled.state === "unknown") return [own(period, MINUTES, { holder, certain: false, cause: enabled.cause })];
  return enabled.state === "known" && String(enabled.value) === "true" ? [own(period, MINUTES, { holder })] : [];
}

function tableReplicas(world: World, table: Resource): readonly Copy[] {
  const inline = blocksAt(world, table, ["replica"]).map(({ path }) => {
    const region = world.read(table, [...path, "region_name"]);
    const place = elsewhere(table, region.state === "known" ? String(region.value) : undefined);
    const holder = `replica in ${place.region ?? "another Region"}`;
    const key = keyAt(world, table, [...path, "kms_key_arn"], place);
    // A replica is always in another Region.
    return copy(table, { kind: "replica", holder, place, key, otherRegion: "yes", through: [table.address] });
  });
  const separate = world.companions(table, "aws_dynamodb_table_replica", "global_table_arn").certain.map((one) => {
    const key = keyAt(world, one, ["kms_key_arn"], placeOf(one));
    return copy(table, { kind: "replica", holder: one.address, place: placeOf(one), key, through: [one.address] });
  });
  return [...inline, ...separate];
}

/** Automated backups of a database that are copied to another Region. */
const copiedBackups = (world: World, database: Resource): readonly Copy[] =>
  world
    .companions(database, "aws_db_instance_automated_backups_replication", "source_db_instance_arn")
    .certain.map((one) => {
      const days = world.read(one, ["retention_period"]);
      return copy(database, {
        kind: "automated-backup",
        holder: one.address,
        place: placeOf(one),
        key: keyAt(world, one, ["kms_key_id"], placeOf(one)),
        retentionDays: days.state === "known" ? Number(days.value) : 7,
        gapHours: MINUTES,
        continuous: true,
        through: [one.address],
      });
    });

/** Read replicas, by the attribute that names their source. */
const followers = (world: World, store: Resource, by: string): readonly Copy[] =>
  world.companions(store, store.type, by).certain.map((one) => live(world, store, one, [one.address]));

const live = (world: World, store: Resource, one: Resource, through: readonly string[]): Copy =>
  copy(store, {
    kind: "replica",
    holder: one.address,
    place: placeOf(one),
    key: keyAt(world, one, ["kms_key_id"], placeOf(one)),
    through,
  });

/** The other clusters of a global cluster. */
function globalMembers(world: World, cluster: Resource): readonly Copy[] {
  const found: Copy[] = [];
  for (const target of world.targets(cluster, ["global_cluster_identifier"])) {
    if (target.kind !== "resource") continue;
    const { resource } = target;
    for (const one of world.companions(resource, cluster.type, "global_cluster_identifier").certain)
      if (one !== cluster) found.push(live(world, cluster, one, [one.address, resource.address]));
  }
  return found;
}

function snapshotCopies(world: World, cluster: Resource): readonly Copy[] {
  const to = (from: Resource, path: Path): Copy => {
    const region = world.read(from, [...path, "destination_region"]);
    const days = world.read(from, [...path, "retention_period"]);
    const place = elsewhere(cluster, region.state === "known" ? String(region.value) : undefined);
    return copy(cluster, {
      kind: "automated-backup",
      holder: `snapshots in ${place.region ?? "another Region"}`,
      place,
      otherRegion: "yes",
      retentionDays: days.state === "known" && Number(days.value) > 0 ? Number(days.value) : 7,
      gapHours: 8,
      through: [from.address],
    });
  };
  return [
    ...blocksAt(world, cluster, ["snapshot_copy"]).map(({ path }) => to(cluster, path)),
    ...world.companions(cluster, "aws_redshift_snapshot_copy", "cluster_identifier").certain.map((one) => to(one, [])),
  ];
}

/** Automatic backups of EFS are recovery points of AWS Backup, daily for 35 days, in a vault of their own. */
const automatic = (world: World, system: Resource): readonly Copy[] =>
  world.companions(system, "aws_efs_backup_policy", "file_system_id").certain.flatMap((policy) => {
    const status = world.read(policy, ["backup_policy", 0, "status"]);
    if (status.state !== "known" || status.value !== "ENABLED") return [];
    const key: CopyKey = { owner: "aws-managed", name: "the key of AWS", place: placeOf(system) };
    return [
      copy(system, {
        kind: "recovery-point",
        holder: "aws/efs/automatic-backup-vault",
        place: placeOf(system),
        key,
        retentionDays: 35,
        gapHours: 24,
        through: [policy.address],
      }),
    ];
  });

const fileSystemReplicas = (world: World, system: Resource): readonly Copy[] =>
  world.companions(system, "aws_efs_replication_configuration", "source_file_system_id").certain.map((one) => {
    const region = world.read(one, ["destination", 0, "region"]);
    const [target] = world.targets(one, ["destination", 0, "file_system_id"]);
    const there = target?.kind === "resource" ? target.resource : undefined;
    const arn = target?.kind === "value" && typeof target.value === "string" ? target.value : undefined;
    const named: Place = elsewhere(system, region.state === "known" ? String(region.value) : system.region);
    const place = there ? placeOf(there) : arn?.startsWith("arn:") ? placeOfArn(arn) : named;
    return copy(system, {
      kind: "replica",
      holder: there?.address ?? one.address,
      place,
      key: keyAt(world, one, ["destination", 0, "kms_key_id"], place),
      through: [one.address],
    });
  });

/** The blocks of a list, each with where it stands. */
function blocksAt(world: World, resource: Resource, path: Path) {
  const read = world.read(resource, path);
  const list = read.state === "known" && isList(read.value) ? read.value : [];
  return list.map((value, index) => ({ value, path: [...path, index] as Path }));
}

/** Rules that copy into one bucket make one copy. */
function once(copies: readonly Copy[]): readonly Copy[] {
  const seen = new Set<string>();
  return copies.filter(({ holder }) => !seen.has(holder) && seen.add(holder) !== undefined);
}
