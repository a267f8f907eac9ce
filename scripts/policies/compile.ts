// Compiles the controls to one wasm.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PhiwardError } from "../../gate/error.ts";
import { opa } from "./opa.ts";

const BLOCK = 512;

/** A file of a tar archive, by its name. */
function readTar(tar: Buffer, name: string): Buffer {
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const field = (offset: number, length: number) =>
      tar.toString("latin1", at + offset, at + offset + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12).trim() || "0", 8);
    if (field(0, 100) === name) return tar.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new PhiwardError("OPA_FAILED", `opa build wrote an archive without ${name}`);
}

/**
 * The wasm of given entrypoints. Everything is copied to an empty folder first, so that nothing but the named files takes part.
 *
 * @param files Rego by its path below `policies/`
 * @param facts entrypoints are `gate/<fact>`
 * @param optimization level of `opa build`, 0 to 2
 */
export function compile(
  files: ReadonlyMap<string, string>,
  facts: readonly string[],
  capabilities: string,
  optimization = 0,
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "phiward-policies-"));
  try {
    const sources = join(folder, "sources");
    for (const [path, text] of files) {
      mkdirSync(dirname(join(sources, path)), { recursive: true });
      writeFileSync(join(sources, path), text);
    }
    writeFileSync(join(folder, "capabilities.json"), capabilities);
    const output = join(folder, "bundle.tar.gz");
    const entrypoints = facts.flatMap((fact) => ["-e", `gate/${fact}`]);
    const options = ["-t", "wasm", "--capabilities", "../capabilities.json", "-O", String(optimization)];
    opa(["build", ...options, ...entrypoints, "-o", output, "."], sources);
    return readTar(gunzipSync(readFileSync(output)), "/policy.wasm");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
