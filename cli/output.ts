// Where the command writes: standard output that may be closed early, or a file that is whole or not there.

import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import picocolors from "picocolors";
import { PhiwardError } from "../gate/error.ts";
import type { Colors } from "../report/options.ts";

export interface Output {
  write(text: string): void;
  /** Puts the file in its place; nothing to do for standard output. */
  finish(): void;
  /** Removes what was written so far. */
  abandon(): void;
}

/** Standard output. A reader that stops early (`| head`) ends the writing, not the judging. */
function standardOutput(): Output {
  let open = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    open = false;
  });
  return {
    write(text) {
      if (open) process.stdout.write(text);
    },
    finish() {},
    abandon() {},
  };
}

/**
 * A file that appears only when it is whole.
 *
 * @throws {PhiwardError} `OUTPUT_UNWRITABLE`
 */
function fileOutput(file: string): Output {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}`);
  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new PhiwardError(
        "OUTPUT_UNWRITABLE",
        `${file} cannot be written (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  };
  const descriptor = guarded(() => openSync(temporary, "w"));
  return {
    write: (text) => guarded(() => void writeSync(descriptor, text)),
    finish: () =>
      guarded(() => {
        closeSync(descriptor);
        renameSync(temporary, file);
      }),
    abandon() {
      closeSync(descriptor);
      rmSync(temporary, { force: true });
    },
  };
}

/** The output that `--output` names, else standard output. */
export const openOutput = (file: string | undefined): Output =>
  file === undefined ? standardOutput() : fileOutput(file);

/** Whether text for a stream may hold colours: `NO_COLOR` and `FORCE_COLOR` first, then whether a person looks on. */
export function wantsColor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Colours, or functions that leave text as it is. */
export const colorsFor = (enabled: boolean): Colors => picocolors.createColors(enabled);

/** A line on standard error that says what takes so long; only for a person. */
interface Progress {
  say(text: string): void;
  clear(): void;
}

/** Progress on a terminal, silence elsewhere. */
export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { say() {}, clear() {} };
  return {
    say: (text) => void stream.write(`\r\u001b[K${text.slice(0, Math.max(0, (stream.columns ?? 80) - 1))}`),
    clear: () => void stream.write("\r\u001b[K"),
  };
}
