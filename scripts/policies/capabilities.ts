// Derives what the rules may use from what the wasm host can do.

import { readFileSync } from "node:fs";
import { z } from "zod";
import { opa } from "./opa.ts";

const host = new URL("../../node_modules/@open-policy-agent/opa-wasm/capabilities.json", import.meta.url);

const builtin = z.looseObject({ name: z.string() });
const hostSchema = z.looseObject({ builtins: z.array(builtin) });
const currentSchema = z.looseObject({ builtins: z.array(builtin), features: z.array(z.string()) });

/** Features of the language itself, which the host's own list leaves out: OPA refuses Rego v1 without them. */
const FEATURES = ["keywords_in_refs", "rego_v1", "template_strings"];
/** What template strings compile to; the wasm carries it itself. */
const TEMPLATE = "internal.template_string";

/** Text of `policies/capabilities.json`. */
export function renderCapabilities(): string {
  const wasm = hostSchema.parse(JSON.parse(readFileSync(host, "utf8")));
  const current = currentSchema.parse(JSON.parse(opa(["capabilities", "--current"])));
  const names = new Set([...wasm.builtins.map(({ name }) => name), TEMPLATE]);
  const builtins = current.builtins.filter(({ name }) => names.has(name));
  const features = current.features.filter((feature) => FEATURES.includes(feature));
  return `${JSON.stringify({ ...wasm, builtins, features }, null, 1)}\n`;
}
