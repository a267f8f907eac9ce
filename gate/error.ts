/** Exit codes of the command: `0` pass, `1` blocked, `2` could not judge, `3` usage. */
export const EXIT = { pass: 0, blocked: 1, unjudged: 2, usage: 3 } as const;

/**
 * The one error that phiward throws on purpose. `code` is stable, upper case (`PLAN_TRUNCATED`); the message is one
 * sentence that names the file, line or path, what was found and what was expected.
 */
export class PhiwardError extends Error {
  override readonly name = "PhiwardError";
  readonly code: string;
  /** Exit code of a command that ends with this error: `unjudged` unless the caller's words are wrong. */
  readonly exit: number;

  constructor(code: string, message: string, exit: number = EXIT.unjudged) {
    super(message);
    this.code = code;
    this.exit = exit;
  }
}
