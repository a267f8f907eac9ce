// Why a mutant may survive: tests/survivors, patterns over type, argument and kind, each with a reason.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { KINDS } from "./mutant.ts";
import type { Outcome } from "./trial.ts";

const FOLDER = "tests/survivors";
/** In this order the first reason that fits holds: what is said of every type, of services, and what is left. */
const FILES = [
  "every",
  "keys",
  "policies",
  "monitoring",
  "network",
  "buckets",
  "backup",
  "databases",
  "search-cache-warehouse",
  "services",
  "general",
] as const;

/** Classes of reasons; the folder's README explains each. */
const CLASSES = [
  "name",
  "capacity",
  "cost",
  "availability",
  "stricter",
  "equal",
  "declared",
  "judged elsewhere",
  "service refuses",
  "service default",
  "gap",
] as const;

const survivorSchema = z.strictObject({
  /** Pattern of the whole construct class. */
  construct: z.string().optional(),
  /** Pattern of the whole resource type. */
  type: z.string(),
  /** Pattern of the whole argument, `rule[*].status`; any argument by default. */
  argument: z.string().optional(),
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  /** Pattern found in what the argument became. */
  detail: z.string().optional(),
  class: z.enum(CLASSES),
  reason: z.string().min(20),
});
export type Survivor = z.infer<typeof survivorSchema>;

/** @throws where a file does not fit its schema */
export const readSurvivors = (): readonly Survivor[] =>
  FILES.flatMap((name) => z.array(survivorSchema).parse(parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8"))));

const patterns = new Map<string, RegExp>();
function fits(pattern: string | undefined, text: string, whole = true): boolean {
  if (pattern === undefined) return true;
  const known = patterns.get(`${whole}${pattern}`) ?? new RegExp(whole ? `^(?:${pattern})$` : pattern);
  patterns.set(`${whole}${pattern}`, known);
  return known.test(text);
}

/** Index of the first reason that fits a survivor. */
export function reasonOf(survivors: readonly Survivor[], outcome: Outcome): number | undefined {
  const index = survivors.findIndex(
    ({ construct, type, argument, kinds, detail }) =>
      fits(construct, outcome.construct) &&
      fits(type, outcome.type) &&
      fits(argument, outcome.argument) &&
      (kinds?.includes(outcome.kind) ?? true) &&
      fits(detail, outcome.detail, false),
  );
  return index < 0 ? undefined : index;
}
