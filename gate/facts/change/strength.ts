// The `strength` fact: whether a plan takes back retention, keys, locks or a limit on who reaches a resource, though what is left may
// still be enough. What is not enough any more, the control of the fact itself says.

import { rank, valueName } from "../states.ts";
import type { Fact, ResourceFacts } from "../types.ts";

/** Facts that are compared, with the words for what they say. */
const COMPARED: readonly (readonly [fact: string, words: string])[] = [
  ["backup", "days of automatic backups"],
  ["log_retention", "days of logs"],
  ["object_expiry", "days of objects and their versions"],
  ["log_expiry", "days of logs"],
  ["lock_floor", "days that recovery points are locked"],
  ["object_lock", "lock of objects"],
  ["vault_lock", "lock of the vault"],
  ["deletion_window", "days before a key or secret is deleted"],
  ["encryption_key", "key"],
  ["public_endpoint", "endpoint"],
  ["policy_exposure", "reach of the policy"],
];

/** Undefined where nothing that is compared could change. */
export function strength(old: ResourceFacts, now: ResourceFacts): Fact | undefined {
  const changes: { [fact: string]: number | string } = {};
  const told: string[] = [];
  let isCompared = false;
  for (const [name, words] of COMPARED) {
    const [was, is] = [old.facts.get(name), now.facts.get(name)];
    if (!was || !is || was.judged.state === "unknown" || rank(name, is.judged.state) >= rank(name, "unknown")) continue;
    isCompared = true;
    const days = valueName(name);
    const [from, to] = [days && was.judged[days], days && is.judged[days]];
    const byState = rank(name, is.judged.state) - rank(name, was.judged.state);
    const isLess = byState === 0 && typeof from === "number" && typeof to === "number" && to < from;
    if (byState <= 0 && !isLess) continue;
    changes[name] = typeof to === "number" ? to : is.judged.state;
    told.push(`${words} from ${said(from, was.judged.state)} to ${said(to, is.judged.state)}`);
  }
  if (told.length > 0) return { judged: { state: "weakened", changes }, found: told.join(", "), path: "" };
  const { action } = now.resource;
  if (!isCompared || (action !== "update" && action !== "replace")) return undefined;
  return { judged: { state: "held" }, found: "nothing taken back", path: "" };
}

const said = (days: unknown, state: string): string => (typeof days === "number" ? String(days) : state);
