// Rebuilds the document of an `aws_iam_policy_document` data source that Terraform could not read yet, from its planned values.
// What the provider does with its arguments: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document

import type { JsonObject } from "../plan/types.ts";
import { blockOf, isUnknown } from "./attribute.ts";
import { isExpression } from "./expressions.ts";
import type { Entry } from "./resources.ts";
import type { Targets } from "./targets.ts";
import { type Path, UNKNOWN, type Value } from "./types.ts";
import { at, isList, isMap, valueAt } from "./value.ts";

export const DOCUMENT_BLOCK = "data.aws_iam_policy_document.";
/** Version that the provider writes where the data source names none. */
const DEFAULT_VERSION = "2012-10-17";
/** Documents that include each other deeper than this are cut short, and partial. */
const MAX_DEPTH = 10;

export interface Rebuilt {
  readonly value: JsonObject;
  readonly partial: boolean;
}

/** The document of a data source: its own text where Terraform read it, else its statements with `UNKNOWN` for open leaves. */
export function rebuild(entry: Entry, targets: Targets, depth = 0): Rebuilt {
  const text = entry.resource.values.json;
  if (typeof text === "string") {
    const parsed = parseDocument(text);
    if (parsed !== undefined) return { value: parsed, partial: hasUnknown(parsed) };
  }
  const reader = new Reader(entry);
  let statements: readonly Value[] = [];
  let partial = false;
  const include = (path: string): readonly (readonly Value[])[] => {
    const found = included(entry, path, targets, depth);
    partial ||= found.partial;
    // A document that could not be found may say anything.
    return [...found.documents.map(statementsOf), ...(found.partial ? [[openStatement()]] : [])];
  };
  for (const path of ["source_json", "source_policy_documents"])
    for (const list of include(path)) statements = [...statements, ...list];
  const own = reader.statements();
  statements = override(statements, own.list);
  partial ||= own.partial;
  for (const path of ["override_json", "override_policy_documents"])
    for (const list of include(path)) statements = override(statements, list);
  const id = reader.text(["policy_id"]);
  const value: JsonObject = {
    Version: reader.text(["version"]) ?? DEFAULT_VERSION,
    ...(id === undefined ? {} : { Id: id }),
    Statement: statements,
  };
  return { value, partial: partial || hasUnknown(value) };
}

/** Statements of `later` replace those with the same Sid and follow the others. */
function override(earlier: readonly Value[], later: readonly Value[]): readonly Value[] {
  const sidOf = (statement: Value): Value | undefined => valueAt(statement, ["Sid"]);
  const out = [...earlier];
  for (const statement of later) {
    const sid = sidOf(statement);
    const at = sid === undefined || sid === "" || sid === UNKNOWN ? -1 : out.findIndex((one) => sidOf(one) === sid);
    if (at < 0) out.push(statement);
    else out[at] = statement;
  }
  return out;
}

/** Documents that an argument includes: known texts, and data sources behind unknown ones. */
function included(
  entry: Entry,
  name: string,
  targets: Targets,
  depth: number,
): { documents: readonly JsonObject[]; partial: boolean } {
  const value = valueAt(entry.resource.values, [name]);
  const texts =
    typeof value === "string" ? [value] : isList(value) ? value.filter((item) => typeof item === "string") : [];
  const documents = texts.filter((text) => text !== "").map(parseDocument);
  const known = documents.filter((document) => document !== undefined);
  let partial = known.length < documents.length;
  const open = isUnknown(entry, [name]) ? undefined : countUnknown(entry, name, value);
  if (open === 0) return { documents: known, partial };
  if (open === undefined && !isWritten(entry, name)) return { documents: known, partial };
  const sources = new Set<Entry>();
  for (const ending of targets.endings(entry, [name]))
    if (
      ending.kind === "resource" &&
      ending.entry.block.startsWith(DOCUMENT_BLOCK) &&
      typeof ending.entry.resource.values.json !== "string"
    )
      sources.add(ending.entry);
  // As many data sources as open places: then they are those. Fewer or more leave something unsaid.
  partial ||= open === undefined ? sources.size === 0 : sources.size !== open;
  for (const source of sources) {
    if (source === entry || depth >= MAX_DEPTH) {
      partial = true;
      continue;
    }
    known.push(rebuild(source, targets, depth + 1).value);
  }
  return { documents: known, partial };
}

