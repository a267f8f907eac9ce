// The `plain_secret` fact of an argument that is a secret by trade, such as a database's master password. Terraform marks it sensitive,
// so the reader redacts it however it was written; the configuration still says whether it stands there as a constant.

import type { ComputedFact } from "./types.ts";

/** Found where the resource's own block writes the attribute as a constant: everybody who reads the code has it. */
export const writtenSecret: ComputedFact = ({ world, resource, attribute = "" }) => {
  const set = world.read(resource, [attribute]).state;
  if (set === "absent" || set === "null") return { judged: { state: "none" }, found: "not set", path: attribute };
  return world.isConstant(resource, attribute)
    ? { judged: { state: "found" }, found: "written as a constant", path: attribute }
    : { judged: { state: "none" }, found: "no constant", path: attribute };
};
