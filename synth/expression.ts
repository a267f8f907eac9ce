// Reads Terraform's template language as far as names go: which parts of a text are expressions, and what those refer to.
// Nothing is evaluated here.

/** A template, cut into its literal parts and the text of its expressions. */
export type Part = { readonly text: string } | { readonly expression: string };

const IDENTIFIER = /[A-Za-z_][\w-]*/y;
/** One step of a traversal; a splat ends it. */
const STEP = /\.([A-Za-z_][\w-]*)|\.(\d+)|\[(\d+)\]|\["((?:[^"\\$]|\\.)*)"\]/y;

/** Cuts a template; `$${` and `%%{` are literal. A `%{` directive counts as an expression. */
export function partsOf(template: string): readonly Part[] {
  const parts: Part[] = [];
  let text = "";
  for (let at = 0; at < template.length; at++) {
    const opens = (template[at] === "$" || template[at] === "%") && template[at + 1] === "{";
    if (!opens) {
      text += template[at];
      // The escape: the first mark is dropped, the second and its brace stay.
      if (/^([$%])\1\{/.test(template.slice(at, at + 3))) {
        text += "{";
        at += 2;
      }
      continue;
    }
    const end = endOf(template, at + 2);
    if (text !== "") parts.push({ text });
    text = "";
    parts.push({ expression: template.slice(at + 2, end).trim() });
    at = end;
  }
  if (text !== "") parts.push({ text });
  return parts;
}

/** Index of the brace that closes an interpolation begun before `from`; the end of the text where none does. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfQuotes(text, at + 1);
    else if (char === "{") depth++;
    else if (char === "}" && depth-- === 0) return at;
  }
  return text.length;
}

/** Index of the closing quotes; an interpolation inside has quotes of its own. */
function endOfQuotes(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
    else if (text[at] === "$" && text[at + 1] === "{" && text[at - 1] !== "$") at = endOf(text, at + 2);
  }
  return text.length;
}

/** Whether an expression is one name and nothing else: `aws_kms_key.main.arn`, `var.account`. */
export function isTraversal(expression: string): boolean {
  const [only] = traversalsIn(expression);
  return only === expression;
}

/**
 * Names in an expression, as written and up to the first splat or computed index: `aws_x.y["a"].arn`. Bare words, function
 * names and the keys of objects are none.
 */
export function traversalsIn(expression: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < expression.length; ) {
    if (expression[at] === '"') {
      const end = endOfQuotes(expression, at + 1);
      for (const part of partsOf(expression.slice(at + 1, end)))
        if ("expression" in part) found.push(...traversalsIn(part.expression));
      at = end + 1;
      continue;
    }
    IDENTIFIER.lastIndex = at;
    const name = IDENTIFIER.exec(expression)?.[0];
    if (name === undefined) {
      at++;
      continue;
    }
    const start = at;
    at += name.length;
    for (;;) {
      STEP.lastIndex = at;
      const step = STEP.exec(expression)?.[0];
      if (step === undefined) break;
      at += step.length;
    }
    if (at > start + name.length) found.push(expression.slice(start, at));
    // The attributes behind a splat are no names of their own.
    at += /^(?:\[\*\]|\.\*)(?:\.[A-Za-z_][\w-]*)*/.exec(expression.slice(at))?.[0].length ?? 0;
  }
  return found;
}
