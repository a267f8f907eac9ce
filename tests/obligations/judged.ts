// Recorded plans and what the gate says of them, once a plan.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Assessment } from "../../gate/assessment.ts";
import { openGate } from "../../gate/check.ts";

const gate = openGate({ now: new Date("2026-01-01T00:00:00Z") });
const assessments = new Map<string, Promise<Assessment>>();

/** The gate's judgement of a recorded plan, on the first day of 2026. */
export function judged(plan: string): Promise<Assessment> {
  const known = assessments.get(plan) ?? gate.then((opened) => opened.check(plan));
  assessments.set(plan, known);
  return known;
}

/** What the gate says where a control fails, by address. */
export async function rejected(plan: string, control: string): Promise<Readonly<Record<string, string>>> {
  const { verdicts } = await judged(plan);
  const open = verdicts.filter(
    (verdict) => verdict.control === control && verdict.status === "fail" && verdict.blocking,
  );
  return Object.fromEntries(open.map(({ address, message }) => [address, message]));
}

/** Addresses that a control passes. */
export async function passed(plan: string, control: string): Promise<readonly string[]> {
  return (await judged(plan)).passed.find((entry) => entry.control === control)?.addresses ?? [];
}

const valuesSchema = z.record(z.string(), z.json());
const planSchema = z.object({
  resource_changes: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      change: z.object({ after: valuesSchema, after_unknown: z.json(), after_sensitive: z.json() }),
    }),
  ),
  configuration: z.object({
    root_module: z.object({
      resources: z.array(
        z.object({ address: z.string(), expressions: z.record(z.string(), z.json()).exactOptional() }),
      ),
    }),
  }),
});

/** One resource as the plan has it. */
export interface Planned {
  readonly address: string;
  readonly type: string;
  readonly values: z.infer<typeof valuesSchema>;
  readonly unknown: z.infer<ReturnType<typeof z.json>>;
  readonly sensitive: z.infer<ReturnType<typeof z.json>>;
  /** Addresses that an argument refers to, by argument. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** Resources of a recorded plan, those of some types only where they are named. */
export function planned(plan: string, ...types: readonly string[]): readonly Planned[] {
  const text = gunzipSync(readFileSync(plan)).toString("utf8");
  const { resource_changes, configuration } = planSchema.parse(JSON.parse(text));
  const expressions = new Map(configuration.root_module.resources.map((one) => [one.address, one.expressions ?? {}]));
  return resource_changes
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ address, type, change }) => ({
      address,
      type,
      values: change.after,
      unknown: change.after_unknown,
      sensitive: change.after_sensitive,
      references: Object.fromEntries(
        Object.entries(expressions.get(address) ?? {}).map(([name, value]) => [name, referencesIn(value)]),
      ),
    }));
}

const referencesIn = (value: Planned["unknown"]): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  const { references, ...rest } = value;
  const own = Array.isArray(references) ? references.filter((one) => typeof one === "string") : [];
  return [...own, ...Object.values(rest).flatMap(referencesIn)];
};
