// The canary: in every shard sits one resource that is as bad as its fact can be. Where no control fails it, the engine is
// not judging, and nothing else that it says counts.

import { factDefinitions } from "../../catalogue/facts.ts";
import type { Judged } from "../facts/types.ts";

/** Address of the canary; no resource of Terraform can have it. */
export const CANARY = "canary";

/**
 * The worst that can be said of a fact: its last state but `unknown`, with the worst number where it has one. A fact of which nothing
 * bad can be said, only that it is unknown, is at its worst there.
 */
export function worstOf(fact: string): Judged {
  const definition = factDefinitions.get(fact);
  if (!definition) throw new Error(`catalogue/facts.yaml knows no fact ${fact}`);
  const { states, value } = definition;
  const said = states.filter((state) => state !== "unknown");
  const worst = (said.length > 1 || states.length === 1 || value !== undefined ? said.at(-1) : undefined) ?? "unknown";
  if (value === undefined) return { state: worst };
  return { state: worst, [value]: value === "ports" ? [[0, 65_535]] : 0 };
}
