// The policy engine: the wasm bundle in its host. Whatever goes wrong in here is an engine fault, never a pass.

import { createHash } from "node:crypto";
import type { loadPolicySync } from "@open-policy-agent/opa-wasm";
import { type BinaryFile, readBinary } from "../../catalogue/files.ts";
import type { Profile } from "../../catalogue/types.ts";
import { PhiwardError } from "../error.ts";
import type { DataClass, Judged } from "../facts/types.ts";

/** A shard as policies read it. */
export interface PolicyInput {
  readonly resources: readonly {
    readonly address: string;
    readonly data_class: DataClass;
    readonly facts: { readonly [fact: string]: Judged | DataClass };
  }[];
  /** Parameters of the profile. */
  readonly profile: Profile["parameters"];
}

/** Evaluates one entrypoint on one input. */
export interface Engine {
  /** `sha256:` and the hex digest of the bundle and of the list of its controls. */
  readonly digest: string;
  readonly entrypoints: ReadonlySet<string>;
  /** @throws {PhiwardError} `ENGINE_FAULT` */
  evaluate(entrypoint: string, input: PolicyInput): unknown;
}

declare const PHIWARD_BUNDLE_DIGEST: string | undefined;

/** Digest that the build recorded; undefined when run from the sources, where CI holds the bytes against the rules. */
const recorded = typeof PHIWARD_BUNDLE_DIGEST === "undefined" ? undefined : PHIWARD_BUNDLE_DIGEST;

/** The error of an engine that cannot be trusted. */
export const engineFault = (what: string): PhiwardError =>
  new PhiwardError("ENGINE_FAULT", `the policy engine cannot be trusted: ${what}`);

/** Text of whatever was thrown: the wasm host throws strings and plain objects as well. */
function thrown(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}

function read(file: BinaryFile): Buffer {
  try {
    return readBinary(file);
  } catch (error) {
    throw engineFault(`${file} cannot be read (${thrown(error)})`);
  }
}

/** Digest of a policy bundle. */
export const bundleDigest = (wasm: Uint8Array, controls: Uint8Array): string =>
  `sha256:${createHash("sha256").update(wasm).update(controls).digest("hex")}`;

/**
 * Instantiates the bundle that this version ships.
 *
 * @param expected digest that the bundle must have; default: the one that the build recorded
 * @throws {PhiwardError} `ENGINE_FAULT` where the bundle is missing, altered or does not start
 */
export async function loadEngine(expected: string | undefined = recorded): Promise<Engine> {
  const { wasm, digest } = readBundle(expected);
  return startEngine(wasm, digest);
}

/** A policy bundle as it lies in the package. */
interface Bundle {
  readonly wasm: Uint8Array;
  readonly digest: string;
}

/**
 * Reads the bundle that this version ships.
 *
 * @throws {PhiwardError} `ENGINE_FAULT` where it is missing or altered
 */
export function readBundle(expected: string | undefined = recorded): Bundle {
  const wasm = read("policies/bundle/policy.wasm");
  const digest = bundleDigest(wasm, read("policies/bundle/controls.json"));
  if (expected !== undefined && digest !== expected)
    throw engineFault(`the policy bundle was altered: expected ${expected}, got ${digest}`);
  return { wasm, digest };
}

interface Host {
  readonly loadPolicySync: typeof loadPolicySync;
}

/** The host in its module; its types call this function an export, its module has it on the default export only. */
function hostOf(module: object): Host {
  const host: unknown = "default" in module ? module.default : undefined;
  const isHost = (value: unknown): value is Host =>
    typeof value === "object" && value !== null && "loadPolicySync" in value;
  if (!isHost(host)) throw engineFault("its host has no loadPolicySync");
  return host;
}

/** Instantiates a policy bundle; the host is loaded only now, most commands never need it. */
export async function startEngine(wasm: Uint8Array, digest: string): Promise<Engine> {
  return startIn(await import("@open-policy-agent/opa-wasm"), wasm, digest);
}

/** Instantiates a policy bundle in a host that is loaded already. */
export function startIn(module: object, wasm: Uint8Array, digest: string): Engine {
  try {
    // Not loadPolicy: that asks for the global Response, which makes Node load its HTTP client, half of the start.
    const policy = hostOf(module).loadPolicySync(new Uint8Array(wasm));
    const entrypoints: unknown = policy.entrypoints;
    return {
      digest,
      entrypoints: new Set(typeof entrypoints === "object" && entrypoints !== null ? Object.keys(entrypoints) : []),
      evaluate(entrypoint, input) {
        let results: unknown;
        try {
          results = policy.evaluate(input, entrypoint);
        } catch (error) {
          throw engineFault(`${entrypoint}: ${thrown(error)}`);
        }
        const only: unknown = Array.isArray(results) && results.length === 1 ? results[0] : undefined;
        if (typeof only !== "object" || only === null || !("result" in only))
          throw engineFault(`${entrypoint} gave no result`);
        return only.result;
      },
    };
  } catch (error) {
    throw error instanceof PhiwardError ? error : engineFault(`the policy bundle does not start (${thrown(error)})`);
  }
}
