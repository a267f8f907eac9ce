// Reads YAML that people write: every mistake is said with file, line and column.

import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { PhiwardError } from "../gate/error.ts";

/** A YAML file held against its schema. */
export interface Parsed<T> {
  readonly data: T;
  /** `file:line:column` of the node at a path, or of the nearest node above it. */
  at(path: readonly PropertyKey[]): string;
}

/**
 * Parses a YAML text and holds it against a schema.
 *
 * @throws {PhiwardError} `code` with `file:line:column` of the first mistake: bad YAML, a duplicate or unknown key, a wrong value
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, code: string): Parsed<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const where = (offset: number): string => {
    const { line, col } = counter.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) throw new PhiwardError(code, `${where(broken.pos[0])}: ${sentence(broken.message)}`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new PhiwardError(code, `${file}: ${sentence(error instanceof Error ? error.message : String(error))}`);
  }
  const at = (path: readonly PropertyKey[]): string => where(nodeAt(document, path)?.range?.[0] ?? 0);
  const result = schema.safeParse(value ?? {});
  if (result.success) return { data: result.data, at };

  const [issue] = result.error.issues;
  if (!issue) throw new PhiwardError(code, `${file}: does not fit its schema`);
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const offset = unknownKey === undefined ? undefined : keyAt(document, issue.path, unknownKey)?.range?.[0];
  const place = offset === undefined ? at(issue.path) : where(offset);
  const subject = issue.path.length === 0 ? "" : `${pathText(issue.path)}: `;
  throw new PhiwardError(code, `${place}: ${subject}${issueText(issue)}`);
}

/** What is wrong, in words, its place left out: `is missing`, `unknown key "approver"`. */
export function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `unknown key ${JSON.stringify(issue.keys[0])}`;
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return missing ? "is missing" : sentence(issue.message);
}

/** The node at a path, or the deepest one on the way there. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents ?? undefined;
}

/** The node of a key in the map at a path. */
function keyAt(document: Document, path: readonly PropertyKey[], key: string): Node | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  for (const pair of map.items) if (isScalar(pair.key) && String(pair.key.value) === key) return pair.key;
  return undefined;
}

/** `exceptions[0].until`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path)
    text += typeof step === "number" ? `[${step}]` : text === "" ? String(step) : `.${String(step)}`;
  return text;
}

/** First letter small, one line: messages of the libraries are put after ours. */
function sentence(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.charAt(0).toLowerCase() + line.slice(1);
}
