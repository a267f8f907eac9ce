// Names that try to break out of a report, and a generator that puts them wherever a plan's text goes.

import fc from "fast-check";
import type { Assessment, Verdict } from "../../gate/assessment.ts";
import { assessment, controls, exception, verdict } from "./sample.ts";

/** What an attacker may write as the key of a `for_each`, a name or a value. */
export const tricks: readonly string[] = [
  "`",
  "```",
  "|",
  "\n",
  "\r\n",
  "\n\n# heading\n",
  "\n- [ ] item\n",
  "\n| a | b |\n|---|---|\n",
  "</details>",
  "<script>alert(1)</script>",
  '<img src="https://example.com/x" onerror=alert(1)>',
  "<!-- phiward -->",
  "-->",
  "]]>",
  "@octocat",
  "@org/team",
  "#123",
  "GH-7",
  "owner/repo#9",
  "0123456789abcdef0123456789abcdef01234567",
  "[link](https://example.com)",
  "![image](https://example.com/x.png)",
  "](https://example.com)",
  "https://example.com",
  "www.example.com",
  "me@example.com",
  "\u001b[31mred\u001b[0m",
  "\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007",
  "\u009b31m",
  "\b\b\b",
  "\u0000",
  "\u202etxt.exe",
  "\u2066\u2069",
  "\u200b",
  "\u2028",
  "\ufffe",
  "\ud800",
  "&amp;",
  "&#64;octocat",
  "\\",
  "**bold**",
  "~~~",
  "$&",
  "$x$",
  ":tada:",
  "{0}",
  "💥",
];

/** Text of some tricks and any other characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: "binary", maxLength: 8 }), fc.constant("x")), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

/** A verdict whose every free text is hostile. */
export const hostileVerdict: fc.Arbitrary<Verdict> = fc
  .record({
    control: fc.constantFrom(...controls.map(({ id }) => id)),
    key: hostileText,
    path: hostileText,
    found: hostileText,
    expected: hostileText,
    remedy: hostileText,
    title: hostileText,
    cause: hostileText,
    reason: hostileText,
    file: hostileText,
    via: hostileText,
    construct: hostileText,
    column: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    status: fc.constantFrom("fail" as const, "undetermined" as const),
    delta: fc.constantFrom("introduced" as const, "worsened" as const, "unchanged" as const, "fixed" as const),
    blocking: fc.boolean(),
    accepted: fc.boolean(),
    located: fc.boolean(),
  })
  .map(({ control, key, blocking, accepted, located, file, column, cause, reason, ...rest }) =>
    verdict(control, `aws_s3_bucket.this["${key}"]`, {
      ...rest,
      message: `aws_s3_bucket.this["${key}"]: ${rest.path} is ${rest.found}`,
      blocking: blocking && rest.delta !== "fixed" && !accepted,
      ...(rest.status === "undetermined" ? { cause } : {}),
      ...(located ? { location: { file: `dir/${file}`, line: 1, ...(column === undefined ? {} : { column }) } } : {}),
      ...(accepted ? { acceptedBy: { ...exception, reason, owner: reason, place: `dir/${file}:1` } } : {}),
    }),
  );

/** An assessment of up to `max` hostile verdicts, with hostile notes and passes. */
export function hostileAssessment(max: number): fc.Arbitrary<Assessment> {
  return fc
    .record({ verdicts: fc.array(hostileVerdict, { maxLength: max }), text: hostileText, file: hostileText })
    .map(({ verdicts, text, file }) => {
      const base = assessment(verdicts, [
        { control: "encryption.at_rest", addresses: [`aws_s3_bucket.this["${text}"]`] },
      ]);
      return {
        ...base,
        plan: { ...base.plan, file: `plan ${file}` },
        notes: [{ code: "NOTE", message: text, addresses: [`aws_s3_bucket.this["${text}"]`] }],
        exceptions: [{ id: text, state: "unused", message: text, place: `dir/${file}:1` }],
      };
    });
}
