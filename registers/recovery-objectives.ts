// The register of recovery objectives: how much data, and how much time, a store's owner can afford to lose.

import { z } from "zod";
import { tierNames } from "../catalogue/tiers.ts";
import { PhiwardError } from "../gate/error.ts";
import type { Objective } from "../gate/facts/recovery/objectives.ts";
import { readYaml } from "./yaml.ts";

const text = z.string().trim().min(1);
const hours = z.number().positive();

const entrySchema = z
  .strictObject({
    id: text.describe("Name of the entry, unique in the file: RO-3."),
    address: text.optional().describe("Address of the store; * stands for any text, nothing else is special."),
    tag: z
      .strictObject({ key: text, value: text })
      .optional()
      .describe("Tag of the stores that it speaks of, instead of an address: Tier = 1."),
    tier: z.enum(tierNames).describe("How critical the stores are."),
    rpoHours: hours.describe("Hours of data that may be lost at the most (recovery point objective)."),
    rtoHours: hours.describe("Hours until the data must be back (recovery time objective)."),
    owner: text.describe("Who answers for the numbers."),
    reviewed: z.iso.date().describe("Day of the last review, ISO: 2026-09-30."),
  })
  .refine((entry) => (entry.address === undefined) !== (entry.tag === undefined), {
    error: "an objective names the stores it speaks of by address or by tag, one of the two",
  });

/** Schema of `registers/recovery-objectives.yaml`. */
export const recoveryObjectivesSchema = z.strictObject({ objectives: z.array(entrySchema).default([]) });

/** One entry, and where it stands. Of several that speak of a store the shortest objective holds. */
export type RecoveryObjective = z.infer<typeof entrySchema> &
  Objective & {
    /** `file:line:column`. */
    readonly place: string;
  };

/**
 * Parses the register.
 *
 * @param file name for messages
 * @throws {PhiwardError} `RECOVERY_OBJECTIVES_INVALID` with file, line and column
 */
export function parseRecoveryObjectives(source: string, file: string): readonly RecoveryObjective[] {
  const code = "RECOVERY_OBJECTIVES_INVALID";
  const { data, at } = readYaml(source, file, recoveryObjectivesSchema, code);
  const places = new Map<string, string>();
  return data.objectives.map((entry, index) => {
    const other = places.get(entry.id);
    if (other !== undefined)
      throw new PhiwardError(
        code,
        `${at(["objectives", index, "id"])}: the id ${entry.id} is taken by the entry at ${other}`,
      );
    const place = at(["objectives", index]);
    places.set(entry.id, place);
    return { ...entry, place };
  });
}
