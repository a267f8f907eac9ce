// JSON for programs: one assessment as an object, several as an array; keys in the order of the schema.

import { z } from "zod";
import type { Assessment } from "../gate/assessment.ts";
import { assessmentSchema } from "./assessment-schema.ts";
import type { Renderer } from "./options.ts";
import { inertJson } from "./text.ts";

type Reorder = (value: unknown) => unknown;

/**
 * A copy with the keys in the order of the schema; undefined where a value has no keys. Spreading over a template that has
 * them all was measured at a third of the time that `JSON.stringify` takes with a list of keys.
 */
function reorder(schema: unknown): Reorder | undefined {
  if (schema instanceof z.ZodExactOptional) return reorder(schema.unwrap());
  if (schema instanceof z.ZodArray) {
    const element = reorder(schema.element);
    return element && ((value) => (Array.isArray(value) ? value.map(element) : value));
  }
  if (!(schema instanceof z.ZodObject)) return undefined;
  const template: Record<string, unknown> = {};
  const inner: [string, Reorder][] = [];
  for (const [key, child] of Object.entries(schema.shape)) {
    template[key] = undefined;
    const order = reorder(child);
    if (order) inner.push([key, order]);
  }
  return (value) => {
    if (typeof value !== "object" || value === null) return value;
    const copy = { ...template, ...value };
    for (const [key, order] of inner) copy[key] = order(copy[key]);
    return copy;
  };
}

const inOrder: Reorder = reorder(assessmentSchema) ?? ((value) => value);

/** One assessment on one line. */
export function assessmentJson(assessment: Assessment): string {
  return inertJson(inOrder(assessment));
}

/** `{…}` for one assessment, `[…]` with one on each line for none or several. */
export const renderJson: Renderer = (assessments) => {
  const [only, ...others] = assessments;
  if (only && others.length === 0) return `${assessmentJson(only)}\n`;
  return `[\n${assessments.map(assessmentJson).join(",\n")}\n]\n`;
};
