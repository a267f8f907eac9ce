// The atlas as the gate uses it: generated from `catalogue/atlas/*.yaml`.

import type { Atlas } from "../../catalogue/atlas-schema.ts";
import data from "../../catalogue/generated/atlas.json" with { type: "json" };

// The generator has held the data against the schema; parsing it again at every start would cost more than the facts.
const generated = data as unknown as Atlas;
// Types come from plans: `constructor` and `__proto__` are types that the atlas does not know.
const atlas: Atlas = Object.assign(Object.create(null), generated);

/** The atlas of this version. */
export const loadAtlas = (): Atlas => atlas;
