// Mutants of the arguments that a resource's block writes: removed, flipped, weakened, emptied, pointed elsewhere.

import type { Value } from "../../gate/model/types.ts";
import { type Body, blocksOf, hasTemplate, isBody, isList } from "./body.ts";
import { type Change, put } from "./mutant.ts";
import { policyTextChanges } from "./policy-text.ts";
import type { Argument, BlockSchema } from "./schema.ts";
import { weakerWords } from "./words.ts";

type Path = readonly (string | number)[];

/** Changes of everything that a body writes. References are changed by {@link referenceChanges}. */
export function writtenChanges(body: Body, schema: BlockSchema, path: Path = []): readonly Change[] {
  return Object.entries(body).flatMap(([name, value]): readonly Change[] => {
    const here = [...path, name];
    const nested = schema.blocks[name];
    if (nested) {
      const blocks = blocksOf(value);
      const single = isBody(value);
      const inner = blocks.flatMap((block, index) =>
        writtenChanges(block, nested.block, single ? here : [...here, index]),
      );
      const shortened =
        blocks.length > 1 && blocks.length > (nested.min ?? 0)
          ? blocks.map(
              (block, index): Change => ({
                kind: "shortened",
                path: [...here, index],
                detail: labelOf(block, index),
                value: undefined,
              }),
            )
          : [];
      const removed: readonly Change[] =
        (nested.min ?? 0) === 0 ? [{ kind: "removed", path: here, detail: "left out", value: undefined }] : [];
      return [...removed, ...shortened, ...inner];
    }
    return [...removedChange(here, schema.attributes[name]), ...valueChanges(value, here)];
  });
}

const removedChange = (path: Path, argument: Argument | undefined): readonly Change[] =>
  argument?.required === true ? [] : [{ kind: "removed", path, detail: "left out", value: undefined }];

/** Tells blocks of one name apart by a name or the first text in them. */
function labelOf(block: Body, index: number): string {
  const named = ["sid", "name", "rule_name", "id", "field", "variable"].map((name) => block[name]);
  const label = named.find((one) => typeof one === "string");
  return `without ${typeof label === "string" ? label : `number ${index}`}`;
}

/** Changes of a value and of what it holds. */
export function valueChanges(value: Value, path: Path): readonly Change[] {
  const change = (kind: Change["kind"], detail: string, to: Value): Change => ({ kind, path, detail, value: to });
  if (typeof value === "boolean") return [change("flipped", String(!value), !value)];
  if (typeof value === "number") return numberChanges(value).map(([kind, to]) => change(kind, String(to), to));
  if (typeof value === "string") return textChanges(value, path);
  if (isList(value)) {
    const emptied = value.length > 0 ? [change("emptied", "no elements", [])] : [];
    const shortened =
      value.length > 1
        ? value.map(
            (_, index): Change => ({
              kind: "shortened",
              path: [...path, index],
              detail: `without element ${index}`,
              value: undefined,
            }),
          )
        : [];
    // One element stands for its equals: what happens to the others is the same.
    const inner = value.slice(0, isBody(value[0]) ? value.length : 1);
    return [...emptied, ...shortened, ...inner.flatMap((one, index) => valueChanges(one, [...path, index]))];
  }
  if (isBody(value)) {
    const members = Object.entries(value);
    const emptied = members.length > 0 ? [change("emptied", "no elements", {})] : [];
    const inner = members.flatMap(([name, one]): readonly Change[] => [
      ...(members.length > 1
        ? [{ kind: "shortened" as const, path: [...path, name], detail: `without ${name}`, value: undefined }]
        : []),
      ...valueChanges(one, [...path, name]),
    ]);
    return [...emptied, ...inner];
  }
  return [];
}

function numberChanges(value: number): readonly (readonly ["smaller" | "larger", number])[] {
  const smaller = value > 1 ? [0, 1] : value === 1 ? [0] : [];
  return [...smaller.map((to) => ["smaller", to] as const), ["larger", value * 10 + 1000]];
}

function textChanges(value: string, path: Path): readonly Change[] {
  if (hasTemplate(value)) return [];
  const change = (kind: Change["kind"], to: string): Change => ({ kind, path, detail: to, value: to });
  const policy = policyTextChanges(value);
  if (policy) return policy.map(({ kind, detail, text }) => ({ kind, path, detail, value: text }));
  if (/^[{[]/.test(value)) return jsonChanges(value, path);
  if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value)) return [change("public", "0.0.0.0/0")];
  if (/^\d+$/.test(value) && value.length < 6)
    return numberChanges(Number(value)).map(([kind, to]) => change(kind, String(to)));
  const weaker = weakerWords(value).map((word) => change("weaker", word));
  const elsewhere = placesOf(value).map((text) => change("elsewhere", text));
  return [...weaker, ...elsewhere, ...(elsewhere.length > 0 ? [] : [change("other", "other")])];
}

/** The same ARN, name or address in another account, and in another Region. */
function placesOf(value: string): readonly string[] {
  const account = value.replace(/\b\d{12}\b/g, "999999999999");
  const region = value.replace(/\b(us|eu|ca|ap)-(east|west|central|north|south)-\d\b/g, "ap-southeast-2");
  return [...new Set([account, region])].filter((text) => text !== value);
}

/** Documents that are no policies: event patterns, redrive policies, lifecycle rules. */
function jsonChanges(text: string, path: Path): readonly Change[] {
  let document: Value;
  try {
    document = JSON.parse(text);
  } catch {
    return [{ kind: "other", path, detail: "no document", value: "{}" }];
  }
  return valueChanges(document, []).map((inner) => ({
    kind: inner.kind,
    path,
    detail: `${inner.path.join(".") || "document"}: ${inner.detail}`,
    value: JSON.stringify(put(document, inner.path, inner.value)),
  }));
}
