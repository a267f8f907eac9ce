// Tags of stores, and the conditions of backup selections on them.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Conditions.html

import type { Path, Resource, World } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import type { Answer } from "./types.ts";

/** Tags of a store as `key\nvalue`. */
interface Tags {
  readonly pairs: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, string>;
  /** Why there may be others. */
  readonly open?: string;
}

const known = new WeakMap<Resource, Tags>();

/** Tags of a store, the provider's default tags included. */
export function tagOf(world: World, store: Resource): Tags {
  const before = known.get(store);
  if (before) return before;
  const byKey = new Map<string, string>();
  let open: string | undefined;
  for (const name of ["tags", "tags_all"]) {
    if (!(name in store.values) && name === "tags") continue;
    const read = world.read(store, [name]);
    if (read.state === "unknown") open = read.cause;
    if (read.state !== "known" || !isObject(read.value)) continue;
    for (const [key, value] of Object.entries(read.value)) if (typeof value === "string") byKey.set(key, value);
    // What tags_all shows is all there is.
    if (name === "tags_all") open = undefined;
  }
  const pairs = new Set([...byKey].map(([key, value]) => `${key}\n${value}`));
  const tags: Tags = { pairs, byKey, ...(open !== undefined && { open }) };
  known.set(store, tags);
  return tags;
}

interface Pairs {
  readonly pairs: readonly { readonly key: string; readonly value: string }[];
  readonly isEmpty: boolean;
  readonly open?: string;
}

/** Keys and values of a list of blocks. A key is a tag's name, also where it is written `aws:ResourceTag/name`. */
export function pairsOf(world: World, resource: Resource, path: Path): Pairs {
  const read = world.read(resource, path);
  if (read.state === "unknown") return { pairs: [], isEmpty: false, open: read.cause };
  const blocks = read.state === "known" && isList(read.value) ? read.value : [];
  const pairs: { key: string; value: string }[] = [];
  let open: string | undefined;
  for (const [index] of blocks.entries()) {
    const [key, value] = ["key", "value"].map((name) => world.read(resource, [...path, index, name]));
    if (key?.state === "known" && value?.state === "known")
      pairs.push({ key: tagName(String(key.value)), value: String(value.value) });
    else if (key?.state === "unknown") open ??= key.cause;
    else if (value?.state === "unknown") open ??= value.cause;
  }
  return { pairs, isEmpty: blocks.length === 0, ...(open !== undefined && { open }) };
}

const tagName = (key: string): string => key.replace(/^aws:ResourceTag\//i, "");

type Test = (tag: string | undefined, wanted: string) => boolean;

const like: Test = (tag, wanted) =>
  tag !== undefined &&
  new RegExp(
    `^${wanted
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "s",
  ).test(tag);
const equal: Test = (tag, wanted) => tag === wanted;
const tests: Readonly<Record<string, Test>> = {
  string_equals: equal,
  string_like: like,
  string_not_equals: (tag, wanted) => !equal(tag, wanted),
  string_not_like: (tag, wanted) => !like(tag, wanted),
};

/** Whether every condition of a selection holds for a store's tags. */
export function conditionsHold(world: World, selection: Resource, store: Resource): Answer {
  const whole = world.read(selection, ["condition"]);
  if (whole.state === "unknown") return "unknown";
  const tags = tagOf(world, store);
  const blocks = whole.state === "known" && isList(whole.value) ? whole.value : [];
  let doubt = false;
  for (const [index] of blocks.entries())
    for (const [name, test] of Object.entries(tests)) {
      const { pairs, open } = pairsOf(world, selection, ["condition", index, name]);
      if (open !== undefined) doubt = true;
      for (const { key, value } of pairs) {
        const tag = tags.byKey.get(key);
        if (tag === undefined && tags.open !== undefined) doubt = true;
        else if (!test(tag, value)) return "no";
      }
    }
  return doubt ? "unknown" : "yes";
}
