// Errors of the command, and what it takes from the command line.

import { suggestion } from "../catalogue/nearest.ts";
import { EXIT, PhiwardError } from "../gate/error.ts";

/** An error of exit code 3. */
export const usage = (message: string): PhiwardError => new PhiwardError("USAGE", message, EXIT.usage);

/** A parser for commander that refuses a second value of the same option: the first could not take effect. */
export const once =
  <T>(name: string, parse: (text: string) => T) =>
  (text: string, previous: T | undefined): T => {
    if (previous !== undefined) throw usage(`${name} was given twice`);
    return parse(text);
  };

/** Text as it is. */
export const asText = (text: string): string => {
  if (text === "") throw usage("an option was given an empty value");
  return text;
};

/** One of some words. */
export const oneOf =
  <T extends string>(what: string, words: readonly T[]) =>
  (text: string): T => {
    const found = words.find((word) => word === text);
    if (found === undefined)
      throw usage(
        `there is no ${what} ${JSON.stringify(text)}${suggestion(text, words)}, expected ${words.join(", ")}`,
      );
    return found;
  };

/** An ISO date (midnight UTC) or a date and time with its zone. */
export function asClock(text: string): Date {
  const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const day = text.slice(0, 10);
  const clock = new Date(text);
  const midnight = new Date(day);
  // JavaScript turns the 31st of February into March without a word.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  if (!form.test(text) || !exists || Number.isNaN(clock.getTime()))
    throw usage(
      `--now expects an ISO date or date and time with zone, such as 2026-12-31 or 2026-12-31T08:00:00Z, got ${JSON.stringify(text)}`,
    );
  return clock;
}

/** Prints an error as `phiward: CODE: sentence` and returns its exit code. */
export function printError(error: unknown): number {
  if (error instanceof PhiwardError) {
    process.stderr.write(`phiward: ${error.code}: ${visible(error.message)}\n`);
    return error.exit;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`phiward: INTERNAL_FAULT: this is a mistake in phiward, please report it: ${text}\n`);
  return EXIT.unjudged;
}

/** Names of files come from elsewhere: what a terminal would act upon is spelled out. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
