// Where the data lies that is read at run time: in the sources, or beside the bundled command.

import { readFileSync } from "node:fs";

declare const PHIWARD_BUNDLED: boolean | undefined;

const bundled = typeof PHIWARD_BUNDLED !== "undefined";
const root = bundled ? new URL("./data/", import.meta.url) : new URL("../", import.meta.url);

/** YAML files; the build puts them beside the bundles as JSON, because parsing YAML would cost half of every start. */
export const yamlFiles = [
  "catalogue/profiles/hipaa.yaml",
  "catalogue/profiles/hygiene.yaml",
  "catalogue/profiles/nprm-2025.yaml",
  "catalogue/safeguards.yaml",
] as const;
/** Files that the build copies beside the bundles as they are. */
export const binaryFiles = ["policies/bundle/controls.json", "policies/bundle/policy.wasm"] as const;
export type YamlFile = (typeof yamlFiles)[number];
export type BinaryFile = (typeof binaryFiles)[number];

/** Bytes of a data file. */
export const readBinary = (file: BinaryFile): Buffer => readFileSync(new URL(file, root));

/** What `parse` makes of a YAML file's text; in the bundle, what it made of it when the bundle was built. */
export function readYamlData<T>(file: YamlFile, parse: (text: string) => T): T {
  if (!bundled) return parse(readFileSync(new URL(file, root), "utf8"));
  const data: T = JSON.parse(readFileSync(new URL(`${file}.json`, root), "utf8"));
  return data;
}
