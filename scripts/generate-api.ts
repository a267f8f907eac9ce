// Writes the API reference of the constructs from their docstrings: `docs/constructs/`.
// usage: generate-api.ts [--check]   with --check it only compares, and fails on a difference

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPages } from "./api/page.ts";
import { readExports } from "./api/read.ts";

const folder = "docs/constructs";
const pages = renderPages(readExports("constructs"));
const check = process.argv.includes("--check");

mkdirSync(folder, { recursive: true });
const stale = readdirSync(folder).filter((file) => !pages.has(file));
for (const file of stale) if (!check) rmSync(join(folder, file));
const wrong = [...stale];
for (const [file, text] of pages) {
  const path = join(folder, file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  wrong.push(file);
  if (!check) writeFileSync(path, text);
}
if (check && wrong.length > 0) {
  console.error(`${folder}: ${wrong.sort().join(", ")} is not what the docstrings give: run npm run generate`);
  process.exitCode = 1;
}
