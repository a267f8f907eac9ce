// What is said once per plan.

import type { Atlas } from "../../catalogue/atlas-schema.ts";
import type { Note } from "../assessment.ts";
import type { DataClassOptions } from "../facts/data-class.ts";
import type { ResourceFacts } from "../facts/types.ts";
import type { Model, Resource } from "../model/types.ts";

interface NoteInput {
  readonly model: Model;
  readonly atlas: Atlas;
  readonly scope: readonly ResourceFacts[];
  readonly contextMissing: readonly string[];
  readonly dataClass: DataClassOptions;
  /** Who decided on a default other than `ephi`. */
  readonly defaultApprover?: string;
  readonly registersFound: boolean;
  readonly exceptionsIgnored: boolean;
}

/** Notes in a fixed order: on the plan, on what was not judged, on what was assumed. */
export function notesOf(input: NoteInput): readonly Note[] {
  const { model, scope, contextMissing } = input;
  const notes: Note[] = [];
  if (!model.header.complete)
    notes.push({
      code: "PLAN_INCOMPLETE",
      message: "Terraform deferred part of this plan; what it deferred is not judged",
    });
  if (scope.length === 0)
    notes.push({
      code: "NOTHING_JUDGED",
      message:
        model.count === 0
          ? "the plan holds no managed resource: nothing was judged"
          : `no control applies to any of ${resources(model.count)}: nothing was judged`,
    });
  const own = model.after.resources.filter((resource) => resource.mode === "managed" && resource.context === undefined);
  const unknown = own.filter((resource) => !(resource.type in input.atlas));
  notes.push(
    ...grouped("TYPES_UNKNOWN", "of types that this version does not know", unknown.filter(isAws)),
    ...grouped(
      "TYPES_FOREIGN",
      "of other providers than AWS",
      unknown.filter((resource) => !isAws(resource)),
    ),
  );
  const forgotten = model.before.resources.filter(
    (resource) => resource.action === "forget" && resource.mode === "managed" && resource.context === undefined,
  );
  if (forgotten.length > 0)
    notes.push({
      code: "FORGOTTEN",
      message: `the plan forgets ${resources(forgotten.length)} without deleting: they stay in the account and are judged no more`,
      addresses: addressesOf(forgotten),
    });
  if (contextMissing.length > 0)
    notes.push({
      code: "CONTEXT_MISSING",
      message: `what is undetermined of ${resources(contextMissing.length)} rests on something outside this plan: --context brings other stacks' plans and states`,
      addresses: contextMissing,
    });
  notes.push(...dataClassNote(input));
  if (!input.registersFound)
    notes.push({
      code: "REGISTERS_ABSENT",
      message: "there is no registers folder: what only registers show is not judged",
    });
  if (input.exceptionsIgnored)
    notes.push({ code: "EXCEPTIONS_IGNORED", message: "exceptions were left out on request" });
  return notes;
}

function dataClassNote({ scope, dataClass, defaultApprover }: NoteInput): readonly Note[] {
  const assumed = scope.filter((facts) => facts.dataClassSource === "default").map((facts) => facts.resource.address);
  if (assumed.length === 0) return [];
  const decision = defaultApprover === undefined ? "" : `, as ${defaultApprover} decided`;
  return [
    {
      code: "DATA_CLASS_DEFAULT",
      message: `${resources(assumed.length)} without a data class ${assumed.length === 1 ? "counts" : "count"} as ${dataClass.default}${decision}; a tag ${dataClass.tagKeys[0] ?? ""} says otherwise`,
      addresses: assumed,
    },
  ];
}

const isAws = (resource: Resource): boolean => resource.type.startsWith("aws_");

function grouped(code: string, what: string, found: readonly Resource[]): readonly Note[] {
  if (found.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { type } of found) counts.set(type, (counts.get(type) ?? 0) + 1);
  const list = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => (count === 1 ? type : `${type} (${count})`));
  return [
    {
      code,
      message: `${resources(found.length)} ${what} ${found.length === 1 ? "is" : "are"} not judged: ${list.join(", ")}`,
      addresses: addressesOf(found),
    },
  ];
}

const resources = (count: number): string => (count === 1 ? "1 resource" : `${count} resources`);
const addressesOf = (found: readonly Resource[]): readonly string[] => found.map(({ address }) => address).sort();
