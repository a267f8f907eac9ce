// Reads the configuration that lies beside a plan: HCL, or the JSON that CDKTF synthesises. Read once, asked by module path.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { PhiwardError } from "../error.ts";
import type { SourceLocation, Trace, Value } from "../model/types.ts";
import { locateJson, locateText } from "./locate.ts";
import { readTrace } from "./trace.ts";

/** Blocks of one resource, data source or module call, as the parser gives them: expressions are text in `${…}`. */
export type Block = { readonly [key: string]: Value };

/** One module's directory. */
export interface SourceModule {
  /** Names of the calls that lead to it, none for the root. */
  readonly path: readonly string[];
  /** Absolute directory. */
  readonly directory: string;
  readonly locals: ReadonlyMap<string, Value>;
  /** Defaults of variables that have one. */
  readonly defaults: ReadonlyMap<string, Value>;
  /** `aws_s3_bucket.main`, `data.aws_iam_policy_document.main`. */
  readonly blocks: ReadonlyMap<string, Block>;
  readonly calls: ReadonlyMap<string, Block>;
  readonly locations: ReadonlyMap<string, SourceLocation>;
  /** What constructs wrote beside their blocks, by the names of `blocks`. */
  readonly traces: ReadonlyMap<string, Trace>;
}

/** The configuration of a whole plan. */
export interface Source {
  readonly modules: Iterable<SourceModule>;
  /** Module by the names of its calls, without instance keys; undefined where its directory is not at hand. */
  module(path: readonly string[]): SourceModule | undefined;
}

const blockList = z
  .array(z.record(z.string(), z.json()))
  .or(z.record(z.string(), z.json()).transform((block) => [block]));
const twoLabels = z.record(z.string(), z.record(z.string(), blockList)).default({});
const fileSchema = z.looseObject({
  resource: twoLabels,
  data: twoLabels,
  module: z.record(z.string(), blockList).default({}),
  variable: z.record(z.string(), blockList).default({}),
  locals: blockList.default([]),
});
const manifestSchema = z.object({ Modules: z.array(z.object({ Key: z.string(), Dir: z.string() })) });

/**
 * Reads every `.tf` and `.tf.json` file of the root module and of each module that can be found: by a relative source, or
 * through `.terraform/modules/modules.json`.
 *
 * @throws {PhiwardError} `SOURCE_UNREADABLE` where the directory or a file of it cannot be read or parsed, or where a construct's
 *   note beside a resource has an unknown shape
 */
export async function loadSource(directory: string): Promise<Source> {
  const root = resolve(directory);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new PhiwardError(
      "SOURCE_UNREADABLE",
      `${directory}: not a directory; --source expects the folder of the Terraform configuration or of cdk.tf.json`,
    );
  const manifest = readManifest(root);
  const modules = new Map<string, SourceModule>();
  const queue: { path: readonly string[]; directory: string }[] = [{ path: [], directory: root }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const module = await readModule(root, next);
    modules.set(next.path.join("."), module);
    for (const [name, call] of module.calls) {
      const path = [...next.path, name];
      const found = manifest.get(path.join(".")) ?? localDirectory(next.directory, call.source);
      // Calls can be recursive only by mistake; Terraform refuses them, so the depth is that of the configuration.
      if (found !== undefined && existsSync(found) && path.length <= 32) queue.push({ path, directory: found });
    }
  }
  return { modules: [...modules.values()], module: (path) => modules.get(path.join(".")) };
}

function readManifest(root: string): ReadonlyMap<string, string> {
  const file = join(root, ".terraform", "modules", "modules.json");
  if (!existsSync(file)) return new Map();
  const parsed = manifestSchema.safeParse(parseJson(file, readFileSync(file, "utf8")));
  return new Map(parsed.success ? parsed.data.Modules.map(({ Key, Dir }) => [Key, resolve(root, Dir)]) : []);
}

function localDirectory(from: string, source: Value | undefined): string | undefined {
  return typeof source === "string" && /^\.{1,2}\//.test(source) ? resolve(from, source) : undefined;
}

async function readModule(
  root: string,
  { path, directory }: Pick<SourceModule, "path" | "directory">,
): Promise<SourceModule> {
  const locals = new Map<string, Value>();
  const defaults = new Map<string, Value>();
  const blocks = new Map<string, Block>();
  const calls = new Map<string, Block>();
  const locations = new Map<string, SourceLocation>();
  const traces = new Map<string, Trace>();
  for (const name of readdirSync(directory).sort()) {
    const json = name.endsWith(".tf.json") || name === "cdk.tf.json";
    if (!json && !name.endsWith(".tf")) continue;
    const file = join(directory, name);
    const text = readFileSync(file, "utf8");
    const shown = relative(root, file);
    const parsed = fileSchema.safeParse(json ? parseJson(shown, text) : await parseHcl(shown, text));
    if (!parsed.success)
      throw new PhiwardError("SOURCE_UNREADABLE", `${shown}: ${z.prettifyError(parsed.error).split("\n")[0]}`);
    const { resource, data, module, variable, locals: localBlocks } = parsed.data;
    for (const [prefix, kinds] of [
      ["", resource],
      ["data.", data],
    ] as const)
      for (const [type, named] of Object.entries(kinds))
        for (const [label, list] of Object.entries(named))
          if (list[0]) {
            const block = `${prefix}${type}.${label}`;
            blocks.set(block, list[0]);
            const trace = json ? readTrace(list[0], `${shown}: ${block}`) : undefined;
            if (trace) traces.set(block, trace);
          }
    for (const [label, list] of Object.entries(module)) if (list[0]) calls.set(label, list[0]);
    for (const [label, list] of Object.entries(variable))
      if (list[0]?.default !== undefined) defaults.set(label, list[0].default);
    for (const block of localBlocks) for (const [label, value] of Object.entries(block)) locals.set(label, value);
    for (const [address, line] of json ? locateJson(text) : locateText(text))
      locations.set(address, { file: shown.replaceAll("\\", "/"), line });
  }
  return { path, directory, locals, defaults, blocks, calls, locations, traces };
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PhiwardError(
      "SOURCE_UNREADABLE",
      `${file}: not valid JSON (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

async function parseHcl(file: string, text: string): Promise<unknown> {
  // Loaded only here: the parser is a large module that most runs never need.
  const { parse } = await import("@cdktf/hcl2json");
  try {
    return await parse(file, text);
  } catch (error) {
    throw new PhiwardError(
      "SOURCE_UNREADABLE",
      `${file}: not valid HCL (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`,
    );
  }
}
