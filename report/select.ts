// The formats, by name: `phiward report` prints html, `phiward check` the others.

import { renderHtml } from "./html.tsx";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderNdjson } from "./ndjson.ts";
import type { Renderer } from "./options.ts";
import { renderSarif } from "./sarif.ts";
import { renderTerminal } from "./terminal.ts";

export const formats = ["terminal", "json", "ndjson", "sarif", "junit", "markdown", "html"] as const;
export type Format = (typeof formats)[number];

export const renderers: Readonly<Record<Format, Renderer>> = {
  terminal: renderTerminal,
  json: renderJson,
  ndjson: renderNdjson,
  sarif: renderSarif,
  junit: renderJunit,
  markdown: renderMarkdown,
  html: renderHtml,
};
