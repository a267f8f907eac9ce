// Names within the limits of services.

import { createHash } from "node:crypto";

/**
 * A name of at most so many characters. A longer one keeps its beginning and ends with a hash of the whole, so that two long names
 * stay two.
 */
export function shortName(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return `${name.slice(0, limit - hash.length - 1).replace(/-+$/, "")}-${hash}`;
}
