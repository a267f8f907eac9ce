// The canary: in every shard sits one resource that is as bad as its fact can be. Where no control fails it, the engine is
// not judging, and nothing else that it says counts.

import vocabulary from "../../catalogue/generated/facts.json" with { type: "json" };
import type { Judged } from "../facts/types.ts";

const definitions: Readonly<Record<string, { readonly states: readonly string[]; readonly value?: string }>> =
  vocabulary;

/** Address of the canary; no resource of Terraform can have it. */
export const CANARY = "canary";

/** The worst that can be said of a fact: its last state, or the worst number where that state is only `unknown`. */
export function worstOf(fact: string): Judged {
  const definition = definitions[fact];
  if (!definition) throw new Error(`catalogue/facts.yaml knows no fact ${fact}`);
  const { states, value } = definition;
  const worst = states.filter((state) => state !== "unknown").at(-1) ?? "unknown";
  if (value === undefined) return { state: worst };
  return { state: worst, [value]: value === "ports" ? [[0, 65_535]] : 0 };
}