const isWritten = (entry: Entry, name: string): boolean => blockOf(entry)?.expressions?.[name] !== undefined;

function countUnknown(entry: Entry, name: string, value: Value | undefined): number {
  return isList(value) ? value.filter((_, index) => isUnknown(entry, [name, index])).length : 0;
}

/** Reads the statements of a data source out of its planned values. */
class Reader {
  private readonly entry: Entry;

  constructor(entry: Entry) {
    this.entry = entry;
  }

  statements(): { list: readonly Value[]; partial: boolean } {
    const list = valueAt(this.entry.resource.values, ["statement"]);
    if (isList(list) && !isUnknown(this.entry, ["statement"]))
      return { list: list.map((_, index) => this.statement(["statement", index])), partial: false };
    // A dynamic block over something unknown hides all statements: the written ones are still in the configuration.
    const written = blocksOf(blockOf(this.entry)?.expressions, "statement").map(statementOfBlock);
    const hidden = isUnknown(this.entry, ["statement"]);
    return { list: hidden ? [...written, openStatement()] : written, partial: hidden || written.length > 0 };
  }

  /** Text at a path, `UNKNOWN` where it is known only after apply. */
  text(path: Path): string | undefined {
    if (isUnknown(this.entry, path)) {
      // Unknown and unwritten: the provider leaves it out.
      return path.length > 1 || isWritten(this.entry, String(path[0])) ? UNKNOWN : undefined;
    }
    const value = valueAt(this.entry.resource.values, path);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  private texts(path: Path): readonly string[] {
    if (isUnknown(this.entry, path)) return [UNKNOWN];
    const value = valueAt(this.entry.resource.values, path);
    if (!isList(value)) return [];
    return value.flatMap((item, index) => {
      if (typeof item === "string") return [fromTemplate(item)];
      return isUnknown(this.entry, [...path, index]) ? [UNKNOWN] : [];
    });
  }

  private blocks(path: Path): readonly Path[] {
    const value = valueAt(this.entry.resource.values, path);
    return isList(value) ? value.map((_, index) => [...path, index]) : [];
  }

  private statement(path: Path): Value {
    if (isUnknown(this.entry, path)) return openStatement();
    const sid = this.text([...path, "sid"]);
    const out: Record<string, Value> = {
      ...(sid === undefined ? {} : { Sid: sid }),
      Effect: this.text([...path, "effect"]) ?? "Allow",
    };
    for (const [name, key] of LISTS) {
      const texts = this.texts([...path, name]);
      if (texts.length > 0) out[key] = shorten(texts);
    }
    for (const [name, key] of PRINCIPALS) {
      const principals = this.principals([...path, name]);
      if (principals !== undefined) out[key] = principals;
    }
    const conditions = this.conditions([...path, "condition"]);
    if (conditions !== undefined) out.Condition = conditions;
    return out;
  }

  private principals(path: Path): Value | undefined {
    if (isUnknown(this.entry, path)) return UNKNOWN;
    const groups = new Map<string, string[]>();
    for (const block of this.blocks(path)) {
      const type = this.text([...block, "type"]) ?? UNKNOWN;
      const identifiers = this.texts([...block, "identifiers"]);
      groups.set(type, [...(groups.get(type) ?? []), ...identifiers]);
    }
    if (groups.size === 0) return undefined;
    return principalOf(groups);
  }

  private conditions(path: Path): Value | undefined {
    if (isUnknown(this.entry, path)) return { [UNKNOWN]: UNKNOWN };
    const out: Record<string, Record<string, Value>> = {};
    for (const block of this.blocks(path)) {
      const test = this.text([...block, "test"]) ?? UNKNOWN;
      const variable = this.text([...block, "variable"]) ?? UNKNOWN;
      const tests = out[test] ?? {};
      tests[variable] = shorten(this.texts([...block, "values"]));
      out[test] = tests;
    }
    return Object.keys(out).length === 0 ? undefined : out;
  }
}

const LISTS = [
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
] as const;
const PRINCIPALS = [
  ["principals", "Principal"],
  ["not_principals", "NotPrincipal"],
] as const;

/** A statement of which nothing is known. */
const openStatement = (): Value => ({ Effect: UNKNOWN, Action: UNKNOWN, Resource: UNKNOWN, Principal: UNKNOWN });

/** A statement as the configuration writes it: constants, and `UNKNOWN` for everything else. */
function statementOfBlock(block: unknown): Value {
  const sid = constantOf(block, "sid");
  const effect = constantOf(block, "effect");
  const out: Record<string, Value> = {
    ...(typeof sid === "string" ? { Sid: sid } : {}),
    Effect: typeof effect === "string" ? effect : "Allow",
  };
  for (const [name, key] of LISTS) {
    const texts = constantsOf(block, name);
    if (texts.length > 0) out[key] = shorten(texts);
  }
  for (const [name, key] of PRINCIPALS) {
    const groups = new Map<string, readonly string[]>();
    for (const one of blocksOf(block, name)) {
      const type = constantOf(one, "type");
      const named = typeof type === "string" ? type : UNKNOWN;
      groups.set(named, [...(groups.get(named) ?? []), ...constantsOf(one, "identifiers")]);
    }
    if (groups.size > 0) out[key] = principalOf(groups);
  }
  const tests: Record<string, Record<string, Value>> = {};
  for (const one of blocksOf(block, "condition")) {
    const [test, variable] = ["test", "variable"].map((name) => constantOf(one, name));
    const named = typeof test === "string" ? test : UNKNOWN;
    tests[named] = {
      ...tests[named],
      [typeof variable === "string" ? variable : UNKNOWN]: shorten(constantsOf(one, "values")),
    };
  }
  if (Object.keys(tests).length > 0) out.Condition = tests;
  return out;
}

/** Constant that a block of the configuration writes; `UNKNOWN` for another expression, `undefined` where it writes nothing. */
function constantOf(block: unknown, name: string): Value | undefined {
  const node = at(block, [name]);
  if (!isExpression(node)) return undefined;
  return node.constant_value === undefined ? UNKNOWN : node.constant_value;
}

function constantsOf(block: unknown, name: string): readonly string[] {
  const value = constantOf(block, name);
  if (value === undefined || value === null) return [];
  return isList(value) ? value.map((item) => (typeof item === "string" ? fromTemplate(item) : UNKNOWN)) : [UNKNOWN];
}

function blocksOf(block: unknown, name: string): readonly unknown[] {
  const node = at(block, [name]);
  return Array.isArray(node) ? node : [];
}

function principalOf(groups: ReadonlyMap<string, readonly string[]>): Value {
  const everyone = groups.get("*");
  if (groups.size === 1 && everyone?.length === 1 && everyone[0] === "*") return "*";
  return Object.fromEntries([...groups].map(([type, identifiers]) => [type, shorten(identifiers)]));
}

/** The provider writes a list of one as the text itself. */
const shorten = (texts: readonly string[]): Value => (texts.length === 1 && texts[0] !== undefined ? texts[0] : texts);

/** The data source spells policy variables `&{aws:username}`, because `${` belongs to Terraform. */
const fromTemplate = (text: string): string => text.replaceAll("&{", "${");

/** A policy document's text, parsed; `undefined` where it is not a JSON object. */
export function parseDocument(text: string): JsonObject | undefined {
  try {
    const parsed: Value = JSON.parse(text);
    return isMap(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function statementsOf(document: JsonObject): readonly Value[] {
  const { Statement } = document;
  if (Statement === undefined) return [];
  return isList(Statement) ? Statement : [Statement];
}

function hasUnknown(value: Value): boolean {
  if (typeof value === "string") return value === UNKNOWN;
  if (isList(value)) return value.some(hasUnknown);
  return isMap(value) && Object.entries(value).some(([key, item]) => key === UNKNOWN || hasUnknown(item));
}
