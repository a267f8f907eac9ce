// The formats of `phiward check`, by name.

import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderNdjson } from "./ndjson.ts";
import type { Renderer } from "./options.ts";
import { renderSarif } from "./sarif.ts";
import { renderTerminal } from "./terminal.ts";

export const formats = ["terminal", "json", "ndjson", "sarif", "junit", "markdown"] as const;
export type Format = (typeof formats)[number];

export const renderers: Readonly<Record<Format, Renderer>> = {
  terminal: renderTerminal,
  json: renderJson,
  ndjson: renderNdjson,
  sarif: renderSarif,
  junit: renderJunit,
  markdown: renderMarkdown,
};
