// Markdown for one comment on a pull request: what it introduces first, what was so before folded away, within GitHub's limit.

import type { Assessment, Enforce, Verdict } from "../gate/assessment.ts";
import { byControl, type Group, groupsOf, sectionsOf } from "./findings.ts";
import { Budget, code, prose, type Speech, speechOf } from "./markdown-text.ts";
import type { Renderer } from "./options.ts";
import { plural } from "./text.ts";
import { acceptedText, effectText, foundText, locationText, statusText, summaryText } from "./wording.ts";

/** First line of the comment: whoever posts it looks for this line to replace the last one. */
export const MARKER = "<!-- phiward:comment -->";

/** GitHub refuses a longer comment. Counted here in bytes, of which a character has at least one. */
const MAX_BYTES = 65_536;
/** Kept for the line that says how many plans are left out. */
const RESERVE = 300;
/** Addresses listed below a shared cause or a note. */
const MAX_LISTED = 10;

interface Part {
  readonly assessment: Assessment;
  /** Everything that is printed of the plan, in order. */
  readonly lines: string[];
}

/** The comment. Each plan says its outcome before any plan says its findings, so that the limit cuts findings, not outcomes. */
export const renderMarkdown: Renderer = (assessments, options) => {
  const budget = new Budget(MAX_BYTES - RESERVE);
  const speech = speechOf(options.catalogue, options.safeguards);
  budget.take(joined([MARKER]));
  const parts: Part[] = [];
  for (const assessment of blockedFirst(assessments)) {
    const lines = [...headLines(assessment), footLine(assessment)];
    if (!budget.take(joined(lines))) break;
    parts.push({ assessment, lines });
  }
  for (const part of parts) insert(part, introducedLines(part.assessment, speech, budget));
  for (const part of parts) insert(part, existingLines(part.assessment, speech, budget));
  for (const part of parts) insert(part, otherLines(part.assessment, speech, budget));
  const left = assessments.length - parts.length;
  const more = left > 0 ? [`_and ${plural(left, "more plan")}: the json format has all_`] : [];
  return `${joined([MARKER, ...parts.flatMap(({ lines }) => lines), ...more]).trimEnd()}\n`;
};

function blockedFirst(assessments: readonly Assessment[]): Assessment[] {
  const blocked = assessments.filter(({ outcome }) => outcome === "blocked");
  return [...blocked, ...assessments.filter(({ outcome }) => outcome !== "blocked")];
}

/** Paragraphs, each ended by a blank line: without one GitHub reads what stands in `<details>` as HTML. */
function joined(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `${paragraph}\n\n`).join("");
}

/** Puts lines before the last one, which says who judged. */
function insert({ lines }: Part, more: readonly string[]): void {
  lines.splice(-1, 0, ...more);
}

function headLines(assessment: Assessment): string[] {
  const { plan, outcome, profile } = assessment;
  const lines = [`## phiward: ${outcome}`, `${plan.kind} ${code(plan.file)}`, `**${prose(summaryText(assessment))}**`];
  if (!plan.complete) lines.push("The plan is incomplete: Terraform deferred part of it.");
  if (!profile.inForce) lines.push("The profile is a proposal that is not in force.");
  return lines;
}

function footLine({ tool, bundle, plan, profile, clock }: Assessment): string {
  const facts = [tool.version, `bundle ${bundle.digest}`, `plan ${plan.digest}`, `profile ${profile.id}`, clock];
  return `<sub>phiward ${facts.map(code).join(" · ")}</sub>`;
}

function introducedLines(assessment: Assessment, speech: Speech, budget: Budget): string[] {
  const { introduced } = sectionsOf(assessment.verdicts);
  if (introduced.length === 0) return [];
  const title = `### Introduced by this plan (${introduced.length})`;
  return fitted([title], findings(introduced, assessment, speech), [], budget);
}

function existingLines(assessment: Assessment, speech: Speech, budget: Budget): string[] {
  const { existing } = sectionsOf(assessment.verdicts);
  return folded(`Existing before this plan (${existing.length})`, findings(existing, assessment, speech), budget);
}

