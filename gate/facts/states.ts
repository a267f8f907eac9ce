// The order of each fact's states, from `catalogue/facts.yaml`: best first.

import { factDefinitions } from "../../catalogue/facts.ts";

const ranks = new Map(
  [...factDefinitions].map(([fact, { states }]) => [fact, new Map(states.map((state, rank) => [state, rank]))]),
);

/** Position of a state in its fact's list, 0 the best. Throws on a state that the vocabulary does not know. */
export function rank(fact: string, state: string): number {
  const found = ranks.get(fact)?.get(state);
  if (found === undefined) throw new Error(`the fact ${fact} has no state ${JSON.stringify(state)}`);
  return found;
}

/** Name of the number that the fact carries: `days`. */
export const valueName = (fact: string): string | undefined => factDefinitions.get(fact)?.value;
