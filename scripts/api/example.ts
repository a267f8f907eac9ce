// The smallest use of a construct, taken from the app that its recorded plan comes from.

import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";

/** File name of a class: `PhiBucket` is `phi-bucket`. */
export const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

/** What every app of the tests has at hand. */
const GIVEN = new Set(["stack", "region", "vault"]);

/** Code of `new Name(stack, "Smallest", …)` and the constants that it takes; undefined where no app holds it. */
export function smallestUse(name: string, exported: ReadonlySet<string>): string | undefined {
  const file = `tests/constructs/${kebab(name)}/main.ts`;
  if (!existsSync(file)) return undefined;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.VariableStatement>();
  let use: ts.NewExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableStatement(node))
      for (const { name: variable } of node.declarationList.declarations)
        for (const identifier of identifiers(variable)) constants.set(identifier, node);
    if (ts.isNewExpression(node) && node.expression.getText() === name && isSmallest(node)) use ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (!use) return undefined;
  const seen = new Set<ts.VariableStatement>();
  const taken: ts.VariableStatement[] = [];
  const take = (node: ts.Node): void => {
    for (const identifier of identifiers(node)) {
      const statement = GIVEN.has(identifier) ? undefined : constants.get(identifier);
      if (!statement || seen.has(statement)) continue;
      seen.add(statement);
      take(statement.declarationList);
      taken.push(statement);
    }
  };
  for (const argument of use.arguments ?? []) take(argument);
  const code = [...taken, use].map((node) => dedent(node)).join("\n");
  const imports = [...exported].filter((word) => new RegExp(`\\b${word}\\(`).test(code)).sort();
  return `import { ${imports.join(", ")} } from "phiward/constructs";\n\n${code}${code.endsWith(";") ? "" : ";"}`;
}

const isSmallest = ({ arguments: words }: ts.NewExpression): boolean => {
  const id = words?.[1];
  return id !== undefined && ts.isStringLiteral(id) && id.text === "Smallest";
};

function identifiers(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) found.push(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** Text of a node without the indentation of its own line. */
function dedent(node: ts.Node): string {
  const { text } = node.getSourceFile();
  const start = text.lastIndexOf("\n", node.getStart()) + 1;
  const indent = /^\s*/.exec(text.slice(start))?.[0] ?? "";
  return node.getText().replaceAll(`\n${indent}`, "\n");
}
