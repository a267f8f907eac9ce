// Statements of a policy document in one form, whatever way they were written.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

import { UNKNOWN, type Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";

/** One key of one operator. Several keys and operators of a statement must all hold, one of the values is enough. */
export interface Condition {
  /** Positive form, lower case, without quantifier and `IfExists`: `stringlike`, `ipaddress`, `bool`, `null`. */
  readonly operator: string;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly quantifier?: "all" | "any";
  /** Lower case, as IAM compares keys. */
  readonly key: string;
  readonly values: readonly string[];
  /** As written: `StringEquals aws:SourceArn`. */
  readonly text: string;
  /** The operator is none that IAM knows. */
  readonly malformed: boolean;
}

export interface Principal {
  readonly kind: "everyone" | "aws" | "service" | "federated" | "canonical" | "other";
  readonly value: string;
}

/** Whoever calls. */
export const EVERYONE: Principal = { kind: "everyone", value: "*" };

/** A set of patterns, or with `except` everything but them. */
export interface Patterns {
  /** Actions in lower case. */
  readonly values: readonly string[];
  readonly except: boolean;
  /** The values as they were written. */
  readonly written: readonly string[];
}

export interface Statement {
  /** `Statement[2]`, `Statement` where it stands without a list. */
  readonly path: string;
  readonly effect: "allow" | "deny" | "unknown";
  /** Undefined where the statement names none, as identity policies do. */
  readonly principals?: { readonly list: readonly Principal[]; readonly except: boolean };
  readonly actions: Patterns;
  readonly resources: Patterns;
  /** True where neither `Resource` nor `NotResource` is written. */
  readonly resourceless: boolean;
  readonly conditions: readonly Condition[];
  /** Known only after apply as a whole: nothing else of it counts. */
  readonly opaque: boolean;
}

export const isUnknown = (text: string): boolean => text.includes(UNKNOWN);

const read = new WeakMap<object, readonly Statement[]>();

/** Statements of a parsed document, in order. What is no statement at all is left out. Several facts ask: it is read once. */
export function statementsOf(document: Value): readonly Statement[] {
  if (typeof document !== "object" || document === null) return statementsIn(document);
  let statements = read.get(document);
  if (!statements) {
    statements = statementsIn(document);
    read.set(document, statements);
  }
  return statements;
}

function statementsIn(document: Value): readonly Statement[] {
  if (document === UNKNOWN) return [opaque("")];
  if (!isObject(document)) return [];
  const written = field(document, "Statement");
  if (!isList(written)) return written === undefined || written === null ? [] : one(written, "Statement");
  return written.flatMap((statement, index) => one(statement, `Statement[${index}]`));
}

function one(written: Value, path: string): readonly Statement[] {
  if (written === UNKNOWN) return [opaque(path)];
  if (!isObject(written)) return [];
  const effect = texts(field(written, "Effect"))[0];
  const principals = principalsOf(field(written, "Principal"));
  const others = principalsOf(field(written, "NotPrincipal"));
  const actions = patterns(field(written, "Action"), field(written, "NotAction"));
  const resources = patterns(field(written, "Resource"), field(written, "NotResource"));
  return [
    {
      path,
      // A statement without an effect is refused by IAM; data sources mean `Allow` by it.
      effect:
        effect === undefined
          ? "allow"
          : isUnknown(effect)
            ? "unknown"
            : effect.toLowerCase() === "deny"
              ? "deny"
              : "allow",
      ...(principals ? { principals: { list: principals, except: false } } : {}),
      ...(!principals && others ? { principals: { list: others, except: true } } : {}),
      // Actions are compared without case, resources with it.
      actions: actions ? { ...actions, values: actions.values.map(normalAction) } : anything,
      resources: resources ?? anything,
      resourceless: resources === undefined,
      conditions: conditionsOf(field(written, "Condition")),
      opaque: false,
    },
  ];
}

/** `*:*` is `*`: every action has one colon. */
const normalAction = (action: string): string => (/^[*:]+$/.test(action) ? "*" : action.toLowerCase());

const anything: Patterns = { values: ["*"], except: false, written: ["*"] };

const opaque = (path: string): Statement => ({
  path,
  effect: "unknown",
  actions: anything,
  resources: anything,
  resourceless: true,
  conditions: [],
  opaque: true,
});

/** Member by name without case. */
function field(object: { readonly [key: string]: Value }, name: string): Value | undefined {
  const exact = object[name];
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  for (const key in object) if (key.toLowerCase() === lower) return object[key];
  return undefined;
}

/** Texts of a value that is one or a list of them. Rebuilt documents hold nulls: they are nothing. */
function texts(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((element) => texts(element));
  return typeof value === "object" ? [] : [String(value)];
}

function patterns(positive: Value | undefined, negative: Value | undefined): Patterns | undefined {
  const except = positive === undefined || positive === null;
  if (except && (negative === undefined || negative === null)) return undefined;
  const written = texts(except ? negative : positive);
  return { values: written, except, written };
}

const principalKinds: Readonly<Record<string, Principal["kind"]>> = {
  aws: "aws",
  service: "service",
  federated: "federated",
  canonicaluser: "canonical",
  "*": "everyone",
};

function principalsOf(value: Value | undefined): readonly Principal[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) return texts(value).map((text) => principal(value === UNKNOWN ? "other" : "aws", text));
  return Object.entries(value).flatMap(([kind, named]) =>
    texts(named).map((text) => principal(principalKinds[kind.toLowerCase()] ?? "other", text)),
  );
}

