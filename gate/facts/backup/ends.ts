// Which resources an attribute names, for facts that join vaults, locks, plans and their rules.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";

/** Whether both may lie in one Region of one account; what the plan leaves open counts as yes. */
export const samePlace = (a: Resource, b: Resource): boolean =>
  agree(a.region, b.region) && agree(a.account, b.account);

const agree = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

/**
 * The managed resources of these types that the attribute names. Vaults of several Regions share names, and a name is looked up
 * beside whoever writes it: with `beside`, those elsewhere do not count.
 */
export function endsOf(
  world: World,
  resource: Resource,
  path: Path,
  types: readonly string[],
  beside = false,
): readonly Resource[] {
  const named = world
    .targets(resource, path)
    .flatMap((target) =>
      target.kind === "resource" ? [target.resource] : target.kind === "ambiguous" ? target.candidates : [],
    );
  const fitting = named.filter(
    (one) => one.mode === "managed" && types.includes(one.type) && (!beside || samePlace(one, resource)),
  );
  return [...new Set(fitting)];
}

/** A number of days as an attribute says it; Terraform writes 0 for what nobody set. */
export type Days =
  | { readonly state: "set"; readonly days: number }
  | { readonly state: "unset" }
  | { readonly state: "unknown"; readonly cause: string };

export function daysAt(world: World, resource: Resource, path: Path): Days {
  const read = world.read(resource, path);
  if (read.state === "unknown") return { state: "unknown", cause: read.cause };
  const days = read.state === "known" ? Number(read.value) : 0;
  return days > 0 ? { state: "set", days } : { state: "unset" };
}

/** Elements of a list of blocks. */
export const blocks = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

/** The worst of several answers to one fact; the first of those that are equally bad. */
export function worst(fact: string, found: readonly Fact[]): Fact | undefined {
  let chosen: Fact | undefined;
  for (const next of found)
    if (!chosen || rank(fact, next.judged.state) > rank(fact, chosen.judged.state)) chosen = next;
  return chosen;
}
