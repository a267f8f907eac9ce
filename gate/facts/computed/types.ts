// The shape of a fact that only code can work out.

import type { Resource, World } from "../../model/types.ts";
import type { Fact } from "../types.ts";

/** What a computed fact looks at. */
export interface Context {
  readonly world: World;
  readonly resource: Resource;
  /** Path of the attribute that the atlas names, as the atlas spells it: `inline_policy[*].policy`. */
  readonly attribute?: string;
}

/** Undefined where the fact does not exist for this resource. */
export type ComputedFact = (context: Context) => Fact | undefined;
