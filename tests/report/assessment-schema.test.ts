import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type { Assessment } from "../../gate/assessment.ts";
import { assessmentJsonSchema, type assessmentSchema } from "../../report/assessment-schema.ts";
import { hostileAssessment } from "./hostile.ts";
import { clinic, empty, leaky } from "./sample.ts";

/** The schema's arrays and objects are mutable, the assessment's are not: the test compares all else. */
type Frozen<T> = T extends readonly (infer Element)[]
  ? readonly Frozen<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(assessmentJsonSchema());

describe("the assessment's schema", () => {
  it("has the type of the assessment", () => {
    expectTypeOf<Frozen<z.infer<typeof assessmentSchema>>>().toEqualTypeOf<Frozen<Assessment>>();
  });

  it.each([
    ["leaky", leaky],
    ["clinic", clinic],
    ["empty", empty],
  ])("takes the %s sample", (_, sample) => {
    validate(sample);
    expect(validate.errors).toBeNull();
  });

  it("takes hostile names", () => {
    fc.assert(fc.property(hostileAssessment(3), (sample) => validate(sample)));
  });

  it("refuses a missing field, an unknown one and a status that does not exist", () => {
    const { outcome: _, ...without } = leaky;
    const [first] = leaky.verdicts;
    const errors = [without, { ...leaky, score: 1 }, { ...leaky, verdicts: [{ ...first, status: "pass" }] }].map(
      (sample) => {
        validate(sample);
        return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
      },
    );
    expect(errors).toEqual([
      [" must have required property 'outcome'"],
      [" must NOT have additional properties"],
      ["/verdicts/0/status must be equal to one of the allowed values"],
    ]);
  });

  it("names itself", () => {
    const { $schema, $id, title } = assessmentJsonSchema();
    expect({ $schema, $id, title }).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:phiward:schema:assessment:1",
      title: "Assessment of one plan by phiward, version 1",
    });
  });
});
