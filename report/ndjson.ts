// Newline-delimited JSON: one assessment a line, so that a fleet's results are read without reading them whole.

import { assessmentJson } from "./json.ts";
import type { Renderer } from "./options.ts";

/** One line for each assessment; nothing for none. */
export const renderNdjson: Renderer = (assessments) => {
  return assessments.map((assessment) => `${assessmentJson(assessment)}\n`).join("");
};
