// Mutants of what nobody wrote: arguments and blocks that look like a safeguard by their name, set for the worse.

import type { Value } from "../../gate/model/types.ts";
import { type Body, blocksOf, isBody } from "./body.ts";
import type { Change } from "./mutant.ts";
import { type BlockSchema, collectionOf, leafType } from "./schema.ts";
import { SAFEGUARD_NAME, worstText } from "./words.ts";

type Path = readonly (string | number)[];

/** Changes of arguments that a body leaves out. `planned` is what the plan says of the same block. */
export function absentChanges(
  body: Body,
  schema: BlockSchema,
  planned: Value | undefined,
  path: Path = [],
): readonly Change[] {
  const values: Body = isBody(planned) ? planned : {};
  const attributes = Object.entries(schema.attributes).flatMap(([name, { type }]): readonly Change[] => {
    if (name in body || name === "tags_all" || name === "id" || !SAFEGUARD_NAME.test(name)) return [];
    return worstValues(name, type)
      .filter((value) => JSON.stringify(value) !== JSON.stringify(values[name]))
      .map((value) => ({ kind: "set", path: [...path, name], detail: JSON.stringify(value).slice(0, 40), value }));
  });
  const blocks = Object.entries(schema.blocks).flatMap(([name, { mode, block }]): readonly Change[] => {
    const here = [...path, name];
    const written = body[name];
    if (written !== undefined) {
      const single = isBody(written);
      const plannedBlocks = blocksOf(values[name]);
      return blocksOf(written).flatMap((inner, index) =>
        absentChanges(inner, block, plannedBlocks[index], single ? here : [...here, index]),
      );
    }
    if (!SAFEGUARD_NAME.test(name)) return [];
    const worst = worstBlock(block);
    return [{ kind: "set", path: here, detail: "a block of the worst", value: mode === "single" ? worst : [worst] }];
  });
  return [...attributes, ...blocks];
}

function worstValues(name: string, type: unknown): readonly Value[] {
  const leaf = leafType(type);
  const collection = collectionOf(type);
  if (collection === "list" || collection === "set") return leaf === "string" ? [[worstText(name)]] : [];
  if (collection !== undefined) return [];
  if (leaf === "bool") return [true, false];
  if (leaf === "number") return [0, 1];
  return leaf === "string" ? [worstText(name)] : [];
}

/** A block with all that it requires, and every switch off. */
function worstBlock(schema: BlockSchema): Body {
  const attributes = Object.entries(schema.attributes).flatMap(([name, { type, required }]): [string, Value][] => {
    if (required !== true) return leafType(type) === "bool" && collectionOf(type) === undefined ? [[name, false]] : [];
    const [worst] = leafType(type) === "bool" ? [false] : worstValues(name, type).slice(-1);
    return [[name, worst ?? null]];
  });
  const blocks = Object.entries(schema.blocks).flatMap(([name, { mode, min, block }]): [string, Value][] =>
    (min ?? 0) > 0 ? [[name, mode === "single" ? worstBlock(block) : [worstBlock(block)]]] : [],
  );
  return Object.fromEntries([...attributes, ...blocks]);
}
