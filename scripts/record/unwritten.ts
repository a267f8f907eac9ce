// What recorded plans know of attributes that nobody wrote.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        mode: z.string(),
        type: z.string(),
        change: z.object({ actions: z.array(z.string()), after: z.record(z.string(), z.json()).nullable() }),
      }),
    )
    .default([]),
  configuration: z.object({
    root_module: z.object({
      resources: z
        .array(z.object({ address: z.string(), expressions: z.record(z.string(), z.json()).default({}) }))
        .default([]),
    }),
  }),
});
type Json = z.infer<ReturnType<typeof z.json>>;

/** An attribute at `aws_x.block.attribute`; positions in lists are left out. */
export interface Unwritten {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** The recorded plans that create what their configuration writes. */
export function recordedPlans(): readonly string[] {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const atlas = readdirSync(`${root}tests/atlas`).filter((file) => file.endsWith(".plan.json.gz"));
  return [
    ...atlas.sort().map((file) => `${root}tests/atlas/${file}`),
    ...["clinic", "leaky"].map((name) => `${root}examples/${name}/plan.json.gz`),
  ];
}

/** Known scalars of the resources that a plan creates, at paths where the configuration has no expression. */
export function unwrittenIn(json: unknown): readonly Unwritten[] {
  const plan = planSchema.parse(json);
  const written = new Map(plan.configuration.root_module.resources.map((one) => [one.address, one.expressions]));
  const found: Unwritten[] = [];
  for (const { address, mode, type, change } of plan.resource_changes) {
    const expressions = written.get(address);
    if (mode === "managed" && change.actions.join() === "create" && change.after !== null && expressions !== undefined)
      visit(change.after, expressions, type, found);
  }
  return found;
}

function visit(
  values: Readonly<Record<string, Json>>,
  written: Json | undefined,
  path: string,
  found: Unwritten[],
): void {
  for (const [name, value] of Object.entries(values)) {
    const expression = isRecord(written) ? written[name] : undefined;
    const here = `${path}.${name}`;
    if (expression === undefined) {
      if (value !== null && typeof value !== "object") found.push({ path: here, value });
    } else if (Array.isArray(expression) && Array.isArray(value) && expression.length === value.length)
      for (const [index, block] of value.entries()) if (isRecord(block)) visit(block, expression[index], here, found);
  }
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
