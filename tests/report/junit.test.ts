import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Assessment } from "../../gate/assessment.ts";
import { renderJunit } from "../../report/junit.ts";
import { hostileAssessment } from "./hostile.ts";
import { assessment, clinic, empty, leaky, options, verdict } from "./sample.ts";

const schemas = ["junit-10.xsd", "junit-windyroad.xsd"].map((name) => {
  return readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8");
});

/** What either schema has against the documents. */
async function complaints(documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const results = await Promise.all(schemas.map((schema) => validateXML({ xml, schema })));
  return results.flatMap(({ errors }) => errors.map(({ rawMessage }) => rawMessage));
}

const render = (...assessments: readonly Assessment[]) => renderJunit(assessments, options);

describe("junit", () => {
  it("prints a case for each finding, and one for what a control passed", () => {
    expect(render(leaky)).toMatchSnapshot();
  });

  it("is valid by both schemas, with findings, without, and without plans", async () => {
    expect(await complaints([render(leaky), render(clinic), render(empty), render(leaky, clinic), render()])).toEqual(
      [],
    );
  });

  it("is held against schemas that can refuse", async () => {
    const broken = render(leaky).replace(' hostname="localhost"', "").replace('tests="10"', "");
    expect(await complaints([broken])).toHaveLength(3);
  });

  it("fails what blocks and skips what is accepted, tolerated or observed", () => {
    const at = (name: string) => `aws_sqs_queue.${name}`;
    const text = render(
      assessment(
        [
          verdict("logging.access", at("blocks")),
          verdict("logging.access", at("open"), { status: "undetermined", cause: "why" }),
          verdict("logging.access", at("tolerated"), { blocking: false, delta: "unchanged" }),
          verdict("logging.access", at("fixed"), { blocking: false, delta: "fixed" }),
        ],
        [],
        { enforce: "introduced" },
      ),
    );
    const cases = [...text.matchAll(/<testcase name="(.*?)".*?>\n\s*<(\w+) (?:message="(\w+).*?")/g)];
    expect(cases.map(([, name, element, word]) => [name, element, word])).toEqual([
      [at("blocks"), "failure", "aws_sqs_queue"],
      [at("open"), "failure", "aws_sqs_queue"],
      [at("tolerated"), "skipped", "tolerated"],
    ]);
    expect(text).toContain('tests="3" failures="2" errors="0" skipped="1"');
  });

  it("stays valid with hostile names", async () => {
    const samples = fc.sample(hostileAssessment(3), { numRuns: 150, seed: 7 });
    expect(await complaints(samples.map((sample) => render(sample)))).toEqual([]);
    expect(await complaints([render(...samples)])).toEqual([]);
  });
});
