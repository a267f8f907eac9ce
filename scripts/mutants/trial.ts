// Makes the mutants of every recorded construct, each once, and judges them.

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readPlan } from "../../gate/plan/read.ts";
import { childOf, classesOf } from "./classes.ts";
import type { Judge } from "./court.ts";
import { Grounds } from "./ground.ts";
import { type Ground, mutantsOf } from "./make.ts";
import type { Kind, Mutant } from "./mutant.ts";
import { type Part, Recording } from "./recording.ts";

const FOLDER = "tests/constructs";

/** A mutant with where it was made. */
export interface Specimen extends Mutant {
  /** Class of the construct that made the resource. */
  readonly construct: string;
  /** Name of the recorded plan. */
  readonly recording: string;
  readonly ground: Ground;
  readonly grounds: Grounds;
}

export interface Specimens {
  readonly specimens: readonly Specimen[];
  /** Changes that the schema refuses, by construct. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Names of the recorded constructs. */
const recordedConstructs = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".plan.json.gz"))
    .map((file) => file.replace(".plan.json.gz", ""))
    .sort();

/**
 * The mutants of the recorded constructs. What the same class makes twice is mutated once, in the smallest plan that has it.
 *
 * @param names which recordings; all by default
 */
export async function gather(judge: Judge, names: readonly string[] = recordedConstructs()): Promise<Specimens> {
  const recorded = await Promise.all(
    names.map(async (name) => ({ name, recording: new Recording(await readPlan(`${FOLDER}/${name}.plan.json.gz`)) })),
  );
  recorded.sort((a, b) => a.recording.parts.size - b.recording.parts.size);
  const seen = new Set<string>();
  const refused = new Map<string, number>();
  const specimens: Specimen[] = [];
  for (const { name, recording } of recorded) {
    const grounds = new Grounds(recording, `${FOLDER}/${name}/main.ts`, judge);
    const classOf = classesOf(name);
    for (const part of grounds.parts) {
      const construct = classOf(part);
      const ground = grounds.of(part);
      const made = mutantsOf(ground, part);
      const fresh = made.mutants.filter((mutant) => {
        const key = keyOf(construct, part, mutant);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
      const resource = `${construct} ${part.type}`;
      if (!seen.has(resource)) refused.set(construct, (refused.get(construct) ?? 0) + made.refused);
      seen.add(resource);
      specimens.push(...fresh.map((mutant) => ({ ...mutant, construct, recording: name, ground, grounds })));
    }
  }
  return { specimens, refused };
}

/** Equal for mutants that differ in names only. Each resource is removed once, siblings of one type and class share the rest. */
function keyOf(construct: string, part: Part, { kind, argument, detail }: Mutant): string {
  const child = kind === "companion" ? childOf(part.path) : "";
  const kebab = part.group.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  const named = detail.replaceAll(kebab, "_").replaceAll(part.group, "_");
  // Tags of what belongs to a use say the same as those of the use itself.
  const type = /^tags\b/.test(argument) && part.path !== part.group ? "companions" : part.type;
  return [construct, type, child, kind, argument, named].join("|");
}

/** What became of a mutant. */
export interface Outcome {
  readonly construct: string;
  readonly recording: string;
  readonly address: string;
  readonly type: string;
  readonly kind: Kind;
  readonly argument: string;
  readonly detail: string;
  /** `control address` of what blocks it and did not block before; empty where it survived. */
  readonly killedBy: readonly string[];
}

/** Judges a specimen. */
export function judged({ construct, recording, address, type, kind, argument, detail, ...at }: Specimen): Outcome {
  const killedBy = at.grounds.verdict(at.ground, at.edits);
  return { construct, recording, address, type, kind, argument, detail, killedBy };
}

/** Number of a specimen from 0 to 99 that no other specimen changes. */
export function lotOf({ construct, type, kind, argument, detail }: Specimen): number {
  const digest = createHash("sha256").update([construct, type, kind, argument, detail].join("|")).digest();
  return digest.readUInt16BE(0) % 100;
}
