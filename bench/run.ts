// Compares, in one run, reading a plan as JSON, `phiward check`, and the peers that are installed, over plans of growing size.
// usage: run.ts [--runs N] [--peers]   (after npm run build; needs the corpus and tools beside the checkout)
// Prints a Markdown table: wall time of the whole process (median of the runs) and its peak memory.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "5" }, peers: { type: "boolean", default: false } },
});
const runs = Number(options.runs);
const corpus = "../shared/corpus";
const tools = "../shared/tools";
if (!existsSync(corpus)) {
  console.error("bench: needs the corpus beside the checkout (../shared/corpus)");
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), "phiward-bench-"));
const planSchema = z.looseObject({
  resource_changes: z.array(z.looseObject({ address: z.string(), mode: z.string() })),
});

/** Runs a tool of the corpus that writes a plan to standard output. */
function make(name: string, words: readonly string[]): string {
  const file = join(scratch, `${name}.json`);
  const { status } = spawnSync(process.execPath, words, { stdio: ["ignore", openSync(file, "w"), "inherit"] });
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}`);
  return file;
}

/** The plan to scale, with fewer instances than it was made with. */
function shrink(name: string, instances: number): string {
  const plan = planSchema.parse(
    JSON.parse(gunzipSync(readFileSync(join(corpus, "scale/services-1500.plan.json.gz"))).toString("utf8")),
  );
  const keep = (address: string): boolean => Number(/^module\.svc\[(\d+)\]/.exec(address)?.[1] ?? 0) < instances;
  const pruned = structuredClone(plan);
  pruned.resource_changes = plan.resource_changes.filter(({ address }) => keep(address));
  const prune = (module: unknown): void => {
    const parsed = z.looseObject({ child_modules: z.array(z.looseObject({ address: z.string() })) }).safeParse(module);
    if (parsed.success && typeof module === "object" && module !== null)
      Object.assign(module, { child_modules: parsed.data.child_modules.filter(({ address }) => keep(address)) });
  };
  prune(z.looseObject({ root_module: z.unknown() }).parse(pruned.planned_values).root_module);
  const file = join(scratch, `${name}.json`);
  writeFileSync(file, JSON.stringify(pruned));
  return file;
}

const corpusPlans = ["checkov", "regula", "terrascan", "tfmod", "trivy"].flatMap((folder) =>
  readdirSync(join(corpus, folder))
    .filter((file) => file.endsWith(".gz"))
    .sort()
    .map((file) => join(corpus, folder, file)),
);
/** Plans of the corpus until they hold about so many resources. */
function some(resources: number): readonly string[] {
  const chosen: string[] = [];
  let count = 0;
  for (const file of corpusPlans) {
    if (count >= resources) break;
    count += planSchema
      .parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")))
      .resource_changes.filter(({ mode }) => mode === "managed").length;
    chosen.push(file);
  }
  return chosen;
}

const scale = join(corpus, "scale/services-1500.plan.json.gz");
const scaler = join(tools, "scale-plan.mjs");
const merger = join(tools, "merge-plans.mjs");
const plans: readonly { shapes: string; file: string }[] = [
  { shapes: "repeating", file: shrink("repeating-150", 10) },
  { shapes: "repeating", file: make("repeating-1500", [scaler, scale, "1"]) },
  { shapes: "repeating", file: make("repeating-15000", [scaler, scale, "10"]) },
  { shapes: "various", file: make("various-150", [merger, "1", ...some(150)]) },
  { shapes: "various", file: make("various-1500", [merger, "1", ...some(1500)]) },
  { shapes: "various", file: make("various-15000", [merger, "6", ...corpusPlans]) },
];

interface Contender {
  readonly name: string;
  readonly command: (file: string) => readonly [string, ...string[]];
  /** Largest plan it is asked to judge. */
  readonly most?: number;
}
const onPath = (name: string): boolean => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0;
const contenders: readonly Contender[] = [
  {
    name: "JSON.parse",
    command: (file) => [
      process.execPath,
      "-e",
      `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`,
    ],
  },
  {
    name: "phiward check",
    command: (file) => [
      process.execPath,
      "dist/phiward.js",
      "check",
      "--format",
      "json",
      "--output",
      join(scratch, "out.json"),
      file,
    ],
  },
  ...(options.peers && onPath("conftest")
    ? [
        {
          name: "conftest",
          command: (file: string) =>
            ["conftest", "test", "--all-namespaces", "--output", "json", "--policy", "bench/conftest", file] as const,
        },
      ]
    : []),
  ...(options.peers && onPath("checkov")
    ? [
        {
          name: "checkov",
          most: 1500,
          command: (file: string) =>
            [
              "checkov",
              "--quiet",
              "--compact",
              "--output",
              "json",
              "--framework",
              "terraform_plan",
              "--file",
              file,
            ] as const,
        },
      ]
    : []),
];

interface Measure {
  readonly seconds: number;
  readonly megabytes: number;
}
/** One run of a whole process; memory is the high-water mark that the kernel reports, sampled until the process ends. */
function measure(command: readonly [string, ...string[]]): Promise<Measure> {
  const [program, ...words] = command;
  const start = performance.now();
  const child = spawn(program, words, { stdio: "ignore" });
  let kilobytes = 0;
  const sample = (): void => {
    try {
      kilobytes = Math.max(
        kilobytes,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0),
      );
    } catch {
      // The process has ended between two samples.
    }
  };
  const timer = setInterval(sample, 10);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024 });
    });
  });
}
const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

console.log(
  `Node ${process.version}, ${cpus().length} cores, median of ${runs} runs of the whole process (peers: 1 run above 5 s)\n`,
);
console.log("| shapes | resources | plan MB | tool | seconds | × JSON.parse | peak MB |");
console.log("|---|---:|---:|---|---:|---:|---:|");
for (const { shapes, file } of plans) {
  const text = readFileSync(file, "utf8");
  const resources = planSchema.parse(JSON.parse(text)).resource_changes.filter(({ mode }) => mode === "managed").length;
  let base = Number.NaN;
  for (const contender of contenders) {
    if (contender.most !== undefined && resources > contender.most * 1.5) continue;
    const measures: Measure[] = [];
    for (let run = 0; run < runs; run++) {
      const one = await measure(contender.command(file));
      measures.push(one);
      if (one.seconds > 5) break;
    }
    const seconds = median(measures.map((one) => one.seconds));
    if (contender.name === "JSON.parse") base = seconds;
    console.log(
      `| ${shapes} | ${resources} | ${(text.length / 1e6).toFixed(1)} | ${contender.name} | ${seconds.toFixed(2)} | ${(seconds / base).toFixed(1)} | ${Math.max(...measures.map((one) => one.megabytes)).toFixed(0)} |`,
    );
  }
}
rmSync(scratch, { recursive: true, force: true });
