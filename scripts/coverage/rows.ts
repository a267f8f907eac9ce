// Which rows of the field's checks are covered: each maps to controls and types, and for each type a planned resource that is wrong
// fails by such a control and one that is right passes.

import { readdirSync, readFileSync } from "node:fs";
import { loadCatalogue } from "../../catalogue/load.ts";
import { openGate } from "../../gate/check.ts";
import { readMappings } from "../policies/aliases.ts";
import { parseCsv } from "../policies/csv.ts";
import { claim, type Side } from "./side.ts";

/** Folder of configurations whose resources say in their names which fact is right or wrong. */
const FOLDER = "tests/atlas";

export interface Row {
  readonly slug: string;
  readonly title: string;
  readonly pairs: readonly Pair[];
}

/** A row on one resource type. */
interface Pair {
  readonly type: string;
  readonly controls: readonly string[];
  /** Addresses that prove it, each with its configuration; undefined where none does. */
  readonly bad?: string;
  readonly ok?: string;
}

export const isProven = ({ bad, ok }: Pair): boolean => bad !== undefined && ok !== undefined;
/** A row is covered where it has a pair and each of its pairs is proven. */
export const isCovered = ({ pairs }: Row): boolean => pairs.length > 0 && pairs.every(isProven);

/** Rows owed: those that a plan can decide, at least in part, and that matter to ePHI. */
const isOwed = (row: Readonly<Record<string, string>>): boolean =>
  ["yes", "partly"].includes(row.plan_decidable ?? "") && ["core", "supporting"].includes(row.ephi_relevance ?? "");

/** `control type side` → the first resource whose name claims the control's fact and whose verdict bears it out. */
async function proofs(): Promise<ReadonlyMap<string, string>> {
  const { controls } = loadCatalogue();
  const factOf = new Map(controls.map(({ id, judges }) => [id, judges]));
  // Tables of dates are read at a day of their own, so that the same plans always prove the same rows.
  const gate = await openGate({ profile: "hygiene", now: new Date("2026-11-22T00:00:00Z") });
  const found = new Map<string, string>();
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith(".plan.json.gz"))
    .sort()) {
    const { verdicts, passed } = await gate.check(`${FOLDER}/${file}`);
    const note = (control: string, address: string, side: Side): void => {
      const { type, name } = partsOf(address);
      const claimed = claim(name);
      const key = `${control} ${type} ${side}`;
      if (claimed?.side !== side || !claimed.facts.includes(factOf.get(control) ?? "") || found.has(key)) return;
      found.set(key, `${file.replace(".plan.json.gz", "")}: ${address}`);
    };
    for (const { control, address, status, delta } of verdicts)
      if (status === "fail" && delta !== "fixed") note(control, address, "bad");
    for (const { control, addresses } of passed) for (const address of addresses) note(control, address, "ok");
  }
  return found;
}

/** The last resource of an address. */
function partsOf(address: string): { readonly type: string; readonly name: string } {
  const [, data = "", type = "", name = ""] = /(?:^|\.)(data\.)?(\w+)\.(\w+)(?:\[[^\]]*\])?$/.exec(address) ?? [];
  return { type: data + type, name };
}

/** Every row owed, with what proves it. */
export async function coverRows(): Promise<readonly Row[]> {
  const found = await proofs();
  const read = (name: string) => readFileSync(new URL(`../../catalogue/${name}`, import.meta.url), "utf8");
  const bySlug = new Map<string, Map<string, Set<string>>>();
  for (const { slug, control, types } of readMappings(read("check-map.csv")))
    for (const type of types) {
      const own = bySlug.get(slug) ?? new Map<string, Set<string>>();
      bySlug.set(slug, own);
      own.set(type, (own.get(type) ?? new Set()).add(control));
    }
  return parseCsv(read("checks.csv"))
    .filter(isOwed)
    .map(({ slug = "", title = "" }) => ({
      slug,
      title,
      pairs: [...(bySlug.get(slug) ?? [])].map(([type, controls]) => pairOf(type, [...controls].sort(), found)),
    }));
}

function pairOf(type: string, controls: readonly string[], found: ReadonlyMap<string, string>): Pair {
  const proof = (side: Side) => controls.flatMap((control) => found.get(`${control} ${type} ${side}`) ?? [])[0];
  const [bad, ok] = [proof("bad"), proof("ok")];
  return { type, controls, ...(bad !== undefined && { bad }), ...(ok !== undefined && { ok }) };
}
