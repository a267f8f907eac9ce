// Answers a name: a control's id, a citation, or the id of the same check in another tool.

import type { Catalogue } from "./load.ts";
import { nearest } from "./nearest.ts";
import type { Control, Safeguard } from "./types.ts";

export type Explanation =
  | { readonly kind: "control"; readonly control: Control; readonly safeguards: readonly Safeguard[] }
  /** A safeguard, and the controls that support it or a paragraph below it. */
  | { readonly kind: "citation"; readonly safeguard: Safeguard; readonly controls: readonly Control[] }
  /** A check of another tool: the controls that carry it, and for which types. */
  | {
      readonly kind: "alias";
      readonly alias: string;
      readonly controls: readonly { readonly control: Control; readonly types: readonly string[] }[];
    }
  | { readonly kind: "unknown"; readonly query: string; readonly nearest?: string };

/** Explains a control's id, a citation (`164.312(b)`, also as `§ 164.312(b)` or `45 CFR 164.312(b)`) or another tool's check. */
export function explain(query: string, catalogue: Catalogue): Explanation {
  const text = query.trim();
  const control = catalogue.controlById.get(text.toLowerCase());
  if (control)
    return {
      kind: "control",
      control,
      safeguards: control.supports.flatMap((citation) => catalogue.safeguardByCitation.get(citation) ?? []),
    };

  const citation = text.replace(/^(45\s*CFR)?\s*§?\s*/i, "").replace(/\s+/g, "");
  const safeguard = catalogue.safeguardByCitation.get(citation);
  if (safeguard) {
    const within = (cited: string): boolean => cited === citation || ancestors(cited, catalogue).includes(citation);
    return {
      kind: "citation",
      safeguard,
      controls: catalogue.controls.filter(({ supports }) => supports.some(within)),
    };
  }

  const wanted = text.toLowerCase();
  const aliases = new Map<string, string>();
  const controls = catalogue.controls.flatMap((candidate) => {
    const types = new Set<string>();
    let found = false;
    for (const alias of candidate.aliases) {
      aliases.set(alias.id.toLowerCase(), alias.id);
      if (alias.id.toLowerCase() !== wanted) continue;
      found = true;
      for (const type of alias.types) types.add(type);
    }
    return found ? [{ control: candidate, types: [...types].sort() }] : [];
  });
  const alias = aliases.get(wanted);
  if (alias !== undefined) return { kind: "alias", alias, controls };

  const close = nearest(text, [
    ...catalogue.controlById.keys(),
    ...catalogue.safeguardByCitation.keys(),
    ...aliases.values(),
  ]);
  return { kind: "unknown", query: text, ...(close !== undefined && { nearest: close }) };
}

function ancestors(citation: string, catalogue: Catalogue): readonly string[] {
  const parent = catalogue.safeguardByCitation.get(citation)?.parent;
  return parent === undefined ? [] : [parent, ...ancestors(parent, catalogue)];
}
