// Checks the Rego: format, strict compilation against what the wasm host can do, and its tests.

import { readdirSync } from "node:fs";
import { EXIT, PhiwardError } from "../gate/error.ts";
import { opa, policies } from "./policies/opa.ts";

const folders = ["controls", "gate", "lib", "testing"];
const files = folders.flatMap((folder) =>
  readdirSync(policies + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rego"))
    .map((file) => `${folder}/${file}`),
);

try {
  // Prints the files that are not formatted, and fails by itself.
  opa(["fmt", "--list", "--fail", ...files.sort()]);
  opa(["check", "--strict", "--capabilities", "capabilities.json", ...folders]);
  console.log(opa(["test", ...folders]).trim());
} catch (error) {
  if (!(error instanceof PhiwardError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = EXIT.blocked;
}
