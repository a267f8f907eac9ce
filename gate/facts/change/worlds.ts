// Facts that need both worlds: what a plan takes away, and what it weakens. They stand with the planned resource; one that the plan
// deletes comes back into the world after with them alone, so that somebody judges its end.

import type { Atlas } from "../../../catalogue/atlas-schema.ts";
import type { Model, Resource } from "../../model/types.ts";
import type { Fact, ResourceFacts } from "../types.ts";
import { keyRemoval } from "./key-removal.ts";
import { removal } from "./removal.ts";
import { strength } from "./strength.ts";

/** A plan with the facts of both its worlds. */
export interface Change {
  readonly model: Model;
  readonly atlas: Atlas;
  readonly before: ReadonlyMap<string, ResourceFacts>;
  readonly after: ReadonlyMap<string, ResourceFacts>;
}

/** Whether the plan ends the object that stood there, be it for a new one. Terraform leaves in place what it forgets. */
export const ends = ({ action }: Resource): boolean => action === "delete" || action === "replace";

/** Facts of the world after, with what the change itself says. Those of a state are returned as they are. */
export function withChanges(change: Change): ReadonlyMap<string, ResourceFacts> {
  const { model, before, after } = change;
  if (model.header.kind === "state") return after;
  let changed: Map<string, ResourceFacts> | undefined;
  const put = (address: string, facts: ResourceFacts): void => {
    changed ??= new Map(after);
    changed.set(address, facts);
  };
  for (const old of before.values()) {
    const { resource } = old;
    const now = after.get(resource.address);
    const found: [string, Fact][] = [];
    if (ends(resource)) {
      const gone = removal(change, old);
      if (gone) found.push(["removal", gone]);
      const key = keyRemoval(change, resource);
      if (key) found.push(["key_removal", key]);
    }
    const weaker = now && strength(old, now);
    if (weaker) found.push(["strength", weaker]);
    if (found.length === 0) continue;
    if (now) put(resource.address, { ...now, facts: new Map([...now.facts, ...found]) });
    else if (resource.action === "delete") put(resource.address, { ...old, facts: new Map(found) });
  }
  return changed ?? after;
}
