// JUnit XML for build servers: a suite for each plan, a case for each finding, one case for all that a control passed.

import type { Assessment, Passed, Verdict } from "../gate/assessment.ts";
import type { Renderer } from "./options.ts";
import { inert, oneLine, plural } from "./text.ts";
import {
  acceptedText,
  effectText,
  foundText,
  locationText,
  safeguardIndex,
  safeguardText,
  summaryText,
} from "./wording.ts";

type Attributes = Readonly<Record<string, string | number>>;
type Name = (citation: string) => string;

/** A document that both the Jenkins and the Windyroad schema take: no times, no host, so that equal input gives equal bytes. */
export const renderJunit: Renderer = (assessments, options) => {
  const index = safeguardIndex(options.safeguards);
  const name: Name = (citation) => safeguardText(citation, index);
  const suites = assessments.map((assessment, at) => suite(assessment, at, name));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", {}, suites)}\n`;
};

function suite(assessment: Assessment, at: number, name: Name): string {
  const standing = assessment.verdicts.filter(({ delta }) => delta !== "fixed");
  const cases = [
    ...standing.map((verdict) => findingCase(verdict, assessment, name)),
    ...assessment.passed.filter(({ addresses }) => addresses.length > 0).map(passCase),
  ];
  const failures = standing.filter(({ blocking }) => blocking).length;
  const attributes = {
    name: `phiward ${assessment.plan.file}`,
    package: "phiward",
    id: at,
    timestamp: timestamp(assessment.clock),
    hostname: "localhost",
    tests: cases.length,
    failures,
    errors: 0,
    skipped: standing.length - failures,
    time: 0,
  };
  return element("testsuite", attributes, [
    element("properties", {}, properties(assessment)),
    ...cases,
    textElement("system-out", {}, output(assessment)),
    textElement("system-err", {}, ""),
  ]);
}

/** ISO date and time without a zone, in UTC, as the schemas ask for; the clock is an input, so this is no measurement. */
function timestamp(clock: string): string {
  const time = Date.parse(clock);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString().slice(0, 19);
}

function properties({ tool, bundle, plan, profile, enforce, clock, outcome }: Assessment): string[] {
  const values = {
    version: tool.version,
    bundle: bundle.digest,
    plan: plan.digest,
    profile: profile.id,
    enforce,
    clock,
    outcome,
  };
  return Object.entries(values).map(([name, value]) => element("property", { name, value }, []));
}

/** What blocks is a failure; what is accepted, tolerated or observed is skipped, and says why. */
function findingCase(verdict: Verdict, { enforce }: Assessment, name: Name): string {
  const attributes = { name: verdict.address, classname: verdict.control, time: 0 };
  const result = verdict.blocking
    ? textElement("failure", { message: verdict.message, type: verdict.status }, details(verdict, name))
    : textElement(
        "skipped",
        { message: `${effectText(verdict, enforce)}: ${verdict.message}` },
        details(verdict, name),
      );
  return element("testcase", attributes, [result]);
}

function passCase({ control }: Passed): string {
  return element("testcase", { name: "resources that pass", classname: control, time: 0 }, []);
}

function details(verdict: Verdict, name: Name): string {
  const lines: (readonly [string, string])[] = [
    ["severity", verdict.severity],
    ["status", `${verdict.status}, ${verdict.delta}`],
    ["found", foundText(verdict)],
    ["expected", verdict.expected],
  ];
  if (verdict.cause !== undefined) lines.push(["cause", verdict.cause]);
  if (verdict.basis !== undefined) lines.push(["rests on", verdict.basis]);
  lines.push(...verdict.supports.map((citation) => ["safeguard", name(citation)] as const));
  lines.push(["fix", oneLine(verdict.remedy)]);
  if (verdict.acceptedBy) lines.push(["accepted", acceptedText(verdict.acceptedBy)]);
  if (verdict.location) lines.push(["at", locationText(verdict.location)]);
  return lines.map(([label, text]) => `${label}: ${inert(text)}`).join("\n");
}

function output(assessment: Assessment): string {
  const lines = [
    summaryText(assessment),
    ...assessment.passed.map(({ control, addresses }) => `${control}: ${plural(addresses.length, "resource")} passed`),
    ...assessment.exceptions.map(({ state, message }) => `exception ${state}: ${message}`),
    ...assessment.notes.map(({ message }) => `note: ${message}`),
  ];
  return lines.map(inert).join("\n");
}

function element(name: string, attributes: Attributes, children: readonly string[]): string {
  const open = opening(name, attributes);
  if (children.length === 0) return `${open}/>`;
  return [`${open}>`, ...children, `</${name}>`].join("\n");
}

function textElement(name: string, attributes: Attributes, text: string): string {
  return `${opening(name, attributes)}>${escaped(text)}</${name}>`;
}

function opening(name: string, attributes: Attributes): string {
  const parts = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(inert(String(value)))}"`);
  return `<${name}${parts.join("")}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text that `inert` has been over, for XML: the two characters that it lets through and XML forbids are left out. */
function escaped(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
