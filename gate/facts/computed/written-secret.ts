// The `plain_secret` fact of an argument that is a secret by trade, such as a database's master password. Terraform marks it sensitive,
// so the reader redacts it however it was written; the configuration still says whether it stands there as a constant.

import type { ComputedFact } from "./types.ts";

/** Found where the resource's own block writes the attribute as a constant: everybody who reads the code has it. */
export const writtenSecret: ComputedFact = ({ world, resource, attribute = "" }) => {
  // Asked first: of a write-only argument the plan shows null, however it was written.
  if (world.isConstant(resource, attribute))
    return { judged: { state: "found" }, found: "written as a constant", path: attribute };
  const set = attribute.includes("[") ? "known" : world.read(resource, [attribute]).state;
  const found = set === "absent" || set === "null" ? "not set" : "no constant";
  return { judged: { state: "none" }, found, path: attribute };
};
