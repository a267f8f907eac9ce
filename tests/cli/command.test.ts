import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Assessment } from "../../gate/assessment.ts";
import { command, ensureBuilt, phiward, root } from "./built.ts";

const clinic = "examples/clinic/plan.json.gz";
const leaky = "examples/leaky/plan.json.gz";
const estate = "tests/plans/brownfield.state.json.gz";
const now = ["--now", "2026-11-22"];

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "phiward-cli-")));
const at = (name: string): string => join(scratch, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

beforeAll(ensureBuilt, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const judged = (args: readonly string[]): Assessment =>
  JSON.parse(phiward(["check", ...args, ...now, "--format", "json"]).out);

describe("exit codes", () => {
  it("ends with 0 where nothing blocks and 1 where something does", () => {
    expect(phiward(["check", leaky, ...now, "--format", "json"]).code).toBe(1);
    expect(phiward(["check", leaky, ...now, "--enforce", "observe"]).code).toBe(0);
    expect(phiward(["check", estate, ...now, "--enforce", "introduced"]).code).toBe(0);
    expect(phiward(["check", estate, ...now]).code).toBe(1);
  });

  const random = Buffer.from(Array.from({ length: 200 }, (_, n) => (n * 89 + 200) % 256));
  it.each<[string, () => string, string]>([
    ["a truncated plan", () => "tests/plans/broken/truncated.plan.json", "PLAN_TRUNCATED"],
    ["an errored plan", () => "tests/plans/broken/errored.plan.json", "PLAN_ERRORED"],
    ["a plan of format 2.0", () => "tests/plans/broken/format-2.0.plan.json.gz", "PLAN_FORMAT"],
    ["a raw state", () => "examples/brownfield/terraform.tfstate", "PLAN_RAW_STATE"],
    ["a directory", () => "examples", "PLAN_IS_DIRECTORY"],
    ["a file that does not exist", () => "absent.json", "PLAN_NOT_FOUND"],
    ["an empty object", () => write("object.json", "{}"), "PLAN_NOT_A_PLAN"],
    ["an empty file", () => write("empty.json", ""), "PLAN_EMPTY"],
    ["random bytes", () => write("random.json", random), "PLAN_NOT_TEXT"],
    [
      "half a gzip file",
      () => write("half.gz", readFileSync(join(root, clinic)).subarray(0, 5000)),
      "PLAN_GZIP_DAMAGED",
    ],
  ])("ends with 2 and one sentence on %s", (_, file, code) => {
    const ended = phiward(["check", file()]);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err).toMatch(new RegExp(`^phiward: ${code}: [^\\n]+\\n$`));
  });

  it.each<[string, readonly string[], string]>([
    ["no command", [], "a command is missing, see phiward --help"],
    ["an unknown command", ["chek"], "unknown command 'chek' (did you mean check?)"],
    ["an unknown option", ["check", clinic, "--formt", "json"], "unknown option '--formt' (did you mean --format?)"],
    ["no plan", ["check"], "missing required argument 'plan'"],
    [
      "an unknown format",
      ["check", clinic, "--format", "jsn"],
      'there is no format "jsn" (did you mean json?), expected terminal, json, ndjson, sarif, junit, markdown',
    ],
    [
      "an unknown enforcement",
      ["check", clinic, "--enforce", "some"],
      'there is no enforcement "some", expected all, introduced, observe',
    ],
    [
      "a day that does not exist",
      ["check", clinic, "--now", "2026-02-30"],
      '--now expects an ISO date or date and time with zone, such as 2026-12-31 or 2026-12-31T08:00:00Z, got "2026-02-30"',
    ],
    [
      "a time without its zone",
      ["check", clinic, "--now", "2026-02-20T10:00"],
      '--now expects an ISO date or date and time with zone, such as 2026-12-31 or 2026-12-31T08:00:00Z, got "2026-02-20T10:00"',
    ],
    ["an option twice", ["check", clinic, "--format", "json", "--format", "sarif"], "--format was given twice"],
    [
      "exceptions named and ignored",
      ["check", clinic, "--exceptions", "e.yaml", "--ignore-exceptions"],
      "--exceptions and --ignore-exceptions cannot both take effect",
    ],
    ["standard input twice", ["check", "-", "-"], "standard input (-) can be read only once"],
    ["one source for two plans", ["check", clinic, leaky, "--source", "."], "--source describes one plan, got 2 plans"],
    [
      "a name that nobody knows",
      ["explain", "encryption.at_ret"],
      '"encryption.at_ret" (did you mean encryption.at_rest?); phiward controls lists what there is',
    ],
    [
      "an unknown schema",
      ["schema", "asessment"],
      'there is no schema "asessment" (did you mean assessment?), expected assessment, config, exceptions, stated-facts',
    ],
  ])("ends with 3 on %s", (_, args, message) => {
    const ended = phiward(args);
    expect([ended.code, ended.out]).toEqual([3, ""]);
    expect(ended.err).toBe(`phiward: USAGE: ${message.startsWith('"') ? `nothing is called ${message}` : message}\n`);
  });

  it("ends with 3 on an unknown profile and a settings file that does not exist", () => {
    expect(phiward(["check", clinic, "--profile", "hippa"])).toEqual({
      code: 3,
      out: "",
      err: "phiward: PROFILE_UNKNOWN: there is no profile hippa (did you mean hipaa?)\n",
    });
    expect(phiward(["check", clinic, "--config", "no.yaml"])).toEqual({
      code: 3,
      out: "",
      err: "phiward: CONFIG_MISSING: there is no file no.yaml to read settings from\n",
    });
  });

  it("ends with 2 on settings and exceptions that do not fit, with file, line and column", () => {
    write("bad.yaml", "enforce: all\nenforced: all\n");
    expect(phiward(["check", clinic, "--config", at("bad.yaml")])).toEqual({
      code: 2,
      out: "",
      err: `phiward: CONFIG_INVALID: ${at("bad.yaml")}:2:1: unknown key "enforced"\n`,
    });
    expect(phiward(["check", clinic, "--exceptions", at("bad.yaml")])).toEqual({
      code: 2,
      out: "",
      err: `phiward: EXCEPTIONS_INVALID: ${at("bad.yaml")}:1:1: unknown key "enforce"\n`,
    });
    expect(phiward(["check", clinic, "--exceptions", at("absent.yaml")]).code).toBe(2);
  });

  it("ends with the worst of several plans, and reports the others still", () => {
    const ended = phiward([
      "check",
      leaky,
      "absent.json",
      estate,
      ...now,
      "--enforce",
      "observe",
      "--format",
      "ndjson",
    ]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^phiward: PLAN_NOT_FOUND: absent\.json: [^\n]+\n$/);
    const files = ended.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).plan.file);
    expect(files).toEqual([leaky, estate]);
    expect(phiward(["check", leaky, estate, ...now, "--format", "ndjson"]).code).toBe(1);
  });
});

