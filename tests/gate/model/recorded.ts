// The traps' recorded plans, built; and short words for what the model answers.

import { fileURLToPath } from "node:url";
import { parsePath } from "../../../gate/model/address.ts";
import { buildModel, type ModelOptions } from "../../../gate/model/build.ts";
import type { Attribute, Model, Resource, Target, World } from "../../../gate/model/types.ts";
import { readPlan } from "../../../gate/plan/read.ts";
import type { RawPlan } from "../../../gate/plan/types.ts";

/** A recorded plan or state of `tests/plans/traps`, by the name of its file. */
export const trap = (name: string): Promise<RawPlan> =>
  readPlan(fileURLToPath(new URL(`../../plans/traps/${name}.json.gz`, import.meta.url)));

export const model = async (name: string, options: ModelOptions = {}): Promise<Model> =>
  buildModel(await trap(name), options);

/** Resource at an address. @throws where there is none */
export function at(world: World, address: string): Resource {
  const resource = world.get(address);
  if (resource === undefined) throw new Error(`no ${address} in the ${world.name} world`);
  return resource;
}

/** `known: value`, `unknown: cause`, `null` or `absent`. */
export function read(world: World, address: string, path: string): string {
  const attribute: Attribute = world.read(at(world, address), parsePath(path));
  if (attribute.state === "known") return `known: ${JSON.stringify(attribute.value)}`;
  return attribute.state === "unknown" ? `unknown: ${attribute.cause}` : attribute.state;
}

const word = (target: Target): string => {
  switch (target.kind) {
    case "resource":
      return `${target.resource.address} ${target.attribute}`.trim();
    case "value":
      return `value ${JSON.stringify(target.value)}`;
    case "ambiguous":
      return `one of ${target.candidates.map(({ address }) => address).join(", ")}: ${target.reason}`;
    case "outside":
      return `outside: ${target.reason}`;
  }
};

export const targets = (world: World, address: string, path: string): readonly string[] =>
  world.targets(at(world, address), parsePath(path)).map(word);

/** Addresses of certain companions; possible ones with a question mark. */
export function companions(world: World, address: string, type: string, by = "bucket"): readonly string[] {
  const { certain, possible } = world.companions(at(world, address), type, by);
  return [...certain.map((one) => one.address), ...possible.map((one) => `${one.address}?`)];
}
