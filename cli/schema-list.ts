// The JSON Schemas that are published: printed by `phiward schema`, written to `dist/schemas` by the build.

import { z } from "zod";
import { configSchema } from "../gate/config/schema.ts";
import { exceptionsSchema } from "../registers/exceptions.ts";
import { recoveryObjectivesSchema } from "../registers/recovery-objectives.ts";
import { statedFactsSchema } from "../registers/stated-facts.ts";
import { assessmentJsonSchema } from "../report/assessment-schema.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

function published(name: string, title: string, schema: z.ZodType): JsonSchema {
  // As people write it: what has a default may be left out.
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return { $schema, $id: `urn:phiward:schema:${name}:1`, title, ...rest };
}

/** Name of each schema, and what makes it. */
export const schemas: Readonly<Record<string, () => JsonSchema>> = {
  assessment: assessmentJsonSchema,
  config: () => published("config", "Settings of phiward: phiward.yaml, version 1", configSchema),
  exceptions: () =>
    published("exceptions", "Register of exceptions: registers/exceptions.yaml, version 1", exceptionsSchema),
  "recovery-objectives": () =>
    published(
      "recovery-objectives",
      "Register of recovery objectives: registers/recovery-objectives.yaml, version 1",
      recoveryObjectivesSchema,
    ),
  "stated-facts": () => published("stated-facts", "Stated facts for --context, version 1", statedFactsSchema),
};