describe("output", () => {
  it("is the same bytes for the same input and clock, from a file and from standard input", () => {
    const [first, second] = [
      phiward(["check", leaky, ...now, "--format", "json"]),
      phiward(["check", leaky, ...now, "--format", "json"]),
    ];
    expect(first.out).toBe(second.out);
    expect(first.err).toBe("");
  });

  it("is a file that is whole, or not there", () => {
    const file = at("out.json");
    expect(phiward(["check", leaky, ...now, "--format", "json", "--output", file])).toEqual({
      code: 1,
      out: "",
      err: "",
    });
    expect(readFileSync(file, "utf8")).toBe(phiward(["check", leaky, ...now, "--format", "json"]).out);
    const before = readdirSync(scratch);
    expect(phiward(["check", "absent.json", "--format", "json", "--output", at("none.json")]).code).toBe(2);
    expect(readdirSync(scratch)).toEqual(before);
    expect(phiward(["check", leaky, "--output", at("no/such/folder.json")])).toMatchObject({ code: 2, out: "" });
  });

  it("writes through a link and into a device, and refuses a folder", () => {
    const file = write("linked.json", "older\n");
    symlinkSync(file, at("link.json"));
    expect(phiward(["check", leaky, ...now, "--format", "json", "--output", at("link.json")]).code).toBe(1);
    expect(lstatSync(at("link.json")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ outcome: "blocked" });
    expect(phiward(["check", leaky, "--output", scratch])).toEqual({
      code: 2,
      out: "",
      err: `phiward: OUTPUT_UNWRITABLE: ${scratch} is a folder, expected a file\n`,
    });
    const pipe = at("pipe");
    if (spawnSync("mkfifo", [pipe]).status !== 0) return;
    const reader = openSync(pipe, "r+");
    expect(phiward(["check", clinic, ...now, "--output", pipe]).code).toBe(0);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    closeSync(reader);
  });

  it.runIf(existsSync("/dev/full"))("ends with 2 where standard output is full", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [command, "check", clinic], {
      cwd: root,
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([
      2,
      "phiward: OUTPUT_UNWRITABLE: standard output cannot be written (ENOSPC: no space left on device, write)\n",
    ]);
  });

  it("leaves an older file alone where nothing could be judged", () => {
    const file = write("older.json", "older\n");
    expect(phiward(["check", "absent.json", "--output", file]).code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("older\n");
  });

  it("has no colours for a program, unless they are forced, and never against NO_COLOR", () => {
    const colored = (env: Readonly<Record<string, string>>): boolean =>
      phiward(["check", leaky, ...now], { env }).out.includes("\u001b[");
    expect([
      colored({}),
      colored({ FORCE_COLOR: "1" }),
      colored({ FORCE_COLOR: "0" }),
      colored({ FORCE_COLOR: "1", NO_COLOR: "1" }),
    ]).toEqual([false, true, false, false]);
  });

  it("keeps its exit code when the reader stops early", async () => {
    const child = spawn(process.execPath, [command, "check", ...Array(20).fill(leaky), ...now, "--format", "ndjson"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += String(chunk);
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, err]).toEqual([1, ""]);
  });
});

describe("options of check", () => {
  it("reads settings from the folder and above, and lets the command line win", () => {
    const folder = mkdtempSync(join(scratch, "repo-"));
    cpSync(join(root, leaky), join(folder, "plan.json.gz"));
    writeFileSync(join(folder, "phiward.yaml"), "enforce: observe\n");
    const run = (...args: string[]) =>
      phiward(["check", "plan.json.gz", ...now, "--format", "json", ...args], { cwd: folder });
    expect(JSON.parse(run().out)).toMatchObject({
      enforce: "observe",
      outcome: "pass",
      plan: { file: "plan.json.gz" },
    });
    expect(run("--enforce", "all").code).toBe(1);
  });

  it("judges a proposed rule beside the rule in force, whose verdicts stay the same", () => {
    const { proposal, ...withProposal } = judged([leaky, "--profile", "nprm-2025"]);
    expect(withProposal).toEqual(judged([leaky]));
    expect(proposal?.profile).toBe("nprm-2025");
    expect(proposal?.verdicts.length).toBeGreaterThan(0);
  });

  it("blocks where settings require registers that are not there, and only notes it when it observes", () => {
    const settings = write("strict.yaml", "registers: required\n");
    expect(phiward(["check", clinic, "--config", settings])).toEqual({
      code: 1,
      out: "",
      err: `phiward: REGISTERS_MISSING: the settings require registers, and ${at("registers")} does not exist\n`,
    });
    expect(phiward(["check", clinic, "--config", settings, "--enforce", "observe"]).code).toBe(0);
  });

  it("takes stated facts as context, with their owner as basis, until they end", () => {
    const facts = (until: string): string =>
      write(
        `facts-${until}.yaml`,
        `facts:\n  - address: aws_db_instance.records\n    fact: backup\n    state: known\n    days: 35\n    owner: Backup team\n    evidence: central vault\n    until: ${until}\n`,
      );
    const expired = judged([estate, "--context", facts("2026-11-21")]);
    expect(expired.notes.filter(({ code }) => code === "STATEMENT_EXPIRED").map(({ message }) => message)).toEqual([
      `the statement of Backup team on backup of aws_db_instance.records (${at("facts-2026-11-21.yaml")}:2:5) ended on 2026-11-21 and counts no more`,
    ]);
    const holds = judged([estate, "--context", facts("2027-01-31")]);
    expect(holds.context).toEqual([
      { file: at("facts-2027-01-31.yaml"), digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
  });
});

describe("adopt", () => {
  const people = [
    "--owner",
    "Data platform",
    "--approver",
    "Security official",
    "--until",
    "2027-03-31",
    "--compensating",
    "the account is closed to everyone else",
  ];

  it("writes existing fails as remediations, after which only new ones block", () => {
    const file = at("adopted.yaml");
    const ended = phiward(["adopt", estate, ...people, ...now, "--output", file]);
    const existing = judged([estate]).verdicts.filter(({ status }) => status === "fail");
    const { exceptions } = parse(readFileSync(file, "utf8"));
    expect(exceptions.length).toBeGreaterThan(0);
    expect(ended.err).toContain(`${exceptions.length} adopted`);
    const after = judged([estate, "--exceptions", file]);
    expect(after.counts).toMatchObject({ accepted: exceptions.length, fail: existing.length - exceptions.length });
    expect(after.exceptions).toEqual([]);
    expect(
      judged(
        [estate, "--exceptions", file, "--ignore-exceptions"].filter(
          (word) => word !== "--exceptions" && word !== file,
        ),
      ).counts.accepted,
    ).toBe(0);
  });

  it("refuses to write over a file, and one person for both parts", () => {
    expect(phiward(["adopt", estate, ...people, "--output", write("there.yaml", "x")]).code).toBe(3);
    expect(
      phiward(["adopt", estate, ...people.map((word) => (word === "Security official" ? "data platform" : word))]).code,
    ).toBe(3);
    expect(existsSync(at("there.yaml"))).toBe(true);
  });

  it("refuses a last day that is past", () => {
    const past = people.map((word) => (word === "2027-03-31" ? "2026-11-21" : word));
    expect(phiward(["adopt", estate, ...past, ...now])).toEqual({
      code: 3,
      out: "",
      err: "phiward: USAGE: --until 2026-11-21 is past already, and what is adopted would block at once\n",
    });
  });
});

describe("other commands", () => {
  it("list the controls as data", () => {
    const { code, out } = phiward(["controls", "--format", "json"]);
    const controls: readonly Record<string, unknown>[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(controls.map(({ id }) => id)).toEqual(controls.map(({ id }) => id).sort());
    expect(controls.find(({ id }) => id === "encryption.at_rest")).toEqual({
      id: "encryption.at_rest",
      title: expect.any(String),
      severity: "critical",
      supports: expect.arrayContaining(["164.312(a)(2)(iv)"]),
      types: expect.arrayContaining(["aws_db_instance", "aws_s3_bucket"]),
      aliases: expect.arrayContaining([{ id: "CKV_AWS_16", types: ["aws_db_instance"] }]),
    });
    expect(phiward(["controls"]).out.split("\n")).toHaveLength(controls.length + 2);
  });

  it("explain a control, a citation and another tool's check", () => {
    expect(phiward(["explain", "encryption.at_rest"]).out).toMatch(/^encryption\.at_rest {2}.*\(critical\)\n\nWhy\n/);
    expect(phiward(["explain", "§ 164.312(b)"]).out).toMatch(/^164\.312\(b\) {2}Audit controls \(required\)\n/);
    expect(phiward(["explain", "ckv_aws_16"]).out).toMatch(
      /^CKV_AWS_16 is judged by\n {2}encryption\.at_rest on aws_db_instance\n/,
    );
  });

  it("print the report of an assessment", () => {
    const assessment = at("assessment.json");
    phiward(["check", leaky, ...now, "--format", "json", "--output", assessment]);
    const toFile = phiward(["report", assessment, "--output", at("report.html")]);
    expect(toFile).toEqual({ code: 0, out: "", err: "" });
    const html = readFileSync(at("report.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(phiward(["report", "-"], { input: readFileSync(assessment, "utf8") }).out).toBe(html);
    expect(phiward(["report", clinic])).toMatchObject({ code: 2, out: "" });
  });

  it("print each published schema, the same as the package holds", () => {
    for (const name of ["assessment", "config", "exceptions", "stated-facts"])
      expect(phiward(["schema", name])).toEqual({
        code: 0,
        out: readFileSync(join(root, "dist", "schemas", `${name}.json`), "utf8"),
        err: "",
      });
  });

  it("print help and version", () => {
    expect(phiward(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
    for (const args of [["--help"], ["check", "--help"]]) {
      const { code, out, err } = phiward(args);
      expect([code, err, out.startsWith("Usage: phiward")]).toEqual([0, "", true]);
    }
  });
});
