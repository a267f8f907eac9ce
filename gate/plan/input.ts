// Bytes of a plan: from a file, a gzip file, standard input or, for a binary plan, from Terraform or OpenTofu.

import { isUtf8 } from "node:buffer";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { PhiwardError } from "../error.ts";

/** How {@link readPlan} reaches outside. */
export interface ReadOptions {
  /** Standard input, read for the file name `-`. Default: that of the process. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Commands tried in this order on a binary plan file. Default: `terraform`, `tofu`. */
  readonly commands?: readonly string[];
}

/** Longest text that one string of the runtime can hold, a little rounded down. */
const MAX_TEXT_BYTES = 0x1fff_ff00;
const WANTED = "expected the JSON that terraform show -json prints";

/**
 * Reads the JSON text of a plan or state.
 *
 * @throws {PhiwardError} `PLAN_NOT_FOUND`, `PLAN_IS_DIRECTORY`, `PLAN_UNREADABLE`, `PLAN_EMPTY`, `PLAN_GZIP_DAMAGED`,
 * `PLAN_TOO_LARGE`, `PLAN_NOT_TEXT`, `PLAN_BINARY_NO_COMMAND`, `PLAN_BINARY_FAILED`, `PLAN_BINARY_STDIN`
 */
export async function readText(file: string, options: ReadOptions = {}): Promise<string> {
  const bytes = unpack(file, await readBytes(file, options));
  if (isZip(bytes)) return decode(file, await showBinaryPlan(file, options.commands ?? ["terraform", "tofu"]));
  return decode(file, bytes);
}

/**
 * Reads the JSON text of a plan or state at once. Standard input and binary plans take time, and are refused.
 *
 * @throws {PhiwardError} as {@link readText}, and `PLAN_BINARY_NO_COMMAND` for every binary plan
 */
export function readTextSync(file: string): string {
  let packed: Buffer;
  try {
    packed = readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  const bytes = unpack(file, packed);
  if (isZip(bytes))
    throw new PhiwardError("PLAN_BINARY_NO_COMMAND", `${file}: is a binary plan, which is not read here, ${WANTED}`);
  return decode(file, bytes);
}

function unpack(file: string, packed: Buffer): Buffer {
  const bytes = gunzip(file, packed);
  if (bytes.length === 0) throw new PhiwardError("PLAN_EMPTY", `${file}: the file is empty, ${WANTED}`);
  return bytes;
}

async function readBytes(file: string, options: ReadOptions): Promise<Buffer> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of options.stdin ?? process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): PhiwardError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOENT" || code === "ENOTDIR")
    return new PhiwardError("PLAN_NOT_FOUND", `${file}: no such file, ${WANTED}`);
  if (code === "EISDIR")
    return new PhiwardError("PLAN_IS_DIRECTORY", `${file}: is a directory, expected a file with a plan or a state`);
  return new PhiwardError("PLAN_UNREADABLE", `${file}: cannot be read (${code}), expected a readable file`);
}

function gunzip(file: string, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(file);
    throw new PhiwardError(
      "PLAN_GZIP_DAMAGED",
      `${file}: gzip data ends early or is damaged, expected a whole gzip file`,
    );
  }
}

const isZip = (bytes: Buffer): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

function decode(file: string, bytes: Buffer): string {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(file);
  // Redirecting with `>` in Windows PowerShell writes UTF-16.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if (!isUtf8(body) || body.includes(0))
    throw new PhiwardError("PLAN_NOT_TEXT", `${file}: holds binary data, ${WANTED}`);
  return body.toString("utf8");
}

async function showBinaryPlan(file: string, commands: readonly string[]): Promise<Buffer> {
  if (file === "-")
    throw new PhiwardError(
      "PLAN_BINARY_STDIN",
      "-: standard input is a binary plan, expected JSON or the name of the plan file",
    );
  const path = resolve(file);
  // The plugins that know the plan's types lie where `init` ran: usually beside the plan.
  const beside = dirname(path);
  const cwd = existsSync(join(beside, ".terraform")) ? beside : process.cwd();
  for (const command of commands) {
    const shown = await run(command, ["show", "-json", path], cwd);
    if (shown === "missing") continue;
    if (shown.failed)
      throw new PhiwardError(
        "PLAN_BINARY_FAILED",
        `${file}: ${command} show -json could not read this binary plan, run it where the plan was made and pass on its output`,
      );
    return shown.stdout;
  }
  throw new PhiwardError(
    "PLAN_BINARY_NO_COMMAND",
    `${file}: is a binary plan and neither ${commands.join(" nor ")} is on the PATH, ${WANTED}`,
  );
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<"missing" | { failed: boolean; stdout: Buffer }> {
  return new Promise((done) => {
    execFile(command, args, { cwd, encoding: "buffer", maxBuffer: MAX_TEXT_BYTES }, (error, stdout) => {
      if (error && error.code === "ENOENT") done("missing");
      else done({ failed: error !== null, stdout });
    });
  });
}

const tooLarge = (file: string): PhiwardError =>
  new PhiwardError("PLAN_TOO_LARGE", `${file}: is larger than 512 MiB, expected a plan that one process can hold`);
