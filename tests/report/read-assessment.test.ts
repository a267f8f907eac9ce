import { describe, expect, it } from "vitest";
import { PhiwardError } from "../../gate/error.ts";
import { renderJson } from "../../report/json.ts";
import { renderNdjson } from "../../report/ndjson.ts";
import { parseAssessments } from "../../report/read-assessment.ts";
import { clinic, leaky, options } from "./sample.ts";

function refusal(text: string): unknown {
  try {
    return parseAssessments(text, "a.json");
  } catch (error) {
    return error instanceof PhiwardError ? { code: error.code, message: error.message, exit: error.exit } : error;
  }
}

describe("parseAssessments", () => {
  it("reads back what json and ndjson wrote", () => {
    expect(parseAssessments(renderJson([leaky], options), "a.json")).toEqual([leaky]);
    expect(parseAssessments(renderJson([leaky, clinic], options), "a.json")).toEqual([leaky, clinic]);
    expect(parseAssessments(renderNdjson([leaky, clinic], options), "a.ndjson")).toEqual([leaky, clinic]);
    expect(parseAssessments(`\ufeff${renderJson([clinic], options)}`, "a.json")).toEqual([clinic]);
  });

  it("refuses what is no assessment, in one sentence", () => {
    const cut = renderJson([leaky], options).slice(0, 500);
    expect(["", "[]", cut, "{}", '{"schema":"phiward/assessment/2"}\n'].map(refusal)).toMatchInlineSnapshot(`
      [
        {
          "code": "ASSESSMENT_EMPTY",
          "exit": 2,
          "message": "a.json holds no assessment",
        },
        {
          "code": "ASSESSMENT_EMPTY",
          "exit": 2,
          "message": "a.json holds no assessment",
        },
        {
          "code": "ASSESSMENT_UNREADABLE",
          "exit": 2,
          "message": "a.json is not JSON: expected what phiward check --format json prints",
        },
        {
          "code": "ASSESSMENT_UNKNOWN",
          "exit": 2,
          "message": "a.json is not an assessment of version 1; schema: Invalid input: expected "phiward/assessment/1"",
        },
        {
          "code": "ASSESSMENT_UNKNOWN",
          "exit": 2,
          "message": "a.json is not an assessment of version 1; schema: Invalid input: expected "phiward/assessment/1"",
        },
      ]
    `);
    expect(refusal(renderJson([leaky, { ...clinic, outcome: Object("maybe") }], options))).toMatchInlineSnapshot(`
      {
        "code": "ASSESSMENT_UNKNOWN",
        "exit": 2,
        "message": "a.json, assessment 2, is not an assessment of version 1; outcome: Invalid option: expected one of "pass"|"blocked"",
      }
    `);
  });
});
