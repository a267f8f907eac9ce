// Reads what Terraform says of an apply, and of the plan after it.

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

/** A resource that was not created although Terraform tried, and why. */
export interface Refusal {
  readonly address: string;
  readonly message: string;
}

/** A resource of the plan after the apply. */
export interface Planned {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  /** Half made: Terraform created it, a later call failed. */
  readonly tainted: boolean;
  /** Arguments that the plan changes to a value it knows, with both values as JSON. */
  readonly changed: ReadonlyMap<string, string>;
  /** Arguments whose value is not known before something else is created or changed. */
  readonly open: readonly string[];
  /** Addresses that its configuration names, data sources included. */
  readonly references: readonly string[];
}

const lineSchema = z.looseObject({
  diagnostic: z
    .looseObject({
      severity: z.string(),
      summary: z.string(),
      detail: z.string().default(""),
      address: z.string().optional(),
    })
    .optional(),
});

/** The errors among the lines of `terraform apply -json`. @throws where one is not about a resource */
export function refusals(printed: string): readonly Refusal[] {
  return printed.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    const { diagnostic } = lineSchema.parse(JSON.parse(line));
    if (diagnostic?.severity !== "error") return [];
    const message = `${diagnostic.summary} ${diagnostic.detail}`.replaceAll(/\s+/g, " ").trim();
    if (diagnostic.address === undefined) throw new Error(`terraform apply: ${message}`);
    return { address: diagnostic.address, message };
  });
}

const valuesSchema = z.record(z.string(), z.json()).nullable();
const planSchema = z.object({
  resource_changes: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      mode: z.string(),
      action_reason: z.string().optional(),
      change: z.object({
        actions: z.array(z.string()),
        before: valuesSchema,
        after: valuesSchema,
        after_unknown: z.record(z.string(), z.json()).default({}),
      }),
    }),
  ),
  configuration: z.object({
    root_module: z.object({
      resources: z.array(
        z.object({
          address: z.string(),
          expressions: z.json().optional(),
          depends_on: z.array(z.string()).default([]),
        }),
      ),
    }),
  }),
});
type Json = z.infer<ReturnType<typeof z.json>>;

/** The managed resources and the data sources of a plan, by address. */
export function readPlan(shown: string): ReadonlyMap<string, Planned> {
  const plan = planSchema.parse(JSON.parse(shown));
  const found = new Map<string, Planned>();
  for (const { address, expressions, depends_on } of plan.configuration.root_module.resources) {
    const references = [...named(expressions ?? null), ...depends_on];
    const type = address.replace(/^data\./, "").split(".")[0] ?? "";
    found.set(address, { address, type, actions: [], tainted: false, changed: new Map(), open: [], references });
  }
  for (const { address, type, change, action_reason } of plan.resource_changes) {
    const { before, after, after_unknown: unknown } = change;
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {}), ...Object.keys(unknown)])];
    const open = names.filter((name) => holdsTrue(unknown[name] ?? false));
    const known = names.filter((name) => !open.includes(name) && !isDeepStrictEqual(before?.[name], after?.[name]));
    const told = (name: string): string =>
      `${JSON.stringify(before?.[name] ?? null)} to ${JSON.stringify(after?.[name] ?? null)}`;
    const changed = new Map(known.map((name) => [name, told(name)]));
    found.set(address, {
      address,
      type,
      actions: change.actions,
      tainted: action_reason === "replace_because_tainted",
      changed,
      open,
      references: found.get(address)?.references ?? [],
    });
  }
  return found;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `after_unknown` of a block is a tree of the same shape, with `true` at each leaf that is not known. */
function holdsTrue(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsTrue);
  return isObject(value) ? Object.values(value).some(holdsTrue) : value === true;
}

/** Addresses in the `references` of an expression, without what follows the resource's name. */
function named(expression: Json): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(named);
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([key, value]) => {
    if (key !== "references" || !Array.isArray(value)) return named(value);
    return value.map((reference) =>
      String(reference)
        .split(".")
        .slice(0, String(reference).startsWith("data.") ? 3 : 2)
        .join("."),
    );
  });
}

/** Whether a resource names, directly or through others, one for which `holds` is true. */
export function leadsTo(
  planned: ReadonlyMap<string, Planned>,
  from: string,
  holds: (resource: Planned) => boolean,
): boolean {
  const seen = new Set([from]);
  for (const address of seen) {
    for (const reference of planned.get(address)?.references ?? []) {
      const resource = planned.get(reference);
      if (resource !== undefined && holds(resource)) return true;
      seen.add(reference);
    }
  }
  return false;
}
