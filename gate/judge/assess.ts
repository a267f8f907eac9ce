// Joins everything into the assessment of one plan.

import type { Atlas } from "../../catalogue/atlas-schema.ts";
import type { Catalogue } from "../../catalogue/load.ts";
import { judgesBy, type ProfileSource } from "../../catalogue/profiles.ts";
import type { Control } from "../../catalogue/types.ts";
import type { ExceptionEntry } from "../../registers/exceptions.ts";
import type { Assessment, Counts, Enforce, Verdict } from "../assessment.ts";
import type { DataClassOptions } from "../facts/data-class.ts";
import type { ResourceFacts } from "../facts/types.ts";
import type { Model } from "../model/types.ts";
import { citationsOf } from "./citations.ts";
import { judgeClaims } from "./claims.ts";
import type { Engine } from "./engine.ts";
import { evaluate, type JudgedWorld } from "./evaluate.ts";
import { type AppliedExceptions, applyExceptions } from "./exceptions.ts";
import { notesOf } from "./notes.ts";
import { collect, type Verdicts } from "./verdicts.ts";
import { expectedText } from "./word.ts";

export interface AssessInput {
  readonly version: string;
  readonly engine: Engine;
  readonly catalogue: Catalogue;
  readonly atlas: Atlas;
  readonly model: Model;
  readonly before: ReadonlyMap<string, ResourceFacts>;
  readonly after: ReadonlyMap<string, ResourceFacts>;
  readonly context: Assessment["context"];
  /** What reading the context had to say. */
  readonly contextNotes: Assessment["notes"];
  /** The rule in force, with the parameters set by `phiward.yaml`. */
  readonly profile: ProfileSource;
  /** A proposed rule to judge by beside it. */
  readonly proposal?: ProfileSource;
  readonly enforce: Enforce;
  readonly clock: Date;
  readonly exceptions: readonly ExceptionEntry[];
  readonly dataClass: DataClassOptions;
  readonly defaultApprover?: string;
  readonly registersFound: boolean;
  readonly exceptionsIgnored: boolean;
  /** See `EvaluateOptions`. */
  readonly reuse?: boolean;
}

/**
 * Judges a plan.
 *
 * @throws {PhiwardError} `ENGINE_FAULT`
 */
export function assess(input: AssessInput): Assessment {
  const { model, profile, proposal, catalogue, enforce } = input;
  const worlds = judge(input, profile);
  const exceptions = exceptionsFor(input, profile);
  const result = collect({ model, ...worlds, expected: wordingOf(profile), enforce, exceptions });
  const counts = count(result, model, enforce);
  const { claims, notes: claimNotes } = judgeClaims(model, result, input.after, catalogue);
  const { file, kind, digest, formatVersion, terraformVersion, complete } = model.header;
  return {
    schema: "phiward/assessment/1",
    tool: { name: "phiward", version: input.version },
    bundle: { digest: input.engine.digest },
    clock: input.clock.toISOString(),
    profile: { id: profile.id, title: profile.title, inForce: profile.inForce },
    enforce,
    outcome: counts.blocking > 0 ? "blocked" : "pass",
    plan: {
      file,
      kind,
      digest,
      formatVersion,
      ...(terraformVersion !== undefined && { terraformVersion }),
      complete,
    },
    context: input.context,
    counts,
    ...(claims && { claims }),
    verdicts: result.verdicts,
    passed: result.passed,
    citations: citationsOf(
      { ...catalogue, controls: catalogue.controls.filter((control) => judgesBy(profile, control)) },
      result.tallies,
    ),
    exceptions: exceptions.notices(),
    scope: result.scope.map(({ resource, dataClass, dataClassSource }) => ({
      address: resource.address,
      type: resource.type,
      dataClass,
      dataClassSource,
    })),
    notes: [
      ...notesOf({ ...input, scope: result.scope, contextMissing: result.contextMissing }),
      ...claimNotes,
      ...input.contextNotes,
    ],
    ...(proposal && {
      proposal: { profile: proposal.id, title: proposal.title, verdicts: readiness(input, proposal, worlds) },
    }),
  };
}

function judge(
  input: AssessInput,
  profile: ProfileSource,
): { readonly before: JudgedWorld; readonly after: JudgedWorld } {
  const [before, after] = evaluate([input.before, input.after], input.engine, input.catalogue.controls, profile, {
    reuse: input.reuse ?? true,
  });
  if (!before || !after) throw new Error("two worlds went in and fewer came out");
  return { before, after };
}

/** What does not pass under a proposed rule. Nothing of it blocks. */
function readiness(input: AssessInput, proposal: ProfileSource, inForce: ReturnType<typeof judge>): readonly Verdict[] {
  const same = JSON.stringify(proposal.parameters) === JSON.stringify(input.profile.parameters);
  const worlds = same ? inForce : judge(input, proposal);
  const { verdicts } = collect({
    model: input.model,
    ...worlds,
    expected: wordingOf(proposal),
    enforce: "observe",
    exceptions: exceptionsFor(input, proposal),
  });
  return verdicts.filter((verdict) => verdict.delta !== "fixed");
}

function exceptionsFor({ exceptions, catalogue, clock }: AssessInput, profile: ProfileSource): AppliedExceptions {
  return applyExceptions(
    exceptions,
    catalogue,
    {
      admits: profile.admits,
      maxDays: numberOf(profile, "exception_max_days"),
      remediationMaxDays: numberOf(profile, "remediation_max_days"),
    },
    clock,
  );
}

/** Expectations of a profile's controls; each is worded once. */
function wordingOf(profile: ProfileSource): (control: Control) => string {
  const known = new Map<string, string>();
  return (control) => {
    let text = known.get(control.id);
    if (text === undefined) {
      text = expectedText(control, profile.parameters);
      known.set(control.id, text);
    }
    return text;
  };
}

function numberOf(profile: ProfileSource, name: string): number {
  const value = profile.parameters[name];
  if (typeof value !== "number") throw new Error(`the profile ${profile.id} has no number ${name}`);
  return value;
}

function count(result: Verdicts, model: Model, enforce: Enforce): Counts {
  const counts = { pass: 0, fail: 0, undetermined: 0, accepted: 0, introduced: 0, fixed: 0, blocking: 0, tolerated: 0 };
  for (const tally of result.tallies.values()) {
    counts.pass += tally.pass;
    counts.fail += tally.fail;
    counts.undetermined += tally.undetermined;
    counts.accepted += tally.accepted;
  }
  for (const verdict of result.verdicts) {
    if (verdict.delta === "fixed") counts.fixed++;
    else if (verdict.delta !== "unchanged") counts.introduced++;
    if (verdict.blocking) counts.blocking++;
    if (enforce === "introduced" && tolerated(verdict)) counts.tolerated++;
  }
  return { ...counts, resources: model.count, judged: result.scope.length };
}

/** Blocks only because it stood there before. */
const tolerated = (verdict: Verdict): boolean =>
  verdict.delta === "unchanged" && !verdict.acceptedBy && (verdict.status === "fail" || verdict.dataClass !== "none");
