// Holds native OPA, which gets the whole model, against the compiled bundle, which gets shards: the same verdict for every
// control, resource and plan, in both worlds. Plans: those in tests/ and examples/, and the corpus beside the checkout.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { loadCatalogue } from "../catalogue/load.ts";
import { loadProfile } from "../catalogue/profiles.ts";
import { PhiwardError } from "../gate/error.ts";
import { loadAtlas } from "../gate/facts/atlas.ts";
import { computeFacts } from "../gate/facts/compute.ts";
import type { ResourceFacts } from "../gate/facts/types.ts";
import { loadEngine } from "../gate/judge/engine.ts";
import { evaluate, type JudgedWorld } from "../gate/judge/evaluate.ts";
import { buildModel } from "../gate/model/build.ts";
import { readPlan } from "../gate/plan/read.ts";
import { type Answer, evaluateNatively } from "./native-eval.ts";

const corpus = "../shared/corpus";
const folders = [
  "tests",
  "examples",
  ...["checkov", "exposure", "regula", "scale", "terrascan", "tfmod", "trivy"].map((name) => join(corpus, name)),
];
const plans = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => /plan\.json(\.gz)?$/.test(file) && !file.includes("node_modules"))
  .sort();

const { controls } = loadCatalogue();
const profile = loadProfile("hygiene");
if (!profile) throw new Error("the profile hipaa is missing");
const engine = await loadEngine();
const atlas = loadAtlas();

const inputs = new Map<string, unknown>();
const judged = new Map<string, JudgedWorld>();
let refused = 0;
for (const plan of plans) {
  try {
    const model = buildModel(await readPlan(plan), { identity: (type) => atlas[type]?.identity });
    for (const world of [model.before, model.after]) {
      const facts = computeFacts(world, atlas);
      const name = `${plan} ${world.name}`;
      inputs.set(name, { resources: [...facts.values()].map(inputOf), profile: profile.parameters });
      const [answer] = evaluate([facts], engine, controls, profile);
      if (answer) judged.set(name, answer);
    }
  } catch (error) {
    // Plans recorded to be refused have no verdicts to compare.
    if (!(error instanceof PhiwardError)) throw error;
    refused++;
  }
}

function inputOf({ resource, dataClass, facts }: ResourceFacts): unknown {
  return {
    address: resource.address,
    facts: { data_class: dataClass, ...Object.fromEntries([...facts].map(([name, fact]) => [name, fact.judged])) },
  };
}

/** `control address status` of every verdict, sorted. */
function fromNative(answer: Answer): readonly string[] {
  const lines: string[] = [];
  for (const [control, { applies, status }] of Object.entries(answer))
    for (const address of applies) lines.push(`${control} ${address} ${statusOf(status[address])}`);
  return lines.sort();
}

const statusOf = (said: unknown): string =>
  typeof said === "object" && said !== null && "status" in said ? String(said.status) : String(said);

function fromWasm(world: JudgedWorld): readonly string[] {
  const lines: string[] = [];
  for (const [address, { questions }] of world)
    for (const { outcomes } of questions)
      for (const { control, status } of outcomes) lines.push(`${control.id} ${address} ${status}`);
  return lines.sort();
}

let verdicts = 0;
let different = 0;
for (const [name, answer] of evaluateNatively(inputs)) {
  const world = judged.get(name);
  const [native, wasm] = [fromNative(answer), world ? fromWasm(world) : []];
  verdicts += native.length;
  const only =
    native.find((line, index) => line !== wasm[index]) ??
    (wasm.length > native.length ? wasm[native.length] : undefined);
  if (only === undefined) continue;
  different++;
  console.error(`${name}: native OPA and wasm differ first at ${only}`);
}
console.log(
  `${plans.length - refused} plans, ${inputs.size} worlds, ${verdicts} verdicts compared; ${different} worlds differ`,
);
if (different > 0 || verdicts === 0) process.exitCode = 1;
