// Turns judgements of two worlds into verdicts: what stands after the plan, what the plan mends, what passed.

import { hash } from "node:crypto";
import type { Control } from "../../catalogue/types.ts";
import type { Delta, Enforce, Passed, Verdict } from "../assessment.ts";
import type { Fact, ResourceFacts } from "../facts/types.ts";
import type { Model, Resource } from "../model/types.ts";
import { emptyTally, type Tally } from "./citations.ts";
import type { Outcome } from "./contract.ts";
import { deltaOf } from "./delta.ts";
import type { JudgedWorld, Judgement } from "./evaluate.ts";
import type { AppliedExceptions } from "./exceptions.ts";
import { message } from "./word.ts";

interface VerdictInput {
  readonly model: Model;
  readonly before: JudgedWorld;
  readonly after: JudgedWorld;
  /** What a control expects, with the profile's numbers. */
  readonly expected: (control: Control) => string;
  readonly enforce: Enforce;
  readonly exceptions: AppliedExceptions;
}

export interface Verdicts {
  /** Worst first: blocking, severity, address, control. */
  readonly verdicts: readonly Verdict[];
  /** Sorted by control; addresses sorted. */
  readonly passed: readonly Passed[];
  /** Of the world after, by control. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Judged by at least one control, by address. */
  readonly scope: readonly ResourceFacts[];
  /** Addresses of undetermined verdicts that something outside this plan would settle. */
  readonly contextMissing: readonly string[];
}

/** Verdicts of one profile. */
export function collect(input: VerdictInput): Verdicts {
  const { model, before, after } = input;
  const verdicts: Verdict[] = [];
  const passed = new Map<string, string[]>();
  const tallies = new Map<string, Tally>();
  const scope: ResourceFacts[] = [];
  const contextMissing = new Set<string>();
  /** Resources of the world before that still stand, under whichever address. */
  const standing = new Set<string>();

  for (const judgement of byAddress(after)) {
    const { resource } = judgement.facts;
    const old = earlierOf(before, resource);
    if (old) standing.add(old.facts.resource.address);
    let judged = false;
    for (const { fact, outcomes } of judgement.questions)
      for (const outcome of outcomes) {
        judged = true;
        const tally = entryOf(tallies, outcome.control.id, emptyTally);
        const was = outcomeOf(old, fact, outcome.control.id);
        if (outcome.status === "pass") {
          tally.pass++;
          entryOf(passed, outcome.control.id, () => []).push(resource.address);
          if (old && was?.status === "fail") verdicts.push(fixed(input, old, fact, was, resource));
          continue;
        }
        const verdict = standingVerdict(input, judgement, fact, outcome, old, was);
        verdicts.push(verdict);
        if (verdict.status === "undetermined") {
          tally.undetermined++;
          if (factOf(judgement, fact)?.byAbsence === true) contextMissing.add(resource.address);
        } else if (!verdict.acceptedBy) tally.fail++;
        else {
          tally.accepted++;
          if (verdict.acceptedBy.kind === "remediation") tally.remediation++;
        }
      }
    if (judged) scope.push(judgement.facts);
    if (old) verdicts.push(...noLongerJudged(input, old, judgement));
  }
  for (const old of byAddress(before)) {
    const { resource } = old.facts;
    if (standing.has(resource.address) || !removes(resource, model)) continue;
    for (const { fact, outcomes } of old.questions)
      for (const was of outcomes) if (was.status === "fail") verdicts.push(fixed(input, old, fact, was, resource));
  }

  return {
    verdicts: worstFirst(verdicts),
    passed: [...passed]
      .map(([control, addresses]) => ({ control, addresses }))
      .sort((a, b) => (a.control < b.control ? -1 : 1)),
    tallies,
    scope,
    contextMissing: [...contextMissing],
  };
}

/**
 * The same resource in the world before. Terraform tells the prior state of a moved resource under its new address; a world
 * that keeps the old one is understood as well.
 */
function earlierOf(before: JudgedWorld, { address, previousAddress }: Resource): Judgement | undefined {
  const same = before.get(address);
  if (previousAddress === undefined || same?.facts.resource.previousAddress === previousAddress) return same;
  return before.get(previousAddress);
}

/** Terraform forgets some resources without deleting them: their faults stay in the account. */
const removes = (resource: Resource, model: Model): boolean =>
  resource.action !== "forget" && model.header.kind === "plan";

