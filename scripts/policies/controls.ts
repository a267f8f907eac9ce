// Reads every control: metadata, aliases, what its rule reads, and the types that the atlas gives its fact.

import { readFileSync } from "node:fs";
import atlas from "../../catalogue/generated/atlas.json" with { type: "json" };
import facts from "../../catalogue/generated/facts.json" with { type: "json" };
import type { BundledControl } from "../../catalogue/load.ts";
import { loadProfile, profileIds } from "../../catalogue/profiles.ts";
import { loadSafeguards } from "../../catalogue/safeguards.ts";
import type { Safeguard } from "../../catalogue/types.ts";
import { PhiwardError } from "../../gate/error.ts";
import { joinAliases, readChecks, readMappings } from "./aliases.ts";
import { readMetadata } from "./metadata.ts";
import { readParameters } from "./reads.ts";
import { findSources, parseSource } from "./sources.ts";

interface Inspected {
  /** Sorted by id. */
  readonly controls: readonly BundledControl[];
  /** Control → resource types whose atlas entry has its fact, sorted. */
  readonly types: ReadonlyMap<string, readonly string[]>;
  /** Control → parameters of the profile that its rule reads; only controls that read any. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly safeguards: ReadonlyMap<string, Safeguard>;
}

const table = (name: string) => readFileSync(new URL(`../../catalogue/${name}`, import.meta.url), "utf8");

/**
 * Reads and checks all controls.
 *
 * @throws {PhiwardError} with a code and the file of the first control that cannot stand
 */
export function inspectControls(): Inspected {
  const safeguards = new Map(loadSafeguards().map((safeguard) => [safeguard.citation, safeguard]));
  const known = new Set(Object.keys(loadProfile("hygiene")?.parameters ?? {}));
  const vocabulary = {
    facts: new Set(Object.keys(facts)),
    safeguards,
    parameters: known,
    profiles: new Set(profileIds),
  };
  const parameters = new Map<string, readonly string[]>();
  const described = findSources().map((source) => {
    const parsed = parseSource(source);
    const control = readMetadata(parsed, vocabulary);
    const read = [...readParameters(parsed, control.judges)].sort();
    const missing = read.find((name) => !known.has(name));
    if (missing !== undefined)
      throw new PhiwardError(
        "CONTROL_READS",
        `policies/${parsed.file} reads ${missing}, a parameter that no profile has`,
      );
    if (read.length > 0) parameters.set(control.id, read);
    return control;
  });
  const entries = Object.entries<{ readonly facts: object }>(atlas);
  const types = new Map(
    described.map(({ id, judges }) => [
      id,
      entries
        .filter(([, entry]) => Object.hasOwn(entry.facts, judges))
        .map(([type]) => type)
        .sort(),
    ]),
  );
  const judged = new Map([...types].map(([id, list]) => [id, new Set(list)]));
  const aliases = joinAliases(
    readMappings(table("check-map.csv")),
    readChecks(table("checks.csv"), table("check-ids.csv")),
    judged,
  );
  const controls = described.map((control) => ({ ...control, aliases: aliases.get(control.id) ?? [] }));
  return { controls, types, parameters, safeguards };
}
