import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../report/terminal.ts";
import { hostileAssessment } from "./hostile.ts";
import { assessment, clinic, empty, leaky, options, verdict } from "./sample.ts";

const lastLine = (text: string) => text.trimEnd().split("\n").at(-1);

describe("terminal", () => {
  it("prints what to act on, introduced and existing apart", () => {
    expect(renderTerminal([leaky], options)).toMatchSnapshot();
  });

  it("prints the outcome alone where all passed", () => {
    expect(renderTerminal([clinic], options)).toMatchInlineSnapshot(`
      "phiward 0.1.0, bundle sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
      plan       plans/clinic.plan.json
      digest     sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
      profile    hipaa
      enforce    all
      clock      2026-11-22T12:00:00Z

      pass: 0 fail, 0 undetermined, 0 accepted; 0 introduced, 0 fixed; 2 of 6 resources judged, 12 passes
      "
    `);
  });

  it("says that nothing was judged", () => {
    expect(lastLine(renderTerminal([empty], options))).toMatchInlineSnapshot(
      `"pass: nothing was judged, none of 4 resources is of a kind that a control looks at"`,
    );
  });

  it("ends several plans with a line on all of them", () => {
    expect(lastLine(renderTerminal([leaky, clinic, empty], options))).toBe("3 plans: 1 blocked, 2 pass");
  });

  it("says how many existing findings enforce: introduced tolerates, and which", () => {
    const text = renderTerminal(
      [
        assessment(
          [
            verdict("encryption.at_rest", "aws_db_instance.a"),
            verdict("encryption.at_rest", "aws_db_instance.b", { delta: "unchanged", blocking: false }),
          ],
          [],
          { enforce: "introduced" },
        ),
      ],
      { ...options, width: 120 },
    );
    expect(text.split("\n").filter((line) => line.startsWith("  critical"))).toEqual([
      "  critical: fail, blocks: Stores that may hold ePHI are encrypted at rest [encryption.at_rest]",
      "  critical: fail, tolerated: Stores that may hold ePHI are encrypted at rest [encryption.at_rest]",
    ]);
    expect(text).toContain("1 existing tolerated under enforce: introduced");
  });

  it("lists ten addresses of a shared cause and counts the rest", () => {
    const verdicts = Array.from({ length: 13 }, (_, at) =>
      verdict("encryption.customer_key", `aws_sqs_queue.jobs[${at}]`, {
        status: "undetermined",
        cause: "one cause",
        path: "",
      }),
    );
    const text = renderTerminal([assessment(verdicts)], options);
    expect(text.match(/aws_sqs_queue\.jobs\[\d+\]/g)).toHaveLength(10);
    expect(text).toContain("and 3 more, all in the json format");
    expect(text.match(/one cause$/gm)).toHaveLength(2);
  });

  it("keeps a proposed rule apart", () => {
    const proposal = { profile: "nprm-2025", title: "Proposed rule of 2025", verdicts: leaky.verdicts.slice(0, 1) };
    const text = renderTerminal([{ ...clinic, proposal }], options);
    expect(text).toContain("Proposal Proposed rule of 2025: not in force, never changes the outcome (1)");
    expect(lastLine(text)).toBe(lastLine(renderTerminal([clinic], options)));
  });

  it("says that a plan is incomplete and a profile not in force", () => {
    const text = renderTerminal(
      [
        {
          ...clinic,
          plan: { ...clinic.plan, complete: false },
          profile: { ...clinic.profile, id: "nprm-2025", inForce: false },
        },
      ],
      options,
    );
    expect(text).toContain("plan       plans/clinic.plan.json, incomplete: Terraform deferred part of it");
    expect(text).toContain("profile    nprm-2025, a proposal that is not in force");
  });

  it.each([40, 72, 120])("breaks lines at %d columns but never inside a word", (width) => {
    const lines = renderTerminal([leaky], { ...options, width })
      .split("\n")
      .slice(6, -2);
    const content = (line: string) => line.replace(/^ +([a-z ]{0,10} {2,}| - )?/, "");
    expect(
      lines.filter((line) => line.length > width && content(line).includes(" ") && !line.includes("data class")),
    ).toEqual([]);
  });

  it("adds nothing but colours where colours are asked for", () => {
    const colored = renderTerminal([leaky], { ...options, colors: picocolors.createColors(true) });
    const plain = renderTerminal([leaky], options);
    expect(colored).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  it("makes hostile names inert", () => {
    fc.assert(
      fc.property(hostileAssessment(4), (sample) => {
        expect(renderTerminal([sample], options).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
