import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phiward, root } from "./built.ts";
import { clinic, estate, leaky, now, scratchFolder } from "./commands.ts";

const { at, write } = scratchFolder();

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
      'there is no schema "asessment" (did you mean assessment?), expected assessment, config, exceptions, recovery-objectives, stated-facts',
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
