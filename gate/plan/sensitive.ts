// What Terraform itself marks sensitive: masks over the values of resources, sensitive variables, and the same constants in
// the configuration.

import { SENSITIVE } from "../model/types.ts";
import { isLiteral, isSecretName } from "./secrets.ts";
import type { RawConfigModule, RawPlan, RawStateModule } from "./types.ts";

type Step = string | number;

/** Applies the masks of a plan and remembers which texts they hid. */
export class Sensitive {
  /** Hidden texts that are a secret wherever else they stand: they stood under a secret's name, and are no common word. */
  readonly values = new Set<string>();
  /** Paths hidden by a mask, for each block of the configuration: `module.db|aws_db_instance.main`. */
  private readonly paths = new Map<string, Set<string>>();

  apply(plan: RawPlan): void {
    for (const { address, mode, type, name, change } of plan.changes) {
      const found: Step[][] = [];
      hide(change, "before", change.before_sensitive, [], found, this.values);
      hide(change, "after", change.after_sensitive, [], found, this.values);
      if (found.length === 0) continue;
      const key = blockKey(address, mode, type, name);
      const paths = this.paths.get(key) ?? new Set();
      for (const path of found) paths.add(path.filter((step) => typeof step === "string").join("."));
      this.paths.set(key, paths);
    }
    this.state(plan.state);
    const root = plan.configuration?.root_module;
    for (const [name, variable] of Object.entries(plan.variables))
      if (root?.variables?.[name]?.sensitive === true) hide(variable, "value", true, [], [], this.values);
    if (root !== undefined) this.module(root, "");
  }

  private state(module: RawStateModule | undefined): void {
    for (const resource of module?.resources ?? [])
      hide(resource, "values", resource.sensitive_values, [], [], this.values);
    for (const child of module?.child_modules ?? []) this.state(child);
  }

  private module(module: RawConfigModule, address: string): void {
    for (const variable of Object.values(module.variables ?? {}))
      if (variable.sensitive === true) hide(variable, "default", true, [], [], this.values);
    for (const output of Object.values(module.outputs ?? {}))
      if (output.sensitive === true && output.expression !== undefined)
        hide(output.expression, "constant_value", true, [], [], this.values);
    for (const resource of module.resources ?? []) {
      const key = `${address}|${resource.mode === "data" ? "data." : ""}${resource.type}.${resource.name}`;
      for (const path of this.paths.get(key) ?? []) hideConstants(resource.expressions, path.split("."), this.values);
    }
    for (const [name, call] of Object.entries(module.module_calls ?? {})) {
      for (const [input, variable] of Object.entries(call.module?.variables ?? {}))
        if (variable.sensitive === true) hideConstants(call.expressions, [input], this.values);
      if (call.module !== undefined)
        this.module(call.module, address === "" ? `module.${name}` : `${address}.module.${name}`);
    }
  }
}

/** Replaces what the mask covers of `owner[key]`; booleans stay, as text too: they give nothing away and decide much. */
function hide(
  owner: unknown,
  key: Step,
  mask: unknown,
  path: readonly Step[],
  found: Step[][],
  values: Set<string>,
): void {
  if (mask === undefined || mask === null || mask === false || !isRecord(owner)) return;
  const value = owner[key];
  if (mask === true) {
    if (value === undefined || value === null) {
      // The attribute is sensitive though unknown or unset here: its constant may stand in the configuration.
      if (path.length > 0) found.push([...path]);
      return;
    }
    if (path.length > 0) found.push([...path]);
    cover(owner, key, values);
    return;
  }
  if (typeof mask !== "object" || !isRecord(value)) return;
  if (Array.isArray(mask)) {
    for (let index = 0; index < mask.length; index++) {
      const inner: unknown = mask[index];
      if (inner !== false) hide(value, index, inner, [...path, index], found, values);
    }
    return;
  }
  if (!isRecord(mask)) return;
  for (const name in mask) {
    const inner = mask[name];
    // Masks are full of empty lists and objects: they stand for collections without a sensitive member.
    if (inner === true || (typeof inner === "object" && inner !== null && !isEmpty(inner)))
      hide(value, name, inner, [...path, name], found, values);
  }
}

/** Replaces every text and number below `owner[key]`. */
function cover(owner: Record<string | number, unknown>, key: Step, values: Set<string>): void {
  const value = owner[key];
  if (typeof value === "string" || typeof value === "number") {
    if (value === "" || value === SENSITIVE || value === "true" || value === "false") return;
    if (typeof value === "string" && isTelling(String(key), value)) values.add(value);
    owner[key] = SENSITIVE;
  } else if (isRecord(value)) for (const name of Object.keys(value)) cover(value, name, values);
}

/** Replaces the constants that the configuration writes at an attribute path; list positions are not compared. */
function hideConstants(node: unknown, path: readonly string[], values: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) hideConstants(item, path, values);
    return;
  }
  if (!isRecord(node)) return;
  for (const form of ["constant_value", "template"]) if (form in node) cover(node, form, values);
  if ("constant_value" in node || "template" in node) return;
  const [name, ...rest] = path;
  if (name !== undefined) hideConstants(node[name], rest, values);
}

/** Address of the block that made a resource: the address without instance keys. */
function blockKey(address: string, mode: string, type: string, name: string): string {
  const block = `${mode === "data" ? "data." : ""}${type}.${name}`;
  const plain = address.includes("[") ? address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g, "") : address;
  return `${plain.length > block.length ? plain.slice(0, plain.length - block.length - 1) : ""}|${block}`;
}

/** Attributes that hold a secret though their name does not say so, such as that of `aws_ssm_parameter`. */
const CARRIERS = new Set(["value", "secret_string", "secret_binary", "content", "user_data"]);

function isTelling(name: string, text: string): boolean {
  if (!isLiteral(text) || !/[A-Za-z]/.test(text) || !/[^A-Za-z]/.test(text)) return false;
  if (isSecretName(name)) return text.length >= 8;
  return CARRIERS.has(name) && text.length >= 12 && !/^[a-z]{2}(?:-[a-z]+)+-\d$|^[a-z]+-[0-9a-f]{8,}$/.test(text);
}
const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;
const isEmpty = (value: object): boolean => {
  if (Array.isArray(value)) return value.length === 0;
  for (const _ in value) return false;
  return true;
};
