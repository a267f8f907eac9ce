// `npx tsx tests/source/main.ts` writes cdktf.out/stacks/portal/cdk.tf.json, of which plan.json.gz is the plan.

import { fileURLToPath } from "node:url";
import { App } from "cdktf";
import { Portal } from "./portal.ts";

const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", import.meta.url)) });
new Portal(app, "portal");
app.synth();
