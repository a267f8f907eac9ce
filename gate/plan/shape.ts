// The shallow shape of what `terraform show -json` prints. Big lists are checked to be lists, their items one by one in a loop.

import { z } from "zod";
import type { Value } from "../model/types.ts";
import type { RawChange, RawConfiguration, RawRelevantAttribute, RawStateModule } from "./types.ts";

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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isRecordOrNull = (value: unknown): boolean => value === null || value === undefined || isRecord(value);
