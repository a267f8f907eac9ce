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
  /** What rests on a label, its own or one that data flows from. A default is only an assumption. */
  readonly proven?: LabelClass;
  readonly label?: { readonly key: string; readonly value: string };
  readonly conflict?: string;
}

/** From the least to the most. */
const order: readonly LabelClass[] = ["none", "ephi-derived", "ephi"];
const exceeds = (a: LabelClass, b: LabelClass): boolean => order.indexOf(a) > order.indexOf(b);

interface Flow {
  readonly source: readonly (readonly Step[])[];
  readonly destination: readonly (readonly Step[])[];
}
/** What a type that the atlas does not know is taken for: it may hold anything. */
const mayHold: AtlasEntry = { role: "store", ephi: "holds", facts: {} };

/** Whether a resource is one of AWS' whose type the atlas does not know. Other providers are vendors, not stores of this account. */
export const isUnknownType = ({ mode, type, provider }: Resource, atlas: Atlas): boolean =>
  mode === "managed" && !(type in atlas) && /\/(aws|awscc)$/.test(provider);

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
  const followers = new Map<Resource, readonly Resource[]>();
  for (const resource of world.resources) {
    const entry = atlas[resource.type] ?? (isUnknownType(resource, atlas) ? mayHold : undefined);
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
    const sources = flow.source.flatMap(ends);
    for (const from of sources) edges.push({ from, to: resource, derived: entry.ephi === "derived" });
    for (const to of flow.destination.flatMap(ends))
      edges.push({ from: resource, to, derived: atlas[to.type]?.ephi === "derived" });
    if (sources.length > 0 && !isTaggable(resource)) followers.set(resource, sources);
  }
  // What cannot bear a label (a bucket's policy, a subscription) starts with none, and takes the class of what it belongs to.
  for (const [resource, sources] of followers)
    if (sources.every((from) => classes.has(from)))
      classes.set(resource, { dataClass: "none", source: `as ${sources.map(({ address }) => address).join(", ")}` });

  // Classes only rise, so the loop ends after at most four rounds per resource of a chain.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, derived } of edges) {
      const [source, target] = [classes.get(from), classes.get(to)];
      const risen = source && target && rise(source, target, derived, `flows from ${from.address}`);
      if (!risen) continue;
      classes.set(to, risen);
      changed = true;
    }
  }
  return classes;
}

/** The target after what flows into it; nothing where it stays as it is. A default never contradicts a label, a label does. */
function rise(source: Classified, target: Classified, derived: boolean, by: string): Classified | undefined {
  const arriving = (dataClass: LabelClass): LabelClass =>
    derived && dataClass === "ephi" ? "ephi-derived" : dataClass;
  const proven = source.proven && arriving(source.proven);
  if (proven && exceeds(proven, target.proven ?? "none"))
    return {
      ...target,
      dataClass: exceeds(proven, target.dataClass) ? proven : target.dataClass,
      source: by,
      proven,
      ...(target.label && target.dataClass === "none" && { conflict: by }),
    };
  const assumed = arriving(source.dataClass);
  if (target.label || !exceeds(assumed, target.dataClass)) return undefined;
  return { ...target, dataClass: assumed, source: by };
}

/** Whether somebody could have written tags on it: the provider shows them even where nobody did. */
const isTaggable = ({ values }: Resource): boolean => "tags" in values || "tags_all" in values || "tag" in values;

function ownClass(
  resource: Resource,
  entry: AtlasEntry,
  keys: readonly string[],
  byValue: ReadonlyMap<string, LabelClass>,
  fallback: LabelClass,
): Classified {
  const label = labelOf(resource, keys, byValue);
  if (label)
    return {
      dataClass: label.dataClass,
      source: `tag ${label.key}`,
      proven: label.dataClass,
      label: { key: label.key, value: label.value },
    };
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
