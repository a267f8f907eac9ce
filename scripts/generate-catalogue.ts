// Generates the JSON that the gate reads from the YAML that people write: `catalogue/generated/`.
// usage: generate-catalogue.ts [--check]   with --check it only compares, and fails on a difference

import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type AtlasEntry, atlasFileSchema, type Probe } from "../catalogue/atlas-schema.ts";
import { parsePath } from "../gate/facts/path.ts";

const catalogue = new URL("../catalogue/", import.meta.url);
const generated = new URL("generated/", catalogue);

const factsSchema = z.record(
  z.string().regex(/^[a-z_]+$/),
  z.strictObject({ states: z.array(z.string()).min(2), value: z.string().optional(), description: z.string() }),
);

const facts = factsSchema.parse(parse(readFileSync(new URL("facts.yaml", catalogue), "utf8")));

/** Paths, states and nesting of a probe; a mistake names the type and the fact. */
function checkProbe(probe: Probe, states: readonly string[], where: string): void {
  const state = (value: string | number | undefined): void => {
    if (typeof value === "string" && !states.includes(value))
      throw new Error(`${where}: no state ${JSON.stringify(value)}, expected one of ${states.join(", ")}`);
  };
  const path = (text: string): void => {
    try {
      parsePath(text);
    } catch (error) {
      throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  if ("attribute" in probe && !("compute" in probe)) {
    path(probe.attribute);
    if (probe.inside !== undefined) path(probe.inside);
    if (probe.inside === undefined && (probe.parse === "json" || probe.parse === "yaml"))
      throw new Error(`${where}: parse needs inside`);
    state(probe.on ?? (probe.states ? undefined : "on"));
    for (const value of Object.values(probe.states ?? {})) state(value);
    state(probe.else ?? "off");
    state(probe.absent);
    state(probe.unknown);
  } else if ("measure" in probe) {
    path(probe.measure);
    state(probe.absent);
    for (const value of Object.values(probe.states ?? {})) state(value);
  } else if ("key" in probe) {
    path(probe.key);
    state(probe.absent);
  } else if ("all" in probe) for (const inner of probe.all) checkProbe(inner, states, where);
  else if ("any" in probe) for (const inner of probe.any) checkProbe(inner, states, where);
  else if ("when" in probe) {
    path(probe.when.attribute);
    checkProbe(probe.then, states, where);
    if (probe.else) checkProbe(probe.else, states, where);
  } else if ("companion" in probe) {
    path(probe.by);
    state(probe.absent);
    checkProbe(probe.probe, states, where);
  } else if ("follow" in probe) {
    path(probe.follow);
    state(probe.absent);
    state(probe.outside);
    if (probe.beyond) checkProbe(probe.beyond, states, where);
    checkProbe(probe.probe, states, where);
  } else if ("slot" in probe) checkProbe(probe.probe, states, where);
  else if ("fixed" in probe) state(probe.fixed);
}

const atlas: Record<string, AtlasEntry> = {};
const home = new Map<string, string>();
for (const file of readdirSync(new URL("atlas/", catalogue)).sort()) {
  if (!file.endsWith(".yaml")) continue;
  const parsed = atlasFileSchema.safeParse(
    parse(readFileSync(new URL(`atlas/${file}`, catalogue), "utf8"), { merge: true }) ?? {},
  );
  if (!parsed.success) throw new Error(`catalogue/atlas/${file}: ${z.prettifyError(parsed.error)}`);
  for (const [type, entry] of Object.entries(parsed.data)) {
    const other = home.get(type);
    if (other !== undefined) throw new Error(`catalogue/atlas/${file}: ${type} already stands in ${other}`);
    home.set(type, file);
    for (const [fact, probe] of Object.entries(entry.facts)) {
      const states = facts[fact]?.states;
      if (!states)
        throw new Error(`catalogue/atlas/${file}: ${type} has a fact ${fact} that catalogue/facts.yaml does not know`);
      checkProbe(probe, states, `catalogue/atlas/${file}: ${type}.${fact}`);
    }
    atlas[type] = entry;
  }
}

/** Roles of what keeps ePHI, computes with it or passes it on; keys, rights, networks and logs follow what they serve. */
const SERVING: ReadonlySet<string> = new Set(["store", "transport", "compute", "edge", "backup"]);
const eligibilitySchema = z.strictObject({
  compiled: z.iso.date(),
  services: z.array(
    z.strictObject({
      /** How the names of its types begin; the longest that fits decides. */
      prefixes: z.array(z.string().startsWith("aws_")).min(1),
      service: z.string(),
      state: z.string(),
      evidence: z.string().regex(/^(listed|reported|absent|retired)-\d{4}$|^recalled$|^unknown$/),
    }),
  ),
  /** Types of which the list takes some and leaves others out. */
  restricted: atlasFileSchema.valueType.shape.facts.unwrap(),
});
const { services, restricted } = eligibilitySchema.parse(
  parse(readFileSync(new URL("eligibility.yaml", catalogue), "utf8")),
);
const SAID: Readonly<Record<string, string>> = {
  listed: "stands on AWS's list of HIPAA eligible services as copied in",
  reported: "is told to stand on AWS's list of HIPAA eligible services of",
  absent: "does not stand on the copy of AWS's list of HIPAA eligible services of",
  retired: "was retired in",
};

/** The fact `eligibility` of a type, from the list; undefined where the type keeps and passes on nothing. */
function eligibilityOf(type: string, { role, ephi }: AtlasEntry): Probe | undefined {
  if (!SERVING.has(role) || (ephi !== "holds" && ephi !== "carries")) return undefined;
  const own = restricted[type];
  if (own) return own;
  const [best] = services
    .flatMap((row) => row.prefixes.filter((prefix) => type.startsWith(prefix)).map((prefix) => ({ ...row, prefix })))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  if (!best)
    return role === "store"
      ? { fixed: "unknown", why: "no copy of AWS's list of HIPAA eligible services that we have names its service" }
      : undefined;
  const [how = "", year] = best.evidence.split("-");
  const said = SAID[how];
  const why =
    said === undefined ? `${best.service} is on no copy of AWS's list that we have` : `${best.service} ${said} ${year}`;
  return { fixed: best.state, why };
}

for (const [type, entry] of Object.entries(atlas)) {
  const probe = eligibilityOf(type, entry);
  if (!probe) continue;
  checkProbe(probe, facts.eligibility?.states ?? [], `catalogue/eligibility.yaml: ${type}`);
  entry.facts = { ...entry.facts, eligibility: probe };
}

const sorted = Object.fromEntries(Object.entries(atlas).sort(([a], [b]) => (a < b ? -1 : 1)));
const iamActions = z
  .record(z.string(), z.json())
  .parse(parse(readFileSync(new URL("iam-actions.yaml", catalogue), "utf8")));
const engineSupport = z
  .record(
    z.string(),
    z.strictObject({
      sources: z.array(z.url()).min(1),
      ends: z.record(z.string().regex(/^[\d.]+$/), z.union([z.iso.date(), z.literal("none")])),
    }),
  )
  .parse(parse(readFileSync(new URL("engine-support.yaml", catalogue), "utf8"), { merge: true }));
const serviceAccounts = z
  .record(z.string(), z.record(z.string(), z.string().regex(/^\d{12}$/)))
  .parse(parse(readFileSync(new URL("service-accounts.yaml", catalogue), "utf8")));
const outputs = {
  "facts.json": facts,
  "atlas.json": sorted,
  "iam-actions.json": iamActions,
  "service-accounts.json": serviceAccounts,
  "engine-support.json": engineSupport,
};
const check = process.argv.includes("--check");
mkdirSync(generated, { recursive: true });
for (const [name, data] of Object.entries(outputs)) {
  const file = new URL(name, generated);
  // One line a type keeps the file small and its differences readable.
  const text = `{\n${Object.entries(data)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(",\n")}\n}\n`;
  if (check) {
    if (readFileSync(file, "utf8") !== text) {
      console.error(`catalogue/generated/${name} is not what the YAML gives: run npm run generate`);
      process.exitCode = 1;
    }
    continue;
  }
  const temporary = new URL(`${name}.${process.pid}`, generated);
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
