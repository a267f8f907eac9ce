// All mutants of one resource of a recorded plan.

import { absentChanges } from "./absent.ts";
import { removal } from "./companions.ts";
import { argumentOf, type Change, changed, type Mutant } from "./mutant.ts";
import { statementBlockChanges } from "./policy-text.ts";
import type { Part, Recording } from "./recording.ts";
import { referenceChanges } from "./references.ts";
import { writtenChanges } from "./values.ts";

/** Where mutants are made: the parts that the plan of a mutant keeps, and those that a use consists of. */
export interface Ground {
  readonly recording: Recording;
  readonly near: ReadonlySet<string>;
  /** Resources that stand for the construct itself, and are not removed. */
  readonly subjects: ReadonlySet<string>;
}

export interface Made {
  readonly mutants: readonly Mutant[];
  /** Changes that the schema refuses: what it requires cannot be left out. */
  readonly refused: number;
}

export function mutantsOf({ recording, near, subjects }: Ground, part: Part): Made {
  const { address, type, body, schema, change } = part;
  const changes =
    change.mode === "data"
      ? documentChanges(part)
      : [
          ...writtenChanges(body, schema),
          ...referenceChanges(recording, part, near),
          ...absentChanges(body, schema, change.change.after ?? undefined),
        ];
  const ofChanges = unique(changes).map(
    (one): Mutant => ({
      address,
      type,
      kind: one.kind,
      argument: argumentOf(one.path),
      detail: one.detail,
      edits: new Map([[address, { body: changed(body, one) }]]),
    }),
  );
  if (change.mode === "data") return { mutants: ofChanges, refused: 0 };
  const places = recording.providers
    .filter((name) => name !== part.provider)
    .map(
      (name): Mutant => ({
        address,
        type,
        kind: "elsewhere",
        argument: "provider",
        detail: name,
        edits: new Map([[address, { provider: name }]]),
      }),
    );
  const edits = removal(recording, part, subjects);
  const without: readonly Mutant[] = edits
    ? [{ address, type, kind: "companion", argument: "", detail: "left out", edits }]
    : [];
  return { mutants: [...ofChanges, ...places, ...without], refused: requiredIn(part) + (edits ? 0 : 1) };
}

const documentChanges = ({ body }: Part): readonly Change[] =>
  statementBlockChanges(body.statement).map(({ kind, detail, statements }) => ({
    kind,
    path: ["statement"],
    detail,
    value: statements,
  }));

/** Arguments at the top that cannot be left out. */
const requiredIn = ({ body, schema }: Part): number =>
  Object.keys(body).filter((name) => schema.attributes[name]?.required === true || (schema.blocks[name]?.min ?? 0) > 0)
    .length;

function unique(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter(({ kind, path, detail, value }) => {
    const key = JSON.stringify([kind, path, detail, value]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
