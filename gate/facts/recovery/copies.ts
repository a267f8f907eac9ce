// The copies of a store: itself, what AWS Backup makes of it, and what its service makes.

import { parsePath } from "../../model/address.ts";
import type { Resource, World } from "../../model/types.ts";
import { keyAt } from "./keys.ts";
import { nativeCopies } from "./native.ts";
import { inOtherAccount, inOtherRegion, placeOf } from "./place.ts";
import { type Destination, isKnown, type Rule, rulesOf } from "./rules.ts";
import { longestGap } from "./schedule.ts";
import { secondary } from "./secondary.ts";
import { hasBackup, policyCause, type Selected, selectionsOf } from "./selections.ts";
import { storeType } from "./stores.ts";
import type { Copy, CopyKey, StoreCopies } from "./types.ts";

const known = new WeakMap<World, Map<Resource, StoreCopies | null>>();

/** The copies of a store; undefined for what AWS Backup does not protect and for what is a copy itself. */
export function copiesOf(world: World, store: Resource): StoreCopies | undefined {
  let stores = known.get(world);
  if (!stores) {
    stores = new Map();
    known.set(world, stores);
  }
  let found = stores.get(store);
  if (found === undefined) {
    const isJudged = storeType(store.type) !== undefined && secondary(world, store) === undefined;
    found = isJudged ? collect(world, store) : null;
    stores.set(store, found);
  }
  return found ?? undefined;
}

function collect(world: World, store: Resource): StoreCopies {
  const home = placeOf(store);
  const path = storeType(store.type)?.key;
  const key: CopyKey = path === undefined ? bucketKey(world, store) : keyAt(world, store, parsePath(path), home);
  const live: Copy = {
    kind: "live",
    certain: true,
    holder: store.address,
    place: home,
    otherRegion: "no",
    otherAccount: "no",
    key,
    immutability: "none",
    continuous: false,
    through: [store.address],
  };
  const selected = carriers(world, store).flatMap((one) => selectionsOf(world, one));
  const made = new Map<string, Copy>();
  let open = policyCause(world);
  for (const one of selected) {
    const rules = one.plan && rulesOf(world, one.plan);
    if (!rules || !isKnown(rules)) {
      open ??= rules?.cause ?? one.cause ?? "its backup plan is not known";
      continue;
    }
    for (const rule of rules)
      for (const destination of rule.destinations) {
        const copy = recoveryPoint(store, key, one, rule, destination);
        const id = `${copy.holder} ${String(copy.certain)}`;
        const other = made.get(id);
        made.set(id, other ? together(other, copy) : copy);
      }
  }
  return {
    store,
    copies: [live, ...made.values(), ...nativeCopies(world, store, key)],
    ...(open !== undefined && { open }),
    central: !hasBackup(world),
  };
}

/** The key of a bucket's default encryption. */
function bucketKey(world: World, store: Resource): CopyKey {
  if (store.type !== "aws_s3_bucket") return { owner: "unknown", name: "not said", place: {} };
  const at = ["rule", 0, "apply_server_side_encryption_by_default", 0, "kms_master_key_id"];
  const [settings] = world.companions(store, "aws_s3_bucket_server_side_encryption_configuration", "bucket").certain;
  if (settings) return keyAt(world, settings, at, placeOf(store));
  return keyAt(world, store, ["server_side_encryption_configuration", 0, ...at], placeOf(store));
}

/** What, when it is backed up, takes the store with it: itself, and the instance that a volume hangs on. */
function carriers(world: World, store: Resource): readonly Resource[] {
  if (store.type !== "aws_ebs_volume") return [store];
  const instances = world
    .companions(store, "aws_volume_attachment", "volume_id")
    .certain.flatMap((attachment) => world.targets(attachment, ["instance_id"]))
    .flatMap((target) =>
      target.kind === "resource" && target.resource.type === "aws_instance" ? [target.resource] : [],
    );
  return [store, ...instances];
}

function recoveryPoint(store: Resource, key: CopyKey, one: Selected, rule: Rule, destination: Destination): Copy {
  const { vault, copied, retentionDays } = destination;
  const type = storeType(store.type);
  // Copies of continuous backups are snapshots.
  const continuous = rule.continuous && !copied && type?.continuous === true;
  const cause = one.cause ?? vault.cause ?? rule.cause;
  return {
    kind: "recovery-point",
    certain: one.certain,
    holder: vault.name,
    place: vault.place,
    otherRegion: inOtherRegion(store, vault.place),
    otherAccount: vault.airGapped ? "yes" : inOtherAccount(store, vault.place),
    // What AWS Backup does not manage in full keeps the store's key until it is copied.
    key: copied || type?.managed === true ? vault.key : key,
    immutability: vault.immutability,
    ...(retentionDays !== undefined && { retentionDays }),
    ...(continuous ? { gapHours: 5 / 60 } : rule.schedule && { gapHours: longestGap([rule.schedule]) }),
    ...(rule.schedule && { schedules: [rule.schedule] }),
    continuous,
    through: [...(one.plan ? [one.plan.address] : []), one.selection.address, ...vault.through],
    ...(cause !== undefined && { cause }),
    ...(vault.outside && { outside: true }),
  };
}

/** Two rules that fill one vault make one copy: kept as long as the longer, with the gap that both leave. */
function together(a: Copy, b: Copy): Copy {
  const schedules = [...(a.schedules ?? []), ...(b.schedules ?? [])];
  const retentionDays =
    a.retentionDays === undefined || b.retentionDays === undefined
      ? undefined
      : Math.max(a.retentionDays, b.retentionDays);
  const continuous = a.continuous || b.continuous;
  const gapHours = continuous ? 5 / 60 : schedules.length > 0 ? longestGap(schedules) : undefined;
  const { retentionDays: _days, gapHours: _gap, ...rest } = a;
  return {
    ...rest,
    ...(retentionDays !== undefined && { retentionDays }),
    ...(gapHours !== undefined && { gapHours }),
    ...(schedules.length > 0 && { schedules }),
    continuous,
    through: [...new Set([...a.through, ...b.through])],
    ...(a.cause === undefined && b.cause !== undefined && { cause: b.cause }),
  };
}
