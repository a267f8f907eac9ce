// Facts: what the gate worked out about a resource, before anybody judges it.

import type { Resource, Value } from "../model/types.ts";

/** What a label can say of a resource's data. `ephi-derived` is a log, metric or index of it. */
export type LabelClass = "ephi" | "ephi-derived" | "none";
/** Class of a resource's data; `unclassified` where its type neither holds nor carries any, so that no label could say so. */
export type DataClass = LabelClass | "unclassified";

/** The part of a fact that policies read. `state` is one of the states in `catalogue/facts.yaml`. */
export interface Judged {
  readonly state: string;
  readonly [extra: string]: Value;
}

/** One fact about one resource in one world. */
export interface Fact {
  readonly judged: Judged;
  /** What was found, as short text a person reads: `"storage_encrypted is false"` is path and value, so here `false`. */
  readonly found: string;
  /** Attribute path in Terraform's spelling: `server_side_encryption[0].enabled`. */
  readonly path: string;
  /** Address that `path` belongs to, where that is not the resource itself (a companion, a key). */
  readonly address?: string;
  /** Why the state is unknown, one sentence without a full stop. */
  readonly cause?: string;
  /** File of `--context`, or the owner of a stated fact, that the state rests on. */
  readonly basis?: string;
  /** True where the state follows only from something not being in this plan; a stated fact may then overrule it. */
  readonly byAbsence?: boolean;
}

/** All facts of one resource in one world. */
export interface ResourceFacts {
  readonly resource: Resource;
  readonly dataClass: DataClass;
  /** Where the class comes from: `tag DataClass`, `default`, `flows from aws_db_instance.main`. */
  readonly dataClassSource: string;
  readonly facts: ReadonlyMap<string, Fact>;
}
