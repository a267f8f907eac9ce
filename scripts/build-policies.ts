// Builds the policy bundle from the Rego: entrypoints, capabilities, wasm, list of controls and their pages.
// usage: build-policies.ts [--check]   with --check nothing is written, and any difference from what is committed fails

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PhiwardError } from "../gate/error.ts";
import { renderCapabilities } from "./policies/capabilities.ts";
import { compile } from "./policies/compile.ts";
import { inspectControls } from "./policies/controls.ts";
import { byFact, renderEntrypoint } from "./policies/gate.ts";
import { renderPage } from "./policies/page.ts";
import { readRego } from "./policies/sources.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Folders that hold nothing but generated files: what is no longer generated is removed. */
const OWNED = ["policies/gate", "policies/bundle", "docs/controls"];

/** Everything that the build generates, by path from the repository's root. */
export function build(): ReadonlyMap<string, string | Buffer> {
  const { controls, types, safeguards } = inspectControls();
  const facts = byFact(controls);
  const outputs = new Map<string, string | Buffer>();
  for (const [fact, ids] of facts) outputs.set(`policies/gate/${fact}.rego`, renderEntrypoint(fact, ids));
  const capabilities = renderCapabilities();
  outputs.set("policies/capabilities.json", capabilities);
  // One line a control keeps the file small and its differences readable.
  const lines = controls.map((control) => JSON.stringify(control)).join(",\n");
  outputs.set("policies/bundle/controls.json", `[\n${lines}\n]\n`);
  outputs.set("policies/bundle/policy.wasm", compile(regoSources(outputs), [...facts.keys()], capabilities));
  for (const control of controls)
    outputs.set(`docs/controls/${control.id}.md`, renderPage(control, types.get(control.id) ?? [], safeguards));
  return outputs;
}

/** Rego that goes into the wasm: what people wrote, and the entrypoints just made. */
function regoSources(outputs: ReadonlyMap<string, string | Buffer>): ReadonlyMap<string, string> {
  const sources = new Map(readRego(["controls", "lib"]));
  for (const [path, text] of outputs)
    if (typeof text === "string" && path.endsWith(".rego")) sources.set(path.replace(/^policies\//, ""), text);
  return sources;
}

/** Files that stand in a generated folder and are generated no more. */
function strays(outputs: ReadonlyMap<string, unknown>): string[] {
  return OWNED.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  ).filter((path) => !outputs.has(path));
}

/** Paths whose committed content is not what the build gives. */
export function differences(outputs: ReadonlyMap<string, string | Buffer>): string[] {
  const changed = [...outputs].filter(([path, content]) => {
    const file = join(root, path);
    return !existsSync(file) || !readFileSync(file).equals(Buffer.from(content));
  });
  return [...changed.map(([path]) => path), ...strays(outputs)].sort();
}

function main(check: boolean): void {
  const outputs = build();
  const changed = differences(outputs);
  if (check) {
    for (const path of changed)
      console.error(`${path} is not what the sources give: run npx tsx scripts/build-policies.ts`);
    process.exitCode = changed.length > 0 ? 1 : 0;
    return;
  }
  for (const path of changed) {
    const content = outputs.get(path);
    if (content === undefined) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }
  const wasm = outputs.get("policies/bundle/policy.wasm");
  console.log(`${changed.length} files written; policy.wasm has ${wasm?.length ?? 0} bytes`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.includes("--check"));
  } catch (error) {
    if (!(error instanceof PhiwardError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = error.exit;
  }
}
