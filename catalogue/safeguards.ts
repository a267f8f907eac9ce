// The Security Rule as data: reads `safeguards.yaml` and refuses what does not hang together.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Safeguard } from "./types.ts";

const safeguardSchema = z.strictObject({
  citation: z.string().regex(/^164\.\d{3}(\([A-Za-z0-9]+\))*$/),
  parent: z.string().exactOptional(),
  kind: z.enum(["general", "standard", "implementation-specification"]),
  class: z.enum([
    "general",
    "administrative",
    "physical",
    "technical",
    "organizational",
    "documentation",
    "breach-notification",
  ]),
  title: z.string().min(1),
  designation: z.enum(["required", "addressable", "n-a"]),
  requirement: z.string().min(1),
  role: z.enum(["plan-can-support", "partly", "evidenced-by-code", "outside-code"]),
});

/**
 * Safeguards in the order of the rule, from the text of `safeguards.yaml`.
 *
 * @throws {z.ZodError} where an entry has another shape
 * @throws {Error} where a citation stands twice, or its parent is not listed before it
 */
export function parseSafeguards(text: string): readonly Safeguard[] {
  const safeguards = z.array(safeguardSchema).min(1).parse(parse(text));
  const seen = new Set<string>();
  for (const { citation, parent } of safeguards) {
    if (seen.has(citation)) throw new Error(`safeguards.yaml lists ${citation} twice`);
    if (parent !== undefined && !seen.has(parent)) {
      throw new Error(`safeguards.yaml: the parent of ${citation} must stand before it, got ${parent}`);
    }
    seen.add(citation);
  }
  return safeguards;
}

/** Safeguards from a file. Default: the `safeguards.yaml` beside this module. */
export function loadSafeguards(
  file: URL | string = new URL("./safeguards.yaml", import.meta.url),
): readonly Safeguard[] {
  return parseSafeguards(readFileSync(file, "utf8"));
}
