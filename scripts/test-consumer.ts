// Installs the package as a stranger would: the tarball of `npm pack` in an empty folder, beside what its package.json asks for and
// nothing else. Compiles tests/consumer there, declarations of libraries included, and runs it.
// usage: test-consumer.ts    after a build; needs no network

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const names = z.record(z.string(), z.string());
const packageSchema = z.object({ dependencies: names, peerDependencies: names });
const { dependencies, peerDependencies } = packageSchema.parse(
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
);
const folder = mkdtempSync(join(tmpdir(), "phiward-consumer-"));

/** Runs a program; what it prints is shown, and anything but success ends the script. */
function run(program: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

try {
  // `--ignore-scripts`: what was built and tested is what is packed.
  const packed = run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root);
  const tarball = packed.trim().split("\n").at(-1) ?? "";
  const installed = join(folder, "node_modules", "phiward");
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components", "1"], folder);
  for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), "typescript", "@types/node"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link, "dir");
  }
  cpSync(join(root, "tests", "consumer"), folder, { recursive: true });
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "."], folder);
  process.stdout.write(run(process.execPath, [join("out", "app.js")], folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
