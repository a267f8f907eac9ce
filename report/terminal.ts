// Text for a person at a terminal: what this plan brings first, then what was so already, each with its fix.

import picocolors from "picocolors";
import type { Safeguard, Severity } from "../catalogue/types.ts";
import type { Assessment, Verdict } from "../gate/assessment.ts";
import { byControl, type Group, groupsOf, sectionsOf } from "./findings.ts";
import type { Colors, Renderer } from "./options.ts";
import { inert, oneLine, plural, wrap } from "./text.ts";
import {
  acceptedText,
  effectText,
  foundText,
  identityText,
  locationText,
  safeguardIndex,
  safeguardText,
  statusText,
  summaryText,
  toolText,
} from "./wording.ts";

const DEFAULT_WIDTH = 100;
/** Narrower than this, labels and text no longer fit side by side. */
const MIN_WIDTH = 40;
/** Wider lines are hard to read, however wide the terminal. */
const MAX_WIDTH = 120;
/** Addresses listed below a shared cause or a note; the json format has them all. */
const MAX_LISTED = 10;
const LABEL_WIDTH = 11;

interface Page {
  readonly colors: Colors;
  readonly width: number;
  readonly safeguards: ReadonlyMap<string, Safeguard>;
}

/** One block for each plan, and with several plans a line on all of them. */
export const renderTerminal: Renderer = (assessments, options) => {
  const page: Page = {
    colors: options.colors ?? picocolors.createColors(false),
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width ?? DEFAULT_WIDTH)),
    safeguards: safeguardIndex(options.safeguards),
  };
  const blocks = assessments.map((assessment) => block(assessment, page).join("\n"));
  if (assessments.length > 1) {
    const blocked = assessments.filter(({ outcome }) => outcome === "blocked").length;
    blocks.push(`${assessments.length} plans: ${blocked} blocked, ${assessments.length - blocked} pass`);
  }
  return blocks.map((text) => `${text}\n`).join("\n");
};

function block(assessment: Assessment, page: Page): string[] {
  const { colors } = page;
  const { introduced, existing, fixed } = sectionsOf(assessment.verdicts);
  const lines = [
    colors.dim(inert(toolText(assessment))),
    ...identityText(assessment).map(([label, text]) => `${label.padEnd(LABEL_WIDTH)}${inert(text)}`),
    ...assessment.context.map(({ file }) => `${"context".padEnd(LABEL_WIDTH)}${inert(file)}`),
    ...section("Introduced by this plan", introduced, assessment, page),
    ...section("Existing before this plan", existing, assessment, page),
    ...brief("Fixed by this plan", fixed, page),
  ];
  const { proposal } = assessment;
  if (proposal) {
    const title = `Proposal ${inert(proposal.title)}: not in force, never changes the outcome`;
    lines.push(...brief(title, proposal.verdicts, page));
  }
  lines.push(...exceptionLines(assessment, page), ...noteLines(assessment, page), "");
  const paint = assessment.outcome === "blocked" ? colors.red : colors.green;
  // One line however long, so that it can be searched for.
  lines.push(colors.bold(paint(inert(summaryText(assessment)))));
  return lines;
}

function section(title: string, verdicts: readonly Verdict[], assessment: Assessment, page: Page): string[] {
  if (verdicts.length === 0) return [];
  const groups = groupsOf(verdicts).flatMap((group) => ["", ...groupLines(group, assessment, page)]);
  return ["", page.colors.bold(`${title} (${verdicts.length})`), ...groups];
}

function groupLines(group: Group, assessment: Assessment, page: Page): string[] {
  const { colors } = page;
  if (group.kind === "resource") {
    const [first] = group.verdicts;
    const place = first?.location ? `  ${colors.dim(inert(locationText(first.location)))}` : "";
    const heading = `${colors.underline(inert(group.address))}  data class ${first?.dataClass}${place}`;
    return [heading, ...group.verdicts.flatMap((verdict) => findingLines(verdict, assessment, page))];
  }
  const heading = `${plural(group.verdicts.length, "verdict")} undetermined for one cause`;
  const controls = byControl(group.verdicts).flatMap((verdicts) => sharedLines(verdicts, assessment, page));
  return [colors.underline(heading), ...labelled("cause", group.cause, page), ...controls];
}