function otherLines({ verdicts, proposal, exceptions, notes }: Assessment, { say }: Speech, budget: Budget): string[] {
  const { fixed } = sectionsOf(verdicts);
  const single = (text: string): Block => ({ text, findings: 1 });
  const proposed = proposal?.verdicts ?? [];
  const listNotes = notes.map(({ message, addresses = [] }) =>
    single([`- ${say(message)}`, ...listed(addresses)].join("\n")),
  );
  return [
    ...folded(
      `Fixed by this plan (${fixed.length})`,
      fixed.map(({ message }) => single(`- ${code(message)}`)),
      budget,
    ),
    ...folded(
      `A proposed rule, not in force, never changes the outcome (${proposed.length})`,
      proposed.map(({ message }) => single(`- ${code(message)}`)),
      budget,
    ),
    ...folded(
      `Exceptions that need somebody (${exceptions.length})`,
      exceptions.map(({ state, message }) => single(`- ${state}: ${code(message)}`)),
      budget,
    ),
    ...folded(`Notes (${notes.length})`, listNotes, budget),
  ];
}

/** Text that is printed whole or not at all, and how many findings it speaks of. */
interface Block {
  readonly text: string;
  readonly findings: number;
}

function folded(title: string, blocks: readonly Block[], budget: Budget): string[] {
  if (blocks.length === 0) return [];
  return fitted([`<details>\n<summary>${title}</summary>`], blocks, ["</details>"], budget);
}

/** As many blocks as fit between `before` and `after`, and a line that says how many findings are left out. */
function fitted(
  before: readonly string[],
  blocks: readonly Block[],
  after: readonly string[],
  budget: Budget,
): string[] {
  const total = blocks.reduce((sum, block) => sum + block.findings, 0);
  if (!budget.take(joined([...before, moreLine(total), ...after]))) return [];
  const lines = [...before];
  let shown = 0;
  for (const { text, findings: count } of blocks) {
    if (!budget.take(joined([text]))) break;
    lines.push(text);
    shown += count;
  }
  if (shown < total) lines.push(moreLine(total - shown));
  return [...lines, ...after];
}

function moreLine(count: number): string {
  return `_and ${count} more: the json format has all_`;
}

function findings(verdicts: readonly Verdict[], { enforce }: Assessment, speech: Speech): Block[] {
  return groupsOf(verdicts).map((group) => ({
    text: groupLines(group, enforce, speech).join("\n"),
    findings: group.verdicts.length,
  }));
}

function groupLines(group: Group, enforce: Enforce, speech: Speech): string[] {
  if (group.kind === "resource") {
    const [first] = group.verdicts;
    const place = first?.location ? ` at ${code(locationText(first.location))}` : "";
    const heading = `- ${code(group.address)}${place}`;
    return [heading, ...group.verdicts.flatMap((verdict) => findingLines(verdict, enforce, speech))];
  }
  const heading = `- ${plural(group.verdicts.length, "verdict")} undetermined for one cause: ${speech.say(group.cause)}`;
  const controls = byControl(group.verdicts).flatMap(([first, ...rest]) => [
    ...headingLines(first, enforce, speech),
    ...listed([first, ...rest].map(({ address }) => address)).map((line) => `  ${line}`),
    ...adviceLines(first, speech),
  ]);
  return [heading, ...controls];
}

function findingLines(verdict: Verdict, enforce: Enforce, speech: Speech): string[] {
  const lines = [...headingLines(verdict, enforce, speech), `    - found ${code(foundText(verdict))}`];
  if (verdict.cause !== undefined) lines.push(`    - undetermined because ${speech.say(verdict.cause)}`);
  if (verdict.basis !== undefined) lines.push(`    - rests on ${code(verdict.basis)}`);
  if (verdict.acceptedBy) {
    lines.push(`    - accepted: ${code(acceptedText(verdict.acceptedBy))}`);
    lines.push(`    - instead: ${code(verdict.acceptedBy.compensating)}`);
  }
  return [...lines, ...adviceLines(verdict, speech)];
}

function headingLines(verdict: Verdict, enforce: Enforce, { say }: Speech): string[] {
  const effect = verdict.acceptedBy ? "accepted" : effectText(verdict, enforce);
  return [
    `  - **${verdict.severity}** ${statusText(verdict)}, ${effect}: ${say(verdict.title)} (${code(verdict.control)})`,
  ];
}

function adviceLines({ expected, supports, remedy }: Verdict, { say, cite }: Speech): string[] {
  return [
    `    - expected ${say(expected)}`,
    `    - safeguard ${supports.map(cite).join("; ")}`,
    `    - fix: ${say(remedy)}`,
  ];
}

function listed(addresses: readonly string[]): string[] {
  const lines = addresses.slice(0, MAX_LISTED).map((address) => `  - ${code(address)}`);
  const more = addresses.length - lines.length;
  return more > 0 ? [...lines, `  - ${more} more`] : lines;
}
