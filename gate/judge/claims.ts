// Holds what constructs claim of their resources against what the controls said of them.

import type { Catalogue } from "../../catalogue/load.ts";
import { suggestion } from "../../catalogue/nearest.ts";
import type { Claims, Note } from "../assessment.ts";
import type { ResourceFacts } from "../facts/types.ts";
import type { Model } from "../model/types.ts";
import type { Verdicts } from "./verdicts.ts";

/** What became of the claims. */
interface JudgedClaims {
  /** Absent where nobody claims anything. */
  readonly claims?: Claims;
  /** One for each control of which nobody heard on a resource that claims it. Sorted by control. */
  readonly notes: readonly Note[];
}

/**
 * Looks up every claim of the resources that stand after the plan: a pass proves it, and only silence needs saying here. Most
 * controls have nothing to say of data that is free of ePHI, so a claim there counts only where one spoke.
 */
export function judgeClaims(
  model: Model,
  { verdicts, passed }: Pick<Verdicts, "verdicts" | "passed">,
  facts: ReadonlyMap<string, Pick<ResourceFacts, "dataClass">>,
  catalogue: Catalogue,
): JudgedClaims {
  const made = new Map<string, string[]>();
  for (const resource of model.after.resources)
    for (const control of model.trace(resource)?.claims ?? []) {
      const addresses = made.get(control);
      if (addresses) addresses.push(resource.address);
      else made.set(control, [resource.address]);
    }
  if (made.size === 0) return { notes: [] };

  const proof = new Map(passed.map(({ control, addresses }) => [control, new Set(addresses)]));
  const refuted = new Set<string>();
  for (const { control, address, delta } of verdicts) if (delta !== "fixed") refuted.add(`${control} ${address}`);
  const counts = { made: 0, proven: 0 };
  const notes: Note[] = [];
  for (const [control, claimed] of [...made].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const proven = claimed.filter((address) => proof.get(control)?.has(address));
    const failed = claimed.filter((address) => refuted.has(`${control} ${address}`));
    const heard = new Set([...proven, ...failed]);
    const unheard = claimed.filter((address) => !heard.has(address) && facts.get(address)?.dataClass !== "none");
    counts.made += heard.size + unheard.length;
    counts.proven += proven.length;
    if (unheard.length > 0) notes.push(unproven(control, unheard, catalogue));
  }
  return { claims: counts, notes };
}

function unproven(control: string, addresses: readonly string[], catalogue: Catalogue): Note {
  const why = catalogue.controlById.has(control)
    ? "the control did not judge it there"
    : `there is no such control${suggestion(control, catalogue.controlById.keys())}`;
  const whose = addresses.length === 1 ? "1 resource" : `${addresses.length} resources`;
  return {
    code: "CLAIM_UNPROVEN",
    message: `a construct claims ${control} of ${whose}, and nothing proves it: ${why}`,
    addresses: [...addresses].sort(),
  };
}
