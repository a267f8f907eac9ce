// Which arguments of the provider look like a safeguard, and what becomes of each: a fact reads it, or it is set aside with a reason.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Probe } from "../../catalogue/atlas-schema.ts";
import { loadAtlas } from "../../gate/facts/atlas.ts";
import { readDigest } from "../digest.ts";

/** Kinds of safeguards by the names that the provider gives them. */
const KINDS: Readonly<Record<string, RegExp>> = {
  encryption: /encrypt(?!ion_context)|(^|_)sse(_|$)/,
  key: /kms|(^|_)cmk|customer_(managed_)?key|encryption_key/,
  "public access": /public(?!_key|_dns|_ips?$|_cert)|internet/,
  logging: /logging|(^|_)logs?(_|$)/,
  retention: /retention|retain/,
  "deletion protection":
    /(deletion|delete|termination|destroy)_protect|force_(destroy|delete)|skip_(final|destroy)|final_snapshot|recovery_window|deletion_window/,
};

/** Why nobody needs to judge an argument. The list is closed: an argument that fits none is a safeguard that is owed. */
const REASONS = {
  "no ephi": "the type neither holds nor carries ePHI, nor protects what does",
  name: "what something is called, a prefix, a port or a format",
  detail: "a detail of what another argument of the type switches on or names, which a fact reads",
  "read by code": "a fact that is worked out by code reads it",
  "own resource": "a resource of its own says the same, and is judged",
  lifecycle:
    "what Terraform does when the resource is destroyed or replaced, where nothing that holds ePHI goes with it",
  operation: "a matter of running the service, of cost or of diagnosis",
} as const;

const setAsideSchema = z.strictObject({
  /** Pattern of the whole type. */
  type: z.string(),
  /** Pattern of the whole path, without `[*]`. */
  path: z.string(),
  reason: z.enum(Object.keys(REASONS) as [keyof typeof REASONS, ...(keyof typeof REASONS)[]]),
  why: z.string().optional(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

const catalogue = new URL("../../catalogue/", import.meta.url);

/** @throws where the file does not fit its schema */
const readSetAside = (): readonly SetAside[] =>
  z.array(setAsideSchema).parse(parse(readFileSync(new URL("set-aside.yaml", catalogue), "utf8")));

interface Block {
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
  readonly blocks?: Readonly<Record<string, { readonly block: Block }>> | undefined;
}
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), z.unknown()).optional(),
    blocks: z.record(z.string(), z.object({ block: blockSchema })).optional(),
  }),
);
type Digest = string | { readonly [name: string]: Digest };
const digestSchema: z.ZodType<Digest> = z.lazy(() => z.union([z.string(), z.record(z.string(), digestSchema)]));

const ofBlock = ({ attributes = {}, blocks = {} }: Block, above = ""): string[] => [
  ...Object.keys(attributes).map((name) => above + name),
  ...Object.entries(blocks).flatMap(([name, { block }]) => [above + name, ...ofBlock(block, `${above}${name}.`)]),
];
const ofDigest = (digest: Digest, above = ""): string[] =>
  typeof digest === "string"
    ? []
    : Object.entries(digest).flatMap(([name, part]) => [above + name, ...ofDigest(part, `${above}${name}.`)]);

/** Arguments of each type, of version 5.100; of types that are new since, what the bindings tell. */
function argumentsByType(): ReadonlyMap<string, readonly string[]> {
  const { types } = z.object({ types: z.record(z.string(), blockSchema) }).parse(readDigest("provider-arguments"));
  const bindings = z.object({ types: z.record(z.string(), digestSchema) }).parse(readDigest("binding-schema"));
  const known = Object.entries(types).map(([type, block]): [string, string[]] => [type, ofBlock(block)]);
  const added = Object.entries(bindings.types)
    .filter(([type]) => types[type] === undefined)
    .map(([type, digest]): [string, string[]] => [type, ofDigest(digest)]);
  return new Map([...known, ...added].filter(([type]) => type.startsWith("aws_")));
}

