// The provider plans `user_data` of an instance as its SHA-1. The text is put back where the configuration holds it.

import { createHash } from "node:crypto";
import type { RawChange, RawConfigModule, RawPlan } from "./types.ts";

/** Types whose `user_data` is planned as a hash. */
const HASHED = new Set(["aws_instance", "aws_spot_instance_request", "aws_launch_configuration"]);
const SHA1 = /^[0-9a-f]{40}$/;

/**
 * Replaces each hash by the text that has it, in place: a constant of the resource's own block, or a default or argument of the
 * variable that the block names. Where the text is not to be found, the planned attribute becomes unknown: its hash says nothing.
 */
export function restoreUserData(plan: RawPlan): void {
  for (const entry of plan.changes) {
    if (!HASHED.has(entry.type)) continue;
    const texts = textsOf(plan, entry);
    for (const values of [entry.change.before, entry.change.after]) {
      const hash = values?.user_data;
      if (values === null || typeof hash !== "string" || !SHA1.test(hash)) continue;
      const text = texts.find((one) => createHash("sha1").update(one).digest("hex") === hash);
      if (text !== undefined) Object.assign(values, { user_data: text });
      else if (values === entry.change.after) hide(entry);
    }
  }
}

function hide({ change }: RawChange): void {
  const { after, after_unknown: mask } = change;
  if (after === null || typeof mask !== "object" || mask === null) return;
  Reflect.deleteProperty(after, "user_data");
  Object.assign(mask, { user_data: true });
}

/** Texts that the configuration may have given: the modules on the way to the block are searched from inside out. */
function textsOf(plan: RawPlan, { module_address: address, type, name, mode }: RawChange): readonly string[] {
  const root = plan.configuration?.root_module;
  if (root === undefined) return [];
  const calls = [...(address ?? "").matchAll(/(?:^|\.)module\.([^.[]+)/g)].map((match) => match[1] ?? "");
  const modules: RawConfigModule[] = [root];
  for (const call of calls) {
    const next = modules.at(-1)?.module_calls?.[call]?.module;
    if (next === undefined) return [];
    modules.push(next);
  }
  const block = modules.at(-1)?.resources?.find((one) => one.type === type && one.name === name && one.mode === mode);
  const texts: string[] = [];
  const take = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
  };
  let expression: unknown = block?.expressions?.user_data;
  for (let depth = modules.length - 1; depth >= 0; depth--) {
    if (typeof expression !== "object" || expression === null) break;
    if ("constant_value" in expression) take(expression.constant_value);
    const references: unknown = "references" in expression ? expression.references : undefined;
    const variable = Array.isArray(references) ? /^var\.([^.[]+)$/.exec(String(references[0]))?.[1] : undefined;
    if (variable === undefined) break;
    take(modules[depth]?.variables?.[variable]?.default);
    if (depth === 0) take(plan.variables[variable]?.value);
    else expression = modules[depth - 1]?.module_calls?.[calls[depth - 1] ?? ""]?.expressions?.[variable];
  }
  return texts;
}
