// Stacks that are synthesised for a test, and what is annotated on them.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { App, TerraformStack } from "cdktf";
import { z } from "zod";
import type { PhiwardChecksOptions } from "../../synth/index.ts";

/** The day on which these tests take place; above this folder there are no settings. */
export const calm: PhiwardChecksOptions = { cwd: tmpdir(), now: new Date("2026-01-01T00:00:00Z") };

export interface Annotation {
  readonly level: string;
  readonly path: string;
  readonly message: string;
}

const manifestSchema = z.object({
  stacks: z.record(
    z.string(),
    z.object({
      annotations: z.array(z.object({ constructPath: z.string(), level: z.string(), message: z.string() })),
      synthesizedStackPath: z.string(),
    }),
  ),
});

/** Synthesises an app of one stack to a folder, and reads the annotations and the stack's JSON back from there. */
export function synthesise(
  build: (stack: TerraformStack) => void,
  { before, skipValidation = false }: { before?: (app: App) => void; skipValidation?: boolean } = {},
): { readonly annotations: readonly Annotation[]; readonly json: string } {
  const outdir = mkdtempSync(join(tmpdir(), "phiward-synth-"));
  try {
    const app = new App({ outdir, skipValidation });
    const stack = new TerraformStack(app, "portal");
    new AwsProvider(stack, "aws", {
      region: "us-east-1",
      defaultTags: [{ tags: { DataClass: "ephi", Owner: "portal-team" } }],
    });
    build(stack);
    before?.(app);
    app.synth();
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")));
    const [only] = Object.values(manifest.stacks);
    if (only === undefined) throw new Error("the manifest holds no stack");
    return {
      annotations: only.annotations.map(({ level, constructPath, message }) => ({
        level: level.replace("@cdktf/", ""),
        path: constructPath,
        message,
      })),
      json: readFileSync(join(outdir, only.synthesizedStackPath), "utf8"),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
