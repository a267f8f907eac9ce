// Recorded plans of the constructs, judged with the configuration that made them at hand.

import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Assessment } from "../../gate/assessment.ts";
import { check } from "../../gate/check.ts";

/** Names of the constructs that have recorded uses. */
export const constructs = readdirSync("tests/constructs")
  .filter((file) => file.endsWith(".plan.json.gz"))
  .map((file) => file.replace(".plan.json.gz", ""));

/** The clock of these tests: before any exception of theirs ends. */
export const NOW = new Date("2026-01-01T00:00:00Z");

/** What the gate says of the uses of a construct. */
export const judge = (name: string, folder: string): Promise<Assessment> =>
  check({ plan: `tests/constructs/${name}.plan.json.gz`, source: folder, now: NOW });

const metadataSchema = z.looseObject({
  "//": z.looseObject({
    metadata: z.object({ path: z.string(), uniqueId: z.string() }),
    phiward: z.looseObject({ construct: z.string(), claims: z.array(z.string()) }).optional(),
  }),
});
const synthesisedSchema = z.looseObject({
  resource: z.record(z.string(), z.record(z.string(), metadataSchema)),
});

/** One resource as it was synthesised. */
export interface Synthesised {
  /** `aws_s3_bucket.Smallest_1A2B3C4D`. */
  readonly address: string;
  readonly type: string;
  /** Path of ids below the stack: `Smallest/Versioning`. */
  readonly path: string;
  /** Class of the construct that made it. */
  readonly construct: string | undefined;
  readonly claims: readonly string[];
}

/** Resources of a synthesised stack, by path. */
export function synthesised(folder: string): readonly Synthesised[] {
  const { resource } = synthesisedSchema.parse(JSON.parse(readFileSync(`${folder}/cdk.tf.json`, "utf8")));
  return Object.entries(resource)
    .flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, { "//": written }]) => ({
        address: `${type}.${name}`,
        type,
        path: written.metadata.path.split("/").slice(1).join("/"),
        construct: written.phiward?.construct,
        claims: written.phiward?.claims ?? [],
      })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Addresses that a recorded plan holds. */
export function plannedAddresses(name: string): readonly string[] {
  const text = gunzipSync(readFileSync(`tests/constructs/${name}.plan.json.gz`)).toString("utf8");
  const schema = z.looseObject({
    resource_changes: z.array(z.looseObject({ address: z.string(), mode: z.string() })),
  });
  return schema
    .parse(JSON.parse(text))
    .resource_changes.filter(({ mode }) => mode === "managed")
    .map(({ address }) => address);
}
