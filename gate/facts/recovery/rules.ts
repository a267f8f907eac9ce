// The rules of a backup plan: when, where to, how long, and where the copies go.

import type { Path, Resource, Value, World } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import { DEFAULT_SCHEDULE, type Schedule, scheduleFault } from "./schedule.ts";
import { type Vault, vaultAt } from "./vaults.ts";

/** One place where a rule leaves recovery points. */
export interface Destination {
  readonly vault: Vault;
  /** Days; `Infinity` for ever; undefined where unknown. */
  readonly retentionDays?: number;
  /** True for a copy action; false for the vault of the rule. */
  readonly copied: boolean;
}

export interface Rule {
  readonly schedule?: Schedule;
  /** Why the schedule is unknown. */
  readonly cause?: string;
  readonly continuous: boolean;
  readonly destinations: readonly Destination[];
}

/** Rules of a plan, or why the plan does not say them. */
export type Rules = readonly Rule[] | { readonly cause: string };

const known = new WeakMap<World, Map<Resource, Rules>>();

/** Rules of a backup plan, read once for every world. */
export function rulesOf(world: World, plan: Resource): Rules {
  let plans = known.get(world);
  if (!plans) {
    plans = new Map();
    known.set(world, plans);
  }
  const before = plans.get(plan);
  if (before) return before;
  const fresh = readRules(world, plan);
  plans.set(plan, fresh);
  return fresh;
}

export const isKnown = (rules: Rules): rules is readonly Rule[] => isList(rules as unknown as Value);

function readRules(world: World, plan: Resource): Rules {
  const read = world.read(plan, ["rule"]);
  if (read.state === "unknown") return { cause: read.cause };
  const blocks = read.state === "known" && isList(read.value) ? read.value : [];
  return blocks.map((block, index): Rule => {
    const at: Path = ["rule", index];
    const actions = isObject(block) && isList(block.copy_action) ? block.copy_action : [];
    const continuous = world.read(plan, [...at, "enable_continuous_backup"]);
    return {
      ...scheduleOf(world, plan, at),
      continuous: continuous.state === "known" && String(continuous.value) === "true",
      destinations: [
        destination(world, plan, at, ["target_vault_name"], false),
        ...actions.map((_, action) =>
          destination(world, plan, [...at, "copy_action", action], ["destination_vault_arn"], true),
        ),
      ],
    };
  });
}

function destination(world: World, plan: Resource, at: Path, vault: Path, copied: boolean): Destination {
  const days = world.read(plan, [...at, "lifecycle", 0, "delete_after"]);
  const number = days.state === "known" ? Number(days.value) : 0;
  return {
    vault: vaultAt(world, plan, [...at, ...vault], !copied),
    copied,
    // Recovery points without a lifecycle are kept until somebody deletes them; the provider writes 0 for that.
    ...(days.state === "unknown" ? {} : { retentionDays: number > 0 ? number : Number.POSITIVE_INFINITY }),
  };
}

function scheduleOf(world: World, plan: Resource, at: Path): Pick<Rule, "schedule" | "cause"> {
  const expression = world.read(plan, [...at, "schedule"]);
  const zone = world.read(plan, [...at, "schedule_expression_timezone"]);
  for (const read of [expression, zone])
    if (read.state === "unknown") return { cause: `the schedule is known only after apply: ${read.cause}` };
  const named = (value: typeof zone): string => (value.state === "known" ? String(value.value) : "");
  const schedule = {
    expression: named(expression) || DEFAULT_SCHEDULE.expression,
    zone: canonical(named(zone) || DEFAULT_SCHEDULE.zone),
  };
  const cause = scheduleFault(schedule);
  return cause === undefined ? { schedule } : { cause };
}

/** The provider's own default is written `Etc/UTC`. */
const canonical = (zone: string): string => (/^(Etc\/)?(UTC|GMT)$/i.test(zone) ? "UTC" : zone);
