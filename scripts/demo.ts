// The main job on the embedded examples: judges the recorded plans of the clinic, which passes, and of its leaky twin, which does not.

import { spawnSync } from "node:child_process";

const expected = { clinic: 0, leaky: 1 } as const;
for (const [example, code] of Object.entries(expected)) {
  const words = ["check", `examples/${example}/plan.json.gz`];
  console.log(`\n$ npx phiward ${words.join(" ")}`);
  const { status } = spawnSync(process.execPath, ["dist/phiward.js", ...words], { stdio: "inherit" });
  console.log(`exit code ${status}`);
  if (status !== code) {
    console.error(`the demo expected exit code ${code} for examples/${example}`);
    process.exitCode = 2;
  }
}
