// Configurations in JSON syntax, such as CDKTF writes: Terraform prints the text of a template as `constant_value` although it
// refers to other resources, and the references beside it. Such text is no constant; it is kept apart as `template`.

import type { RawConfigModule, RawPlan } from "./types.ts";

/** Moves the text of templates aside, in place. */
export function separateTemplates(plan: RawPlan): void {
  separateModule(plan.configuration?.root_module);
  for (const provider of Object.values(plan.configuration?.provider_config ?? {})) separate(provider.expressions);
}

function separateModule(module: RawConfigModule | undefined): void {
  for (const resource of module?.resources ?? []) {
    separate(resource.expressions);
    separate(resource.count_expression);
    separate(resource.for_each_expression);
  }
  for (const output of Object.values(module?.outputs ?? {})) separate(output.expression);
  for (const call of Object.values(module?.module_calls ?? {})) {
    separate(call.expressions);
    separate(call.count_expression);
    separate(call.for_each_expression);
    separateModule(call.module);
  }
}

function separate(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const inner of node) separate(inner);
    return;
  }
  if ("constant_value" in node && "references" in node && Array.isArray(node.references)) {
    Object.assign(node, { template: node.constant_value });
    Reflect.deleteProperty(node, "constant_value");
    return;
  }
  for (const inner of Object.values(node)) separate(inner);
}
