// Facts of every resource of a world, by the atlas' probes.

import type { Atlas, AtlasEntry } from "../../catalogue/atlas-schema.ts";
import type { Resource, World } from "../model/types.ts";
import { impliedAccounts } from "./accounts/facts.ts";
import { type KnownAccounts, knownAccounts, layAccounts } from "./accounts/known.ts";
import { setClock } from "./clock.ts";
import { classify, type DataClassOptions, defaultDataClassOptions, isUnknownType, labelFact } from "./data-class.ts";
import { compileProbe, type Reader } from "./probe.ts";
import { declareObjectives, type Objective } from "./recovery/objectives.ts";
import { regionFact } from "./region.ts";
import type { Fact, ResourceFacts } from "./types.ts";

/** A fact that somebody states because no plan shows it. It fills in what is unknown, or absent from this plan, nothing else. */
export interface StatedFact {
  /** Address pattern, `*` for any text. */
  readonly address: string;
  readonly fact: string;
  /** State of `catalogue/facts.yaml`; numbers of the fact may stand beside it. */
  readonly judged: Fact["judged"];
  readonly owner: string;
  readonly evidence: string;
}

export interface FactOptions {
  /** Default: {@link defaultDataClassOptions}. */
  readonly dataClass?: DataClassOptions;
  readonly stated?: readonly StatedFact[];
  /** What the owners of stores can afford to lose. */
  readonly objectives?: readonly Objective[];
  /** @default - those of this world alone */
  readonly accounts?: KnownAccounts;
  /** Regions in which ePHI may lie. @default - none is judged */
  readonly regions?: readonly string[];
  /** Today, for dates in tables. @default - none: what depends on it is not worked out */
  readonly clock?: Date;
}

const readers = new WeakMap<AtlasEntry, readonly (readonly [string, Reader])[]>();

function readersOf(entry: AtlasEntry): readonly (readonly [string, Reader])[] {
  let list = readers.get(entry);
  if (!list) {
    list = Object.entries(entry.facts).map(([fact, probe]) => [fact, compileProbe(fact, probe)] as const);
    readers.set(entry, list);
  }
  return list;
}

/** Facts of each managed resource of the plan itself whose type the atlas knows, by address, in the order of the world. */
export function computeFacts(
  world: World,
  atlas: Atlas,
  options: FactOptions = {},
): ReadonlyMap<string, ResourceFacts> {
  const classes = classify(world, atlas, options.dataClass ?? defaultDataClassOptions);
  if (options.clock) setClock(world, options.clock);
  if (options.objectives) declareObjectives(world, options.objectives, addressPattern);
  layAccounts(world, options.accounts ?? knownAccounts([world], []));
  const stated = (options.stated ?? []).map((entry) => ({ entry, matches: addressPattern(entry.address) }));
  const all = new Map<string, ResourceFacts>();
  for (const resource of world.resources) {
    if (resource.mode !== "managed" || resource.context !== undefined) continue;
    const entry = atlas[resource.type];
    if (!entry && !isUnknownType(resource, atlas)) continue;
    const facts = new Map<string, Fact>();
    if (!entry) facts.set("known_type", unknownType(resource));
    for (const [name, read] of entry ? readersOf(entry) : []) {
      const fact = read(world, resource, 0);
      if (fact) facts.set(name, fact);
    }
    if (entry) for (const [name, fact] of impliedAccounts(world, resource, entry)) facts.set(name, fact);
    const region = entry && options.regions && regionFact(world, resource, entry, options.regions);
    if (region) facts.set("region", region);
    const classified = classes.get(resource);
    const label = classified && labelFact(classified);
    if (label) facts.set("data_class_label", label);
    if (stated.length > 0) applyStated(resource, facts, stated);
    all.set(resource.address, {
      resource,
      dataClass: classified?.dataClass ?? "unclassified",
      dataClassSource: classified?.source ?? "the type neither holds nor carries ePHI",
      facts,
    });
  }
  return all;
}

const unknownType = ({ type }: Resource): Fact => ({
  judged: { state: "unknown" },
  found: type,
  path: "",
  cause: `the atlas of this version does not know the type ${type}`,
});

function applyStated(
  resource: Resource,
  facts: Map<string, Fact>,
  stated: readonly { readonly entry: StatedFact; readonly matches: RegExp }[],
): void {
  for (const { entry, matches } of stated) {
    const fact = facts.get(entry.fact);
    if (!fact || !matches.test(resource.address)) continue;
    if (fact.judged.state !== "unknown" && fact.byAbsence !== true) continue;
    const { cause: _cause, byAbsence: _byAbsence, ...rest } = fact;
    facts.set(entry.fact, {
      ...rest,
      judged: entry.judged,
      found: `${entry.judged.state}, as stated (${entry.evidence})`,
      basis: entry.owner,
    });
  }
}

/** Matches whole addresses; `*` stands for any text, everything else for itself. */
export function addressPattern(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "s",
  );
}
