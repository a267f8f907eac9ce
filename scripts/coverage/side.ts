// Which side of a fact a state is on, for names that begin with ok or bad.

import { factDefinitions } from "../../catalogue/facts.ts";

export type Side = "ok" | "bad";

/** Better than unknown is ok, worse is bad, unknown is neither. A fact that is never unknown is ok in its best state only. */
export function sideOf(fact: string, state: string): Side | undefined {
  const states = factDefinitions.get(fact)?.states ?? [];
  const [at, unknown] = [states.indexOf(state), states.indexOf("unknown")];
  if (at < 0) throw new Error(`the fact ${fact} has no state ${state}`);
  if (unknown < 0) return at === 0 ? "ok" : "bad";
  return at < unknown ? "ok" : at > unknown ? "bad" : undefined;
}

/** What a resource's name says: its side and the facts; nothing for a name that only helps. */
export function claim(name: string): { readonly side: Side; readonly facts: readonly string[] } | undefined {
  const side = /^(ok|bad)_/.exec(name)?.[1];
  if (side !== "ok" && side !== "bad") return undefined;
  const words = name.slice(side.length + 1).split("__");
  return { side, facts: words.filter((word) => factDefinitions.has(word)) };
}
