import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { PhiwardError } from "../../../gate/error.ts";
import type { ReadOptions } from "../../../gate/plan/input.ts";
import { readPlan } from "../../../gate/plan/read.ts";

const plans = fileURLToPath(new URL("../../plans/", import.meta.url));
const recorded = gunzipSync(readFileSync(join(plans, "traps/values.plan.json.gz")));
const text = recorded.toString("utf8");
const folder = mkdtempSync(join(tmpdir(), "phiward-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Code and sentence of the error, the folder left out. */
async function failure(path: string, options?: ReadOptions): Promise<readonly [string, string]> {
  try {
    await readPlan(path, options);
  } catch (error) {
    if (error instanceof PhiwardError) return [error.code, error.message.replaceAll(folder, "").replaceAll(plans, "")];
    throw error;
  }
  throw new Error(`${path} was read`);
}

const WANTED = "expected the JSON that terraform show -json prints";

describe("readPlan reads", () => {
  it("a file, and says what it is", async () => {
    const path = file("plan.json", text);
    expect((await readPlan(path)).header).toEqual({
      file: path,
      kind: "plan",
      digest: `sha256:${createHash("sha256").update(recorded).digest("hex")}`,
      formatVersion: "1.2",
      terraformVersion: "1.11.4",
      complete: true,
    });
  });

  it("the same plan from gzip, standard input, with a byte order mark and in UTF-16", async () => {
    const plain = await readPlan(file("plan.json", text));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const ways = [
      await readPlan(file("plan.json.gz", gzipSync(text))),
      await readPlan("-", { stdin: chunks(recorded) }),
      await readPlan("-", { stdin: chunks(gzipSync(text)) }),
      await readPlan(file("bom.json", `\ufeff${text}`)),
      await readPlan(file("utf16le.json", utf16)),
      await readPlan(file("utf16be.json", Buffer.from(utf16).swap16())),
    ];
    for (const way of ways) expect({ ...way, header: { ...way.header, file: plain.header.file } }).toEqual(plain);
  });

  it("a state", async () => {
    const state = await readPlan(join(plans, "traps/changes.state.json.gz"));
    expect({ ...state.header, digest: "", file: "" }).toEqual({
      file: "",
      kind: "state",
      digest: "",
      formatVersion: "1.0",
      terraformVersion: "1.11.4",
      complete: true,
    });
    expect(state.state?.resources?.length).toBe(13);
  });

  it("a plan that Terraform left incomplete, and says so", async () => {
    expect((await readPlan(join(plans, "traps/changes-targeted.plan.json.gz"))).header.complete).toBe(false);
  });

  it("a binary plan through the first command that there is", async () => {
    const path = file("tfplan", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(20)]));
    const json = file("shown.json", text);
    const fake = file("fake-terraform", `#!/bin/sh\n[ "$1 $2 $3" = "show -json ${path}" ] && cat ${json}\n`);
    chmodSync(fake, 0o755);
    const read = await readPlan(path, { commands: [join(folder, "missing"), fake] });
    expect(read.changes.length).toBe(JSON.parse(text).resource_changes.length);
  });

  it.runIf(hasTerraform())("a binary plan through Terraform itself", async () => {
    const made = join(folder, "made");
    execFileSync("mkdir", [made]);
    writeFileSync(join(made, "main.tf"), 'resource "terraform_data" "one" { input = "x" }\n');
    const environment = { ...process.env, CHECKPOINT_DISABLE: "1" };
    for (const words of [["init"], ["plan", "-out=tfplan"]])
      execFileSync("terraform", [...words, "-input=false", "-no-color"], {
        cwd: made,
        env: environment,
        stdio: "ignore",
      });
    const read = await readPlan(join(made, "tfplan"));
    expect(read.changes.map(({ address, change }) => [address, change.actions])).toEqual([
      ["terraform_data.one", ["create"]],
    ]);
  });
});

