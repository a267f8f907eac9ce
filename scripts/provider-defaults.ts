// Collects the provider's defaults from the recorded plans: what a plan that creates knows of an attribute that nobody wrote. The
// provider's schema does not hold them, and a synthesised stack leaves them out.
// usage: provider-defaults.ts
// Writes catalogue/generated/defaults.json: {TYPE: {"block.attribute": value}}. Empty text, and what differs between plans, is left out.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { recordedPlans, unwrittenIn } from "./record/unwritten.ts";

const found = new Map<string, Set<string>>();
for (const file of recordedPlans())
  for (const { path, value } of unwrittenIn(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")))) {
    const seen = found.get(path) ?? new Set();
    found.set(path, seen.add(JSON.stringify(value)));
  }
const types: Record<string, Record<string, unknown>> = {};
for (const [path, seen] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [only] = seen;
  if (seen.size > 1 || only === undefined || only === '""') continue;
  const [type = "", ...rest] = path.split(".");
  const attributes = types[type] ?? {};
  attributes[rest.join(".")] = JSON.parse(only);
  types[type] = attributes;
}
// One line a type keeps the differences readable.
const lines = Object.entries(types).map(
  ([type, attributes]) => `${JSON.stringify(type)}: ${JSON.stringify(attributes)}`,
);
writeFileSync(new URL("../catalogue/generated/defaults.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
