// The `endpoint_perimeter` fact: whether an endpoint's policy says whose callers or whose resources it is for.

import type { Value } from "../../model/types.ts";
import { isServiceDefault, perimeter } from "../policy/perimeter.ts";
import type { Fact } from "../types.ts";
import { documentsAt, ownerOf } from "./documents.ts";
import { worstOf } from "./policies.ts";
import type { ComputedFact } from "./types.ts";

/** Does not exist where nobody wrote a policy: the state then shows the service's default. */
export const endpointPerimeter: ComputedFact = ({ world, resource, attribute = "policy" }) => {
  const owner = ownerOf(world, resource);
  return worstOf(
    "endpoint_perimeter",
    documentsAt(world, resource, attribute),
    (document: Value, path): Fact | undefined => {
      if (isServiceDefault(document)) return undefined;
      const { state, found, path: at, cause } = perimeter(document, owner, path);
      return { judged: { state }, found, path: at, ...(cause === undefined ? {} : { cause }) };
    },
    () => undefined,
  );
};
