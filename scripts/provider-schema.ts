// Digests the AWS provider's schema: every resource type, every attribute path, and its type.
// usage: provider-schema.ts SCHEMA.json    SCHEMA.json is what `terraform providers schema -json` prints
// Writes catalogue/generated/provider-schema.json.gz: {provider, version, types: {TYPE: {ATTRIBUTE: "string"}}}. What has parts of
// its own, a block or an object, is a table of them; lists and sets of such are not told apart from one.
// Writes catalogue/generated/shapes.json too: what JSON alone does not show of a synthesised resource, see synth/shapes.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { writeDigest } from "./digest.ts";
import { PROVIDER_VERSION } from "./terraform.ts";

const PROVIDER = "registry.terraform.io/hashicorp/aws";

/** `"string"`, `["set", "string"]` or `["object", {name: type}]`. */
type AttributeType = string | readonly ["list" | "set" | "map", AttributeType] | readonly ["object", Parts];
interface Parts {
  readonly [name: string]: AttributeType;
}
const attributeTypeSchema: z.ZodType<AttributeType> = z.lazy(() =>
  z.union([
    z.string(),
    z.tuple([z.enum(["list", "set", "map"]), attributeTypeSchema]),
    z.tuple([z.literal("object"), z.record(z.string(), attributeTypeSchema)]),
  ]),
);

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type: AttributeType }>> | undefined;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: Block }>> | undefined;
}
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), z.object({ type: attributeTypeSchema })).optional(),
    block_types: z.record(z.string(), z.object({ nesting_mode: z.string(), block: blockSchema })).optional(),
  }),
);
const fileSchema = z.object({
  provider_schemas: z.object({
    [PROVIDER]: z.object({ resource_schemas: z.record(z.string(), z.object({ block: blockSchema })) }),
  }),
});

type Digest = string | { readonly [name: string]: Digest };

function digestType(type: AttributeType): Digest {
  if (typeof type === "string") return type;
  if (type[0] === "object") return sorted(Object.entries(type[1]).map(([name, part]) => [name, digestType(part)]));
  const inner = digestType(type[1]);
  return typeof inner === "string" ? `${type[0]}(${inner})` : inner;
}

function digestBlock({ attributes = {}, block_types: blocks = {} }: Block): Digest {
  return sorted([
    ...Object.entries(attributes).map(([name, { type }]): [string, Digest] => [name, digestType(type)]),
    ...Object.entries(blocks).map(([name, { block }]): [string, Digest] => [name, digestBlock(block)]),
  ]);
}

const sorted = (entries: readonly [string, Digest][]): Digest =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: provider-schema.ts SCHEMA.json");
const { resource_schemas: schemas } = fileSchema.parse(JSON.parse(readFileSync(file, "utf8"))).provider_schemas[
  PROVIDER
];
const types = sorted(Object.entries(schemas).map(([type, { block }]) => [type, digestBlock(block)]));
writeDigest("provider-schema", { provider: PROVIDER, version: PROVIDER_VERSION, types });

/** Where the schema has a map, and where it has a block of which there is exactly one: `aws_x.block.attribute`. */
function shapesOf(
  path: string,
  { attributes = {}, block_types: blocks = {} }: Block,
): { maps: string[]; single: string[] } {
  const maps = Object.entries(attributes).flatMap(([name, { type }]) => (type[0] === "map" ? [`${path}.${name}`] : []));
  const single: string[] = [];
  for (const [name, { nesting_mode: mode, block }] of Object.entries(blocks)) {
    if (mode === "single" && name !== "timeouts") single.push(`${path}.${name}`);
    const inner = shapesOf(`${path}.${name}`, block);
    maps.push(...inner.maps);
    single.push(...inner.single);
  }
  return { maps, single };
}

function blockPaths(path: string, { block_types: blocks = {} }: Block): readonly string[] {
  return Object.entries(blocks).flatMap(([name, { block }]) => [
    `${path}.${name}`,
    ...blockPaths(`${path}.${name}`, block),
  ]);
}

const shapes = Object.entries(schemas).map(([type, { block }]) => shapesOf(type, block));
const lastOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
const allBlocks = Object.entries(schemas).flatMap(([type, { block }]) => blockPaths(type, block));
const alsoBlocks = new Set(allBlocks.map(lastOf));
// Nearly every type has tags, and a map of them.
const mapPaths = shapes.flatMap(({ maps }) => maps).filter((path) => lastOf(path) !== "tags");
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
writeFileSync(
  new URL("../catalogue/generated/shapes.json", import.meta.url),
  `${JSON.stringify({
    version: PROVIDER_VERSION,
    mapNames: unique(mapPaths.map(lastOf).filter((name) => !alsoBlocks.has(name))),
    mapPaths: unique(mapPaths.filter((path) => alsoBlocks.has(lastOf(path)))),
    tagBlocks: unique(allBlocks.filter((path) => lastOf(path) === "tags")),
    singleBlocks: unique(shapes.flatMap(({ single }) => single)),
    taggedTypes: unique(Object.keys(schemas).filter((type) => schemas[type]?.block.attributes?.tags_all !== undefined)),
  })}\n`,
);
