import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../gate/assessment.ts";
import { style } from "../../report/html/style.ts";
import { renderHtml } from "../../report/html.tsx";
import { harmless } from "./harmless.ts";
import { hostileAssessment } from "./hostile.ts";
import { assessment, clinic, controls, empty, leaky, options } from "./sample.ts";

const render = (...assessments: readonly Assessment[]) => renderHtml(assessments, options);
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = ""]) => value);
/** What a reader reads: no style, no script, no tags. */
const words = (html: string) =>
  html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const pages = {
  leaky: render(leaky),
  clinic: render(clinic),
  empty: render(empty),
  several: render(leaky, clinic, empty),
  none: render(),
};

describe("the control report", () => {
  it("shows a small assessment whole", async () => {
    const few = options.safeguards.filter(
      ({ citation }) => citation.startsWith("164.312(b)") || citation.startsWith("164.308(a)(7)"),
    );
    const own = controls.filter(({ id }) => id === "logging.access" || id === "backup.retention");
    const verdicts = leaky.verdicts.filter(({ control }) => own.some(({ id }) => id === control));
    const sample = assessment(verdicts, [{ control: "logging.access", addresses: ["aws_s3_bucket.documents"] }]);
    const html = renderHtml([sample], { catalogue: own, safeguards: few });
    await expect(
      html
        .replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
        .replace(/sha256-[^&']*/g, "sha256-…")
        .replaceAll("><", ">\n<"),
    ).toMatchFileSnapshot("__snapshots__/control-report.html.snap");
  });

  it("lists every standard and implementation specification of the Security Rule in the order of the rule", () => {
    const [, matrix = ""] = pages.leaky.split('<section id="matrix"');
    const listed = all(
      matrix.split("</section><section id=")[0] ?? "",
      /<tr data-status="[a-z-]+" class="[a-z-]+"><th scope="row"><span>(?:<a [^>]*>)?(164[^<]*)/g,
    );
    const rule = options.safeguards.filter(
      (safeguard) => safeguard.kind !== "general" && safeguard.class !== "breach-notification",
    );
    expect(listed).toEqual(rule.map(({ citation }) => citation));
    expect(listed).toHaveLength(68);
  });

  it("says missing evidence where no control looked at a resource, and boundary where somebody else shows it", () => {
    const html = render(empty);
    expect(words(html)).toContain("Of 68 standards and specifications: 55 missing evidence, 13 boundary.");
    expect(html).not.toContain('data-status="evidenced"');
    expect(words(html)).toContain("missing evidence : no control looked at a resource, so evidence is missing");
  });

  it("derives the same two from the rule where an assessment says nothing of a citation", () => {
    expect(words(render({ ...empty, citations: [] }))).toContain("55 missing evidence, 13 boundary.");
  });

  it("answers a citation: status, controls, resources with verdicts, found and expected", () => {
    const [, part = ""] = pages.leaky.split('<article id="c-164.312-b"');
    expect(words(`<${part.split("</article>")[0]}`)).toMatchInlineSnapshot(
      `" 164.312(b) Audit controls accepted until 2027-01-31 : 2 verdicts of 1 control Record and examine activity in systems that contain or use ePHI. (required standard, requirement in our words) A plan can show this. Controls that support 164.312(b). 1 control Control Expected Fail Undetermined Accepted Pass logging.access Access to each store is logged access logging on 0 0 1 1 What fails or is undetermined under 164.312(b). 1 finding Verdict Resource Found and expected Control fail medium, unchanged, accepted until 2027-01-31 aws_s3_bucket.archive data class ephi found no access log in this plan expected access logging on accepted by exception EX-7 until 2027-01-31 logging.access 1 resource passes logging.access module.documents[&quot;a&quot;].aws_s3_bucket.this "`,
    );
  });

  it("adds up several plans, the worst status standing", () => {
    const [, part = ""] = pages.several.split('<article id="c-164.312-a-2-iv"');
    expect(words(`<${part.split("</article>")[0]}`)).toMatch(/failing : 9 verdicts of 2 controls/);
    expect(words(pages.several)).toContain("Of 3 plans 1 blocked, 2 pass.");
    expect(words(render(empty, clinic))).toContain("evidenced : 4 verdicts of 2 controls");
  });

  it("keeps a proposed rule apart", () => {
    const proposal = { profile: "nprm-2025", title: "Proposed rule of 2025", verdicts: leaky.verdicts.slice(0, 1) };
    const html = render({ ...clinic, proposal });
    expect(words(html)).toContain("Proposed rule of 2025 A proposal, not in force.");
    expect(words(html).split("Security Rule matrix")[1]?.slice(0, 200)).toBe(
      words(pages.clinic).split("Security Rule matrix")[1]?.slice(0, 200),
    );
    expect(pages.clinic).not.toContain('id="readiness"');
  });

  it("never claims what a control cannot show", () => {
    for (const html of Object.values(pages))
      expect(words(html)).not.toMatch(/\b(compliant|compliance|certified|secure|safe)\b/i);
  });

  it("lists 50 passes under a citation and all of them under the control", () => {
    const addresses = Array.from({ length: 70 }, (_, at) => `aws_sqs_queue.q[${at}]`);
    const html = render(assessment([], [{ control: "logging.access", addresses }]));
    expect(html.match(/<li data-status="evidenced">/g)).toHaveLength(120);
    expect(words(html)).toContain("50 of 70 are listed here, all of them under the control");
  });
});

describe("the page of the control report", () => {
  it.each(Object.entries(pages))("asks for nothing from anywhere (%s)", (_, html) => {
    expect(all(html, /(?:href|src|action|srcset|data)="([^"]*)"/g).filter((target) => !target.startsWith("#"))).toEqual(
      [],
    );
    expect(html).not.toMatch(/ style=| on[a-z]+=|url\(|@import|<link|<iframe|<object|<base/);
  });

  it.each(Object.entries(pages))("allows its own style and script alone (%s)", (_, html) => {
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [css = "", ...styles] = all(html, /<style>([\s\S]*?)<\/style>/g);
    const [js = "", ...scripts] = all(html, /<script>([\s\S]*?)<\/script>/g);
    const [policy] = all(html, /Content-Security-Policy" content="([^"]*)"/g);
    expect([styles, scripts]).toEqual([[], []]);
    expect(policy?.replaceAll("&#39;", "'")).toBe(
      `default-src 'none'; style-src ${hash(css)}; script-src ${hash(js)}; base-uri 'none'; form-action 'none'`,
    );
  });

  it.each(Object.entries(pages))("has one id for each anchor, and an anchor for each link (%s)", (_, html) => {
    const ids = all(html, / id="([^"]*)"/g);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const targets = all(html, /href="#([^"]*)"/g).concat(all(html, /aria-labelledby="([^"]*)"/g));
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(Object.entries(pages))("can be read without seeing it (%s)", (_, html) => {
    const levels = all(html, /<h([1-6])/g).map(Number);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(html.match(/<table[^>]*><caption>/g) ?? []).toHaveLength(html.match(/<table/g)?.length ?? 0);
    expect(all(html, /<th( [^>]*)?>/g).filter((attributes) => !attributes.includes("scope="))).toEqual([]);
    expect(html).toContain('<html lang="en">');
    for (const landmark of [
      "<header",
      '<nav aria-label="Views"',
      '<main id="main"',
      "<footer",
      'class="skip" href="#main"',
    ])
      expect(html).toContain(landmark);
  });

  it("has contrast of at least 4.5 to 1 for every colour of text", () => {
    const colors = all(style(""), /--(?!line|wash)[a-z-]+:(#[0-9a-f]{6})/g);
    expect(colors).toHaveLength(9);
    const weak = colors.filter((color) =>
      ["#ffffff", "#f4f7f9", "#fff4d6"].some((paper) => contrast(color, paper) < 4.5),
    );
    expect(weak).toEqual([]);
    expect(contrast("#c9d4df", "#16212e")).toBeGreaterThan(4.5);
  });

  it("gives the same bytes for the same input", () => {
    expect(render(structuredClone(leaky))).toBe(pages.leaky);
  });

  it("lets no text of a plan become markup, style or an address", () => {
    fc.assert(
      fc.property(hostileAssessment(3), hostileAssessment(2), (first, second) => {
        const shape = (html: string) => tags(html).filter((tag) => !tag.includes("Content-Security-Policy"));
        const html = render(first, second);
        expect(shape(html)).toEqual(shape(render(...harmless(first, second))));
        expect(html.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 40 },
    );
  });

  it("lets no text end the style", () => {
    const sample = { ...clinic, tool: { ...clinic.tool, version: '"}</style><script>alert(1)</script>' } };
    const [css = ""] = all(render(sample), /<style>([\s\S]*?)<\/style>/g);
    expect(css.split("@bottom-left")[1]).toMatch(/^\{content:"phiward stylescriptalert1script, bundle [^"]*"/);
    expect(tags(render(sample)).filter((tag) => tag === "<script>")).toHaveLength(1);
  });
});

/** WCAG 2.2 contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
