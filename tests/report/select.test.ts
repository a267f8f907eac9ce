import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats, renderers } from "../../report/select.ts";
import { hostileAssessment } from "./hostile.ts";
import { clinic, empty, leaky, options } from "./sample.ts";

describe("the formats", () => {
  it("each have a renderer", () => {
    expect(Object.keys(renderers)).toEqual([...formats]);
  });

  it.each(formats)("%s gives the same bytes for the same input, and changes nothing in it", (format) => {
    fc.assert(
      fc.property(hostileAssessment(3), (sample) => {
        const before = structuredClone(sample);
        expect(renderers[format]([sample], options)).toBe(renderers[format]([structuredClone(sample)], options));
        expect(sample).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it.each(formats)("%s ends with a line break, whatever was judged", (format) => {
    for (const assessment of [leaky, clinic, empty])
      expect(renderers[format]([assessment], options)).toMatch(/[^\n]\n$/);
  });

  it.each(formats)("%s names the tool's version, the bundle's digest and the plan's digest", (format) => {
    const text = renderers[format]([leaky], options);
    expect([leaky.tool.version, leaky.bundle.digest, leaky.plan.digest].filter((fact) => !text.includes(fact))).toEqual(
      [],
    );
  });
});
