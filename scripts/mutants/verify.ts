// Holds mutated plans against Terraform: a seeded sample of mutants is written into the synthesised configuration, planned with the
// real provider, and judged. Terraform either refuses it or its plan is blocked by the same verdicts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parsePlan } from "../../gate/plan/parse.ts";
import { override, runner } from "../record/plan.ts";
import { stage } from "../record/recordings.ts";
import { startSts } from "../record/sts.ts";
import { findTerraform, type Terraform } from "../terraform.ts";
import { openCourt } from "./court.ts";
import { gather, lotOf, type Specimen } from "./trial.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bodySchema = z.record(z.string(), z.unknown());
const elementsSchema = z.record(z.string(), z.record(z.string(), bodySchema));
const stackSchema = z.looseObject({
  provider: z.looseObject({
    aws: z.array(z.looseObject({ alias: z.string().optional(), allowed_account_ids: z.array(z.string()).optional() })),
  }),
  resource: elementsSchema,
  data: elementsSchema.optional(),
});
type Stack = z.infer<typeof stackSchema>;

/** What Terraform itself reads of a block, and no mutant changes. */
const META = ["//", "depends_on", "lifecycle", "provisioner"];

/**
 * Verifies some mutants. Mutants are drawn by their lots, the same ones every time.
 *
 * @returns 1 where a plan of Terraform is blocked by other verdicts than the mutated plan
 */
export async function verify(count: number, names: readonly string[] | undefined): Promise<number> {
  const terraform = findTerraform();
  if (!terraform.ready) {
    console.log(`skipped: no mutant planned, ${terraform.reason}`);
    return 0;
  }
  const judge = await openCourt();
  const { specimens } = await gather(judge, names);
  const drawn = specimens.toSorted((a, b) => lotOf(a) - lotOf(b)).slice(0, count);
  let differing = 0;
  for (const specimen of drawn) {
    const { type, kind, argument, detail } = specimen;
    const planned = await plan(terraform, specimen);
    const mutant = `${specimen.construct} ${type} ${kind} ${argument || "(resource)"}: ${detail}`;
    if (planned === undefined) {
      console.log(`refused by Terraform: ${mutant}`);
      continue;
    }
    const expected = judge(specimen.grounds.recording.edited(specimen.edits));
    const found = judge(parsePlan(planned, specimen.recording));
    const missing = [...expected].filter((one) => !found.has(one));
    const added = [...found].filter((one) => !expected.has(one));
    if (missing.length + added.length > 0) differing++;
    console.log(`${missing.length + added.length > 0 ? "DIFFERS" : "same verdicts"}: ${mutant}`);
    for (const one of missing) console.log(`  only the mutated plan: ${one}`);
    for (const one of added) console.log(`  only Terraform's plan: ${one}`);
  }
  console.log(`${drawn.length} planned, ${differing} differ`);
  return differing === 0 ? 0 : 1;
}

/** What Terraform plans of a mutant; undefined where it refuses. */
async function plan(terraform: Terraform & { ready: true }, specimen: Specimen): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "phiward-mutant-"));
  try {
    stage(root, { configuration: `tests/constructs/${specimen.recording}/main.ts` }, folder);
    const file = join(folder, "cdk.tf.json");
    const stack = stackSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const providers = stack.provider.aws;
    writeFileSync(file, JSON.stringify(mutated(stack, specimen)));
    const account = providers.find(({ alias }) => alias === undefined)?.allowed_account_ids?.[0];
    const aliases = providers.flatMap(({ alias }) => alias ?? []);
    override(folder, aliases, account === undefined ? {} : { skip_requesting_account_id: false });
    const sts = account === undefined ? undefined : await startSts(account);
    try {
      const run = runner(terraform, folder, sts?.environment);
      run(["init", "-input=false", "-no-color"]);
      run(["plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=plan"]);
      return run(["show", "-json", "-no-color", "plan"]);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      console.log(words.split("\n").find((line) => /Error/.test(line)) ?? words.slice(0, 200));
      return undefined;
    } finally {
      sts?.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mutated(stack: Stack, { edits }: Specimen): Stack {
  const { resource, data = {} } = structuredClone(stack);
  const removed = [...edits].flatMap(([address, edit]) => ("removed" in edit ? [address] : []));
  for (const [address, edit] of edits) {
    const isData = address.startsWith("data.");
    const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
    const named = (isData ? data : resource)[type];
    const written = named?.[name];
    if (!named || !written) throw new Error(`${address} is not in the synthesised stack`);
    if ("removed" in edit) delete named[name];
    else if ("provider" in edit) written.provider = edit.provider;
    else {
      const kept = Object.entries(written).filter(([key]) => META.includes(key) || key === "provider");
      named[name] = { ...Object.fromEntries(kept), ...edit.body };
    }
  }
  for (const written of Object.values({ ...resource, ...data }).flatMap((named) => Object.values(named))) {
    const { depends_on: depends } = written;
    if (Array.isArray(depends)) written.depends_on = depends.filter((one) => !removed.includes(String(one)));
  }
  return { ...stack, resource, ...(stack.data && { data }) };
}
