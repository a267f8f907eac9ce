// Makes mutants of what the constructs plan, and holds the gate to failing each: arguments turned off, weakened, removed, opened or
// pointed elsewhere, companions left out. From the provider's schema and the plans alone, whatever facts and controls read.
// usage: mutants.ts [--construct NAME] [--type PATTERN] [--list] [--lots N] [--json FILE] [--verify N]
//   --construct  the recorded constructs whose name this is; repeatable
//   --type P     only mutants of resources whose whole type fits this pattern
//   --list       every mutant and what became of it
//   --lots N     of a hundred lots of mutants only the first N, always the same ones
//   --json FILE  the outcomes as JSON
//   --verify N   plans N mutants with Terraform, and compares its plan's verdicts with those of the mutated plan

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openCourt } from "./mutants/court.ts";
import { printReport } from "./mutants/report.ts";
import { gather, judged, lotOf } from "./mutants/trial.ts";
import { verify } from "./mutants/verify.ts";
import { judgeOnAll, type Report } from "./mutants/workers.ts";

const { values: options } = parseArgs({
  options: {
    construct: { type: "string", multiple: true },
    type: { type: "string" },
    list: { type: "boolean", default: false },
    lots: { type: "string", default: "100" },
    json: { type: "string" },
    verify: { type: "string" },
    worker: { type: "string" },
  },
});

const types = new RegExp(`^(?:${options.type ?? ".*"})$`);

/** The share of the mutants that falls to one process. */
async function work(share: string): Promise<Report> {
  const [index, count] = share.split("/").map(Number);
  const { specimens, refused } = await gather(await openCourt(), options.construct);
  const own = specimens
    .filter((one) => lotOf(one) < Number(options.lots) && types.test(one.type))
    .filter((_, at) => at % (count ?? 1) === (index ?? 0));
  return { outcomes: own.map(judged), refused: Object.fromEntries(refused) };
}

if (options.worker !== undefined) process.stdout.write(JSON.stringify(await work(options.worker)));
else if (options.verify !== undefined) process.exitCode = await verify(Number(options.verify), options.construct);
else {
  const chosen = (options.construct ?? []).flatMap((name) => ["--construct", name]);
  const narrowed = options.type === undefined ? [] : ["--type", options.type];
  const report = await judgeOnAll([...chosen, ...narrowed, "--lots", options.lots]);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report)}\n`);
  const whole = options.construct === undefined && options.type === undefined && options.lots === "100";
  process.exitCode = printReport(report, { list: options.list, whole }) ? 0 : 1;
}
