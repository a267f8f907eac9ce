// What a resource's block writes, as CDKTF synthesises it, and the same as the expressions of a plan's configuration.

import type { Value } from "../../gate/model/types.ts";
import type { JsonObject, RawExpression, RawExpressions } from "../../gate/plan/types.ts";
import { partsOf, traversalsIn } from "../../synth/expression.ts";
import type { BlockSchema } from "./schema.ts";

/** Arguments of a block by name; a block of its own is a list of bodies, or one body where the schema knows only one. */
export type Body = JsonObject;

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);
export const isBody = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isTemplate = (value: unknown): value is string => typeof value === "string" && /[$%]\{/.test(value);
export const hasTemplate = (value: Value): boolean => /[$%]\{/.test(JSON.stringify(value));

/** Bodies of the blocks of one name. */
export const blocksOf = (value: Value | undefined): readonly Body[] =>
  isList(value) ? value.filter(isBody) : isBody(value) ? [value] : [];

/** What a plan's expressions write. @throws where an argument is neither a constant nor a template */
export function bodyOf(expressions: RawExpressions, schema: BlockSchema): Body {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]): [string, Value] => {
      const nested = schema.blocks[name];
      if (nested && isExpressionsList(expression))
        return [name, expression.map((inner) => bodyOf(inner, nested.block))];
      if (nested && !isExpressionsList(expression)) return [name, bodyOf(asExpressions(expression), nested.block)];
      const { template, constant_value: constant } = asExpression(expression);
      const value = template ?? constant;
      if (value === undefined) throw new Error(`${name} is neither a constant nor a template`);
      return [name, value];
    }),
  );
}

const isExpressionsList = (value: RawExpressions[string]): value is readonly RawExpressions[] => Array.isArray(value);
const asExpressions = (value: RawExpression | RawExpressions): RawExpressions =>
  Object.fromEntries(Object.entries(value));
const asExpression = (value: RawExpressions[string]): { template?: Value; constant_value?: Value } =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key === "template" || key === "constant_value"));

/** The expressions of a body, templates apart from constants, as the plan reader leaves them. */
export function expressionsOf(body: Body, schema: BlockSchema): RawExpressions {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, RawExpressions[string]][] => {
      if (value === null) return [];
      const nested = schema.blocks[name];
      if (nested && isBody(value)) return [[name, expressionsOf(value, nested.block)]];
      if (nested) return [[name, blocksOf(value).map((inner) => expressionsOf(inner, nested.block))]];
      const references = referencesIn(value);
      return [[name, references.length > 0 ? { template: value, references } : { constant_value: value }]];
    }),
  );
}

/** References of a value as Terraform lists them: `aws_x.y.arn`, then `aws_x.y`. */
export function referencesIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(referencesIn);
  if (isBody(value)) return Object.values(value).flatMap(referencesIn);
  if (!isTemplate(value)) return [];
  return partsOf(value).flatMap((part) =>
    "expression" in part
      ? traversalsIn(part.expression).flatMap((text) =>
          [text, ...resourceOf(text)].filter((one, i, all) => all.indexOf(one) === i),
        )
      : [],
  );
}

/** `aws_x.y` of `aws_x.y.arn`, `data.aws_x.y` of `data.aws_x.y.json`; nothing for what is no resource. */
export function resourceOf(reference: string): readonly string[] {
  const found = /^(?:data\.)?aws_\w+\.[\w-]+/.exec(reference);
  return found ? [found[0]] : [];
}
