// The portal synthesised by CDKTF into a folder of its own, as it is or with one thing changed.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { App } from "cdktf";
import { Portal } from "./portal.ts";

export const plan = "tests/source/plan.json.gz";
export const now = new Date("2026-06-01T00:00:00Z");

const scratch = mkdtempSync(join(tmpdir(), "phiward-source-"));
const app = new App({ outdir: join(scratch, "cdktf.out") });
new Portal(app, "portal");
app.synth();

/** Folder of the synthesised `cdk.tf.json`. */
export const source = join(scratch, "cdktf.out", "stacks", "portal");
const synthesised = readFileSync(join(source, "cdk.tf.json"), "utf8");

/** To be called when the tests are over. */
export const clean = (): void => rmSync(scratch, { recursive: true, force: true });

/** Sets what stands at a path of the JSON, and writes it again as CDKTF prints it. Returns the folder. */
export function changed(
  path: readonly (string | number)[],
  value: unknown,
  folder = mkdtempSync(join(scratch, "s-")),
): string {
  const document: unknown = JSON.parse(synthesised);
  let here: unknown = document;
  for (const step of path.slice(0, -1))
    here = typeof here === "object" && here !== null ? Reflect.get(here, step) : here;
  const last = path.at(-1);
  if (typeof here !== "object" || here === null || last === undefined) throw new Error(`there is no ${path.join(".")}`);
  if (value === undefined) Reflect.deleteProperty(here, last);
  else Reflect.set(here, last, value);
  const file = join(folder, "cdk.tf.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(document, null, 2));
  return folder;
}

/** Path of what a construct wrote beside a resource. */
export const written = (type: string, name: string, ...rest: readonly (string | number)[]) =>
  ["resource", type, name, "//", "phiward", ...rest] as const;