/** One control that a shared cause leaves open, and the resources it looked at. */
function sharedLines(verdicts: readonly [Verdict, ...Verdict[]], assessment: Assessment, page: Page): string[] {
  const [first] = verdicts;
  const addresses = verdicts.map((verdict) => {
    const place = verdict.location ? ` (${locationText(verdict.location)})` : "";
    return `${verdict.address}${place}, ${foundText(verdict)}`;
  });
  return [
    ...headLines(first, assessment, page),
    ...listed("resources", addresses, page),
    ...labelled("expected", first.expected, page),
    ...safeguardLines(first, page),
    ...labelled("fix", oneLine(first.remedy), page),
  ];
}

function findingLines(verdict: Verdict, assessment: Assessment, page: Page): string[] {
  const lines = [
    ...headLines(verdict, assessment, page),
    ...labelled("found", foundText(verdict), page),
    ...labelled("expected", verdict.expected, page),
  ];
  if (verdict.cause !== undefined) lines.push(...labelled("cause", verdict.cause, page));
  if (verdict.basis !== undefined) lines.push(...labelled("rests on", verdict.basis, page));
  lines.push(...safeguardLines(verdict, page), ...labelled("fix", oneLine(verdict.remedy), page));
  if (verdict.acceptedBy) {
    lines.push(...labelled("accepted", acceptedText(verdict.acceptedBy), page));
    lines.push(...labelled("instead", verdict.acceptedBy.compensating, page));
  }
  return lines;
}

/** `critical  fail, blocks  encryption.at_rest  Stores that …`. */
function headLines(verdict: Verdict, { enforce }: Assessment, { colors, width }: Page): string[] {
  const state = `${statusText(verdict)}, ${effectText(verdict, enforce)}`;
  const plain = `${verdict.severity}: ${state}: ${verdict.title} [${verdict.control}]`;
  const [first = "", ...rest] = wrap(inert(plain), width - 4);
  const painted = first.replace(verdict.severity, () => severityColor(verdict.severity, colors)(verdict.severity));
  return [`  ${painted}`, ...rest.map((line) => `    ${line}`)];
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === "critical") return (text) => colors.bold(colors.red(text));
  if (severity === "high") return colors.red;
  return severity === "medium" ? colors.yellow : colors.cyan;
}

function safeguardLines(verdict: Verdict, page: Page): string[] {
  const texts = verdict.supports.map((citation) => safeguardText(citation, page.safeguards));
  return texts.flatMap((text, at) => labelled(at === 0 ? "safeguard" : "", text, page));
}

/** A label and its text, wrapped beside it. */
function labelled(label: string, text: string, { colors, width }: Page): string[] {
  const lines = wrap(inert(text), width - LABEL_WIDTH - 4);
  return lines.map((line, at) => `    ${colors.dim((at === 0 ? label : "").padEnd(LABEL_WIDTH))}${line}`);
}

function listed(label: string, texts: readonly string[], page: Page): string[] {
  const shown = texts.slice(0, MAX_LISTED);
  const more = texts.length - shown.length;
  if (more > 0) shown.push(`and ${more} more, all in the json format`);
  return shown.flatMap((text, at) => labelled(at === 0 ? label : "", text, page));
}

function brief(title: string, verdicts: readonly Verdict[], page: Page): string[] {
  if (verdicts.length === 0) return [];
  const lines = verdicts.flatMap(({ message }) => bullet(message, page));
  return ["", page.colors.bold(`${title} (${verdicts.length})`), ...lines];
}

function bullet(text: string, { width }: Page): string[] {
  return wrap(inert(text), width - 4).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
}

function exceptionLines({ exceptions }: Assessment, page: Page): string[] {
  if (exceptions.length === 0) return [];
  const lines = exceptions.flatMap(({ state, message }) => bullet(`${state}: ${message}`, page));
  return ["", page.colors.bold(`Exceptions that need somebody (${exceptions.length})`), ...lines];
}

function noteLines({ notes }: Assessment, page: Page): string[] {
  if (notes.length === 0) return [];
  const lines = notes.flatMap(({ message, addresses = [] }) => [
    ...bullet(message, page),
    ...(addresses.length > 0 ? listed("resources", addresses, page) : []),
  ]);
  return ["", page.colors.bold(`Notes (${notes.length})`), ...lines];
}
