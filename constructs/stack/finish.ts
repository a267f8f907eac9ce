// What follows from a whole stack, added when it is synthesised.

import type { Construct } from "../internal/cdktf.ts";
import { watchKeys } from "../keys/key-watch.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { AuditTrail, trailOf } from "../logging/audit-trail.ts";
import { PhiConstruct } from "./phi-construct.ts";
import { single, storesOf } from "./registry.ts";
import { type Site, siteOf } from "./site.ts";

/**
 * Adds a trail to every account that holds recorded stores, and to the stack's own as soon as anything there holds ePHI, where the
 * stack has none yet; and the watch over keys to every site that has one. The watch tells of keys within minutes, in its Region; the
 * trail's alarm counts their loss in every Region.
 */
export function finish(stack: Construct): void {
  const constructs = stack.node.findAll().filter((node) => node instanceof PhiConstruct);
  for (const site of homes(stack, constructs))
    if (!single(stack, trailOf(site.account))) new AuditTrail(site, "AuditTrail");
  // The trail has keys too.
  const keys = stack.node.findAll().filter((node) => node instanceof PhiKey);
  for (const site of new Set(keys.map((key) => key.site))) watchKeys(site);
}

/** A site of each account that a trail is due in: the stack where it is the stack's, else the first store's. */
function homes(stack: Construct, constructs: readonly PhiConstruct[]): Iterable<Site> {
  const home = siteOf(stack);
  const found = new Map<string, Site>();
  if (constructs.some(({ site, dataClass }) => dataClass === "ephi" && site.account === home.account))
    found.set(home.account, home);
  for (const { store } of storesOf(stack))
    if (!found.has(store.site.account)) found.set(store.site.account, store.site);
  return found.values();
}
