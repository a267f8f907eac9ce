// What follows from a whole stack, added when it is synthesised.

import type { Construct } from "../internal/cdktf.ts";
import { KeyWatch } from "../keys/key-watch.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct } from "./phi-construct.ts";
import type { Site } from "./site.ts";

/** Adds the watch over keys to every site that has one. */
export function finish(stack: Construct): void {
  const constructs = stack.node.findAll().filter((node) => node instanceof PhiConstruct);
  const sites = new Set<Site>(constructs.filter((node) => node instanceof PhiKey).map(({ site }) => site));
  for (const site of sites) if (!site.node.tryFindChild("KeyWatch")) new KeyWatch(site, "KeyWatch");
}
