// The catalogue as the gate and the reports use it: controls and safeguards, indexed.

import { readBinary, readYamlData } from "./files.ts";
import atlas from "./generated/atlas.json" with { type: "json" };
import { parseSafeguards } from "./safeguards.ts";
import type { Control, Safeguard } from "./types.ts";

export interface Catalogue {
  /** Sorted by id. */
  readonly controls: readonly Control[];
  readonly controlById: ReadonlyMap<string, Control>;
  /** In the order of the rule. */
  readonly safeguards: readonly Safeguard[];
  readonly safeguardByCitation: ReadonlyMap<string, Safeguard>;
}

/** Controls as the policy bundle lists them: the types are the atlas' to say. */
export type BundledControl = Omit<Control, "types">;

let loaded: Catalogue | undefined;

/** The catalogue of this version; read once. */
export function loadCatalogue(): Catalogue {
  loaded ??= buildCatalogue(
    JSON.parse(readBinary("policies/bundle/controls.json").toString("utf8")),
    readYamlData("catalogue/safeguards.yaml", parseSafeguards),
  );
  return loaded;
}

/** A catalogue of given controls and safeguards. */
export function buildCatalogue(
  bundled: readonly BundledControl[],
  safeguards: readonly Safeguard[],
  entries: Readonly<Record<string, { readonly facts: object }>> = atlas,
): Catalogue {
  const typesByFact = new Map<string, string[]>();
  for (const [type, { facts }] of Object.entries(entries))
    for (const fact of Object.keys(facts)) {
      const types = typesByFact.get(fact);
      if (types) types.push(type);
      else typesByFact.set(fact, [type]);
    }
  const controls = bundled
    .map((control): Control => ({ ...control, types: typesByFact.get(control.judges) ?? [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    controls,
    controlById: new Map(controls.map((control) => [control.id, control])),
    safeguards,
    safeguardByCitation: new Map(safeguards.map((safeguard) => [safeguard.citation, safeguard])),
  };
}
