// The `key_policy` fact.

import { keyPolicy } from "../policy/key-policy.ts";
import type { Fact } from "../types.ts";
import { documentsAt, ownerOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Reads a key's own policy. */
export const keyPolicyFact: ComputedFact = ({ world, resource, attribute }) => {
  const [found] = documentsAt(world, resource, attribute ?? "policy");
  if (!found) return undefined;
  const { document, path } = found;
  if (document.state === "unknown" || document.state === "invalid") {
    const unclear: Fact = {
      judged: { state: "unknown" },
      found: document.state === "invalid" ? "no JSON" : "known after apply",
      path,
      cause: document.cause,
    };
    return unclear;
  }
  const read = keyPolicy(document.state === "known" ? document.value : undefined, {
    ...ownerOf(world, resource),
    attribute: path,
  });
  return {
    judged: { state: read.state, outside: read.outside },
    found: read.found,
    path: read.path,
    ...(read.cause === undefined ? {} : { cause: read.cause }),
  };
};
