// Stated facts: what no plan shows, said by an owner with evidence and an end date. Part of `--context`.

import { z } from "zod";
import { factDefinitions } from "../catalogue/facts.ts";
import { suggestion } from "../catalogue/nearest.ts";
import { PhiwardError } from "../gate/error.ts";
import { readYaml } from "./yaml.ts";

const text = z.string().trim().min(1);

const entrySchema = z.strictObject({
  address: text.describe("Address of the resource; * stands for any text, nothing else is special."),
  fact: text.describe("Name of the fact, as in catalogue/facts.yaml."),
  state: text.describe("State of the fact, as in catalogue/facts.yaml."),
  days: z.number().min(0).optional().describe("Number of the fact in days, where it has one."),
  hours: z.number().min(0).optional().describe("Number of the fact in hours, where it has one."),
  owner: text.describe("Who answers for the statement."),
  evidence: text.describe("Where it can be seen."),
  until: z.iso.date().describe("Last day on which the statement holds, ISO: 2027-03-31."),
});

/** Schema of a file of stated facts. */
export const statedFactsSchema = z.strictObject({ facts: z.array(entrySchema).min(1) });
type StatedEntry = z.infer<typeof entrySchema> & {
  /** `file:line:column`. */
  readonly place: string;
};

/**
 * Parses stated facts.
 *
 * @throws {PhiwardError} `CONTEXT_INVALID` with file, line and column
 */
export function parseStatedFacts(source: string, file: string): readonly StatedEntry[] {
  const { data, at } = readYaml(source, file, statedFactsSchema, "CONTEXT_INVALID");
  return data.facts.map((entry, index) => {
    const fault = (key: string, what: string): PhiwardError =>
      new PhiwardError("CONTEXT_INVALID", `${at(["facts", index, key])}: ${what}`);
    const definition = factDefinitions.get(entry.fact);
    if (!definition)
      throw fault("fact", `there is no fact ${entry.fact}${suggestion(entry.fact, factDefinitions.keys())}`);
    if (!definition.states.includes(entry.state))
      throw fault(
        "state",
        `${entry.fact} has no state ${entry.state}, expected one of ${definition.states.join(", ")}`,
      );
    for (const unit of ["days", "hours"] as const) {
      if (entry[unit] !== undefined && definition.value !== unit) throw fault(unit, `${entry.fact} carries no ${unit}`);
      if (entry.state === "known" && definition.value === unit && entry[unit] === undefined)
        throw fault("state", `${entry.fact} known needs its ${unit}`);
    }
    return { ...entry, place: at(["facts", index]) };
  });
}
