// Evaluates the constants of an expression. What depends on anything unknown becomes UNKNOWN, and its surroundings stay known:
// `jsonencode` around one unknown ARN is a policy of which one leaf is unknown.

import { join } from "../model/template.ts";
import type { Value } from "../model/types.ts";
import { UNKNOWN } from "../model/types.ts";
import { isList, isMap } from "../model/value.ts";

/** Names that an expression may use: gives the value, or undefined where nobody knows it before apply. */
export type Scope = (reference: string) => Value | undefined;

/** The nodes that the parser gives, as far as they are read here. */
interface Node {
  readonly type?: string | undefined;
  readonly children: readonly (Node | null)[];
  readonly range: { readonly start: { readonly byte: number }; readonly end: { readonly byte: number } };
  readonly meta?: unknown;
}

/** Parsed expressions by their text, as the configuration parser gives it. */
export type Expressions = ReadonlyMap<string, { readonly node: Node; readonly source: Buffer } | undefined>;

export const isTemplate = (text: string): boolean => text.includes("${") || text.includes("%{");

/** Parses every expression among the texts, once. The parser only works asynchronously; evaluation then need not. */
export async function parseExpressions(texts: Iterable<string>): Promise<Expressions> {
  const { getExpressionAst } = await import("@cdktf/hcl2json");
  const parsed = new Map<string, { node: Node; source: Buffer } | undefined>();
  for (const text of new Set(texts)) {
    if (!isTemplate(text)) continue;
    // The parser wants a template in quotes. Where the text is one expression it is quoted as it stands, else it is escaped.
    const quoted = text.startsWith("${") && balanced(text) ? `"${text}"` : `"${escapeTemplate(text)}"`;
    try {
      const node: Node | null = await getExpressionAst("expression.tf", quoted);
      parsed.set(text, node ? { node, source: Buffer.from(quoted) } : undefined);
    } catch {
      // What the parser does not take stays unknown, as it is in the plan.
      parsed.set(text, undefined);
    }
  }
  return parsed;
}

/** Evaluates a value as the configuration parser gives it: text with `${…}`, lists and objects of them. */
export function evaluate(value: Value, expressions: Expressions, scope: Scope): Value {
  if (typeof value === "string") {
    if (!isTemplate(value)) return value;
    const parsed = expressions.get(value);
    return parsed ? walk(parsed.node, parsed.source, scope) : UNKNOWN;
  }
  if (isList(value)) return value.map((element) => evaluate(element, expressions, scope));
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, evaluate(inner, expressions, scope)]));
  return value;
}

/** Names that an expression refers to, as `configuration` lists them: `aws_s3_bucket.b.arn`. */
export function referencesOf(text: string, expressions: Expressions): readonly string[] {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === "scopeTraversal") found.add(metaText(node, "fullAccessor"));
    for (const child of node.children) if (child) visit(child);
  };
  const parsed = expressions.get(text);
  if (parsed) visit(parsed.node);
  return [...found];
}

/** Whether the first `${` closes only at the very end. */
function balanced(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\" && quoted) at++;
    else if (char === '"') quoted = !quoted;
    else if (quoted && !(char === "$" && text[at + 1] === "{")) continue;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at === text.length - 1;
    else if (quoted && char === "$") return text.endsWith("}");
  }
  return false;
}

/** Escapes the literal parts of a template for quotes, and leaves its interpolations alone. */
function escapeTemplate(text: string): string {
  let result = "";
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (depth === 0 && (char === "$" || char === "%") && text[at + 1] === "{" && text[at - 1] !== char) {
      depth = 1;
      result += `${char}{`;
      at++;
    } else if (depth > 0) {
      if (char === "{") depth++;
      if (char === "}") depth--;
      result += char;
    } else
      result +=
        char === '"' || char === "\\"
          ? `\\${char}`
          : char === "\n"
            ? "\\n"
            : char === "\r"
              ? "\\r"
              : char === "\t"
                ? "\\t"
                : char;
  }
  return result;
}

const metaText = (node: Node, key: string): string => {
  const { meta } = node;
  const value =
    typeof meta === "object" && meta !== null ? Object.entries(meta).find(([name]) => name === key)?.[1] : undefined;
  return typeof value === "string" ? value : "";
};

