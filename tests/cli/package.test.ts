import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "./built.ts";

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), "phiward-package-"));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync("dist", join(folder, "dist"), { recursive: true });
cpSync("package.json", join(folder, "package.json"));

const node = (...words: string[]) =>
  spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH } });

describe("the package", () => {
  it("judges a plan without a single package beside it", () => {
    const { status, stderr, stdout } = node("dist/phiward.js", "check", resolve("examples/clinic/plan.json.gz"));
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("pass: 0 fail, 0 undetermined");
  });

  it("is a library too", () => {
    const script = `const { check } = await import("./dist/index.js");
      console.log((await check({ plan: ${JSON.stringify(resolve("examples/leaky/plan.json.gz"))} })).outcome);`;
    expect(node("--input-type=module", "-e", script).stdout).toBe("blocked\n");
  });

  it("needs cdktf and its bindings for the constructs only, and only as optional peers", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const peers = ["@cdktf/provider-aws", "cdktf", "constructs"];
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual(peers);
    expect(manifest.peerDependenciesMeta).toEqual(Object.fromEntries(peers.map((name) => [name, { optional: true }])));
    expect(peers.filter((name) => name in manifest.dependencies)).toEqual([]);
    const imports = (file: string) =>
      /(from|import\()"(cdktf|constructs|@cdktf\/provider-aws)/.test(readFileSync(file, "utf8"));
    expect(["phiward.js", "index.js", "constructs.js"].filter((file) => imports(join("dist", file)))).toEqual([
      "constructs.js",
    ]);
  });
});
