// The register of exceptions: fails that a named person accepts, with a reason and an end date.

import { z } from "zod";
import { PhiwardError } from "../gate/error.ts";
import { readYaml } from "./yaml.ts";

const text = z.string().trim().min(1);

const entrySchema = z
  .strictObject({
    id: text.describe("Name of the entry, unique in the file: EX-2026-004."),
    control: text.describe("Id of the one control whose fail is accepted."),
    address: text.describe("Address of the resource; * stands for any text, nothing else is special."),
    kind: z.enum(["addressable-decision", "alternative-means", "remediation"]),
    owner: text.describe("Who answers for the resource."),
    approvedBy: text.describe("Who accepted the fail; neither the owner nor the author of the entry."),
    author: text.optional().describe("Who wrote the entry."),
    reason: text,
    compensating: text.optional().describe("What protects the data meanwhile, or the plan that mends it."),
    evidence: text.optional().describe("Where the alternative means can be seen."),
    until: z.iso.date().describe("Last day on which the exception holds, ISO: 2027-03-31."),
  })
  .refine((entry) => entry.compensating !== undefined || entry.evidence !== undefined, {
    error: "an exception names a compensating measure or evidence: add compensating or evidence",
  });

/** Schema of `registers/exceptions.yaml`. */
export const exceptionsSchema = z.strictObject({ exceptions: z.array(entrySchema).default([]) });

/** One entry, and where it stands. */
export type ExceptionEntry = z.infer<typeof entrySchema> & {
  /** `file:line:column`. */
  readonly place: string;
};

/**
 * Parses the register.
 *
 * @param file name for messages
 * @throws {PhiwardError} `EXCEPTIONS_INVALID` with file, line and column
 */
export function parseExceptions(source: string, file: string): readonly ExceptionEntry[] {
  const { data, at } = readYaml(source, file, exceptionsSchema, "EXCEPTIONS_INVALID");
  const entries = data.exceptions.map((entry, index) => ({ ...entry, place: at(["exceptions", index]) }));
  const seen = new Map<string, ExceptionEntry>();
  for (const [index, entry] of entries.entries()) {
    const other = seen.get(entry.id);
    if (other)
      throw new PhiwardError(
        "EXCEPTIONS_INVALID",
        `${at(["exceptions", index, "id"])}: the id ${entry.id} is taken by the entry at ${other.place}`,
      );
    seen.set(entry.id, entry);
  }
  return entries;
}
