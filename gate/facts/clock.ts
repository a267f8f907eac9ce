// What counts as today when facts are worked out: dates in tables, such as the end of support of a version, are held against it.

import type { World } from "../model/types.ts";

const DAY = 86_400_000;
const clocks = new WeakMap<World, Date>();

/** Sets the clock of a world, before its facts are worked out. */
export function setClock(world: World, clock: Date): void {
  clocks.set(world, clock);
}

/** Whole days from the world's today to a date such as `2027-02-28`, negative once it is past; undefined where the world has no clock. */
export function daysUntil(world: World, date: string): number | undefined {
  const clock = clocks.get(world);
  return clock && (Date.parse(date) - Math.floor(clock.getTime() / DAY) * DAY) / DAY;
}
