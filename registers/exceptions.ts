// The register of exceptions: fails that a named person accepts, with a reason and an end date.

import { z } from "zod";
import { PhiwardError } from "../gate/error.ts";
import { issueText, pathText, readYaml } from "./yaml.ts";

const text = z.string().trim().min(1);

const entryObject = z.strictObject({
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
});
const protects = (entry: { compensating?: string | undefined; evidence?: string | undefined }): boolean =>
  entry.compensating !== undefined || entry.evidence !== undefined;
const unprotected = {
  error: "an exception names a compensating measure or evidence: add compensating or evidence",
};
const entrySchema = entryObject.refine(protects, unprotected);
const writtenSchema = entryObject.omit({ address: true }).refine(protects, unprotected);

/** Schema of `registers/exceptions.yaml`. */
export const exceptionsSchema = z.strictObject({ exceptions: z.array(entrySchema).default([]) });

/** One entry, and where it stands. */
export type ExceptionEntry = z.infer<typeof entrySchema> & {
  /** `file:line:column`. */
  readonly place: string;
  /**
   * Addresses without instance keys of the blocks whose resources it speaks of, and of no others: an entry that a construct wrote
   * beside the resource that it made. `address` lists them and is no pattern then.
   */
  readonly blocks?: readonly string[];
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

/** Where an entry stands that a construct wrote beside a resource. */
interface WrittenAt {
  readonly place: string;
  /** Address of the resource without instance keys. */
  readonly address: string;
  /** The entry in the words of a message: `exceptions[0] of aws_s3_bucket.documents`. */
  readonly subject: string;
}

/**
 * Reads an entry that a construct wrote: one of the register without an address, since it stands beside its resource.
 *
 * @throws {PhiwardError} `EXCEPTIONS_INVALID` with the place
 */
export function parseWrittenException(value: unknown, { place, address, subject }: WrittenAt): ExceptionEntry {
  const parsed = writtenSchema.safeParse(value);
  if (parsed.success) return { ...parsed.data, address, blocks: [address], place };
  const [issue] = parsed.error.issues;
  const key = issue && issue.path.length > 0 ? `${pathText(issue.path)}: ` : "";
  const what = issue ? issueText(issue) : "does not fit its schema";
  throw new PhiwardError("EXCEPTIONS_INVALID", `${place}: ${subject}: ${key}${what}`);
}
