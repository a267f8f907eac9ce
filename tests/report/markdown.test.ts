import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../gate/assessment.ts";
import { MARKER, renderMarkdown } from "../../report/markdown.ts";
import { harmless } from "./harmless.ts";
import { hostileAssessment, hostileVerdict, tricks } from "./hostile.ts";
import { assessment, clinic, empty, leaky, options, verdict } from "./sample.ts";

const render = (...assessments: readonly Assessment[]) => renderMarkdown(assessments, options);

/** What is left when each code span is emptied: all that GitHub may act upon. */
const skeleton = (markdown: string) => markdown.replace(/`[^`\n]+`/g, "`x`");

describe("markdown", () => {
  it("prints the comment, existing findings folded", () => {
    expect(render(leaky)).toMatchSnapshot();
  });

  it("prints the outcome alone where all passed", () => {
    expect(render(clinic)).toMatchInlineSnapshot(`
      "<!-- phiward:comment -->

      ## phiward: pass

      plan \`plans/clinic.plan.json\`

      **pass: 0 fail, 0 undetermined, 0 accepted; 0 introduced, 0 fixed; 2 of 6 resources judged, 12 passes**

      <sub>phiward \`0.1.0\` · \`bundle sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\` · \`plan sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd\` · \`profile hipaa\` · \`2026-11-22T12:00:00Z\`</sub>
      "
    `);
  });

  it("begins with the marker, whatever it is given", () => {
    expect([render(), render(empty), render(leaky, clinic)].map((text) => text.startsWith(`${MARKER}\n`))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("names blocked plans first", () => {
    expect(render(clinic, leaky, empty).match(/^## .*$|^plan .*$/gm)).toEqual([
      "## phiward: blocked",
      "plan `plans/portal.plan.json`",
      "## phiward: pass",
      "plan `plans/clinic.plan.json`",
      "## phiward: pass",
      "plan `plans/empty.plan.json`",
    ]);
  });

  it("says that a plan is incomplete and a profile not in force", () => {
    const profile = { ...clinic.profile, inForce: false };
    const text = render({ ...clinic, plan: { ...clinic.plan, complete: false }, profile });
    expect(text).toContain("The plan is incomplete: Terraform deferred part of it.");
    expect(text).toContain("The profile is a proposal that is not in force.");
  });

  it("cuts findings at the limit and says how many more there are", () => {
    const many = (delta: "introduced" | "unchanged", count: number) =>
      Array.from({ length: count }, (_, at) =>
        verdict("encryption.at_rest", `aws_sqs_queue.${delta}[${at}]`, { delta }),
      );
    const text = render(assessment([...many("introduced", 400), ...many("unchanged", 300)]));
    const shown = text.match(/^- `aws_sqs_queue\.introduced/gm)?.length ?? 0;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(text)).toBeGreaterThan(64_000);
    expect(shown).toBeGreaterThan(100);
    expect(text).toContain(`_and ${400 - shown} more: the json format has all_`);
    expect(text).toContain("<sub>phiward `0.1.0`");
  });

  it("keeps the findings that a plan introduces before those that another has already", () => {
    const existing = Array.from({ length: 400 }, (_, at) =>
      verdict("encryption.at_rest", `aws_sqs_queue.old[${at}]`, { delta: "unchanged" }),
    );
    const text = render(assessment(existing), assessment([verdict("logging.access", "aws_sqs_queue.new")]));
    expect(text).toContain("- `aws_sqs_queue.new`\n  - **medium** fail, blocks: Access to each store is logged");
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it("counts the plans that do not fit", () => {
    const text = render(...Array.from({ length: 500 }, () => leaky));
    const shown = text.match(/^## /gm)?.length ?? 0;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text.trimEnd().split("\n").at(-1)).toBe(`_and ${500 - shown} more plans: the json format has all_`);
  });

  it("stays within the limit with wide characters", () => {
    fc.assert(
      fc.property(
        fc.array(hostileVerdict, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("💥", "\u0000", "é"),
        (some, wide) => {
          const verdicts = Array.from({ length: 150 }, (_, at) =>
            some.map((one) => ({ ...one, address: `${at}${wide.repeat(400)}`, found: wide.repeat(400) })),
          ).flat();
          const text = render(assessment(verdicts), assessment(verdicts));
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each(tricks)("keeps %j in a code span", (trick) => {
    const sample = assessment([
      verdict("logging.access", `aws_s3_bucket.a["${trick}"]`, { found: trick, remedy: trick }),
    ]);
    expect(skeleton(render(sample))).toBe(skeleton(render(...harmless(sample))));
  });

  it("cannot be broken out of", () => {
    fc.assert(
      fc.property(hostileAssessment(4), hostileAssessment(2), (first, second) => {
        const text = render(first, second);
        expect(skeleton(text)).toBe(skeleton(render(...harmless(first, second))));
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
