// What the atlas must hold for the storage services: all of their types, and an example for each way that a fact can turn out.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type AtlasEntry, atlasFileSchema, type Probe } from "../../catalogue/atlas-schema.ts";
import { factDefinitions } from "../../catalogue/facts.ts";
import { loadAtlas } from "../../gate/facts/atlas.ts";
import { readPlan } from "../../gate/plan/read.ts";
import { claim, type Side, sideOf } from "../../scripts/coverage/side.ts";

const catalogue = new URL("../../catalogue/", import.meta.url);
const examples = new URL("../atlas/", import.meta.url);

const files = [
  "s3",
  "ebs",
  "ec2",
  "rds",
  "docdb-neptune",
  "dynamodb",
  "efs-fsx",
  "redshift",
  "elasticache-memorydb",
  "opensearch",
  "sqs",
  "sns",
  "kinesis",
  "msk-mq",
  "timestream-qldb-keyspaces",
  "backup",
  "dms-datasync-transfer",
  "workspaces",
];
const storage = new Map<string, AtlasEntry>(
  files.flatMap((file) =>
    Object.entries(
      atlasFileSchema.parse(parse(readFileSync(new URL(`atlas/${file}.yaml`, catalogue), "utf8"), { merge: true })),
    ),
  ),
);

/** First words of the types of these services; networks that begin with `ec2_` stand with the VPC. */
const services =
  /^aws_(ami|autoscaling|backup|datasync|db|dax|dms|docdb|docdbelastic|dynamodb|ebs|efs|elasticache|elasticsearch|fsx|glacier|instance|keyspaces|kinesis|kinesisanalyticsv2|launch|memorydb|mq|msk|mskconnect|neptune|neptunegraph|opensearch|opensearchserverless|qldb|rds|redshift|redshiftdata|redshiftserverless|s3|s3control|s3outposts|s3tables|snapshot|sns|spot|sqs|storagegateway|timestreaminfluxdb|timestreamquery|timestreamwrite|transfer|volume|workspaces|workspacesweb)(_|$)/;

/** The sides on which a probe can come out; the word of a key, a policy or another computed fact can be either. */
function sides(fact: string, probe: Probe): ReadonlySet<Side> {
  const of = (...states: readonly (string | undefined)[]): ReadonlySet<Side> =>
    new Set(states.flatMap((state) => (state === undefined ? [] : (sideOf(fact, state) ?? []))));
  const union = (...all: readonly ReadonlySet<Side>[]): ReadonlySet<Side> => new Set(all.flatMap((one) => [...one]));
  /** Of several, the side that wins is possible where one has it, the other only where all have it. */
  const several = (probes: readonly Probe[], wins: Side, loses: Side): ReadonlySet<Side> => {
    const all = probes.map((one) => sides(fact, one));
    return new Set([
      ...(all.some((one) => one.has(wins)) ? [wins] : []),
      ...(all.every((one) => one.has(loses)) ? [loses] : []),
    ]);
  };
  if ("compute" in probe || "key" in probe) return of(...(factDefinitions.get(fact)?.states ?? []));
  if ("attribute" in probe) {
    const otherwise = probe.else ?? "off";
    const met = probe.states ? Object.values(probe.states) : [probe.on ?? "on"];
    return of(...met, otherwise, probe.absent);
  }
  if ("measure" in probe)
    return of("known", ...Object.values(probe.states ?? {}), typeof probe.absent === "string" ? probe.absent : "known");
  if ("all" in probe) return several(probe.all, "bad", "ok");
  if ("any" in probe) return several(probe.any, "ok", "bad");
  if ("when" in probe) return union(sides(fact, probe.then), probe.else ? sides(fact, probe.else) : new Set());
  if ("companion" in probe) return union(of(probe.absent), sides(fact, probe.probe));
  if ("follow" in probe)
    return union(
      of(probe.absent, probe.outside),
      sides(fact, probe.probe),
      probe.beyond ? sides(fact, probe.beyond) : new Set(),
    );
  return "slot" in probe ? sides(fact, probe.probe) : new Set();
}

/** Worked out in one way for every type: both sides of each stand on some type. */
const alike = new Set([
  "admitted_accounts",
  "copy_keys",
  "eligibility",
  "recovery_copies",
  "recovery_gap",
  "security_groups",
  "store_ports",
]);

describe("the atlas of the storage services", () => {
  it("has every type that the provider has", () => {
    const { types } = JSON.parse(
      gunzipSync(readFileSync(new URL("generated/provider-schema.json.gz", catalogue))).toString("utf8"),
    );
    const missing = Object.keys(types).filter((type) => services.test(type) && !storage.has(type));
    expect(missing).toEqual([]);
  });

  it("is what the gate reads", () => {
    const atlas = loadAtlas();
    // The list of eligible services is joined when the atlas is generated.
    const written = (type: string) => {
      const { eligibility, ...facts } = atlas[type]?.facts ?? {};
      return { ...atlas[type], facts };
    };
    expect(Object.fromEntries([...storage.keys()].map((type) => [type, written(type)]))).toEqual(
      Object.fromEntries(storage),
    );
  });

  it("shows each fact right and wrong in a recorded plan", async () => {
    const shown = new Set<string>();
    for (const file of readdirSync(examples).filter((name) => name.endsWith(".plan.json.gz"))) {
      const plan = await readPlan(fileURLToPath(new URL(file, examples)));
      for (const { type, name } of plan.changes) {
        const claimed = claim(name);
        for (const fact of claimed?.facts ?? []) shown.add(`${type} ${claimed?.side} ${fact}`);
      }
    }
    const missing = [...storage].flatMap(([type, { facts }]) =>
      Object.entries(facts)
        .filter(([fact]) => !alike.has(fact))
        .flatMap(([fact, probe]) => [...sides(fact, probe)].map((side) => `${type} ${side} ${fact}`))
        .filter((one) => !shown.has(one)),
    );
    for (const fact of alike)
      for (const side of ["ok", "bad"]) expect([...shown].some((one) => one.endsWith(` ${side} ${fact}`))).toBe(true);
    // The provider keeps only a digest of a fleet's user data.
    expect(missing).toEqual(["aws_spot_fleet_request bad plain_secret"]);
  });
});
