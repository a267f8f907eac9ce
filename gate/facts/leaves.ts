// From a path with quantifiers to the attributes that it names in one resource.

import type { Attribute, Path, Resource, Value, World } from "../model/types.ts";
import { isList, isObject, type Step, same } from "./path.ts";

/** One attribute that a path names. */
export interface Leaf {
  readonly path: Path;
  readonly attribute: Attribute;
}

const ABSENT: Attribute = { state: "absent" };

/**
 * The attributes that the steps name, never none: an empty or missing list gives one absent leaf at the list's own path.
 * Only what the values do not answer asks the world, which asks the configuration.
 */
export function leaves(world: World, resource: Resource, steps: readonly Step[]): readonly Leaf[] {
  const found: Leaf[] = [];
  walk(world, resource, steps, 0, resource.values, [], found);
  return found;
}

function walk(
  world: World,
  resource: Resource,
  steps: readonly Step[],
  at: number,
  value: Value | undefined,
  path: Path,
  found: Leaf[],
): void {
  const step = steps[at];
  if (value === undefined || value === null || (isList(value) && value.length === 0 && step !== undefined)) {
    found.push({ path, attribute: resolveMissing(world, resource, path, step) });
    return;
  }
  if (step === undefined) {
    found.push({ path, attribute: settle(world, resource, path, value) });
    return;
  }
  // Nearly every step is a key: it needs no closure.
  if (step.kind === "key") {
    const here = [...path, step.key];
    if (isObject(value)) walk(world, resource, steps, at + 1, value[step.key], here, found);
    else found.push({ path: here, attribute: ABSENT });
    return;
  }
  const into = (next: Value | undefined, ...names: Path): void =>
    walk(world, resource, steps, at + 1, next, [...path, ...names], found);
  if (step.kind === "index") {
    // A nested attribute that is a single object answers to index 0, as a block of one does.
    if (isList(value)) into(value[step.index], step.index);
    else if (isObject(value) && step.index === 0) into(value);
    else found.push({ path, attribute: ABSENT });
  } else if (step.kind === "every") {
    if (!isList(value)) into(value);
    else for (const [index, element] of value.entries()) into(element, index);
  } else {
    const elements = isList(value) ? value : [value];
    let undecided: Path | undefined;
    let hit = false;
    for (const [index, element] of elements.entries()) {
      const here = isList(value) ? [index] : [];
      const key = isObject(element) ? element[step.key] : undefined;
      if (same(key, step.value)) {
        hit = true;
        into(element, ...here);
      } else if (key === undefined || key === null) {
        const asked = [...path, ...here, step.key];
        if (world.read(resource, asked).state === "unknown") undecided = asked;
      }
    }
    if (!hit) found.push({ path: undecided ?? path, attribute: undecided ? world.read(resource, undecided) : ABSENT });
  }
}

/** A missing value: the configuration says whether it is absent, null or unknown. Below a missing block nothing is set. */
function resolveMissing(world: World, resource: Resource, path: Path, next: Step | undefined): Attribute {
  if (path.length === 0) return ABSENT;
  const attribute = world.read(resource, path);
  if (next !== undefined && attribute.state === "known") return ABSENT;
  return attribute;
}

/** Empty text and empty lists can hide an unknown, see the reference on plan JSON. */
function settle(world: World, resource: Resource, path: Path, value: Value): Attribute {
  if (value === "" || (isList(value) && value.length === 0)) return world.read(resource, path);
  return { state: "known", value };
}
