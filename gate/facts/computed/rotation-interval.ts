// The `rotation_interval` fact: the days between two rotations of a secret, by its schedule or its number of days.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html

import type { Attribute } from "../../model/types.ts";
import { longestGap, scheduleFault } from "../recovery/schedule.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

const RULE = "rotation_rules[0]";
const HOURS_OF_A_DAY = 24;

export const rotationInterval: ComputedFact = ({ world, resource }) => {
  const days = world.read(resource, ["rotation_rules", 0, "automatically_after_days"]);
  const schedule = world.read(resource, ["rotation_rules", 0, "schedule_expression"]);
  if (days.state === "unknown") return unknown("automatically_after_days", days.cause);
  if (schedule.state === "unknown") return unknown("schedule_expression", schedule.cause);
  const expression = text(schedule);
  if (expression !== undefined) {
    const path = `${RULE}.schedule_expression`;
    const run = { expression, zone: "UTC" };
    const fault = scheduleFault(run);
    if (fault !== undefined) return { ...unknown("schedule_expression", fault), found: expression };
    const hours = longestGap([run]);
    return {
      judged: Number.isFinite(hours) ? { state: "known", age: Math.ceil(hours / HOURS_OF_A_DAY) } : { state: "never" },
      found: expression,
      path,
    };
  }
  const path = `${RULE}.automatically_after_days`;
  const number = days.state === "known" ? Number(days.value) : Number.NaN;
  if (!(number > 0)) return unknown("automatically_after_days", "neither a schedule nor a number of days is set");
  return { judged: { state: "known", age: number }, found: String(number), path };
};

const unknown = (name: string, cause: string): Fact => ({
  judged: { state: "unknown" },
  found: "known after apply",
  path: `${RULE}.${name}`,
  cause,
});

const text = (attribute: Attribute): string | undefined =>
  attribute.state === "known" && typeof attribute.value === "string" && attribute.value !== ""
    ? attribute.value
    : undefined;
