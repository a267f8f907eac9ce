// Where the data lies that is read at run time: in the sources, or beside the bundled command.

declare const PHIWARD_BUNDLED: boolean | undefined;

const root =
  typeof PHIWARD_BUNDLED === "undefined" ? new URL("../", import.meta.url) : new URL("./data/", import.meta.url);

/** Files that the build copies beside the bundles, relative to the repository. */
export const dataFiles = [
  "catalogue/profiles/hipaa.yaml",
  "catalogue/profiles/nprm-2025.yaml",
  "catalogue/safeguards.yaml",
  "policies/bundle/controls.json",
  "policies/bundle/policy.wasm",
] as const;
export type DataFile = (typeof dataFiles)[number];

/** URL of a data file. */
export const dataFile = (path: DataFile): URL => new URL(path, root);
