// What constructs/index.ts exports, read from its declarations without resolving any package.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { type Doc, docOf } from "./doc.ts";

/** One prop of an interface, or one public property of a class. */
export interface Property {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly doc: Doc;
  /** Interface that declares it. */
  readonly from: string;
}

export interface Method {
  readonly name: string;
  /** `allow(...uses: readonly KeyUse[]): this` */
  readonly signature: string;
  readonly doc: Doc;
}

/** An exported class, function, interface or type. */
export interface Export {
  readonly kind: "class" | "function" | "interface" | "type";
  readonly name: string;
  /** Folder below constructs: `storage`; empty for the library itself. */
  readonly group: string;
  readonly doc: Doc;
  /** What follows the name: type parameters and base of a class, a function's parameters, the right side of a type. */
  readonly declaration: string;
  /** Doc of the constructor. */
  readonly construction?: Doc;
  /** Name of the interface that constructor or function takes. */
  readonly propsName?: string;
  /** Props of that interface or, for an interface, its own; those inherited come last. */
  readonly props: readonly Property[];
  readonly properties: readonly Property[];
  readonly methods: readonly Method[];
}

type Declared = ts.ClassDeclaration | ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const isDeclared = (node: ts.Node): node is Declared =>
  ts.isClassDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

const has = (node: ts.HasModifiers, kind: ts.SyntaxKind): boolean =>
  ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;

const oneLine = (node: ts.Node | undefined): string => node?.getText().replace(/\s+/g, " ") ?? "";

/** Everything exported, by name. Only `export { … } from "./file.ts"` is understood; anything else is an error. */
export function readExports(folder: string): readonly Export[] {
  const declared = new Map<string, { readonly node: Declared; readonly group: string }>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const [group = ""] = file.split(sep).slice(0, -1);
    for (const [name, node] of declarations(join(folder, file))) declared.set(name, { node, group });
  }
  return exportedNames(join(folder, "index.ts"))
    .map((name) => {
      const found = declared.get(name);
      if (!found) throw new Error(`${relative(".", folder)}/index.ts: ${name} is exported and declared nowhere`);
      const propsOf = (of: string): readonly Property[] => {
        const node = declared.get(of)?.node;
        return node && ts.isInterfaceDeclaration(node) ? interfaceProps(node, propsOf) : [];
      };
      return describe(name, found, propsOf);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a file declares and exports, and what it exports of another file. */
function declarations(file: string): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  const { statements } = parse(file);
  for (const node of statements)
    if (isDeclared(node) && node.name && has(node, ts.SyntaxKind.ExportKeyword)) found.set(node.name.text, node);
  const passedOn = statements.filter(ts.isExportDeclaration).flatMap((node) => {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return node.moduleSpecifier ? [] : named.map(({ name }) => name.text);
  });
  for (const node of statements.filter(ts.isImportDeclaration)) {
    const { importClause, moduleSpecifier } = node;
    const named = importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named) || !ts.isStringLiteral(moduleSpecifier)) continue;
    const taken = named.elements.map(({ name }) => name.text).filter((name) => passedOn.includes(name));
    if (taken.length === 0) continue;
    const theirs = declarations(join(dirname(file), moduleSpecifier.text));
    for (const name of taken) {
      const declaration = theirs.get(name);
      if (declaration) found.set(name, declaration);
    }
  }
  return found;
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

function exportedNames(index: string): readonly string[] {
  return parse(index).statements.flatMap((node) => {
    if (!ts.isExportDeclaration(node) || !node.exportClause || !ts.isNamedExports(node.exportClause))
      throw new Error(`${index}: expected named exports, got ${node.getText()}`);
    return node.exportClause.elements.map(({ name }) => name.text);
  });
}

function describe(
  name: string,
  { node, group }: { readonly node: Declared; readonly group: string },
  propsOf: (name: string) => readonly Property[],
): Export {
  const base = { name, group, doc: docOf(node), properties: [], methods: [], props: [] };
  if (ts.isTypeAliasDeclaration(node)) return { ...base, kind: "type", declaration: oneLine(node.type) };
  if (ts.isInterfaceDeclaration(node))
    return {
      ...base,
      kind: "interface",
      declaration: node.heritageClauses?.map((clause) => oneLine(clause)).join(" ") ?? "",
      props: propsOf(name),
      methods: node.members.filter(ts.isMethodSignature).map(method),
    };
  const built = ts.isClassDeclaration(node) ? node.members.find(ts.isConstructorDeclaration) : node;
  const propsName = built?.parameters
    .map(({ type }) => oneLine(type).replace(/^Partial<(.*)>$/, "$1"))
    .find((type) => type.endsWith("Props"));
  const taken = propsName === undefined ? {} : { propsName, props: propsOf(propsName) };
  if (ts.isFunctionDeclaration(node))
    return { ...base, ...taken, kind: "function", declaration: signature(node).slice(name.length) };
  return {
    ...base,
    ...taken,
    kind: "class",
    declaration: node.heritageClauses?.map((clause) => oneLine(clause)).join(" ") ?? "",
    ...(built && { construction: docOf(built) }),
    properties: node.members.flatMap((member) => (isOpen(member) ? classProperty(member, name) : [])),
    methods: node.members
      .filter(ts.isMethodDeclaration)
      .filter(isOpen)
      .map(method)
      .filter(({ doc }) => !doc.internal),
  };
}

/** Open to callers; what overrides a method of cdktf is called by cdktf alone. */
const isOpen = (member: ts.ClassElement): boolean =>
  ts.canHaveModifiers(member) &&
  ![ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.OverrideKeyword].some((kind) =>
    has(member, kind),
  );

function classProperty(member: ts.ClassElement, from: string): readonly Property[] {
  const isProperty = ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member);
  if (!isProperty || !member.type) return [];
  return [{ name: member.name.getText(), type: oneLine(member.type), optional: false, doc: docOf(member), from }];
}

function interfaceProps(
  node: ts.InterfaceDeclaration,
  propsOf: (name: string) => readonly Property[],
): readonly Property[] {
  const from = node.name.text;
  const own = node.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(),
    type: oneLine(member.type),
    optional: member.questionToken !== undefined,
    doc: docOf(member),
    from,
  }));
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.map((type) => inherited(oneLine(type), propsOf)),
  );
  const known = new Set(own.map(({ name }) => name));
  return [...own, ...bases.flat().filter(({ name }) => !known.has(name))];
}

/** `Base`, `Omit<Base, "a" | "b">` or `Pick<…>`. */
function inherited(text: string, propsOf: (name: string) => readonly Property[]): readonly Property[] {
  const [, word, base = text, names = ""] = /^(Omit|Pick)<(\w+), (.*)>$/.exec(text) ?? [];
  const named = new Set([...names.matchAll(/"(\w+)"/g)].map(([, name]) => name));
  return propsOf(base).filter(({ name }) => word === undefined || named.has(name) === (word === "Pick"));
}

const method = (node: ts.MethodDeclaration | ts.MethodSignature): Method => ({
  name: node.name.getText(),
  signature: signature(node),
  doc: docOf(node),
});

function signature(node: ts.MethodDeclaration | ts.MethodSignature | ts.FunctionDeclaration): string {
  const parameters = node.parameters.map((parameter) => oneLine(parameter)).join(", ");
  const types = node.typeParameters ? `<${node.typeParameters.map((type) => oneLine(type)).join(", ")}>` : "";
  return `${node.name?.getText() ?? ""}${types}(${parameters}): ${oneLine(node.type) || "void"}`;
}
