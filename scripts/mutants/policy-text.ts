// Mutants of policies: refusals taken away or made harmless, allowances opened to everybody or freed of their conditions.

import type { Value } from "../../gate/model/types.ts";
import { type Body, blocksOf, isBody, isList } from "./body.ts";
import type { Kind } from "./mutant.ts";

interface TextChange {
  readonly kind: Kind;
  readonly detail: string;
  readonly text: string;
}

/** One statement changed; undefined takes it out. */
interface StatementChange {
  readonly kind: Kind;
  readonly detail: string;
  readonly statement: Body | undefined;
}

/** Mutants of a policy's text; undefined where it is none. */
export function policyTextChanges(text: string): readonly TextChange[] | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"Statement"')) return undefined;
  const document: unknown = JSON.parse(text);
  if (typeof document !== "object" || document === null || !("Statement" in document)) return undefined;
  const { Statement: written } = document;
  const statements = blocksOf(asValue(written));
  return statements.flatMap((statement, index) =>
    statementChanges(statement).map(({ kind, detail, statement: to }) => ({
      kind,
      detail: `${statement.Sid ?? index}: ${detail}`,
      text: JSON.stringify({
        ...document,
        Statement: statements.flatMap((one, at) => (at !== index ? [one] : to ? [to] : [])),
      }),
    })),
  );
}

const asValue = (value: unknown): Value => JSON.parse(JSON.stringify(value));

function statementChanges(statement: Body): readonly StatementChange[] {
  const { Condition: condition, ...unconditional } = statement;
  const conditions = isBody(condition) ? Object.entries(condition) : [];
  const without = conditions.flatMap(([operator, keys]) =>
    isBody(keys) ? Object.keys(keys).map((key) => [operator, key] as const) : [],
  );
  if (statement.Effect === "Deny")
    return [
      { kind: "public", detail: "refusal left out", statement: undefined },
      ...without.map(
        ([operator, key]): StatementChange => ({
          kind: "public",
          detail: `refusal never holds by ${key}`,
          statement: { ...statement, Condition: withCondition(condition, operator, key, never(operator)) },
        }),
      ),
      ...("Action" in statement
        ? [
            {
              kind: "public" as const,
              detail: "refuses another action",
              statement: { ...statement, Action: "s3:GetBucketAcl" },
            },
          ]
        : []),
      ...("Principal" in statement
        ? [
            {
              kind: "public" as const,
              detail: "refuses one principal",
              statement: { ...statement, Principal: { AWS: "arn:aws:iam::999999999999:root" } },
            },
          ]
        : []),
    ];
  const changes: StatementChange[] = [];
  if ("Principal" in statement)
    changes.push(
      { kind: "public", detail: "principal *", statement: { ...statement, Principal: "*" } },
      { kind: "public", detail: "principal * without conditions", statement: { ...unconditional, Principal: "*" } },
      {
        kind: "public",
        detail: "another account",
        statement: { ...unconditional, Principal: { AWS: "arn:aws:iam::999999999999:root" } },
      },
    );
  if (conditions.length > 0) changes.push({ kind: "public", detail: "without conditions", statement: unconditional });
  if (without.length > 1)
    for (const [operator, key] of without)
      changes.push({
        kind: "public",
        detail: `without ${key}`,
        statement: { ...statement, Condition: withCondition(condition, operator, key, undefined) },
      });
  if ("Action" in statement)
    changes.push({ kind: "public", detail: "action *", statement: { ...statement, Action: "*" } });
  if ("Resource" in statement && JSON.stringify(statement.Resource) !== '["*"]')
    changes.push({ kind: "public", detail: "resource *", statement: { ...statement, Resource: "*" } });
  return changes;
}

/** A value that a request never has, for the operator. */
const never = (operator: string): Value =>
  /^Bool/.test(operator) ? "maybe" : /^Numeric/.test(operator) ? "-1" : /Not/.test(operator) ? "*" : "never";

function withCondition(condition: Value | undefined, operator: string, key: string, value: Value | undefined): Value {
  const entries = isBody(condition) ? Object.entries<Value>(condition) : [];
  return Object.fromEntries(
    entries.flatMap(([name, keys]): [string, Value][] => {
      if (name !== operator || !isBody(keys)) return [[name, keys]];
      const { [key]: _, ...others } = keys;
      const kept: Body = value === undefined ? others : { ...keys, [key]: value };
      return Object.keys(kept).length > 0 ? [[name, kept]] : [];
    }),
  );
}

/** Mutants of the statements of a policy document that a data source renders. */
export function statementBlockChanges(statements: Value | undefined): readonly {
  readonly kind: Kind;
  readonly detail: string;
  readonly statements: Value;
}[] {
  const blocks = blocksOf(statements);
  return blocks.flatMap((block, index) =>
    blockChanges(block).map(({ kind, detail, statement }) => ({
      kind,
      detail: `${block.sid ?? index}: ${detail}`,
      statements: blocks.flatMap((one, at) => (at !== index ? [one] : statement ? [statement] : [])),
    })),
  );
}

function blockChanges(block: Body): readonly StatementChange[] {
  const { condition, ...unconditional } = block;
  const conditions = isList(condition) ? condition.filter(isBody) : [];
  const everybody = [{ type: "*", identifiers: ["*"] }];
  const stranger = [{ type: "AWS", identifiers: ["arn:aws:iam::999999999999:root"] }];
  const variable = (one: Body): string => String(one.variable);
  if (block.effect === "Deny")
    return [
      { kind: "public", detail: "refusal left out", statement: undefined },
      ...conditions.map(
        (one): StatementChange => ({
          kind: "public",
          detail: `refusal never holds by ${variable(one)}`,
          statement: {
            ...block,
            condition: conditions.map((other) =>
              other === one ? { ...one, values: [never(String(one.test))] } : other,
            ),
          },
        }),
      ),
      { kind: "public", detail: "refuses another action", statement: { ...block, actions: ["s3:GetBucketAcl"] } },
      ...("principals" in block
        ? [{ kind: "public" as const, detail: "refuses one principal", statement: { ...block, principals: stranger } }]
        : []),
    ];
  return [
    ...("principals" in block
      ? [
          { kind: "public" as const, detail: "principal *", statement: { ...block, principals: everybody } },
          {
            kind: "public" as const,
            detail: "principal * without conditions",
            statement: { ...unconditional, principals: everybody },
          },
          { kind: "public" as const, detail: "another account", statement: { ...unconditional, principals: stranger } },
        ]
      : []),
    ...(conditions.length > 0
      ? [{ kind: "public" as const, detail: "without conditions", statement: unconditional }]
      : []),
    ...(conditions.length > 1
      ? conditions.map(
          (one): StatementChange => ({
            kind: "public",
            detail: `without ${variable(one)}`,
            statement: { ...block, condition: conditions.filter((other) => other !== one) },
          }),
        )
      : []),
    { kind: "public", detail: "action *", statement: { ...block, actions: ["*"] } },
    ...(JSON.stringify(block.resources) === '["*"]'
      ? []
      : [{ kind: "public" as const, detail: "resource *", statement: { ...block, resources: ["*"] } }]),
  ];
}
