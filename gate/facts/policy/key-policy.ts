// What a KMS key's policy says: whether it is written down, and whether it lets everyone use the key.

import type { Value } from "../../model/types.ts";
import { type ExposureOptions, exposure } from "./exposure.ts";

interface KeyPolicy {
  readonly state: "separated" | "unknown" | "absent" | "open";
  readonly outside: "yes" | "no" | "unknown";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/** Reads a key's policy; undefined stands for a key without one, which then has the service's default. */
export function keyPolicy(document: Value | undefined, options: ExposureOptions = {}): KeyPolicy {
  const attribute = options.attribute ?? "policy";
  if (document === undefined)
    return { state: "absent", outside: "no", found: "not set, the service writes its default policy", path: attribute };
  const { state, outside, found, path, cause } = exposure(document, { ...options, service: "kms" });
  return {
    state: state === "public" ? "open" : state === "unknown" ? "unknown" : "separated",
    outside,
    found,
    path,
    ...(cause === undefined ? {} : { cause }),
  };
}