/** Fails of controls that no longer apply to a resource that still stands. */
function noLongerJudged(input: VerdictInput, old: Judgement, now: Judgement): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const { fact, outcomes } of old.questions)
    for (const was of outcomes)
      if (was.status === "fail" && !outcomeOf(now, fact, was.control.id))
        verdicts.push(fixed(input, old, fact, was, now.facts.resource));
  return verdicts;
}

function standingVerdict(
  input: VerdictInput,
  judgement: Judgement,
  name: string,
  outcome: Outcome,
  old: Judgement | undefined,
  was: Outcome | undefined,
): Verdict {
  const { control, status } = outcome;
  const { resource, dataClass } = judgement.facts;
  const fact = knownFact(judgement, name);
  const earlier = old && factOf(old, name);
  const delta = deltaOf(
    name,
    { status, judged: fact.judged },
    was && earlier && { status: was.status, judged: earlier.judged },
  );
  const acceptedBy = status === "fail" ? input.exceptions.accept(control.id, resource.address) : undefined;
  const expired = status === "fail" && !acceptedBy ? input.exceptions.expired(control.id, resource.address) : undefined;
  const weighs = status === "fail" ? !acceptedBy : dataClass !== "none";
  const enforced = input.enforce === "all" || (input.enforce === "introduced" && delta !== "unchanged");
  const verdict = draft(input, judgement, fact, outcome, resource, delta);
  verdict.blocking = weighs && enforced;
  if (acceptedBy) verdict.acceptedBy = acceptedBy;
  if (expired) verdict.message += `; exception ${expired.id} expired on ${expired.until}`;
  return verdict;
}

function fixed(input: VerdictInput, old: Judgement, name: string, was: Outcome, now: Resource): Verdict {
  return draft(input, old, knownFact(old, name), was, now, "fixed");
}

type Draft = { -readonly [Key in keyof Verdict]: Verdict[Key] };

/** What every verdict says. Keys are set one by one: spreading optional ones cost more than all the rest. */
function draft(
  input: VerdictInput,
  { facts }: Judgement,
  fact: Fact,
  outcome: Outcome,
  now: Resource,
  delta: Delta,
): Draft {
  const { control } = outcome;
  const { address } = now;
  const found = outcome.found ?? fact.found;
  const expected = outcome.expected ?? input.expected(control);
  const verdict: Draft = {
    control: control.id,
    title: control.title,
    address,
    type: facts.resource.type,
    status: outcome.status === "undetermined" ? "undetermined" : "fail",
    delta,
    severity: control.severity,
    supports: control.supports,
    path: fact.path,
    found,
    expected,
    message: message({ address, fact, found, expected, control, fixed: delta === "fixed" }),
    remedy: control.remedy.terraform,
    dataClass: facts.dataClass,
    blocking: false,
    fingerprint: hash("sha256", `${control.id}\n${address}\n${fact.path}`, "hex"),
  };
  if (fact.address !== undefined) verdict.via = fact.address;
  if (fact.cause !== undefined) verdict.cause = fact.cause;
  if (fact.basis !== undefined) verdict.basis = fact.basis;
  const location = input.model.location(now);
  if (location) verdict.location = location;
  const construct = input.model.trace(now)?.construct;
  if (construct !== undefined) verdict.construct = construct;
  return verdict;
}

const factOf = (judgement: Judgement, name: string): Fact | undefined => judgement.facts.facts.get(name);

function knownFact(judgement: Judgement, name: string): Fact {
  const fact = factOf(judgement, name);
  if (!fact) throw new Error(`${judgement.facts.resource.address} was judged by a fact it lacks: ${name}`);
  return fact;
}

function outcomeOf(judgement: Judgement | undefined, fact: string, control: string): Outcome | undefined {
  return judgement?.questions
    .find((question) => question.fact === fact)
    ?.outcomes.find((outcome) => outcome.control.id === control);
}

function entryOf<T>(map: Map<string, T>, key: string, empty: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = empty();
    map.set(key, value);
  }
  return value;
}

const byAddress = (world: JudgedWorld): readonly Judgement[] =>
  [...world.values()].sort((a, b) => (a.facts.resource.address < b.facts.resource.address ? -1 : 1));

const ranks = { critical: 0, high: 1, medium: 2, low: 3 } as const;

function worstFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  return [...verdicts].sort(
    (a, b) =>
      Number(b.blocking) - Number(a.blocking) ||
      Number(a.delta === "fixed") - Number(b.delta === "fixed") ||
      ranks[a.severity] - ranks[b.severity] ||
      (a.address < b.address ? -1 : a.address > b.address ? 1 : 0) ||
      (a.control < b.control ? -1 : a.control > b.control ? 1 : 0),
  );
}
