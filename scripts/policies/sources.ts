// Finds the controls and parses each: its annotations and its syntax tree.

import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { PhiwardError } from "../../gate/error.ts";
import { opa, policies } from "./opa.ts";

const SEGMENT = /^[a-z][a-z0-9_]*$/;

/** One package below `policies/controls`. */
interface Source {
  /** `encryption.at_rest` */
  readonly id: string;
  readonly family: string;
  readonly property: string;
  /** Relative to `policies/`. */
  readonly file: string;
}

/** Syntax tree as `opa parse --format json` prints it. */
export type Node = null | boolean | number | string | readonly Node[] | { readonly [key: string]: Node };

export interface Parsed extends Source {
  readonly annotation: unknown;
  readonly rules: Node;
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every control, sorted by id: the folders are the registry. */
export function findSources(): readonly Source[] {
  const root = `${policies}controls/`;
  return folders(root).flatMap((family) =>
    folders(root + family).map((property) => {
      for (const segment of [family, property])
        if (!SEGMENT.test(segment))
          throw new PhiwardError("CONTROL_NAME", `policies/controls/${family}/${property}: names must be snake_case`);
      const file = `controls/${family}/${property}/${property}.rego`;
      return { id: `${family}.${property}`, family, property, file };
    }),
  );
}

/** Rego without its tests, by path below `policies/`, sorted. */
export function readRego(roots: readonly string[]): ReadonlyMap<string, string> {
  const files = roots.flatMap((root) =>
    readdirSync(policies + root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego"))
      .map((file) => `${root}/${file}`),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(policies + file, "utf8")]));
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(node), z.record(z.string(), node)]),
);
const moduleSchema = z.object({
  package: z.object({ path: z.array(z.object({ value: z.string() })) }),
  annotations: z.array(z.unknown()).default([]),
  rules: node,
});

/**
 * Parses one control.
 *
 * @throws {PhiwardError} `CONTROL_PACKAGE` where the package is not the path, `CONTROL_METADATA` unless it has exactly one annotation
 */
export function parseSource(source: Source): Parsed {
  const parsed = moduleSchema.parse(JSON.parse(opa(["parse", "--format", "json", source.file])));
  const path = parsed.package.path.map(({ value }) => value).join(".");
  const expected = `data.hipaa.controls.${source.id}`;
  if (path !== expected)
    throw new PhiwardError("CONTROL_PACKAGE", `policies/${source.file}: the package must be ${expected}, got ${path}`);
  const [annotation, ...more] = parsed.annotations;
  if (annotation === undefined || more.length > 0)
    throw new PhiwardError(
      "CONTROL_METADATA",
      `policies/${source.file}: expected one METADATA block, on the package, got ${parsed.annotations.length}`,
    );
  return { ...source, annotation, rules: parsed.rules };
}
