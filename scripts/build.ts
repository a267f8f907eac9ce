// Builds the package: `dist/phiward.js` (the command), `dist/index.js`, `dist/constructs.js`, `dist/synth.js`, data, schemas and types.
// usage: build.ts

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { binaryFiles, type YamlFile, yamlFiles } from "../catalogue/files.ts";
import { parseProfile } from "../catalogue/profiles.ts";
import { parseSafeguards } from "../catalogue/safeguards.ts";
import { schemas } from "../cli/schema-list.ts";
import { bundleDigest } from "../gate/judge/engine.ts";
import { englishOnly, jsonAsText, usersPeers } from "./build-plugins.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...path: string[]): string => join(root, ...path);
// Built beside and moved in one step: a command that runs meanwhile finds the old build or the new one.
const work = at("node_modules", ".cache", "phiward");
const dist = join(work, `new-${process.pid}`);

/** The bundled modules of CommonJS (commander, yaml, the engine's host) ask for `require`. */
const requireBanner =
  'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);';

const [controlsFile, wasmFile] = binaryFiles;
const digest = bundleDigest(readFileSync(at(wasmFile)), readFileSync(at(controlsFile)));

async function bundle(entry: string, name: string, banner: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(dist, name),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    // The parser of HCL finds its own wasm beside itself.
    external: ["@cdktf/hcl2json"],
    banner: { js: banner },
    define: { PHIWARD_BUNDLED: "true", PHIWARD_BUNDLE_DIGEST: JSON.stringify(digest) },
    plugins: [jsonAsText, englishOnly, usersPeers],
    jsx: "automatic",
    jsxImportSource: "preact",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "inline",
    logLevel: "warning",
  });
}

const yamlParsers: Readonly<Record<YamlFile, (text: string) => unknown>> = {
  "catalogue/profiles/hipaa.yaml": parseProfile,
  "catalogue/profiles/hygiene.yaml": parseProfile,
  "catalogue/profiles/nprm-2025.yaml": parseProfile,
  "catalogue/safeguards.yaml": parseSafeguards,
};

function data(): void {
  const write = (file: string, content: string | Uint8Array): void => {
    const target = join(dist, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const file of binaryFiles) write(`data/${file}`, readFileSync(at(file)));
  for (const file of yamlFiles)
    write(`data/${file}.json`, `${JSON.stringify(yamlParsers[file](readFileSync(at(file), "utf8")))}\n`);
  for (const [name, schema] of Object.entries(schemas))
    write(`schemas/${name}.json`, `${JSON.stringify(schema(), null, 2)}\n`);
}

function types(): void {
  const tsc = at("node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(
    process.execPath,
    [tsc, "-p", at("tsconfig.build.json"), "--outDir", join(dist, "types")],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  if (status !== 0) throw new Error(`tsc ended with ${status}`);
}

try {
  mkdirSync(dist, { recursive: true });
  await Promise.all([
    bundle("cli/phiward.ts", "phiward.js", `#!/usr/bin/env node\n${requireBanner}`),
    bundle("index.ts", "index.js", requireBanner),
    bundle("constructs/index.ts", "constructs.js", requireBanner),
    bundle("synth/index.ts", "synth.js", requireBanner),
  ]);
  chmodSync(join(dist, "phiward.js"), 0o755);
  data();
  types();
  const old = join(work, `old-${process.pid}`);
  if (existsSync(at("dist"))) renameSync(at("dist"), old);
  renameSync(dist, at("dist"));
  rmSync(old, { recursive: true, force: true });
} catch (error) {
  rmSync(dist, { recursive: true, force: true });
  throw error;
}