function walk(node: Node, source: Buffer, scope: Scope): Value {
  const children = node.children.filter((child): child is Node => child !== null);
  const inner = (child: Node | undefined): Value => (child ? walk(child, source, scope) : UNKNOWN);
  switch (node.type) {
    case "templateWrap":
      return inner(children[0]);
    case "template": {
      const [only, ...more] = children.map(inner);
      return only === undefined || more.length === 0 ? (only ?? "") : join([only, ...more]);
    }
    case "literalValue":
      return literal(metaText(node, "type"), metaText(node, "value"));
    case "tuple":
      return children.map(inner);
    case "object":
      return objectOf(children, source, scope);
    case "scopeTraversal":
      return scope(metaText(node, "fullAccessor")) ?? UNKNOWN;
    case "function":
      return call(metaText(node, "name"), children.map(inner));
    case "conditional": {
      const [condition, yes, no] = [inner(children[0]), inner(children[1]), inner(children[2])];
      if (condition === true || condition === "true") return yes;
      if (condition === false || condition === "false") return no;
      return JSON.stringify(yes) === JSON.stringify(no) ? yes : UNKNOWN;
    }
    case "unaryOp": {
      const value = inner(children[0]);
      return metaText(node, "operator") === "logicalNot" && typeof value === "boolean" ? !value : UNKNOWN;
    }
    case undefined:
    case "":
      // Parentheses.
      return children.length === 1 ? inner(children[0]) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function literal(type: string, text: string): Value {
  if (text === "null") return type === "string" ? text : null;
  if (type === "number") return Number(text);
  if (type === "bool") return text === "true";
  // Text comes with the escapes of the quotes that it stood in.
  return text
    .replace(/\\(n|r|t|"|\\)/g, (_match, char: string) => ({ n: "\n", r: "\r", t: "\t" })[char] ?? char)
    .replace(/([$%])\1\{/g, "$1{");
}

function objectOf(children: readonly Node[], source: Buffer, scope: Scope): Value {
  const entries: [string, Value][] = [];
  for (let at = 0; at + 1 < children.length; at += 2) {
    const [keyNode, valueNode] = [children[at], children[at + 1]];
    if (!keyNode || !valueNode) continue;
    // A written key has no child; one in parentheses or with a template is an expression.
    const computed = keyNode.children.find((child): child is Node => child !== null);
    const raw = source.subarray(keyNode.range.start.byte, keyNode.range.end.byte).toString("utf8").trim();
    const key = computed ? walk(computed, source, scope) : raw.replace(/^"|"$/g, "");
    if (typeof key !== "string" || key.includes(UNKNOWN)) return UNKNOWN;
    entries.push([key, walk(valueNode, source, scope)]);
  }
  return Object.fromEntries(entries);
}

const isUnknown = (value: Value | undefined): boolean => typeof value === "string" && value.includes(UNKNOWN);

/** The functions that appear in policies; of any other the result is unknown. `jsonencode` stays the tree that it encodes. */
function call(name: string, args: readonly Value[]): Value {
  const [first] = args;
  if (name === "jsonencode" || name === "jsondecode" || name === "yamlencode")
    return first === undefined
      ? UNKNOWN
      : name === "jsondecode" && typeof first === "string" && !isUnknown(first)
        ? parseOr(first)
        : first;
  if (name === "concat" || name === "flatten" || name === "setunion") {
    const lists = name === "flatten" && isList(first) ? first : args;
    return lists.flatMap((list: Value) => (isList(list) ? list.flat() : [list]));
  }
  if (["tolist", "toset", "tomap", "tostring", "distinct", "sort", "nonsensitive", "sensitive"].includes(name))
    return first ?? UNKNOWN;
  if (name === "compact")
    return isList(first) ? first.filter((element) => element !== "" && element !== null) : UNKNOWN;
  if (name === "merge") return args.every(isMap) ? Object.assign({}, ...args) : UNKNOWN;
  if (name === "try" || name === "coalesce")
    return args.find((arg) => arg !== null && arg !== "" && !isUnknown(arg)) ?? UNKNOWN;
  if (args.some(isUnknown)) return UNKNOWN;
  if (name === "lower" && typeof first === "string") return first.toLowerCase();
  if (name === "upper" && typeof first === "string") return first.toUpperCase();
  if (name === "join" && typeof first === "string" && isList(args[1])) return args[1].map(String).join(first);
  if (name === "format" && typeof first === "string") {
    let at = 1;
    return first.replace(/%[sdv%]/g, (verb) => (verb === "%%" ? "%" : String(args[at++])));
  }
  return UNKNOWN;
}

function parseOr(text: string): Value {
  try {
    return JSON.parse(text);
  } catch {
    return UNKNOWN;
  }
}
