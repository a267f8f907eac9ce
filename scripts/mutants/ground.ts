// Which part of a recorded plan a mutant is judged in: one use, and what all uses share.

import { readFileSync } from "node:fs";
import type { Judge } from "./court.ts";
import type { Ground } from "./make.ts";
import type { Edits, Part, Recording } from "./recording.ts";

const NONE: Edits = new Map();

/** A recorded plan, and the groups of resources that its mutants are judged in. */
export class Grounds {
  readonly recording: Recording;
  private readonly uses: readonly string[];
  private readonly subjects: ReadonlySet<string>;
  private readonly judge: Judge;
  private readonly grounds = new Map<string, Ground>();
  private readonly courts = new Map<Ground, Court>();
  private whole: ReadonlySet<string> | undefined;

  constructor(recording: Recording, main: string, judge: Judge) {
    this.recording = recording;
    this.judge = judge;
    const parts = [...recording.parts.values()];
    const groups = new Set(parts.map(({ group }) => group));
    const named = [...readFileSync(main, "utf8").matchAll(/new \w+\(\s*\w+,\s*"(\w+)"/g)].map(([, id = ""]) => id);
    const used = named.filter((id) => groups.has(id));
    this.uses = [...new Set([...used.filter((id) => id === "Smallest"), ...used])];
    this.subjects = new Set(parts.filter(({ path }) => this.uses.includes(path)).map(({ address }) => address));
  }

  /** The parts, those of the smallest use first. */
  get parts(): readonly Part[] {
    const rank = ({ group }: Part): number =>
      (this.uses.indexOf(group) + this.uses.length + 1) % (this.uses.length + 1);
    return [...this.recording.parts.values()].sort((a, b) => rank(a) - rank(b));
  }

  /** The resources that a mutant of a part is judged in: one use, what belongs to none, and all that those refer to. */
  of({ group, address }: Part): Ground {
    const use = this.uses.includes(group) ? group : (this.uses.find((id) => this.around(id).near.has(address)) ?? "");
    return this.around(use);
  }

  /** What blocks a mutant that does not block the plan it was made from. */
  verdict(ground: Ground, edits: Edits): readonly string[] {
    const { baseline, keep } = this.court(ground);
    return [...this.judge(this.recording.edited(edits, keep))].filter((one) => !baseline.has(one));
  }

  private court(ground: Ground): Court {
    const ready = this.courts.get(ground);
    if (ready) return ready;
    const { near } = ground;
    this.whole ??= this.judge(this.recording.raw);
    const baseline = this.judge(this.recording.edited(NONE, near));
    const here = [...this.whole].filter((one) => near.has(one.slice(one.indexOf(" ") + 1)));
    // A cut that changes a verdict is no cut: the whole plan it is.
    const same = baseline.size === here.length && here.every((one) => baseline.has(one));
    const court = same ? { baseline, keep: near } : { baseline: this.whole, keep: undefined };
    this.courts.set(ground, court);
    return court;
  }

  private around(use: string): Ground {
    const ready = this.grounds.get(use);
    if (ready) return ready;
    const own = [...this.recording.parts.values()].filter(({ group }) => group === use || !this.uses.includes(group));
    const near = this.recording.closure(own.map(({ address }) => address));
    const ground = { recording: this.recording, near, subjects: this.subjects };
    this.grounds.set(use, ground);
    return ground;
  }
}

interface Court {
  readonly baseline: ReadonlySet<string>;
  readonly keep: ReadonlySet<string> | undefined;
}
