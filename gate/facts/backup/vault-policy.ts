// The `vault_policy` fact: whether the vault's own policy refuses to delete recovery points by hand.

import { documentsAt } from "../computed/documents.ts";
import type { ComputedFact } from "../computed/types.ts";
import { deletionDenied } from "../policy/deletion-denied.ts";
import type { Fact } from "../types.ts";

/** Reads the policy resource of a vault; the atlas joins the two. */
export const vaultPolicy: ComputedFact = ({ world, resource, attribute = "policy" }) => {
  const [found] = documentsAt(world, resource, attribute);
  if (!found) return undefined;
  const { document, path } = found;
  if (document.state === "absent") return { judged: { state: "open" }, found: "no policy", path };
  if (document.state !== "known") {
    const text = document.state === "invalid" ? "no JSON" : "known after apply";
    const unclear: Fact = { judged: { state: "unknown" }, found: text, path, cause: document.cause };
    return unclear;
  }
  const { state, ...rest } = deletionDenied(document.value, path);
  return { judged: { state }, ...rest };
};
