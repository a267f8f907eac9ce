// The facts `watched_events` and `watched_changes` of a trail: whether somebody hears of the events that it records.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { managementOf } from "../logging/management.ts";
import type { Fact } from "../types.ts";
import { type Family, type SampleEvent, WATCHED_CHANGES, WATCHED_EVENTS } from "./vocabulary.ts";
import { filtersOf, type Watch, watchesOf } from "./watches.ts";

/** Not asked of a trail that records data events alone. */
export const watchedEvents: ComputedFact = ({ world, resource: trail }) => {
  if (!isAsked(world, trail)) return undefined;
  const all = trailsOf(world, trail);
  const fact = watched(world, trail, all, WATCHED_EVENTS);
  if (fact.judged.state !== "partial" || all.some((one) => filtersOf(world, one).length > 0)) return fact;
  return {
    judged: { state: "none" },
    found: "no metric filter on its log group in this plan",
    path: "",
    byAbsence: true,
  };
};

/** Asked only where the plan itself counts events: else they may be watched from the organisation or by AWS Config. */
export const watchedChanges: ComputedFact = ({ world, resource: trail }) => {
  const all = trailsOf(world, trail);
  if (!isAsked(world, trail) || !all.some((one) => filtersOf(world, one).length > 0)) return undefined;
  return watched(world, trail, all, WATCHED_CHANGES);
};

const isAsked = (world: World, trail: Resource): boolean => managementOf(world, trail).write !== "no";

/** The trails of one account: each event is recorded by all of them, and one that is watched is enough. */
const trailsOf = (world: World, trail: Resource): readonly Resource[] =>
  world
    .ofType("aws_cloudtrail")
    .filter(
      (one) =>
        one.mode === "managed" &&
        (one === trail || (isAsked(world, one) && !!one.account && one.account === trail.account)),
    );

function watched(world: World, trail: Resource, all: readonly Resource[], families: readonly Family[]): Fact {
  const watches = [...new Map(all.flatMap((one) => watchesOf(world, one)).map((one) => [one.resource, one])).values()];
  const regions = regionsOf(world, trail);
  const missing: string[] = [];
  const open: string[] = [];
  let attempts = 1;
  for (const family of families.filter((one) => concerns(world, trail, one))) {
    const answers = family.events.map((event) => ({ event, heard: heard(watches, regions, event, family.repeated) }));
    const lost = answers.filter((one) => one.heard === undefined);
    if (lost.length > 0) missing.push(titled(family, lost));
    else if (answers.some((one) => one.heard === "unknown")) open.push(family.title);
    else for (const one of answers) if (typeof one.heard === "number") attempts = Math.max(attempts, one.heard);
  }
  if (missing.length > 0)
    return { judged: { state: "partial" }, found: `nobody hears of ${missing.join("; ")}`, path: "", byAbsence: true };
  if (open.length > 0)
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: "",
      cause: `who hears of ${open.join(", ")} is known only after apply`,
    };
  return { judged: { state: "watched", attempts }, found: `told by ${attempts} at the most`, path: "" };
}

/** Names the calls where only some of a family go unheard. */
const titled = ({ title, events }: Family, lost: readonly { readonly event: SampleEvent }[]): string =>
  lost.length === events.length ? title : `${title} (${lost.map(({ event }) => event.name).join(", ")})`;

function concerns(world: World, trail: Resource, { where, when }: Family): boolean {
  if (when === "insight_selector") return Array.isArray(trail.values[when]) && trail.values[when].length > 0;
  if (when !== undefined) return trail.values[when] === true;
  return where === undefined || world.resources.some(({ mode, type }) => mode === "managed" && where.test(type));
}

/** How many events it takes until somebody is told. A rule hears its own Region: all of them need one, unless the service has none. */
function heard(
  watches: readonly Watch[],
  regions: ReadonlySet<string>,
  event: SampleEvent,
  repeated = false,
): number | "unknown" | undefined {
  let open = false;
  let best: number | undefined;
  const near = new Set<string>();
  for (const watch of watches) {
    const answer = watch.hears(event);
    if (answer === "unknown") open = true;
    if (typeof answer !== "number" || (answer > 1 && !repeated)) continue;
    if (watch.region !== undefined) near.add(watch.region);
    if (watch.region === undefined || event.isGlobal || [...regions].every((region) => near.has(region)))
      best = Math.min(best ?? answer, answer);
  }
  return best ?? (open ? "unknown" : undefined);
}

/** Where the plan makes resources in the account of the trail. */
function regionsOf(world: World, trail: Resource): ReadonlySet<string> {
  const regions = new Set<string>();
  for (const { mode, account, region } of world.resources)
    if (mode === "managed" && region !== undefined && (!account || !trail.account || account === trail.account))
      regions.add(region);
  return regions;
}
