// The twin of a hostile assessment: what is rendered from both may differ in words, never in structure.

import type { Assessment } from "../../gate/assessment.ts";
import { controls } from "./sample.ts";

/** Fields whose strings come from a closed list. */
const CLOSED = new Set([
  "schema",
  "name",
  "kind",
  "status",
  "delta",
  "severity",
  "dataClass",
  "enforce",
  "outcome",
  "state",
]);
const OURS = new Set(
  controls.flatMap(({ id, title, expected, remedy, supports }) => [id, title, expected, remedy.terraform, ...supports]),
);

/** The same assessments with every free text replaced by a harmless one, equal texts by equal ones. */
export function harmless(...samples: readonly Assessment[]): readonly Assessment[] {
  const words = new Map<string, string>();
  const word = (text: string) => {
    const known = words.get(text) ?? `word${words.size}`;
    words.set(text, known);
    return known;
  };
  const text = JSON.stringify(samples, (key, value: unknown) => {
    if (typeof value !== "string" || CLOSED.has(key) || OURS.has(value)) return value;
    return word(value);
  });
  return JSON.parse(text);
}
