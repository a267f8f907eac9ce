// What the JSON of a synthesised resource does not show, and a plan does: an object is a map, or a block of which a plan makes a
// list. The table comes from the provider's schema, see scripts/provider-schema.ts.

import data from "../catalogue/generated/shapes.json" with { type: "json" };

const mapNames: ReadonlySet<string> = new Set(data.mapNames);
const mapPaths: ReadonlySet<string> = new Set(data.mapPaths);
const tagBlocks: ReadonlySet<string> = new Set(data.tagBlocks);
const singleBlocks: ReadonlySet<string> = new Set(data.singleBlocks);
const taggedTypes: ReadonlySet<string> = new Set(data.taggedTypes);

/** How a plan holds an object of the synthesised JSON: as a map, as one block, or as a block in a list. */
export type Shape = "map" | "block" | "blocks";

/**
 * Shape of an object.
 *
 * @param path names from the type down, positions left out: `aws_db_instance.timeouts`
 */
export function shapeOf(path: string): Shape {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "tags") return tagBlocks.has(path) ? "blocks" : "map";
  if (mapNames.has(name) || mapPaths.has(path)) return "map";
  return name === "timeouts" || singleBlocks.has(path) ? "block" : "blocks";
}

/** Whether resources of the type carry the provider's default tags. */
export const isTagged = (type: string): boolean => taggedTypes.has(type);
