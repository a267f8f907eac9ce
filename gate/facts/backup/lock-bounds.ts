// The `lock_bounds` fact: whether what a backup plan makes may stay in the locked vaults where it goes. AWS Backup fails each backup or
// copy job whose retention lies outside the lock of its vault.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { type Days, daysAt, endsOf, worst } from "./ends.ts";
import { AIR_GAPPED, type Stay, staysOf, VAULTS } from "./stays.ts";

/**
 * A recovery point stays in cold storage this many days at least.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
 */
const COLD_DAYS = 90;
const LOCK = "aws_backup_vault_lock_configuration";

/** Judges every rule of a plan and each of its copies, and keeps the worst answer. */
export const lockBounds: ComputedFact = ({ world, resource }) => {
  const rules = world.read(resource, ["rule"]);
  if (rules.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: "rule", cause: rules.cause };
  const facts = staysOf(resource).flatMap((stay) => {
    const kept = daysAt(world, resource, [...stay.at, "lifecycle", 0, "delete_after"]);
    return [...cold(world, resource, stay, kept), ...inVaults(world, resource, stay, kept)];
  });
  return worst("lock_bounds", facts);
};

const deleteAfter = ({ at }: Stay): string => pathText([...at, "lifecycle", 0, "delete_after"]);
const keptText = (kept: Days): string =>
  kept.state === "set" ? `kept ${kept.days} ${kept.days === 1 ? "day" : "days"}` : "kept for ever";

function cold(world: World, plan: Resource, stay: Stay, kept: Days): readonly Fact[] {
  const moved = daysAt(world, plan, [...stay.at, "lifecycle", 0, "cold_storage_after"]);
  if (moved.state !== "set" || kept.state !== "set" || kept.days >= moved.days + COLD_DAYS) return [];
  return [
    {
      judged: { state: "outside" },
      found: `${keptText(kept)}, though cold storage after ${moved.days} asks for ${moved.days + COLD_DAYS} at least`,
      path: deleteAfter(stay),
    },
  ];
}

function inVaults(world: World, plan: Resource, stay: Stay, kept: Days): readonly Fact[] {
  const vaults = endsOf(world, plan, stay.vault, VAULTS, stay.byName);
  if (vaults.length === 0) {
    const path = pathText(stay.vault);
    const cause = `the plan does not hold the vault that ${path} names, nor its lock`;
    return [{ judged: { state: "unknown" }, found: "a vault outside this plan", path, cause, byAbsence: true }];
  }
  return vaults.flatMap((vault) => {
    const { certain, possible } = world.companions(vault, LOCK, "backup_vault_name");
    const locks = vault.type === AIR_GAPPED ? [vault] : certain;
    if (locks.length > 0) return locks.map((lock) => within(world, lock, vault, stay, kept));
    const path = deleteAfter(stay);
    const [perhaps] = possible;
    if (perhaps) {
      const cause = `the plan does not say whether ${perhaps.address} locks ${vault.address}`;
      return [{ judged: { state: "unknown" }, found: keptText(kept), path, cause }];
    }
    return [{ judged: { state: "within" }, found: `${keptText(kept)}, and no lock of ${vault.address}`, path }];
  });
}

function within(world: World, lock: Resource, vault: Resource, stay: Stay, kept: Days): Fact {
  const [min, max] = [daysAt(world, lock, ["min_retention_days"]), daysAt(world, lock, ["max_retention_days"])];
  const path = deleteAfter(stay);
  const days = kept.state === "set" ? kept.days : Number.POSITIVE_INFINITY;
  if (kept.state !== "unknown") {
    if (min.state === "set" && days < min.days)
      return outside(`${keptText(kept)}, the lock of ${vault.address} asks for ${min.days} days at least`, path);
    if (max.state === "set" && days > max.days)
      return outside(`${keptText(kept)}, the lock of ${vault.address} allows ${max.days} days at most`, path);
  }
  const open = [kept, min, max].find(({ state }) => state === "unknown");
  if (open?.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path, cause: open.cause };
  return { judged: { state: "within" }, found: `${keptText(kept)}, within the lock of ${vault.address}`, path };
}

const outside = (found: string, path: string): Fact => ({ judged: { state: "outside" }, found, path });
