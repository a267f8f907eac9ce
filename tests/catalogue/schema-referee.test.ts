// The provider's own schema is the referee of the atlas: a type or an attribute that it does not know is a mistake in the data.

import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type AtlasEntry, atlasFileSchema, type Probe } from "../../catalogue/atlas-schema.ts";
import { parsePath } from "../../gate/facts/path.ts";
import { PROVIDER_VERSION } from "../../scripts/terraform.ts";

type Digest = string | { readonly [name: string]: Digest };
interface ProviderSchema {
  readonly provider: string;
  readonly version: string;
  readonly types: Readonly<Record<string, Digest>>;
}

const catalogue = new URL("../../catalogue/", import.meta.url);
const read = (name: string): ProviderSchema =>
  JSON.parse(gunzipSync(readFileSync(new URL(`generated/${name}.json.gz`, catalogue))).toString("utf8"));
/** The version that plans are recorded with, whole, and that of the bindings, as far as their code tells. */
const schema = read("provider-schema");
const bindings = read("binding-schema");
const atlas = new Map<string, AtlasEntry>(
  readdirSync(new URL("atlas/", catalogue))
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => {
      const text = readFileSync(new URL(`atlas/${file}`, catalogue), "utf8");
      return Object.entries(atlasFileSchema.parse(parse(text, { merge: true })));
    }),
);

/** Whether a version of the type has the attribute path; a map has every key. */
const has = (type: string, path: string): boolean => [schema, bindings].some(({ types }) => reaches(types[type], path));

function reaches(from: Digest | undefined, path: string): boolean {
  let at = from;
  for (const step of parsePath(path)) {
    if (at === undefined) return false;
    if (step.kind === "index" || step.kind === "every") continue;
    if (typeof at === "string") return step.kind === "key" && at.startsWith("map(");
    if (step.kind === "key") at = at[step.key];
    else if (!(step.key in at)) return false;
  }
  return at !== undefined;
}

/** Mistakes of a probe that is read on a resource of one of these types: each path must exist on at least one of them. */
function mistakes(probe: Probe, types: readonly string[], where: string): string[] {
  const path = (text: string, of = types): string[] =>
    of.some((type) => has(type, text)) ? [] : [`${where}: ${of.join(" or ")} has no ${text}`];
  const known = (names: readonly string[]): string[] =>
    names.filter((name) => !isType(name)).map((name) => `${where}: no type ${name}`);
  const inner = (one: Probe | undefined, of = types): string[] => (one ? mistakes(one, of, where) : []);
  if ("compute" in probe) return probe.attribute === undefined ? [] : path(probe.attribute);
  if ("attribute" in probe) return path(probe.attribute);
  if ("measure" in probe) return path(probe.measure);
  if ("key" in probe) return path(probe.key);
  if ("all" in probe) return probe.all.flatMap((one) => inner(one));
  if ("any" in probe) return probe.any.flatMap((one) => inner(one));
  if ("when" in probe) return [...path(probe.when.attribute), ...inner(probe.then), ...inner(probe.else)];
  if ("companion" in probe) {
    const companion = [probe.companion];
    return [...known(companion), ...path(probe.by, companion), ...inner(probe.probe, companion)];
  }
  if ("follow" in probe)
    return [...path(probe.follow), ...known(probe.types), ...inner(probe.beyond), ...inner(probe.probe, probe.types)];
  return "slot" in probe ? inner(probe.probe) : [];
}

function isType(name: string): boolean {
  return schema.types[name] !== undefined || bindings.types[name] !== undefined;
}

describe("the provider's schema", () => {
  it("is the whole of the version that plans are recorded with", () => {
    expect({ ...schema, types: Object.keys(schema.types).length }).toEqual({
      provider: "registry.terraform.io/hashicorp/aws",
      version: PROVIDER_VERSION,
      types: 1526,
    });
  });

  it("knows every type of the atlas, and the atlas every type of both versions", () => {
    expect([...atlas.keys()].filter((type) => !isType(type))).toEqual([]);
    const types = [...Object.keys(schema.types), ...Object.keys(bindings.types)];
    expect(types.filter((type) => !atlas.has(type))).toEqual([]);
  });

  it("knows every attribute by which the atlas names a resource, or follows its data", () => {
    const unknown = [...atlas].flatMap(([type, { identity = [], source = [], destination = [] }]) =>
      [...identity, ...source, ...destination].filter((path) => !has(type, path)).map((path) => `${type}.${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it("knows every attribute that a probe reads", () => {
    const found = [...atlas].flatMap(([type, { facts }]) =>
      Object.entries(facts).flatMap(([fact, probe]) => mistakes(probe, [type], `${type}.${fact}`)),
    );
    expect(found).toEqual([]);
  });

  it("refuses a path that no version of a type has", () => {
    expect(
      [
        ["aws_s3_bucket", "versioning[*].enabled"],
        ["aws_s3_bucket", "versioning[*].status"],
        ["aws_db_parameter_group", "parameter[name=rds.force_ssl].value"],
        ["aws_db_parameter_group", "parameter[title=rds.force_ssl].value"],
        ["aws_s3_object", "metadata.author"],
        ["aws_s3_object", "key.author"],
        ["aws_s3_thing", "id"],
      ].map(([type = "", path = ""]) => has(type, path)),
    ).toEqual([true, false, true, false, true, false, false]);
  });
});
