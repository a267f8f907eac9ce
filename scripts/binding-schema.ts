// Digests what the bindings say of their version of the AWS provider: every resource type and attribute path, as
// scripts/provider-schema.ts does of the version that plans are recorded with.
// usage: binding-schema.ts    reads node_modules/@cdktf/provider-aws
// Writes catalogue/generated/binding-schema.json.gz: {provider, version, types: {TYPE: {ATTRIBUTE: "string"}}}. The bindings name no
// types of attributes that we could trust: what has no parts is an "attribute" or a map of such. Parts of what only the provider sets are left out.

import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writeDigest } from "./digest.ts";

const PACKAGE = new URL("../node_modules/@cdktf/provider-aws/", import.meta.url);

type Digest = string | { readonly [name: string]: Digest };

const { cdktf } = z
  .object({ cdktf: z.object({ provider: z.object({ name: z.string(), version: z.string() }) }) })
  .parse(JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")));

/** Lines `name: expression` of an object that a function returns. */
const FIELD = /^ +(?:'([^']+)'|"([^"]+)"|([A-Za-z_]\w*)): (.+),$/;
const STRUCT = /^function (\w+)ToTerraform\(struct\) \{$/;
/** What turns a block into Terraform's: `fooToTerraform(…)`, also inside a mapper of lists. */
const PART = /(?<![.\w])(\w+)ToTerraform\b/;
const GETTER = /this\.get\w+Attribute\('(\w+)'\)/g;
const RESOURCE = /tfResourceType = ["'](\w+)["']/;

/** The returned object's fields: name and expression. */
function fieldsFrom(lines: readonly string[], start: number): [string, string][] {
  const fields: [string, string][] = [];
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^ {4,8}\};$/.test(line)) return fields;
    const found = FIELD.exec(line);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (name !== undefined && found?.[4] !== undefined) fields.push([name, found[4]]);
  }
  return fields;
}

/** Index of the first line after `start` that opens the returned object. */
const returned = (lines: readonly string[], start: number): number =>
  lines.findIndex((line, at) => at > start && /^ +return \{$/.test(line)) + 1;

function digestOf(text: string): Digest {
  const lines = text.split("\n");
  const structs = new Map<string, [string, string][]>();
  let own: [string, string][] = [];
  for (const [at, line] of lines.entries()) {
    const name = STRUCT.exec(line)?.[1];
    if (name !== undefined) structs.set(name, fieldsFrom(lines, returned(lines, at)));
    // Some of a large resource's structs are in a file of their own; only the resource has this method.
    if (/^ +synthesizeAttributes\(\) \{$/.test(line)) own = fieldsFrom(lines, returned(lines, at));
  }
  const table = (fields: readonly [string, string][], above: ReadonlySet<string>): Digest =>
    sorted(
      fields.map(([name, expression]): [string, Digest] => {
        const part = PART.exec(expression)?.[1];
        const inner = part === undefined || above.has(part) ? undefined : structs.get(part);
        return [name, inner ? table(inner, new Set([...above, part ?? ""])) : leafOf(expression)];
      }),
    );
  const main = text.slice(text.search(/^class \w+ extends cdktf\.TerraformResource/m));
  const computed = [...main.matchAll(GETTER)].map(([, name = ""]): [string, Digest] => [name, "attribute"]);
  const arguments_ = table(own, new Set());
  return sorted([...computed, ...Object.entries(typeof arguments_ === "string" ? {} : arguments_)]);
}

const leafOf = (expression: string): string => (expression.includes("hashMapper(") ? "map(attribute)" : "attribute");

function sorted(entries: readonly [string, Digest][]): Digest {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const types: [string, Digest][] = [];
for (const folder of readdirSync(new URL("lib/", PACKAGE)).sort()) {
  if (folder.startsWith("data-aws-") || folder === "provider" || folder.includes(".")) continue;
  const files = readdirSync(new URL(`lib/${folder}/`, PACKAGE)).filter((file) => file.endsWith(".js"));
  const text = files.map((file) => readFileSync(new URL(`lib/${folder}/${file}`, PACKAGE), "utf8")).join("\n");
  const type = RESOURCE.exec(text)?.[1];
  if (type !== undefined) types.push([type, digestOf(text)]);
}
writeDigest("binding-schema", { provider: cdktf.provider.name, version: cdktf.provider.version, types: sorted(types) });
