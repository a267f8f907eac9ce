// The matrix of copies: for each store with ePHI what copies there are, where, how long, under which key, and what is missing.

import { copiesOf } from "./facts/recovery/copies.ts";
import { secondary } from "./facts/recovery/secondary.ts";
import { storeType } from "./facts/recovery/stores.ts";
import { missingOf } from "./facts/recovery/three-two-one.ts";
import type { Answer, Copy, CopyKind, Immutability } from "./facts/recovery/types.ts";
import type { DataClass, Fact, ResourceFacts } from "./facts/types.ts";
import type { Settings, Worked } from "./settings.ts";

/** One copy of a store. */
export interface CopyRow {
  readonly kind: CopyKind;
  /** Address of the vault, bucket or replica that holds it, else its ARN or name. */
  readonly holder: string;
  readonly region?: string;
  readonly account?: string;
  readonly otherRegion: Answer;
  readonly otherAccount: Answer;
  readonly key: { readonly owner: string; readonly name: string; readonly account?: string };
  readonly immutability: Immutability;
  /** Days; `forever` where nothing deletes it. */
  readonly retentionDays?: number | "forever";
  /** Hours between two points that it can be restored to, at the most. */
  readonly gapHours?: number;
  readonly continuous: boolean;
  /** False where the plan leaves open whether there is such a copy. */
  readonly certain: boolean;
  /** Addresses that show it. */
  readonly through: readonly string[];
  readonly cause?: string;
}

/** One store. */
export interface StoreRow {
  readonly address: string;
  readonly type: string;
  readonly dataClass: DataClass;
  /** The live store first. */
  readonly copies: readonly CopyRow[];
  /** `2 of 3 copies, 1 of 2 kinds, 0 of 1 offsite` */
  readonly found: string;
  readonly state: string;
  /** What 3-2-1 still lacks. */
  readonly missing: readonly string[];
  readonly recoveryPoint: { readonly state: string; readonly hours?: number; readonly objectiveHours: number };
  readonly keys?: string;
  readonly cause?: string;
}

/** What `phiward copies` prints of one plan. */
export interface CopyMatrix {
  readonly schema: "phiward/copies/1";
  readonly plan: { readonly file: string; readonly digest: string };
  /** By address. */
  readonly stores: readonly StoreRow[];
  /** Stores that nobody asks for copies of their own, and why. */
  readonly others: readonly { readonly address: string; readonly why: string }[];
}

/** Joins the copies of each store with the facts about them. */
export function copyMatrix({ model, after }: Worked, { profile }: Pick<Settings, "profile">): CopyMatrix {
  const stores: StoreRow[] = [];
  const others: { address: string; why: string }[] = [];
  const objective = profile.parameters.rpo_hours;
  for (const facts of after.values()) {
    const { resource, dataClass } = facts;
    if (storeType(resource.type) === undefined) continue;
    const why = dataClass === "ephi" ? secondary(model.after, resource) : `its data class is ${dataClass}`;
    if (why !== undefined) others.push({ address: resource.address, why });
    else stores.push(rowOf(facts, model.after, typeof objective === "number" ? objective : 24));
  }
  const byAddress = (a: { address: string }, b: { address: string }): number => (a.address < b.address ? -1 : 1);
  const { file, digest } = model.header;
  return {
    schema: "phiward/copies/1",
    plan: { file, digest },
    stores: stores.sort(byAddress),
    others: others.sort(byAddress),
  };
}

function rowOf(
  { resource, dataClass, facts }: ResourceFacts,
  world: Worked["model"]["after"],
  fallback: number,
): StoreRow {
  const known = copiesOf(world, resource);
  const fact = facts.get("recovery_copies");
  const gap = facts.get("recovery_gap");
  if (!known || !fact || !gap) throw new Error(`${resource.address} is a store without facts on its copies`);
  const keys = facts.get("copy_keys")?.judged.state;
  const cause = fact.cause ?? gap.cause;
  return {
    address: resource.address,
    type: resource.type,
    dataClass,
    copies: known.copies.map(copyRow),
    found: fact.found,
    state: fact.judged.state,
    missing: fact.judged.state === "complete" ? [] : missingOf(known),
    recoveryPoint: { state: gap.judged.state, ...hoursOf(gap), objectiveHours: objectiveHours(gap, fallback) },
    ...(keys !== undefined && { keys }),
    ...(cause !== undefined && { cause }),
  };
}

const hoursOf = ({ judged }: Fact): { readonly hours?: number } =>
  typeof judged.hours === "number" ? { hours: judged.hours } : {};

const objectiveHours = ({ judged }: Fact, fallback: number): number =>
  typeof judged.objective === "number" ? judged.objective : fallback;

function copyRow(copy: Copy): CopyRow {
  const { kind, holder, place, otherRegion, otherAccount, key, immutability, continuous, certain, through } = copy;
  const { retentionDays: days, gapHours, cause } = copy;
  return {
    kind,
    holder,
    ...(place.region !== undefined && { region: place.region }),
    ...(place.account !== undefined && { account: place.account }),
    otherRegion,
    otherAccount,
    key: { owner: key.owner, name: key.name, ...(key.place.account !== undefined && { account: key.place.account }) },
    immutability,
    ...(days !== undefined && { retentionDays: Number.isFinite(days) ? days : "forever" }),
    ...(gapHours !== undefined && Number.isFinite(gapHours) && { gapHours: Math.round(gapHours * 100) / 100 }),
    continuous,
    certain,
    through,
    ...(cause !== undefined && { cause }),
  };
}
