// The model of a plan: its two worlds, context included.

import type { RawPlan } from "../plan/types.ts";
import { withoutKeys } from "./address.ts";
import type { Identity } from "./literal.ts";
import { type Entry, Estate, sortWorlds } from "./resources.ts";
import type { BlockName, SourceHints } from "./source-hints.ts";
import type { Model, Resource } from "./types.ts";
import { PlanWorld } from "./world.ts";

export interface ModelOptions {
  /** Plans and states of other stacks. Their resources (as after their apply) are joined with and never judged. */
  readonly context?: readonly RawPlan[];
  /** Attributes by whose literal value other resources name one of a type, beside `id`, `arn` and `name`. */
  readonly identity?: Identity;
  /** What the configuration's source adds. */
  readonly source?: SourceHints;
}

/** Builds the model. Values are wrapped, not copied; indices come into being when asked for. */
export function buildModel(raw: RawPlan, options: ModelOptions = {}): Model {
  const { source, identity } = options;
  const worlds = sortWorlds(new Estate(raw));
  const context = (options.context ?? []).flatMap((plan) => sortWorlds(new Estate(plan, plan.header.file)).after);
  const before = new PlanWorld("before", [...worlds.before, ...context], source, identity);
  const after = new PlanWorld("after", [...worlds.after, ...context], source, identity);
  return {
    header: raw.header,
    before,
    after,
    location(resource) {
      const block = source && blockOf(resource);
      return block && (source.trace(block)?.createdAt ?? source.location(block));
    },
    trace(resource) {
      const block = source && blockOf(resource);
      return block && source.trace(block);
    },
    count: countJudged(worlds.after),
  };
}

/** The block that made a resource; none where another stack's did, of which the source says nothing. */
function blockOf({ context, module, mode, type, name }: Resource): BlockName | undefined {
  return context === undefined ? { module: withoutKeys(module), mode, type, name } : undefined;
}

const countJudged = (entries: readonly Entry[]): number =>
  entries.filter(({ resource }) => resource.mode === "managed").length;
