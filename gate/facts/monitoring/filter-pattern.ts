// Whether an event passes a filter pattern of CloudWatch Logs.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html

import { UNKNOWN, type Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";

/** True where an event passes; undefined where the pattern could not be read. */
type Test = (event: Value) => boolean;

const tests = new Map<string, Test | undefined>();

/** Undefined for a pattern that the plan leaves open, or that is not of this syntax. */
export function passesFilter(pattern: string, event: Value): boolean | undefined {
  if (!tests.has(pattern)) tests.set(pattern, testOf(pattern.trim()));
  return tests.get(pattern)?.(event);
}

function testOf(pattern: string): Test | undefined {
  if (pattern.includes(UNKNOWN)) return undefined;
  // Patterns in brackets cut lines at spaces, which no event of a trail is written for.
  if (pattern.startsWith("[")) return undefined;
  return pattern.startsWith("{") ? jsonTest(pattern) : textTest(pattern);
}

/** Terms that must all stand in the text; `?` makes one of several enough, `-` forbids one. */
function textTest(pattern: string): Test {
  const terms = pattern.match(/[-?]?"[^"]*"|%[^%]*%|\S+/g) ?? [];
  const wanted = terms.map((term) => ({ sign: /^[-?]/.exec(term)?.[0] ?? "", has: holds(term.replace(/^[-?]/, "")) }));
  return (event) => {
    const text = JSON.stringify(event);
    const any = wanted.filter(({ sign }) => sign === "?");
    return (
      wanted.every(({ sign, has }) => sign === "?" || has(text) === (sign === "")) &&
      (any.length === 0 || any.some(({ has }) => has(text)))
    );
  };
}

function holds(term: string): (text: string) => boolean {
  const expression = regular(term);
  if (expression) return (text) => expression.test(text);
  const words = term.replace(/^"|"$/g, "");
  return (text) => text.includes(words);
}

/** The expression between two `%`; one that JavaScript cannot read matches nothing. */
function regular(term: string): RegExp | undefined {
  if (!/^%.*%$/.test(term)) return undefined;
  try {
    return new RegExp(term.slice(1, -1));
  } catch {
    return /(?!)/;
  }
}

/** Selectors, operators, texts and brackets of `{ ($.a = x) && $.b NOT EXISTS }`. */
const TOKEN = /\s*(\(|\)|&&|\|\||\$[^\s()=!<>&|]*|!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|%[^%]*%|[^\s()=!<>&|}]+)/y;

function jsonTest(pattern: string): Test | undefined {
  const inner = /^\{([\s\S]*)\}$/.exec(pattern)?.[1];
  const tokens = inner === undefined ? undefined : tokensOf(inner);
  if (!tokens) return undefined;
  const reader = new Reader(tokens);
  const test = reader.either();
  return reader.done ? test : undefined;
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const token = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const found = token.exec(text)?.[1];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}

/** Reads tokens from left to right; `&&` binds closer than `||`. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  private take(): string | undefined {
    return this.tokens[this.at++];
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at]?.toUpperCase() !== token) return false;
    this.at++;
    return true;
  }

  either(): Test | undefined {
    return this.joined("||", () => this.joined("&&", () => this.term(), every), some);
  }

  private joined(by: string, read: () => Test | undefined, join: (tests: readonly Test[]) => Test): Test | undefined {
    const parts: Test[] = [];
    do {
      const part = read();
      if (!part) return undefined;
      parts.push(part);
    } while (this.takes(by));
    return join(parts);
  }

  private term(): Test | undefined {
    if (this.takes("(")) {
      const inner = this.either();
      return this.takes(")") ? inner : undefined;
    }
    const selector = this.take();
    if (selector === undefined || !selector.startsWith("$")) return undefined;
    const path = stepsOf(selector);
    if (this.takes("NOT")) return this.takes("EXISTS") ? (event) => at(event, path) === undefined : undefined;
    if (this.takes("EXISTS")) return (event) => at(event, path) !== undefined;
    if (this.takes("IS")) {
      const kind = this.take()?.toUpperCase();
      const wanted = kind === "TRUE" ? true : kind === "FALSE" ? false : kind === "NULL" ? null : undefined;
      return wanted === undefined ? undefined : (event) => at(event, path) === wanted;
    }
    const [operator, value] = [this.take(), this.take()];
    const compare = operator === undefined || value === undefined ? undefined : comparison(operator, value);
    // What an event does not say is neither equal nor different.
    return compare && ((event) => compare(at(event, path)));
  }
}

const every =
  (tests: readonly Test[]): Test =>
  (event) =>
    tests.every((test) => test(event));
const some =
  (tests: readonly Test[]): Test =>
  (event) =>
    tests.some((test) => test(event));

function comparison(operator: string, text: string): ((value: Value | undefined) => boolean) | undefined {
  const number = Number(text);
  switch (operator) {
    case "=":
      return equal(text);
    case "!=": {
      const same = equal(text);
      return (value) => isText(value) && !same(value);
    }
    case "<":
      return (value) => typeof value === "number" && value < number;
    case "<=":
      return (value) => typeof value === "number" && value <= number;
    case ">":
      return (value) => typeof value === "number" && value > number;
    case ">=":
      return (value) => typeof value === "number" && value >= number;
    default:
      return undefined;
  }
}

const isText = (value: Value | undefined): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** Texts are compared with case; `*` stands for any part of them. */
function equal(text: string): (value: Value | undefined) => boolean {
  const expression =
    regular(text) ??
    new RegExp(
      `^${text
        .replace(/^"|"$/g, "")
        .split("*")
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
        .join("[^]*")}$`,
    );
  return (value) => isText(value) && expression.test(String(value));
}

const stepsOf = (selector: string): readonly string[] => selector.match(/[^$.[\]'"]+/g) ?? [];

function at(event: Value, path: readonly string[]): Value | undefined {
  let value: Value | undefined = event;
  for (const step of path) {
    if (isList(value)) value = value[Number(step)];
    else if (isObject(value)) value = value[step];
    else return undefined;
  }
  return value;
}
