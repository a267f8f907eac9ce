// What the configuration's source can add to a plan. The gate fills this from `--source`; the model only asks.

import type { RawExpression } from "../plan/types.ts";
import type { Path, Resource, SourceLocation, Trace, Value } from "./types.ts";

/** A `resource` or `data` block, named by its module's address without instance keys (`""` for the root). */
export interface BlockName {
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
}

/** Resolves a reference as written in the resource's module: its value where it is known, else `undefined`. */
export type Lookup = (reference: string) => Value | undefined;

/** Answers from the source. Each returns `undefined` where the source does not say. */
export interface SourceHints {
  /** Expression of a local value, in the form that `configuration` uses. */
  local(module: string, name: string): RawExpression | undefined;
  /**
   * Expression behind an attribute that `configuration` leaves out, such as one in a dynamic block; `"unwritten"` where the source
   * shows that nobody wrote it.
   */
  expression(block: BlockName, path: Path): RawExpression | "unwritten" | undefined;
  /** Document that an attribute would hold, with `UNKNOWN` for leaves known only after apply (then `partial`). */
  document(
    resource: Resource,
    path: Path,
    lookup: Lookup,
  ): { readonly value: Value; readonly partial: boolean } | undefined;
  /** Where the block stands. */
  location(block: BlockName): SourceLocation | undefined;
  /** What a construct wrote beside the block. */
  trace(block: BlockName): Trace | undefined;
}
