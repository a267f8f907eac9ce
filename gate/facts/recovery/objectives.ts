// How much data a store's owner can afford to lose: from the register, else from a tag of the store.

import type { Resource, World } from "../../model/types.ts";
import { tagOf } from "./conditions.ts";

/** An entry of the register of recovery objectives. */
export interface Objective {
  readonly id: string;
  /** Address pattern, `*` for any text. */
  readonly address?: string | undefined;
  readonly tag?: { readonly key: string; readonly value: string } | undefined;
  /** Hours of data that may be lost at the most. */
  readonly rpoHours: number;
  readonly owner: string;
}

/** An objective that holds for a store. */
export interface Declared {
  readonly hours: number;
  /** `tag RpoHours`, `RO-1 of the register`. */
  readonly source: string;
  /** Owner of the entry. */
  readonly basis?: string;
}

interface Compiled extends Objective {
  readonly matches?: RegExp;
}

const registers = new WeakMap<World, readonly Compiled[]>();

/** Lays a register beside a world, before its facts are worked out. */
export function declareObjectives(
  world: World,
  objectives: readonly Objective[],
  pattern: (text: string) => RegExp,
): void {
  registers.set(
    world,
    objectives.map((entry) => (entry.address === undefined ? entry : { ...entry, matches: pattern(entry.address) })),
  );
}

/** Tag that declares an objective in hours. */
const TAG = "rpohours";

/** The objective of a store, the strictest of several entries; undefined where nobody declared one. */
export function objectiveOf(world: World, store: Resource): Declared | undefined {
  const tags = tagOf(world, store);
  let found: Declared | undefined;
  for (const { id, matches, tag, rpoHours, owner } of registers.get(world) ?? []) {
    const fits = matches?.test(store.address) ?? (tag !== undefined && tags.byKey.get(tag.key) === tag.value);
    if (fits && (found === undefined || rpoHours < found.hours))
      found = { hours: rpoHours, source: `${id} of the register`, basis: owner };
  }
  if (found) return found;
  for (const [key, value] of tags.byKey) {
    const hours = Number(value);
    if (key.toLowerCase() === TAG && value.trim() !== "" && hours > 0 && Number.isFinite(hours))
      return { hours, source: `tag ${key}` };
  }
  return undefined;
}
