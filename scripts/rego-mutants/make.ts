// Mutants of one Rego file: every condition of every rule dropped, negated, its comparison turned or its constants changed. Places come
// from the AST, so that comments and metadata stay out.

import { z } from "zod";
import { opa } from "../policies/opa.ts";

export interface RegoMutant {
  /** Line, from 1. */
  readonly row: number;
  /** What stood there and what stands there now, on one line. */
  readonly change: string;
  /** The whole file. */
  readonly text: string;
}

const locationSchema = z.object({ row: z.number(), col: z.number(), text: z.string() });
type Location = z.infer<typeof locationSchema>;

type Node = null | string | number | boolean | readonly Node[] | { readonly [key: string]: Node };
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.union([z.null(), z.string(), z.number(), z.boolean(), z.array(nodeSchema), z.record(z.string(), nodeSchema)]),
);

/** Names that the AST has for comparisons → how they are written, and as what they are tried instead. */
const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  "==": ["!="],
  "!=": ["=="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
};

const isNode = (node: Node | undefined): node is { readonly [key: string]: Node } =>
  typeof node === "object" && node !== null && !Array.isArray(node);

function locationOf(node: Node | undefined): Location | undefined {
  const read = isNode(node) ? locationSchema.safeParse(node.location) : undefined;
  return read?.success ? { ...read.data, text: Buffer.from(read.data.text, "base64").toString("utf8") } : undefined;
}

/** @param file path below `policies/` */
export function mutantsOf(file: string, source: string): readonly RegoMutant[] {
  const ast = nodeSchema.parse(JSON.parse(opa(["parse", "--format", "json", "--json-include", "locations", file])));
  const lines = source.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(line) + 1);
  const bytes = Buffer.from(source);
  const mutants = new Map<string, RegoMutant>();

  function put({ row, col, text }: Location, now: string, what: string): void {
    const at = (starts[row - 1] ?? 0) + col - 1;
    if (bytes.subarray(at, at + Buffer.byteLength(text)).toString("utf8") !== text)
      throw new Error(`${file}:${row}:${col} is not ${text}`);
    const changed = Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(now),
      bytes.subarray(at + Buffer.byteLength(text)),
    ]);
    const mutant = {
      row,
      change: `${what}: ${text.replaceAll(/\s+/g, " ")} -> ${now}`,
      text: changed.toString("utf8"),
    };
    mutants.set(mutant.text, mutant);
  }

  function condition(expression: { readonly [key: string]: Node }): void {
    const place = locationOf(expression);
    // `some x in xs` is no condition: without it the rule does not compile.
    if (!place || place.text.startsWith("some ")) return;
    put(place, "true", "dropped");
    if (expression.negated === true) put(place, place.text.replace(/^not\s+/, ""), "negation dropped");
    const [operator] = Array.isArray(expression.terms) ? expression.terms : [];
    const sign = locationOf(operator);
    for (const other of COMPARISONS[sign?.text ?? ""] ?? []) if (sign) put(sign, other, "comparison turned");
    constants(expression.terms);
  }

  function constants(node: Node | undefined): void {
    if (Array.isArray(node)) for (const one of node) constants(one);
    if (!isNode(node)) return;
    const place = locationOf(node);
    if (place && node.type === "string" && place.text === JSON.stringify(node.value))
      put(place, JSON.stringify(`${String(node.value)}-other`), "constant changed");
    if (place && node.type === "number" && place.text === String(node.value))
      put(place, String(Number(place.text) + 1), "constant changed");
    if (node.type === "call" || node.type === "array" || node.type === "set") constants(node.value);
    if (node.type === "ref" && Array.isArray(node.value)) for (const part of node.value.slice(1)) constants(part);
  }

  /** Bodies of rules, comprehensions and `every`. */
  function walk(node: Node | undefined): void {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isNode(node)) return;
    for (const [key, part] of Object.entries(node)) {
      if (key === "body" && Array.isArray(part)) for (const one of part) if (isNode(one)) condition(one);
      if (key !== "location" && key !== "annotations") walk(part);
    }
  }

  walk(isNode(ast) ? ast.rules : undefined);
  return [...mutants.values()];
}
