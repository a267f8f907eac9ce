// Reads back what the json and ndjson formats wrote.

import type { Assessment } from "../gate/assessment.ts";
import { PhiwardError } from "../gate/error.ts";
import { assessmentSchema } from "./assessment-schema.ts";
import { clip, oneLine } from "./text.ts";

/**
 * The assessments in the text of a file: an object, an array of them, or one a line.
 *
 * @param file - named in the errors
 * @throws {PhiwardError} `ASSESSMENT_UNREADABLE` where the text is not JSON, `ASSESSMENT_UNKNOWN` where it is another
 *   document or another version of the schema, `ASSESSMENT_EMPTY` where it holds none
 */
export function parseAssessments(text: string, file: string): readonly Assessment[] {
  const documents = parseDocuments(text.replace(/^\ufeff/, ""), file);
  if (documents.length === 0) throw new PhiwardError("ASSESSMENT_EMPTY", `${file} holds no assessment`);
  return documents.map((document, at) => {
    const result = assessmentSchema.safeParse(document);
    if (result.success) return result.data;
    const place = documents.length === 1 ? file : `${file}, assessment ${at + 1},`;
    const [issue] = result.error.issues;
    const detail = issue ? `${issue.path.join(".") || "the document"}: ${issue.message}` : "";
    throw new PhiwardError(
      "ASSESSMENT_UNKNOWN",
      clip(oneLine(`${place} is not an assessment of version 1; ${detail}`), 300),
    );
  });
}

function parseDocuments(text: string, file: string): unknown[] {
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const parsed = parseJson(line);
    if (parsed !== undefined) return parsed.value;
    throw new PhiwardError(
      "ASSESSMENT_UNREADABLE",
      `${file} is not JSON: expected what phiward check --format json prints`,
    );
  });
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
