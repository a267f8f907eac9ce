// The `subnet_exposure` fact: whether what lies in subnets lies in a public one.

import type { Resource, Target, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { leaves } from "../leaves.ts";
import { parsePath, pathText } from "../path.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";
import { type Exposure, joined, subnetExposure } from "./subnet.ts";

/**
 * The worst of the subnets that the attribute names, directly or through a subnet group. Undefined where none of them is made by
 * this plan: whoever made it answers for its routes.
 */
export const subnetExposureFact: ComputedFact = ({ world, resource, attribute }) => {
  if (attribute === undefined) return undefined;
  const found = leaves(world, resource, parsePath(attribute)).flatMap((leaf) => {
    const path = pathText(leaf.path);
    return exposures(world, resource, leaf.path).map((exposure) => fact(exposure, path));
  });
  return found.reduce<Fact | undefined>(
    (worst, next) => (worst && order(worst) >= order(next) ? worst : next),
    undefined,
  );
};

const order = ({ judged }: Fact): number => rank("subnet_exposure", judged.state);

const fact = ({ state, text, cause }: Exposure, path: string): Fact => ({
  judged: { state },
  found: text,
  path,
  ...(cause !== undefined && { cause }),
});

function exposures(world: World, resource: Resource, path: readonly (string | number)[]): readonly Exposure[] {
  const targets = world.targets(resource, path);
  // `aws_subnet.x[*].id` names each of them; which one an element of a list means, the plan does not always say.
  const one = targets.length === 1 ? targets[0] : undefined;
  if (one?.kind === "ambiguous" && typeof path.at(-1) === "number") {
    const all = one.candidates.flatMap((candidate) => ofResource(world, candidate));
    return all.length === 0 ? [] : [joined(all, `${pathText(path)} may name ${one.candidates.length} subnets`)];
  }
  return targets.flatMap(resourcesOf).flatMap((named) => ofResource(world, named));
}

const resourcesOf = (target: Target): readonly Resource[] =>
  target.kind === "resource" ? [target.resource] : target.kind === "ambiguous" ? target.candidates : [];

function ofResource(world: World, named: Resource): readonly Exposure[] {
  if (named.type.endsWith("_subnet_group")) return exposures(world, named, ["subnet_ids"]);
  const exposure = subnetExposure(world, named);
  return exposure ? [exposure] : [];
}
