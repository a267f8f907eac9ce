// The shallow shape of what `terraform show -json` prints. Big lists are checked to be lists, their items one by one in a loop.

import { z } from "zod";
import type { Value } from "../model/types.ts";
import type { RawChange, RawConfiguration, RawRelevantAttribute, RawStateModule } from "./types.ts";

/** Expressions nested deeper than this are refused when they are redacted. */
const MAX_DEPTH = 200;

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const module = z.custom<RawStateModule>(isObject, "expected an object");
const state = z.object({ values: z.object({ root_module: module.optional() }).optional() });

export const planSchema = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  errored: z.boolean().optional(),
  complete: z.boolean().optional(),
  resource_changes: z.custom<RawChange[]>(Array.isArray, "expected a list").optional(),
  prior_state: state.optional(),
  configuration: z.custom<RawConfiguration>(isObject, "expected an object").optional(),
  variables: z.custom<{ [name: string]: { value?: Value } }>(isObject, "expected an object").optional(),
  relevant_attributes: z.custom<RawRelevantAttribute[]>(Array.isArray, "expected a list").optional(),
});

export const stateSchema = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  values: z.object({ root_module: module.optional() }),
});

/** Index of the first change that is not one, or -1. */
export function firstBadChange(changes: readonly RawChange[]): number {
  return changes.findIndex((change: unknown) => {
    if (!isRecord(change) || !isRecord(change.change)) return true;
    const { actions, before, after } = change.change;
    const named = [change.address, change.type, change.name].every((part) => typeof part === "string");
    return !named || !Array.isArray(actions) || !isRecordOrNull(before) || !isRecordOrNull(after);
  });
}

/** Where a module of the configuration, its blocks or its references are not of their kind, or undefined. */
export function configurationFault(module: unknown, at = "configuration.root_module"): string | undefined {
  if (module === undefined) return undefined;
  if (!isObject(module) || !isRecord(module)) return at;
  const { resources = [], module_calls: calls = {}, outputs = {}, variables = {} } = module;
  if (!Array.isArray(resources)) return `${at}.resources`;
  for (const [index, block] of resources.entries()) {
    const named = isRecord(block) && typeof block.type === "string" && typeof block.name === "string";
    if (!named || hasBadReferences(block)) return `${at}.resources[${index}]`;
  }
  for (const [part, members] of Object.entries({ module_calls: calls, outputs, variables })) {
    if (!isObject(members) || !isRecord(members)) return `${at}.${part}`;
    for (const [name, member] of Object.entries(members)) {
      const place = `${at}.${part}.${name}`;
      if (!isObject(member) || !isRecord(member)) return place;
      if (part === "variables") continue;
      const { module: inner, ...rest } = member;
      if (hasBadReferences(rest)) return place;
      const fault = part === "module_calls" ? configurationFault(inner, `${place}.module`) : undefined;
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

/** Whether a list of references holds anything but text. A nested block may be called `references` too: a list of objects. */
function hasBadReferences(node: unknown, depth = 0): boolean {
  if (!isRecord(node) || depth > MAX_DEPTH) return false;
  return Object.entries(node).some(([key, inner]) => {
    if (key === "constant_value") return false;
    if (key !== "references" || !Array.isArray(inner) || inner.every(isObject))
      return hasBadReferences(inner, depth + 1);
    return !inner.every((one) => typeof one === "string");
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isRecordOrNull = (value: unknown): boolean => value === null || value === undefined || isRecord(value);
