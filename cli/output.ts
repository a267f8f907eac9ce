// Where the command writes: standard output that may be closed early, or a file that is whole or not there.

import {
  accessSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import picocolors from "picocolors";
import { EXIT, PhiwardError } from "../gate/error.ts";
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
    open = false;
    if (error.code === "EPIPE") return;
    // Thrown from here, nobody would catch it, and Node's exit code for that is ours for "blocked".
    process.stderr.write(`phiward: OUTPUT_UNWRITABLE: standard output cannot be written (${error.message})\n`);
    process.exit(EXIT.unjudged);
  });
  return {
    write(text) {
      if (open) process.stdout.write(text);
    },
    finish() {},
    abandon() {},
  };
}

/** What runs with errors of the file system turned into `OUTPUT_UNWRITABLE`. */
function guarded<T>(file: string, act: () => T, undo: () => void = () => {}): T {
  try {
    return act();
  } catch (error) {
    undo();
    throw new PhiwardError(
      "OUTPUT_UNWRITABLE",
      `${file} cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/**
 * A file that appears only when it is whole; a link stays a link, a device or a pipe is written as it is.
 *
 * @throws {PhiwardError} `OUTPUT_UNWRITABLE`
 */
function fileOutput(file: string): Output {
  const found = guarded(file, () => statSync(file, { throwIfNoEntry: false }));
  if (found?.isDirectory()) throw new PhiwardError("OUTPUT_UNWRITABLE", `${file} is a folder, expected a file`);
  if (found !== undefined && !found.isFile()) return specialOutput(file);
  const target = found === undefined ? file : guarded(file, () => realpathSync(file));
  guarded(file, () => accessSync(dirname(target), constants.W_OK));
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}`);
  const remove = (): void => rmSync(temporary, { force: true });
  // Opened with the first text: a command that is stopped while it judges leaves nothing behind.
  let descriptor: number | undefined;
  const opened = (): number => {
    descriptor ??= openSync(temporary, "w");
    return descriptor;
  };
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    write: (text) => guarded(file, () => writeFileSync(opened(), text), remove),
    finish: () =>
      guarded(
        file,
        () => {
          opened();
          close();
          renameSync(temporary, target);
        },
        remove,
      ),
    abandon() {
      close();
      remove();
    },
  };
}

/** A device or a named pipe: renaming a file over it would take it away from everybody. */
function specialOutput(file: string): Output {
  const descriptor = guarded(file, () => openSync(file, "w"));
  return {
    write: (text) => guarded(file, () => writeFileSync(descriptor, text)),
    finish: () => guarded(file, () => closeSync(descriptor)),
    abandon: () => closeSync(descriptor),
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
