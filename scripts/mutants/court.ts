// The gate, opened once for any number of mutants: what blocks a plan.

import { loadContext } from "../../gate/context.ts";
import { loadEngine } from "../../gate/judge/engine.ts";
import type { RawPlan } from "../../gate/plan/types.ts";
import { judgePlan, settle } from "../../gate/settings.ts";

/** Before any exception of the recorded uses ends. */
const NOW = new Date("2026-01-01T00:00:00Z");

/** In which the recorded uses work, as their owner's settings would list them. */
const REGIONS = ["us-east-1", "us-west-2"];

/** What blocks a plan: `control address`, of every blocking fail or undetermined. */
export type Judge = (plan: RawPlan) => ReadonlySet<string>;

/** Opens the gate. @throws {PhiwardError} where it cannot be */
export async function openCourt(): Promise<Judge> {
  const settled = settle({ now: NOW });
  const settings = { ...settled, config: { ...settled.config, regions: REGIONS } };
  const engine = await loadEngine();
  const context = await loadContext(settings.context, undefined, settings.clock);
  return (plan) =>
    new Set(
      judgePlan(plan, settings, engine, context)
        .verdicts.filter(({ blocking }) => blocking)
        .map(({ control, address }) => `${control} ${address}`),
    );
}