const principal = (kind: Principal["kind"], value: string): Principal =>
  value === "*" && kind !== "service"
    ? { kind: "everyone", value }
    : { kind: kind === "everyone" ? "aws" : kind, value };

const positives: Readonly<Record<string, string>> = {
  stringnotequals: "stringequals",
  stringnotequalsignorecase: "stringequalsignorecase",
  stringnotlike: "stringlike",
  numericnotequals: "numericequals",
  datenotequals: "dateequals",
  notipaddress: "ipaddress",
  arnnotequals: "arnequals",
  arnnotlike: "arnlike",
};
const operators = new Set([
  ...Object.values(positives),
  ...["numericlessthan", "numericlessthanequals", "numericgreaterthan", "numericgreaterthanequals"],
  ...["datelessthan", "datelessthanequals", "dategreaterthan", "dategreaterthanequals"],
  ...["bool", "binaryequals", "null"],
]);

function conditionsOf(value: Value | undefined): readonly Condition[] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return isList(value) ? value.flatMap((element) => conditionsOf(element)) : [unknownCondition];
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isObject(keys)) return keys === UNKNOWN ? [unknownCondition] : [];
    return Object.entries(keys).map(([key, values]) => condition(operator, key, texts(values)));
  });
}

/** A condition of which the plan says nothing yet. */
const unknownCondition: Condition = {
  operator: UNKNOWN,
  negated: false,
  ifExists: false,
  key: UNKNOWN,
  values: [],
  text: "a condition known after apply",
  malformed: false,
};

function condition(written: string, key: string, values: readonly string[]): Condition {
  const parts = written.toLowerCase().split(":");
  const name = (parts.pop() ?? "").trim();
  const ifExists = name.endsWith("ifexists");
  const bare = ifExists ? name.slice(0, -"ifexists".length) : name;
  const operator = positives[bare] ?? bare;
  const quantifier = parts[0] === "forallvalues" ? "all" : parts[0] === "foranyvalue" ? "any" : undefined;
  return {
    operator,
    negated: bare in positives,
    ifExists,
    ...(quantifier ? { quantifier } : {}),
    key: key.toLowerCase(),
    values,
    text: `${written} ${key}`,
    malformed: !operators.has(operator) || parts.length > 1 || (parts.length === 1 && quantifier === undefined),
  };
}
