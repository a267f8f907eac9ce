// The atlas as the gate uses it: generated from `catalogue/atlas/*.yaml`.

import type { Atlas } from "../../catalogue/atlas-schema.ts";
import data from "../../catalogue/generated/atlas.json" with { type: "json" };

// The generator has held the data against the schema; parsing it again at every start would cost more than the facts.
const atlas = data as unknown as Atlas;

/** The atlas of this version. */
export const loadAtlas = (): Atlas => atlas;
