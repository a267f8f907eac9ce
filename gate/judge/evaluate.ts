// Sends facts to the policies. Resources whose judged part of a fact and data class are equal share one verdict: only one of
// them goes to the engine. The worlds before and after share them too.

import { judgesBy, type ProfileSource } from "../../catalogue/profiles.ts";
import type { Control } from "../../catalogue/types.ts";
import type { DataClass, Judged, ResourceFacts } from "../facts/types.ts";
import { CANARY, worstOf } from "./canary.ts";
import { type Outcome, readAnswer } from "./contract.ts";
import { type Engine, engineFault, type PolicyInput } from "./engine.ts";

/** What is judged once for all resources that look the same. */
interface Question {
  readonly fact: string;
  readonly judged: Judged;
  readonly dataClass: DataClass;
  outcomes: readonly Outcome[];
}

/** One resource in one world, with what each control that applies says of it. */
export interface Judgement {
  readonly facts: ResourceFacts;
  readonly questions: readonly { readonly fact: string; readonly outcomes: readonly Outcome[] }[];
}
export type JudgedWorld = ReadonlyMap<string, Judgement>;

/** Resources in one call of the engine: large enough to forget the cost of a call, small enough for its memory. */
const SHARD = 400;

interface EvaluateOptions {
  /** Ask for each resource by itself. Slow: for tests and measurements. Default `true`. */
  readonly reuse?: boolean;
}

/**
 * Judges worlds.
 *
 * @returns for each world its resources in the world's order
 * @throws {PhiwardError} `ENGINE_FAULT`
 */
export function evaluate(
  worlds: readonly ReadonlyMap<string, ResourceFacts>[],
  engine: Engine,
  controls: readonly Control[],
  profile: Pick<ProfileSource, "parameters" | "lineage">,
  { reuse = true }: EvaluateOptions = {},
): readonly JudgedWorld[] {
  const byFact = new Map<string, Control[]>();
  for (const control of controls) {
    const list = byFact.get(control.judges);
    if (list) list.push(control);
    else byFact.set(control.judges, [control]);
  }
  const judged = [...byFact].filter(([, own]) => own.some((control) => judgesBy(profile, control)));
  const asked = new Map<string, Pool>(judged.map(([fact]) => [fact, new Pool()]));
  const done = new Map<ReadonlyMap<string, ResourceFacts>, JudgedWorld>();
  const judgements = worlds.map((world) => {
    const known = done.get(world);
    if (known) return known;
    const all = new Map<string, Judgement>();
    for (const [address, facts] of world) all.set(address, { facts, questions: ask(facts, asked, reuse) });
    done.set(world, all);
    return all;
  });
  for (const [fact, { questions }] of asked) answer(fact, questions, engine, byFact.get(fact) ?? [], profile);
  return judgements;
}

/** Questions about one fact, found again without building text where the fact is a state alone, as most are. */
class Pool {
  readonly questions: Question[] = [];
  private readonly plain: Readonly<Record<DataClass, Map<string, Question>>> = {
    ephi: new Map(),
    "ephi-derived": new Map(),
    none: new Map(),
    unclassified: new Map(),
  };
  private readonly rich = new Map<string, Question>();

  /** The question that these have in common with others before, or a new one. */
  of(fact: string, judged: Judged, dataClass: DataClass): Question {
    const alone = isStateAlone(judged);
    const known = alone ? this.plain[dataClass] : this.rich;
    const key = alone ? judged.state : `${dataClass} ${JSON.stringify(judged)}`;
    let question = known.get(key);
    if (!question) {
      question = this.add(fact, judged, dataClass);
      known.set(key, question);
    }
    return question;
  }

  /** A question by itself. */
  add(fact: string, judged: Judged, dataClass: DataClass): Question {
    const question = { fact, judged, dataClass, outcomes: [] };
    this.questions.push(question);
    return question;
  }
}

function isStateAlone(judged: Judged): boolean {
  for (const name in judged) if (name !== "state") return false;
  return true;
}

function ask(resource: ResourceFacts, asked: ReadonlyMap<string, Pool>, reuse: boolean): readonly Question[] {
  const questions: Question[] = [];
  for (const [fact, { judged }] of resource.facts) {
    const pool = asked.get(fact);
    if (pool)
      questions.push(reuse ? pool.of(fact, judged, resource.dataClass) : pool.add(fact, judged, resource.dataClass));
  }
  return questions;
}

function answer(
  fact: string,
  questions: readonly Question[],
  engine: Engine,
  controls: readonly Control[],
  profile: Pick<ProfileSource, "parameters" | "lineage">,
): void {
  const entrypoint = `gate/${fact}`;
  for (let start = 0; start < questions.length; start += SHARD) {
    const shard = questions.slice(start, start + SHARD);
    if (!engine.entrypoints.has(entrypoint)) throw engineFault(`the policy bundle has no entrypoint ${entrypoint}`);
    const resources = [
      ...shard.map(({ judged, dataClass }, index) => inputOf(String(index), fact, judged, dataClass)),
      inputOf(CANARY, fact, worstOf(fact), "ephi"),
    ];
    const answered = engine.evaluate(entrypoint, { resources, profile: profile.parameters });
    const outcomes = readAnswer(
      entrypoint,
      answered,
      controls,
      resources.map(({ address }) => address),
    );
    const worst = worstOf(fact).state === "unknown" ? "undetermined" : "fail";
    if (!outcomes.get(CANARY)?.some(({ status }) => status === worst))
      throw engineFault(`${entrypoint} passes a resource that is as bad as can be`);
    for (const [index, question] of shard.entries()) {
      const said = outcomes.get(String(index)) ?? [];
      question.outcomes = said.filter(({ control }) => judgesBy(profile, control));
    }
  }
}

/** One resource as policies read it. */
function inputOf(
  address: string,
  fact: string,
  judged: Judged,
  dataClass: DataClass,
): PolicyInput["resources"][number] {
  return { address, data_class: dataClass, facts: { data_class: dataClass, [fact]: judged } };
}
