// The `key_separation` fact.

import { separation } from "../policy/separation.ts";
import { documentsAt } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Reads a key's own policy; does not exist where none is written here. */
export const keySeparation: ComputedFact = ({ world, resource, attribute }) => {
  const [found] = documentsAt(world, resource, attribute ?? "policy");
  if (!found || found.document.state === "absent") return undefined;
  const { document, path } = found;
  if (document.state !== "known")
    return {
      judged: { state: "unknown" },
      found: document.state === "invalid" ? "no JSON" : "known after apply",
      path,
      cause: document.cause,
    };
  const { state, found: text, path: at, cause } = separation(document.value, path);
  return { judged: { state }, found: text, path: at, ...(cause === undefined ? {} : { cause }) };
};