describe("readPlan refuses", () => {
  const tfstate = '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","outputs":{},"resources":[]}';
  const half = text.slice(0, 5000);

  it.each<[string, string, string | Uint8Array, string, string]>([
    ["0 bytes", "empty", "", "PLAN_EMPTY", `/empty: the file is empty, ${WANTED}`],
    ["blanks", "blank", " \n", "PLAN_EMPTY", `/blank: holds no text, ${WANTED}`],
    [
      "random bytes",
      "random",
      Uint8Array.of(0x9f, 0, 0xc3, 0x28, 7, 200),
      "PLAN_NOT_TEXT",
      `/random: holds binary data, ${WANTED}`,
    ],
    [
      "a damaged gzip file",
      "bad.gz",
      gzipSync(text).subarray(0, 900),
      "PLAN_GZIP_DAMAGED",
      "/bad.gz: gzip data ends early or is damaged, expected a whole gzip file",
    ],
    [
      "half a plan",
      "half",
      half,
      "PLAN_TRUNCATED",
      "/half: the JSON breaks off at byte 5000 (line 1), expected a whole document",
    ],
    [
      "a plan cut after a line",
      "lines",
      '{\n"format_version": "1.2",\n',
      "PLAN_TRUNCATED",
      "/lines: the JSON breaks off at byte 26 (line 2), expected a whole document",
    ],
    ["words", "words", "no plan at all", "PLAN_NOT_JSON", `/words: is not JSON, ${WANTED}`],
    ["a list", "list", "[]", "PLAN_NOT_A_PLAN", `/list: holds a list, ${WANTED}`],
    ["a number", "number", "7", "PLAN_NOT_A_PLAN", `/number: holds a number, ${WANTED}`],
    ["an empty object", "object", "{}", "PLAN_NOT_A_PLAN", `/object: holds an empty object, ${WANTED}`],
    [
      "other JSON",
      "other",
      '{"name": "x"}',
      "PLAN_NOT_A_PLAN",
      `/other: is JSON but neither a plan nor a state, ${WANTED}`,
    ],
    [
      "a raw state",
      "terraform.tfstate",
      tfstate,
      "PLAN_RAW_STATE",
      "/terraform.tfstate: is a raw state file, run terraform show -json on it and pass on the output",
    ],
    [
      "no state",
      "none",
      '{"format_version":"1.0"}',
      "PLAN_NO_STATE",
      "/none: terraform show -json found no state here, expected a plan or a state",
    ],
    [
      "a log",
      "log",
      '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
      "PLAN_LOG",
      `/log: is the log of a command run with -json, ${WANTED} of a saved plan`,
    ],
    [
      "a list for an object",
      "shape",
      '{"format_version":"1.2","planned_values":{},"resource_changes":{}}',
      "PLAN_SHAPE",
      `/shape: resource_changes does not have the shape of a plan or state, ${WANTED}`,
    ],
    [
      "a change that is none",
      "change",
      '{"format_version":"1.2","resource_changes":[{"address":"a.b"}]}',
      "PLAN_SHAPE",
      `/change: resource_changes[0] is not a resource change, ${WANTED}`,
    ],
    [
      "a block of the configuration that is none",
      "block",
      '{"format_version":"1.2","configuration":{"root_module":{"module_calls":{"a":{"module":{"resources":[null]}}}}}}',
      "PLAN_SHAPE",
      `/block: configuration.root_module.module_calls.a.module.resources[0] does not have the shape of a plan, ${WANTED}`,
    ],
    [
      "a reference that is no text",
      "reference",
      '{"format_version":"1.2","configuration":{"root_module":{"outputs":{"a":{"expression":{"references":["b",null]}}}}}}',
      "PLAN_SHAPE",
      `/reference: configuration.root_module.outputs.a does not have the shape of a plan, ${WANTED}`,
    ],
  ])("%s", async (_, name, content, code, message) => {
    expect(await failure(file(name, content))).toEqual([code, message]);
  });

  it("what is not there, a directory, and recorded plans that failed or are of another format", async () => {
    expect(await failure(join(folder, "nowhere.json"))).toEqual([
      "PLAN_NOT_FOUND",
      `/nowhere.json: no such file, ${WANTED}`,
    ]);
    expect(await failure(folder)).toEqual([
      "PLAN_IS_DIRECTORY",
      ": is a directory, expected a file with a plan or a state",
    ]);
    expect(await failure(join(plans, "broken/errored.plan.json"))).toEqual([
      "PLAN_ERRORED",
      "broken/errored.plan.json: planning ended with an error, expected a plan that succeeded",
    ]);
    expect(await failure(join(plans, "broken/format-2.0.plan.json.gz"))).toEqual([
      "PLAN_FORMAT",
      "broken/format-2.0.plan.json.gz: format_version is 2.0, expected 1.x",
    ]);
    expect((await failure(join(plans, "broken/truncated.plan.json")))[0]).toBe("PLAN_TRUNCATED");
  });

  it("a binary plan without a command, with one that fails, and on standard input", async () => {
    const path = file("binary", Buffer.from("PK\u0003\u0004rest"));
    const missing = [join(folder, "terraform-missing"), join(folder, "tofu-missing")];
    expect(await failure(path, { commands: missing })).toEqual([
      "PLAN_BINARY_NO_COMMAND",
      `/binary: is a binary plan and neither /terraform-missing nor /tofu-missing is on the PATH, ${WANTED}`,
    ]);
    const failing = file("failing", "#!/bin/sh\nexit 1\n");
    chmodSync(failing, 0o755);
    expect(await failure(path, { commands: [failing] })).toEqual([
      "PLAN_BINARY_FAILED",
      "/binary: /failing show -json could not read this binary plan, run it where the plan was made and pass on its output",
    ]);
    expect((await failure("-", { stdin: chunks(Buffer.from("PK\u0003\u0004rest")) }))[0]).toBe("PLAN_BINARY_STDIN");
  });

  it("without quoting the text, which may hold a secret", async () => {
    const [, message] = await failure(file("quoted", '{"format_version":"1.2","password": hunter2hunter2}'));
    expect(message).not.toContain("hunter2");
  });

  it("a document nested deeper than any plan", async () => {
    const deep = `{"format_version":"1.2","resource_changes":[],"variables":{"a":{"value":${"[".repeat(5000)}${"]".repeat(5000)}}}}`;
    expect((await failure(file("deep", deep)))[0]).toBe("PLAN_SHAPE");
  });
});

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

function hasTerraform(): boolean {
  try {
    execFileSync("terraform", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
