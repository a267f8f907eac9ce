// The vault that a rule or a copy action names: where it lies, its key, its lock.

import type { Path, Resource, World } from "../../model/types.ts";
import { keyAt } from "./keys.ts";
import { placeOf, placeOfArn } from "./place.ts";
import type { CopyKey, Immutability, Place } from "./types.ts";

const VAULT = "aws_backup_vault";
const AIR_GAPPED = "aws_backup_logically_air_gapped_vault";
const LOCK = "aws_backup_vault_lock_configuration";

export interface Vault {
  /** Address, else ARN or name. */
  readonly name: string;
  readonly place: Place;
  readonly key: CopyKey;
  readonly immutability: Immutability;
  /** True for a logically air-gapped vault: it lies in an account of AWS. */
  readonly airGapped: boolean;
  /** Vault and lock. */
  readonly through: readonly string[];
  readonly cause?: string;
  /** True where the plan does not hold it. */
  readonly outside: boolean;
}

const vaults = new WeakMap<World, Map<Resource, Vault>>();

/**
 * The vault that an attribute of a backup plan names.
 *
 * @param beside true where it is named by name: it then lies beside the plan
 */
export function vaultAt(world: World, plan: Resource, path: Path, beside: boolean): Vault {
  const targets = world.targets(plan, path);
  const candidates = targets
    .flatMap((target) =>
      target.kind === "resource" ? [target.resource] : target.kind === "ambiguous" ? target.candidates : [],
    )
    .filter(({ type }) => type === VAULT || type === AIR_GAPPED);
  // Vaults of several Regions may share a name: one that is named by name lies beside the plan.
  const near = beside && candidates.length > 1 ? candidates.filter((one) => liesBeside(one, plan)) : candidates;
  const [first, ...others] = near.map((one) => vaultOf(world, one));
  if (first) return others.reduce(common, first);
  const text = targets.find((target) => target.kind === "value")?.value;
  const named = typeof text === "string" ? text : world.read(plan, path);
  if (typeof named === "string") return distant(named, named.startsWith("arn:") ? placeOfArn(named) : placeOf(plan));
  const left = targets.find((target) => target.kind === "outside");
  const cause = left?.reason ?? (named.state === "unknown" ? named.cause : "the plan does not name the vault");
  return { ...distant("a vault known only after apply", beside ? placeOf(plan) : {}), cause };
}

const liesBeside = (vault: Resource, plan: Resource): boolean =>
  (vault.region === undefined || plan.region === undefined || vault.region === plan.region) &&
  (vault.account === undefined || plan.account === undefined || vault.account === plan.account);

/** A vault that neither the plan nor its context holds. */
const distant = (name: string, place: Place): Vault => ({
  name,
  place,
  key: { owner: "unknown", name: "the key of a vault outside this plan", place: {} },
  immutability: "unknown",
  airGapped: false,
  through: [],
  cause: `neither the plan nor its context holds the vault ${name}, its lock and its key`,
  outside: true,
});

/** What two vaults have in common, of which either may be meant. */
function common(a: Vault, b: Vault): Vault {
  const one = <T>(left: T | undefined, right: T | undefined): T | undefined => (left === right ? left : undefined);
  const [region, account] = [one(a.place.region, b.place.region), one(a.place.account, b.place.account)];
  const [configuration, credentials] = [
    one(a.place.configuration, b.place.configuration),
    one(a.place.credentials, b.place.credentials),
  ];
  return {
    name: `${a.name} or ${b.name}`,
    place: placeOf({
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
      ...(configuration === undefined ? {} : { configuration }),
      ...(credentials === undefined ? {} : { credentials }),
    }),
    key:
      a.key.id === b.key.id && a.key.owner === b.key.owner
        ? a.key
        : { owner: "unknown", name: "either key", place: {} },
    immutability: a.immutability === b.immutability ? a.immutability : "unknown",
    airGapped: a.airGapped && b.airGapped,
    through: [...a.through, ...b.through],
    cause: `the plan does not say which of ${a.name} and ${b.name} is meant`,
    outside: false,
  };
}

function vaultOf(world: World, vault: Resource): Vault {
  let known = vaults.get(world);
  if (!known) {
    known = new Map();
    vaults.set(world, known);
  }
  const before = known.get(vault);
  if (before) return before;
  const fresh = vault.type === AIR_GAPPED ? airGapped(vault) : locked(world, vault);
  known.set(vault, fresh);
  return fresh;
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html */
const airGapped = (vault: Resource): Vault => ({
  name: vault.address,
  place: placeOf(vault),
  key: { owner: "aws-owned", name: "a key that AWS owns", place: {} },
  immutability: "compliance",
  airGapped: true,
  through: [vault.address],
  outside: false,
});

function locked(world: World, vault: Resource): Vault {
  const place = placeOf(vault);
  const base = {
    name: vault.address,
    place,
    key: keyAt(world, vault, ["kms_key_arn"], place),
    airGapped: false,
    outside: false,
  };
  const { certain, possible } = world.companions(vault, LOCK, "backup_vault_name");
  // Names are shared between Regions, and a lock lies where its vault does.
  const [lock] = certain.filter((one) => liesBeside(one, vault));
  if (lock) {
    // With a grace time a lock becomes final after it; without one, whoever may, removes it.
    const grace = world.read(lock, ["changeable_for_days"]);
    const through = [vault.address, lock.address];
    if (grace.state === "unknown") return { ...base, immutability: "unknown", through, cause: grace.cause };
    const isFinal = grace.state === "known" && Number(grace.value) > 0;
    return { ...base, immutability: isFinal ? "compliance" : "governance", through };
  }
  const [perhaps] = possible;
  const through = [vault.address];
  if (perhaps)
    return {
      ...base,
      immutability: "unknown",
      through,
      cause: `the plan does not say whether ${perhaps.address} locks ${vault.address}`,
    };
  if (vault.mode === "data")
    return {
      ...base,
      immutability: "unknown",
      through,
      cause: `the lock of ${vault.address} is not in this plan`,
      outside: true,
    };
  return { ...base, immutability: "none", through };
}
