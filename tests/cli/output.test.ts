import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, phiward, root } from "./built.ts";
import { clinic, leaky, now, scratchFolder } from "./commands.ts";

const { scratch, at, write } = scratchFolder();

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
