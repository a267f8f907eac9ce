// What the provider lets one write: arguments and blocks of a type, from the digest of its schema.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

export interface Argument {
  /** `"string"`, `["set", "string"]`, `["list", ["object", {…}]]`. */
  readonly type: unknown;
  readonly required?: boolean | undefined;
  /** True where the provider sets it when nobody else does. */
  readonly computed?: boolean | undefined;
}

export interface NestedBlock {
  readonly mode: "single" | "list" | "set" | "map" | "group";
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly block: BlockSchema;
}

export interface BlockSchema {
  readonly attributes: Readonly<Record<string, Argument>>;
  readonly blocks: Readonly<Record<string, NestedBlock>>;
}

const argumentSchema = z.object({
  type: z.unknown(),
  required: z.boolean().optional(),
  computed: z.boolean().optional(),
});
const blockSchema: z.ZodType<BlockSchema> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), argumentSchema).default({}),
    blocks: z
      .record(
        z.string(),
        z.object({
          mode: z.enum(["single", "list", "set", "map", "group"]),
          min: z.number().optional(),
          max: z.number().optional(),
          block: blockSchema,
        }),
      )
      .default({}),
  }),
);

const file = new URL("../../catalogue/generated/provider-arguments.json.gz", import.meta.url);
let digest: Readonly<Record<string, unknown>> | undefined;
const known = new Map<string, BlockSchema>();

/** Arguments of a type; a data source's is asked for as `data.aws_x`. */
export function schemaOf(type: string): BlockSchema | undefined {
  const ready = known.get(type);
  if (ready) return ready;
  digest ??= z
    .object({ types: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"))).types;
  if (!Object.hasOwn(digest, type)) return undefined;
  const schema = blockSchema.parse(digest[type]);
  known.set(type, schema);
  return schema;
}

/** What a type is made of: `string` of `["set", "string"]`; undefined for an object. */
export function leafType(type: unknown): string | undefined {
  if (typeof type === "string") return type;
  return Array.isArray(type) && type[0] !== "object" ? leafType(type[1]) : undefined;
}

/** `list`, `set`, `map`, `object`; undefined for a scalar. */
export const collectionOf = (type: unknown): string | undefined =>
  Array.isArray(type) && typeof type[0] === "string" ? type[0] : undefined;
