// phiward report: the control report of an assessment, as one HTML page.

import { readFileSync } from "node:fs";
import { loadCatalogue } from "../catalogue/load.ts";
import { EXIT, PhiwardError } from "../gate/error.ts";
import { parseAssessments } from "../report/read-assessment.ts";
import { renderers } from "../report/select.ts";
import { openOutput } from "./output.ts";

export interface ReportFlags {
  readonly output?: string;
}

/** Prints the report. Returns the exit code: `0`, whatever the verdicts say. */
export async function runReport(file: string, flags: ReportFlags): Promise<number> {
  const name = file === "-" ? "standard input" : file;
  const assessments = parseAssessments(readText(file, name), name);
  const { controls, safeguards } = loadCatalogue();
  const html = renderers.html(assessments, { catalogue: controls, safeguards });
  const output = openOutput(flags.output);
  output.write(html);
  output.finish();
  return EXIT.pass;
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new PhiwardError(
      "ASSESSMENT_UNREADABLE",
      `${name} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
