// Digests of the provider's schemas in `catalogue/generated`: JSON, zipped so that the same digest gives the same bytes everywhere.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** Byte 9 of a gzip header names the system that wrote it: 255, unknown, on every one. */
const GZIP_SYSTEM = 9;

const fileOf = (name: string): URL => new URL(`../catalogue/generated/${name}.json.gz`, import.meta.url);

/** Writes a digest on one line. */
export function writeDigest(name: string, digest: object): void {
  const zipped = gzipSync(`${JSON.stringify(digest)}\n`, { level: 9 });
  zipped[GZIP_SYSTEM] = 255;
  writeFileSync(fileOf(name), zipped);
}

/** What a digest holds. */
export const readDigest = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(fileOf(name))).toString("utf8"));
