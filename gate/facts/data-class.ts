// Data class of each resource: from its label, else the default, and then along the flow of data.

import type { Atlas, AtlasEntry } from "../../catalogue/atlas-schema.ts";
import type { Resource, Value, World } from "../model/types.ts";
import { leaves } from "./leaves.ts";
import { isList, isObject, parsePath, type Step } from "./path.ts";
import type { Fact, LabelClass } from "./types.ts";

/** How labels are read. */
export interface DataClassOptions {
  /** Tag keys that carry the class, in order of preference; compared without case. */
  readonly tagKeys: readonly string[];
  /** Tag values of each class, compared without case. Any other value is not a label. */
  readonly values: Readonly<Record<LabelClass, readonly string[]>>;
  /** Class of what bears no label. */
  readonly default: LabelClass;
}

/** What holds where `phiward.yaml` says nothing: without a label data counts as ePHI. */
export const defaultDataClassOptions: DataClassOptions = {
  tagKeys: [
    "DataClass",
    "data-class",
    "data_class",
    "DataClassification",
    "data-classification",
    "data_classification",
  ],
  values: { ephi: ["ephi", "phi"], "ephi-derived": ["ephi-derived"], none: ["none", "no-phi", "public"] },
  default: "ephi",
};

/** Class of one resource and where it comes from; `conflict` where its label denies what flows into it. */
export interface Classified {
  readonly dataClass: LabelClass;
  readonly source: string;
  readonly label?: { readonly key: string; readonly value: string };
  readonly conflict?: string;
}

interface Flow {
  readonly source: readonly (readonly Step[])[];
  readonly destination: readonly (readonly Step[])[];
}
const flows = new WeakMap<AtlasEntry, Flow>();

function flowOf(entry: AtlasEntry): Flow {
  let flow = flows.get(entry);
  if (!flow) {
    flow = { source: (entry.source ?? []).map(parsePath), destination: (entry.destination ?? []).map(parsePath) };
    flows.set(entry, flow);
  }
  return flow;
}

/** Classifies every resource of the world whose type can hold, carry or derive from ePHI. Others are left out. */
export function classify(world: World, atlas: Atlas, options: DataClassOptions): ReadonlyMap<Resource, Classified> {
  const byValue = new Map<string, LabelClass>();
  for (const dataClass of ["ephi", "ephi-derived", "none"] as const)
    for (const value of options.values[dataClass]) byValue.set(value.toLowerCase(), dataClass);
  const keys = options.tagKeys.map((key) => key.toLowerCase());

  const classes = new Map<Resource, Classified>();
  const edges: { readonly from: Resource; readonly to: Resource; readonly derived: boolean }[] = [];
  for (const resource of world.resources) {
    const entry = atlas[resource.type];
    if (!entry || entry.ephi === "none") continue;
    classes.set(resource, ownClass(resource, entry, keys, byValue, options.default));
    const flow = flowOf(entry);
    const ends = (steps: readonly Step[]): readonly Resource[] =>
      leaves(world, resource, steps).flatMap((leaf) =>
        leaf.attribute.state === "known" || leaf.attribute.state === "unknown"
          ? world
              .targets(resource, leaf.path)
              .flatMap((target) => (target.kind === "resource" ? [target.resource] : []))
          : [],
      );
    for (const steps of flow.source)
      for (const from of ends(steps)) edges.push({ from, to: resource, derived: entry.ephi === "derived" });
    for (const steps of flow.destination)
      for (const to of ends(steps)) edges.push({ from: resource, to, derived: atlas[to.type]?.ephi === "derived" });
  }

  // Classes only rise (none → derived → ephi), so the loop ends after at most two rounds per resource of a chain.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, derived } of edges) {
      const [source, target] = [classes.get(from), classes.get(to)];
      if (!source || !target || source.dataClass === "none") continue;
      const arriving: LabelClass = derived ? "ephi-derived" : source.dataClass;
      if (target.dataClass === "ephi" || target.dataClass === arriving) continue;
      if (target.dataClass === "ephi-derived" && arriving !== "ephi") continue;
      // A default is only an assumption: it never contradicts a label, so only a labelled source can.
      if (target.label && source.source === "default") continue;
      const by = `flows from ${from.address}`;
      classes.set(to, {
        ...target,
        dataClass: arriving,
        source: by,
        ...(target.label && target.dataClass === "none" && { conflict: by }),
      });
      changed = true;
    }
  }
  return classes;
}

function ownClass(
  resource: Resource,
  entry: AtlasEntry,
  keys: readonly string[],
  byValue: ReadonlyMap<string, LabelClass>,
  fallback: LabelClass,
): Classified {
  const label = labelOf(resource, keys, byValue);
  if (label)
    return { dataClass: label.dataClass, source: `tag ${label.key}`, label: { key: label.key, value: label.value } };
  if (fallback === "ephi" && entry.ephi === "derived") return { dataClass: "ephi-derived", source: "default" };
  return { dataClass: fallback, source: "default" };
}

function labelOf(
  resource: Resource,
  keys: readonly string[],
  byValue: ReadonlyMap<string, LabelClass>,
): { key: string; value: string; dataClass: LabelClass } | undefined {
  for (const tags of [resource.values.tags_all, resource.values.tags, tagBlocks(resource.values.tag)]) {
    if (!isObject(tags)) continue;
    for (const wanted of keys)
      for (const [key, value] of Object.entries(tags)) {
        if (key.toLowerCase() !== wanted || typeof value !== "string") continue;
        const dataClass = byValue.get(value.toLowerCase());
        if (dataClass) return { key, value, dataClass };
      }
  }
  return undefined;
}

/** Auto Scaling groups write tags as blocks of key and value. */
function tagBlocks(value: Value | undefined): Value | undefined {
  if (!isList(value)) return undefined;
  const entries: [string, Value][] = [];
  for (const block of value)
    if (isObject(block) && typeof block.key === "string" && block.value !== undefined)
      entries.push([block.key, block.value]);
  return Object.fromEntries(entries);
}

/** The fact `data_class_label`, for resources that bear a label. */
export function labelFact(classified: Classified): Fact | undefined {
  const { label, conflict } = classified;
  if (!label) return undefined;
  return {
    judged: { state: conflict ? "contradicted" : "consistent" },
    found: conflict ? `${label.key} = ${label.value}, but ePHI ${conflict}` : `${label.key} = ${label.value}`,
    path: "tags",
  };
}
