// The policy engine for callers that cannot wait, such as a synthesis. Loading this module loads the host of the wasm.

import * as host from "@open-policy-agent/opa-wasm";
import { type Engine, readBundle, startIn } from "./engine.ts";

/**
 * Instantiates the bundle that this version ships, at once.
 *
 * @throws {PhiwardError} `ENGINE_FAULT` where the bundle is missing, altered or does not start
 */
export function loadEngineSync(): Engine {
  const { wasm, digest } = readBundle();
  return startIn(host, wasm, digest);
}