/** A path without indices and selectors. */
const plain = (path: string): string => path.replaceAll(/\[[^\]]*\]/g, "");

/** Paths that a probe reads on its own resource. */
function pathsOf(probe: Probe): readonly string[] {
  if ("compute" in probe) return probe.attribute === undefined ? [] : [plain(probe.attribute)];
  if ("attribute" in probe) return [plain(probe.attribute)];
  if ("measure" in probe) return [plain(probe.measure)];
  if ("key" in probe) return [plain(probe.key)];
  if ("all" in probe) return probe.all.flatMap(pathsOf);
  if ("any" in probe) return probe.any.flatMap(pathsOf);
  if ("when" in probe)
    return [plain(probe.when.attribute), ...pathsOf(probe.then), ...(probe.else ? pathsOf(probe.else) : [])];
  if ("follow" in probe) return [plain(probe.follow), ...(probe.beyond ? pathsOf(probe.beyond) : [])];
  return "slot" in probe ? pathsOf(probe.probe) : [];
}

/** Paths that companions' probes read, by the companion's type. */
function companionPaths(probe: Probe): readonly (readonly [string, string])[] {
  if ("compute" in probe || "attribute" in probe) return [];
  if ("companion" in probe) return pathsOf(probe.probe).map((path) => [probe.companion, path] as const);
  if ("follow" in probe)
    return probe.types.flatMap((type) => pathsOf(probe.probe).map((path) => [type, path] as const));
  if ("all" in probe) return probe.all.flatMap(companionPaths);
  if ("any" in probe) return probe.any.flatMap(companionPaths);
  if ("when" in probe) return [...companionPaths(probe.then), ...(probe.else ? companionPaths(probe.else) : [])];
  return "slot" in probe ? companionPaths(probe.probe) : [];
}

export interface Explained {
  /** Arguments that look like a safeguard. */
  readonly found: number;
  readonly used: number;
  readonly setAside: number;
  /** `type.path` of those that nobody explains. */
  readonly unexplained: readonly string[];
  /** Entries that fit no argument. */
  readonly stale: readonly SetAside[];
}

/** Looks at every argument of every type. */
export function explainAttributes(): Explained {
  const atlas = loadAtlas();
  const read = new Map<string, Set<string>>();
  const note = (type: string, path: string): void => {
    read.set(type, (read.get(type) ?? new Set()).add(path));
  };
  for (const [type, { facts, source = [], destination = [] }] of Object.entries(atlas)) {
    for (const path of [...source, ...destination]) note(type, plain(path));
    for (const probe of Object.values(facts)) {
      for (const path of pathsOf(probe)) note(type, path);
      for (const [other, path] of companionPaths(probe)) note(other, path);
    }
  }
  const entries = readSetAside().map((entry) => ({
    entry,
    type: new RegExp(`^(?:${entry.type})$`),
    path: new RegExp(`^(?:${entry.path})$`),
  }));
  const fitting = new Set<SetAside>();
  const unexplained: string[] = [];
  let [found, used, setAside] = [0, 0, 0];
  for (const [type, paths] of argumentsByType())
    for (const path of paths) {
      const leaf = path.slice(path.lastIndexOf(".") + 1);
      if (!Object.values(KINDS).some((kind) => kind.test(leaf))) continue;
      found++;
      const reasons = entries.filter((one) => one.type.test(type) && one.path.test(path));
      for (const { entry } of reasons) fitting.add(entry);
      const own = [...(read.get(type) ?? [])];
      if (own.some((one) => one === path || one.startsWith(`${path}.`))) used++;
      else if (atlas[type]?.ephi === "none" && atlas[type]?.role === "none") setAside++;
      else if (reasons.length > 0) setAside++;
      else unexplained.push(`${type}.${path}`);
    }
  return {
    found,
    used,
    setAside,
    unexplained,
    stale: entries.map(({ entry }) => entry).filter((one) => !fitting.has(one)),
  };
}
