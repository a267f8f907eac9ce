// Takes out of a synthesised stack what moto cannot be given.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Substitution } from "./gaps.ts";

const stackSchema = z.looseObject({
  resource: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.json()))),
});

/** Writes the stack in a folder anew. @returns the substitutions that met a resource, with its address */
export function substitute(
  folder: string,
  substitutions: readonly Substitution[],
): ReadonlyMap<Substitution, readonly string[]> {
  const file = join(folder, "cdk.tf.json");
  const stack = stackSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const met = new Map<Substitution, string[]>();
  for (const substitution of substitutions) {
    const { type, argument, instead } = substitution;
    for (const [name, values] of Object.entries(stack.resource[type] ?? {})) {
      // What is to be left out must have been there; another value may also stand in for the provider's default.
      if (instead === null && !(argument in values)) continue;
      if (instead === null) delete values[argument];
      else values[argument] = instead;
      met.set(substitution, [...(met.get(substitution) ?? []), `${type}.${name}`]);
    }
  }
  writeFileSync(file, JSON.stringify(stack));
  return met;
}
