// What makes the bundles start faster.

import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Data as `JSON.parse` of a string: V8 reads that in half the time of an object literal. */
export const jsonAsText: Plugin = {
  name: "json-as-text",
  setup(build) {
    build.onLoad({ filter: /[\\/]catalogue[\\/]generated[\\/].*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: "js" };
    });
  },
};

/** zod carries its messages in fifty languages; only English is ever set. */
export const englishOnly: Plugin = {
  name: "english-only",
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: "js",
    }));
  },
};

/** cdktf and its bindings are the user's, in the user's version; a binding that a bundle does not use is not loaded either. */
export const usersPeers: Plugin = {
  name: "users-peers",
  setup(build) {
    build.onResolve({ filter: /^(?:cdktf|constructs|@cdktf\/provider-aws)(?:\/|$)/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
  },
};
