// The rules of a SARIF run: one for each control that judged, with its page as help.

import type { Control, Severity } from "../catalogue/types.ts";
import type { Assessment, Verdict } from "../gate/assessment.ts";
import type { RenderOptions } from "./options.ts";
import { clip, oneLine } from "./text.ts";
import { expectedText, safeguardIndex, safeguardText } from "./wording.ts";

/** GitHub takes 20 tags of a rule and shows 10. */
const MAX_TAGS = 20;
/** GitHub's limit for descriptions. */
const MAX_DESCRIPTION = 1024;

/** GitHub reads these as critical above 9.0, high from 7.0, medium from 4.0, else low. */
const SECURITY_SEVERITY: Record<Severity, string> = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" };
const LEVEL = { critical: "error", high: "error", medium: "warning", low: "note" } as const;

type RuleText = Pick<Control, "id" | "title" | "severity" | "supports"> & Partial<Control>;

/** Rules of the controls that gave a verdict or a pass, in the order of the catalogue; those it does not know come last. */
export function rulesOf(assessments: readonly Assessment[], options: RenderOptions) {
  const judged = new Set<string>();
  const unknown = new Map<string, Verdict>();
  const known = new Set(options.catalogue.map(({ id }) => id));
  for (const { verdicts, passed } of assessments) {
    for (const { control } of passed) judged.add(control);
    for (const verdict of verdicts) {
      judged.add(verdict.control);
      if (!known.has(verdict.control) && !unknown.has(verdict.control)) unknown.set(verdict.control, verdict);
    }
  }
  const foreign = [...unknown.values()].map(({ control, title, severity, supports }) => ({
    id: control,
    title,
    severity,
    supports,
  }));
  const texts: RuleText[] = [...options.catalogue.filter(({ id }) => judged.has(id)), ...foreign];
  return texts.map((text) => rule(text, options));
}

function rule(control: RuleText, options: RenderOptions) {
  const title = oneLine(control.title);
  return {
    id: control.id,
    name: control.id,
    shortDescription: { text: clip(title, MAX_DESCRIPTION) },
    fullDescription: { text: clip(oneLine(control.why ?? title), MAX_DESCRIPTION) },
    help: help(control, options),
    defaultConfiguration: { level: LEVEL[control.severity] },
    properties: {
      "security-severity": SECURITY_SEVERITY[control.severity],
      tags: ["security", ...control.supports].slice(0, MAX_TAGS),
    },
  };
}

function help({ title, why, remedy, sources = [], supports, ...control }: RuleText, options: RenderOptions) {
  const expected = control.expected && expectedText(control.expected);
  const index = safeguardIndex(options.safeguards);
  const safeguards = supports.map((citation) => safeguardText(citation, index));
  const plain = [why, expected && `Expected: ${expected}.`, remedy && `Fix: ${remedy.terraform}.`];
  const markdown = [
    why,
    expected && `**Expected:** ${expected}`,
    remedy && `**Fix in Terraform:** ${remedy.terraform}`,
    remedy?.construct && `**Construct:** \`${remedy.construct}\``,
    `**Supports:**\n\n${safeguards.map((text) => `- ${text}`).join("\n")}`,
    sources.length > 0 && `**Sources:**\n\n${sources.map((url) => `- <${url}>`).join("\n")}`,
  ];
  return {
    text: [...plain.filter(Boolean), `Supports: ${safeguards.join("; ")}.`]
      .map((part) => oneLine(String(part)))
      .join("\n"),
    markdown: [`# ${oneLine(title)}`, ...markdown.filter(Boolean)].join("\n\n"),
  };
}
