// The vocabulary of facts, from `catalogue/facts.yaml`.

import vocabulary from "./generated/facts.json" with { type: "json" };

interface FactDefinition {
  /** Best first. */
  readonly states: readonly string[];
  /** Name of the number that the fact carries: `days`. Absent where it carries none. */
  readonly value?: string;
}

/** What is known of each fact, by its name. A map: a register may hold any word, and an object would answer to `constructor`. */
export const factDefinitions: ReadonlyMap<string, FactDefinition> = new Map(Object.entries<FactDefinition>(vocabulary));
