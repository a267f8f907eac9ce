// What follows from a whole stack, added when it is synthesised.

import type { Construct } from "../internal/cdktf.ts";
import { watchKeys } from "../keys/key-watch.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { AuditTrail, trailOf } from "../logging/audit-trail.ts";
import { PhiConstruct } from "./phi-construct.ts";
import { single, storesOf } from "./registry.ts";
import { type Site, siteOf } from "./site.ts";

/**
 * Adds a trail to every account that holds recorded stores and has none in the stack, and the watch over keys to every site that has
 * one. The watch tells of keys within minutes, in its Region; the trail's alarm counts their loss in every Region.
 */
export function finish(stack: Construct): void {
  for (const site of homes(stack)) if (!single(stack, trailOf(site.account))) new AuditTrail(site, "AuditTrail");
  const constructs = stack.node.findAll().filter((node) => node instanceof PhiConstruct);
  const sites = new Set<Site>(constructs.filter((node) => node instanceof PhiKey).map(({ site }) => site));
  for (const site of sites) watchKeys(site);
}

/** A site of each account with recorded stores: the stack where it is the stack's, else the first store's. */
function homes(stack: Construct): Iterable<Site> {
  const home = siteOf(stack);
  const found = new Map<string, Site>();
  for (const { store } of storesOf(stack)) {
    const { account } = store.site;
    if (!found.has(account)) found.set(account, account === home.account ? home : store.site);
  }
  return found.values();
}
