// Mutants that take a whole resource away, and with it what Terraform cannot plan without it.

import type { Edit, Edits, Part, Recording } from "./recording.ts";
import { withoutReferences } from "./references.ts";

/**
 * Edits that take a part away: what refers to it loses the argument or the block, or goes too where Terraform requires that.
 * Undefined where nothing would be left to judge: the construct's own resource goes.
 */
export function removal(recording: Recording, part: Part, subjects: ReadonlySet<string>): Edits | undefined {
  const gone = new Set<string>();
  const open = [part.address];
  const edits = new Map<string, Edit>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (gone.has(next)) continue;
    if (subjects.has(next)) return undefined;
    gone.add(next);
    edits.set(next, { removed: true });
    for (const address of recording.referredBy(next)) {
      const dependent = recording.parts.get(address);
      if (!dependent || gone.has(address)) continue;
      const body = withoutReferences(dependent, gone);
      if (body) edits.set(address, { body });
      else open.push(address);
    }
  }
  return edits;
}
