// Judges whole inputs with OPA itself, to be compared with what the wasm says of the same in shards.
// usage: native-eval.ts INPUT.json…   an input is {resources: [{address, facts}], profile}; prints one JSON line for each

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { PhiwardError } from "../gate/error.ts";
import { opa } from "./policies/opa.ts";
import { readRego } from "./policies/sources.ts";

/** What one control says of a whole input. */
export interface Said {
  /** Addresses, sorted. */
  readonly applies: readonly string[];
  readonly status: Readonly<Record<string, unknown>>;
}
/** Control id → what it says. */
export type Answer = Readonly<Record<string, Said>>;

const said = z.strictObject({ applies: z.array(z.string()), status: z.record(z.string(), z.unknown()) });
const resultsSchema = z.object({
  result: z.array(
    z.object({
      path: z.string(),
      error: z.unknown().optional(),
      result: z.record(z.string(), z.record(z.string(), said)).optional(),
    }),
  ),
});

/**
 * Answers of every control for each input, all facts at once, in one process.
 *
 * @param inputs the whole model of a plan by any name: `{resources: [{address, facts}], profile}`
 * @throws {PhiwardError} `OPA_FAILED` where OPA refuses an input or leaves one unanswered
 */
export function evaluateNatively(inputs: ReadonlyMap<string, unknown>): ReadonlyMap<string, Answer> {
  const folder = mkdtempSync(join(tmpdir(), "phiward-native-"));
  try {
    for (const [path, text] of readRego(["controls", "lib", "gate"])) {
      const file = join(folder, "bundle", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const names = [...inputs.keys()];
    const files = names.map((name, index) => {
      const file = `${index}.json`;
      writeFileSync(join(folder, file), JSON.stringify(inputs.get(name)));
      return file;
    });
    if (files.length === 0) return new Map();
    const printed = opa(["exec", "--bundle", "bundle", "--decision", "gate", "--log-level", "error", ...files], folder);
    const answers = new Map<string, Answer>();
    for (const { path, error, result } of resultsSchema.parse(JSON.parse(printed)).result) {
      const name = names[Number(basename(path, ".json"))];
      if (error !== undefined || result === undefined || name === undefined)
        throw new PhiwardError("OPA_FAILED", `opa does not judge ${name ?? path}: ${JSON.stringify(error)}`);
      const controls = Object.values(result).flatMap((entrypoint) => Object.entries(entrypoint));
      answers.set(
        name,
        Object.fromEntries(controls.map(([id, { applies, status }]) => [id, { applies: applies.sort(), status }])),
      );
    }
    if (answers.size !== inputs.size)
      throw new PhiwardError("OPA_FAILED", `opa judged ${answers.size} of ${inputs.size} inputs`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const inputs = new Map(process.argv.slice(2).map((file) => [file, JSON.parse(readFileSync(file, "utf8"))]));
  for (const [input, controls] of evaluateNatively(inputs)) console.log(JSON.stringify({ input, controls }));
}
