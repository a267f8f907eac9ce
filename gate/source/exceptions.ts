// Exceptions that constructs write beside the resources they make, as entries that stand beside the register's.

import { type ExceptionEntry, parseWrittenException } from "../../registers/exceptions.ts";
import { PhiwardError } from "../error.ts";
import type { SourceLocation, Trace } from "../model/types.ts";

/** A block of the source, and what its construct wrote beside it. */
export interface TracedBlock {
  /** Address without instance keys: `module.store.aws_s3_bucket.documents`. */
  readonly address: string;
  readonly location?: SourceLocation;
  readonly trace: Trace;
}

/**
 * The entries of all blocks. A construct of several resources may write one entry beside several of them: the same words under
 * the same id are one entry.
 *
 * @throws {PhiwardError} `EXCEPTIONS_INVALID` with the place, where an entry does not fit the register's schema, or bears the id
 *   of another entry or of one of the register
 */
export function writtenExceptions(
  blocks: Iterable<TracedBlock>,
  register: readonly ExceptionEntry[],
): readonly ExceptionEntry[] {
  const taken = new Map(register.map((entry) => [entry.id, entry]));
  const written = new Map<
    string,
    { readonly entry: ExceptionEntry; readonly words: string; readonly blocks: string[] }
  >();
  for (const { address, location, trace } of blocks)
    for (const [index, value] of trace.exceptions.entries()) {
      const place = placeOf(trace.createdAt ?? location, address);
      const entry = parseWrittenException(value, { place, address, subject: `exceptions[${index}] of ${address}` });
      const words = JSON.stringify({ ...entry, address: "", blocks: [], place: "" });
      const same = written.get(entry.id);
      const other = taken.get(entry.id) ?? (same?.words === words ? undefined : same?.entry);
      if (other)
        throw new PhiwardError(
          "EXCEPTIONS_INVALID",
          `${place}: the id ${entry.id} of an exception of ${address} is taken by the entry at ${other.place}`,
        );
      if (!same) written.set(entry.id, { entry, words, blocks: [address] });
      else if (!same.blocks.includes(address)) same.blocks.push(address);
    }
  return [...written.values()].map(({ entry, blocks: own }) => ({ ...entry, address: own.join(", "), blocks: own }));
}

function placeOf(location: SourceLocation | undefined, address: string): string {
  if (!location) return address;
  const { file, line, column } = location;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
