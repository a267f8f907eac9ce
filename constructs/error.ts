// What a construct says when it refuses.

import type { IConstruct } from "./internal/cdktf.ts";

/** A construct that cannot be built as asked. The message ends with the construct's path in the tree. */
export class ConstructError extends Error {
  override readonly name = "ConstructError";
  /**
   * @param code stable word for programs: `RETENTION_TOO_SHORT`
   * @param message what was found and what was expected, with unit
   * @param at construct that refuses
   */
  constructor(
    readonly code: string,
    message: string,
    at: IConstruct,
  ) {
    super(`${message} (${at.node.path})`);
  }
}
