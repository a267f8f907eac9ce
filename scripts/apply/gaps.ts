// What moto is known to lack, as data, matched against what an apply met.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const type = z.string().regex(/^aws_\w+$/);
const lacks = z.string();
const gapSchema = z.union([
  z.strictObject({ type, says: z.string(), lacks }),
  z.strictObject({ type, argument: z.string(), lacks }),
  z.strictObject({ type, argument: z.string(), instead: z.json(), lacks }),
]);

/** One thing that moto lacks: a call that it refuses, an argument that it forgets, an argument that it cannot be given. */
export type Gap = z.infer<typeof gapSchema>;

/** A gap with the value that stands in for an argument. */
export type Substitution = Extract<Gap, { readonly instead: unknown }>;

/** Reads the list. @throws where an entry has another shape than its head describes */
export const loadGaps = (): readonly Gap[] =>
  z.array(gapSchema).parse(parse(readFileSync(new URL("moto-gaps.yaml", import.meta.url), "utf8")));

export const isSubstitution = (gap: Gap): gap is Substitution => "instead" in gap;

/** The gap that explains why a plan after the apply changes an argument. */
export const gapOfArgument = (gaps: readonly Gap[], type: string, argument: string): Gap | undefined =>
  gaps.find((gap) => gap.type === type && "argument" in gap && !isSubstitution(gap) && gap.argument === argument);

/** The gap that explains an error. */
export const gapOfError = (gaps: readonly Gap[], type: string, message: string): Gap | undefined =>
  gaps.find((gap) => gap.type === type && "says" in gap && message.includes(gap.says));
