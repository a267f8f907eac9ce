// Digests which arguments the AWS provider's schema lets one write: what is required, optional or computed, and how blocks nest.
// usage: provider-arguments.ts SCHEMA.json    SCHEMA.json is what `terraform providers schema -json` prints
// Writes catalogue/generated/provider-arguments.json.gz, read by scripts/mutants/schema.ts. What only the provider sets is left out.

import { readFileSync } from "node:fs";
import { z } from "zod";
import { writeDigest } from "./digest.ts";
import { PROVIDER_VERSION } from "./terraform.ts";

const PROVIDER = "registry.terraform.io/hashicorp/aws";
/** Data sources whose arguments decide as much as a resource's. */
const DATA_SOURCES = ["aws_iam_policy_document"];

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>> | undefined;
  readonly block_types?: Readonly<Record<string, Nested>> | undefined;
}
interface Attribute {
  readonly type: unknown;
  readonly required?: boolean | undefined;
  readonly optional?: boolean | undefined;
  readonly computed?: boolean | undefined;
}
interface Nested {
  readonly nesting_mode: string;
  readonly min_items?: number | undefined;
  readonly max_items?: number | undefined;
  readonly block: Block;
}

const attributeSchema = z.object({
  type: z.unknown(),
  required: z.boolean().optional(),
  optional: z.boolean().optional(),
  computed: z.boolean().optional(),
});
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), attributeSchema).optional(),
    block_types: z
      .record(
        z.string(),
        z.object({
          nesting_mode: z.string(),
          min_items: z.number().optional(),
          max_items: z.number().optional(),
          block: blockSchema,
        }),
      )
      .optional(),
  }),
);
const typesSchema = z.record(z.string(), z.object({ block: blockSchema }));
const fileSchema = z.object({
  provider_schemas: z.object({
    [PROVIDER]: z.object({ resource_schemas: typesSchema, data_source_schemas: typesSchema }),
  }),
});

function digest({ attributes = {}, block_types: blocks = {} }: Block): object {
  const written = Object.entries(attributes).filter(([, { required, optional }]) => required || optional);
  const nested = Object.entries(blocks).filter(([name]) => name !== "timeouts");
  return {
    ...(written.length > 0 && {
      attributes: Object.fromEntries(
        written.map(([name, { type, required, computed }]) => [
          name,
          { type, ...(required && { required }), ...(computed && { computed }) },
        ]),
      ),
    }),
    ...(nested.length > 0 && {
      blocks: Object.fromEntries(
        nested.map(([name, { nesting_mode: mode, min_items: min, max_items: max, block }]) => [
          name,
          { mode, ...(min && { min }), ...(max && { max }), block: digest(block) },
        ]),
      ),
    }),
  };
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: provider-arguments.ts SCHEMA.json");
const schemas = fileSchema.parse(JSON.parse(readFileSync(file, "utf8"))).provider_schemas[PROVIDER];
const types = [
  ...Object.entries(schemas?.resource_schemas ?? {}),
  ...DATA_SOURCES.flatMap((type): [string, { block: Block }][] => {
    const data = schemas?.data_source_schemas[type];
    return data ? [[`data.${type}`, data]] : [];
  }),
];
const sorted = types.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([type, { block }]) => [type, digest(block)]);
writeDigest("provider-arguments", { version: PROVIDER_VERSION, types: Object.fromEntries(sorted) });
