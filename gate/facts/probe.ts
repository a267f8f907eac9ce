// Compiles the atlas' probes into functions, once per type and fact.

import { parse as parseYaml } from "yaml";
import type { Probe } from "../../catalogue/atlas-schema.ts";
import type { Resource, Value, World } from "../model/types.ts";
import { UNKNOWN } from "../model/types.ts";
import { computed } from "./computed/registry.ts";
import { compileCondition, holdsUnknown } from "./condition.ts";
import { readKey } from "./key.ts";
import { type Leaf, leaves } from "./leaves.ts";
import { isList, isObject, parsePath, pathText, type Step, same } from "./path.ts";
import { rank, valueName } from "./states.ts";
import type { Fact } from "./types.ts";

/** Reads one fact of a resource; undefined where the fact does not exist for it. */
export type Reader = (world: World, resource: Resource, depth: number) => Fact | undefined;

/** References are followed this far: launch template → image → snapshot is the longest chain known. */
const maxDepth = 4;

/** Compiles a probe of the named fact. */
export function compileProbe(fact: string, probe: Probe): Reader {
  if ("compute" in probe) return compute(fact, probe);
  if ("attribute" in probe) return attribute(fact, probe);
  if ("measure" in probe) return measure(fact, probe);
  if ("key" in probe) {
    const steps = parsePath(probe.key);
    return (world, resource) =>
      pick(
        fact,
        "worst",
        leaves(world, resource, steps).map((leaf) => readKey(world, resource, leaf, probe.absent)),
      );
  }
  if ("all" in probe) return several(fact, "worst", probe.all);
  if ("any" in probe) return several(fact, "best", probe.any);
  if ("when" in probe) return when(fact, probe);
  if ("companion" in probe) return companion(fact, probe);
  if ("follow" in probe) return follow(fact, probe);
  if ("slot" in probe) {
    const read = compileProbe(fact, probe.probe);
    return (world, resource, depth) => {
      const found = read(world, resource, depth);
      return found && { ...found, found: `${probe.slot}: ${found.found}` };
    };
  }
  const name = probe.value === undefined ? undefined : valueName(fact);
  const judged = {
    state: probe.fixed,
    ...(name !== undefined && probe.value !== undefined && { [name]: probe.value }),
  };
  return () => ({ judged, found: probe.why, path: "" });
}

/** The best or worst of several facts; those that do not exist do not count. Numbers decide between equal states. */
function pick(fact: string, which: "best" | "worst", found: readonly (Fact | undefined)[]): Fact | undefined {
  let chosen: Fact | undefined;
  for (const next of found) {
    if (next === undefined) continue;
    if (chosen === undefined) {
      chosen = next;
      continue;
    }
    const order = compare(fact, next, chosen);
    if (which === "worst" ? order > 0 : order < 0) chosen = next;
  }
  return chosen;
}

/** Positive where `a` is worse than `b`. */
function compare(fact: string, a: Fact, b: Fact): number {
  const byState = rank(fact, a.judged.state) - rank(fact, b.judged.state);
  const name = valueName(fact);
  if (byState !== 0 || name === undefined) return byState;
  const [left, right] = [a.judged[name], b.judged[name]];
  return typeof left === "number" && typeof right === "number" ? right - left : 0;
}

function several(fact: string, which: "best" | "worst", probes: readonly Probe[]): Reader {
  const readers = probes.map((probe) => compileProbe(fact, probe));
  return (world, resource, depth) =>
    pick(
      fact,
      which,
      readers.map((read) => read(world, resource, depth)),
    );
}

function compute(_fact: string, probe: Extract<Probe, { compute: string }>): Reader {
  const run = computed[probe.compute];
  if (!run) throw new Error(`the atlas names a computed fact ${JSON.stringify(probe.compute)} that no code provides`);
  const argument = probe.attribute === undefined ? {} : { attribute: probe.attribute };
  return (world, resource) => run({ world, resource, ...argument });
}

type AttributeProbe = Exclude<Extract<Probe, { attribute: string }>, { compute: string }>;

function attribute(fact: string, probe: AttributeProbe): Reader {
  const steps = parsePath(probe.attribute);
  const inside = probe.inside === undefined ? undefined : parsePath(probe.inside);
  const condition = probe.holds ?? { is: true };
  const holds = compileCondition(condition);
  const whole = condition.set !== undefined || condition.contains !== undefined || condition.containsAny !== undefined;
  const onUnknown = probe.states ? undefined : holdsUnknown(condition);
  const on = probe.on ?? "on";
  const otherwise = probe.else ?? "off";
  const absent = probe.absent ?? otherwise;
  const states =
    probe.states && new Map(Object.entries(probe.states).map(([value, state]) => [value.toLowerCase(), state]));
  const judge = (value: Value): string => {
    if (states) return (typeof value === "object" ? undefined : states.get(String(value).toLowerCase())) ?? otherwise;
    return holds(value) ? on : otherwise;
  };
  const open = (path: string, cause: string, state: string): Fact => ({
    judged: { state },
    found: "known after apply",
    path,
    ...(state === "unknown" && { cause }),
  });
  const undecided = probe.unknown ?? "unknown";
  const ofUnknown = onUnknown === undefined ? undecided : onUnknown ? on : otherwise;
  const unknown = (path: string, cause: string): Fact => open(path, cause, ofUnknown);
  const missing = (path: string, state: "null" | "absent"): Fact => ({
    judged: { state: absent },
    found: probe.absentFound ?? (state === "null" ? "null" : "not set"),
    path,
    ...(absent === "unknown" && { cause: `${path} is not set, and its default is not known` }),
  });
  const known = (path: string, value: Value): Fact => ({ judged: { state: judge(value) }, found: shown(value), path });

  const fromLeaf = (world: World, resource: Resource, leaf: Leaf): readonly Fact[] => {
    const { attribute: read } = leaf;
    const path = leafText(probe.attribute, steps, leaf);
    if (inside === undefined || probe.parse === undefined || probe.parse === "base64") {
      if (read.state === "unknown") return [unknown(path, read.cause)];
      if (read.state !== "known") return [missing(path, read.state)];
      const value = probe.parse === "base64" && typeof read.value === "string" ? decode(read.value) : read.value;
      // A condition on a whole list asks it at once; others ask each element of a plain list.
      if (isList(value) && !whole && !states)
        return value.length === 0 ? [missing(path, "absent")] : value.map((element) => known(path, element));
      return [known(path, value)];
    }
    const document = readDocument(world, resource, leaf, probe.parse);
    if (document.state === "absent") return [missing(path, "absent")];
    // Nothing of the document is known, not even whether it says a word on this.
    if (document.state === "unknown") return [open(path, document.cause, undecided)];
    return insideValues(document.value, inside).map(({ text, value }) => {
      const full = `${path} → ${text}`;
      if (value === UNKNOWN) return unknown(full, `${full} is known only after apply`);
      return value === undefined || value === null ? missing(full, "absent") : known(full, value);
    });
  };
  return (world, resource) =>
    pick(
      fact,
      probe.any === true ? "best" : "worst",
      leaves(world, resource, steps).flatMap((leaf) => fromLeaf(world, resource, leaf)),
    );
}

function measure(fact: string, probe: Extract<Probe, { measure: string }>): Reader {
  const steps = parsePath(probe.measure);
  const name = valueName(fact);
  if (name === undefined) throw new Error(`the fact ${fact} has no number, so no probe can measure it`);
  const states = new Map(Object.entries(probe.states ?? {}));
  const unit = probe.unit ?? 1;
  const numbered = (path: string, value: number, found: string): Fact => {
    const state = states.get(String(value));
    return { judged: state === undefined ? { state: "known", [name]: value * unit } : { state }, found, path };
  };
  return (world, resource) =>
    pick(
      fact,
      "worst",
      leaves(world, resource, steps).map((leaf): Fact => {
        const path = leafText(probe.measure, steps, leaf);
        const read = leaf.attribute;
        if (read.state === "unknown")
          return { judged: { state: "unknown" }, found: "known after apply", path, cause: read.cause };
        if (read.state === "known") {
          const number = Number(read.value);
          if (read.value !== "" && Number.isFinite(number)) return numbered(path, number, shown(read.value));
          return { judged: { state: "unknown" }, found: shown(read.value), path, cause: `${path} is not a number` };
        }
        if (typeof probe.absent === "number")
          return numbered(path, probe.absent, `not set, the default is ${probe.absent}`);
        return { judged: { state: probe.absent }, found: "not set", path };
      }),
    );
}

function when(fact: string, probe: Extract<Probe, { when: object }>): Reader {
  const { attribute: text, ...condition } = probe.when;
  const steps = parsePath(text);
  const holds = compileCondition(condition);
  const onUnknown = holdsUnknown(condition);
  const onMissing = condition.set === false || (condition.not !== undefined && Object.keys(condition).length === 1);
  const yes = compileProbe(fact, probe.then);
  const no = probe.else ? compileProbe(fact, probe.else) : () => undefined;
  return (world, resource, depth) => {
    const answers = leaves(world, resource, steps).map(({ attribute: read }): boolean | undefined => {
      if (read.state === "unknown") return onUnknown;
      return read.state === "known" ? holds(read.value) : onMissing;
    });
    if (answers.includes(true)) return yes(world, resource, depth);
    if (!answers.includes(undefined)) return no(world, resource, depth);
    const [a, b] = [yes(world, resource, depth), no(world, resource, depth)];
    if (a && b && JSON.stringify(a.judged) === JSON.stringify(b.judged)) return a;
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: text,
      cause: `${text} is known only after apply, and decides what is asked`,
    };
  };
}

function companion(fact: string, probe: Extract<Probe, { companion: string }>): Reader {
  const read = compileProbe(fact, probe.probe);
  return (world, resource, depth) => {
    if (depth >= maxDepth) return undefined;
    const { certain, possible } = world.companions(resource, probe.companion, probe.by);
    const of = (list: readonly Resource[]) => list.map((other) => at(read(world, other, depth + 1), other));
    const decided = pick(fact, probe.best === true ? "best" : "worst", of(certain));
    if (decided) return decided;
    const absent: Fact = {
      judged: { state: probe.absent },
      found: probe.absentFound ?? `no ${probe.companion} for it in this plan`,
      path: "",
      byAbsence: true,
    };
    if (possible.length === 0) return absent;
    const maybe = of(possible);
    if (maybe.every((other) => other !== undefined && JSON.stringify(other.judged) === JSON.stringify(absent.judged)))
      return absent;
    return {
      judged: { state: "unknown" },
      found: `perhaps configured by ${possible
        .map((other) => other.address)
        .slice(0, 3)
        .join(", ")}`,
      path: probe.by,
      cause: `the plan does not say whether ${possible[0]?.address} configures this resource`,
    };
  };
}

function follow(fact: string, probe: Extract<Probe, { follow: string }>): Reader {
  const steps = parsePath(probe.follow);
  const read = compileProbe(fact, probe.probe);
  const outside = probe.outside ?? "unknown";
  const beyond = probe.beyond && compileProbe(fact, probe.beyond);
  const leave = (path: string, found: string, cause: string): Fact => ({
    judged: { state: outside },
    found,
    path,
    byAbsence: true,
    ...(outside === "unknown" && { cause }),
  });
  const fromLeaf = (world: World, resource: Resource, leaf: Leaf, depth: number): Fact | undefined => {
    const path = leafText(probe.follow, steps, leaf);
    const value = leaf.attribute;
    if (value.state === "null" || value.state === "absent" || (value.state === "known" && value.value === ""))
      return {
        judged: { state: probe.absent },
        found: "not set",
        path,
        ...(probe.absent === "unknown" && { cause: `${path} is not set, and the default is not known` }),
      };
    const ends = world.targets(resource, leaf.path);
    const named = ends.flatMap((target) =>
      target.kind === "resource" && probe.types.includes(target.resource.type)
        ? [target.resource]
        : target.kind === "ambiguous"
          ? target.candidates.filter((candidate) => probe.types.includes(candidate.type))
          : [],
    );
    const certain = ends.some((target) => target.kind === "resource" && probe.types.includes(target.resource.type));
    const facts = named.map((other) => at(read(world, other, depth + 1), other));
    const first = facts[0];
    if (certain && named.length > 0 && facts.every((other) => other === undefined)) return undefined;
    if (first && certain) return pick(fact, "worst", facts);
    if (first && facts.every((other) => other && JSON.stringify(other.judged) === JSON.stringify(first.judged)))
      return first;
    if (beyond && named.length === 0) return beyond(world, resource, depth);
    const text = value.state === "known" ? shown(value.value) : "known after apply";
    const cause =
      named.length > 0
        ? `${path} may refer to ${named.length} resources`
        : `${path} refers to something outside this plan`;
    return leave(path, text, cause);
  };
  return (world, resource, depth) =>
    depth >= maxDepth
      ? undefined
      : pick(
          fact,
          "worst",
          leaves(world, resource, steps).map((leaf) => fromLeaf(world, resource, leaf, depth)),
        );
}

/** Marks where a fact was read when that is another resource. */
const at = (fact: Fact | undefined, other: Resource): Fact | undefined =>
  fact && (fact.address === undefined ? { ...fact, address: other.address } : fact);

/** Short text for a value; lists are joined, long text is cut. Secrets are redacted before any fact is read. */
function shown(value: Value): string {
  const text =
    typeof value === "string"
      ? value
      : isList(value)
        ? value.map((element) => shown(element)).join(", ")
        : JSON.stringify(value);
  const flat = text === "" ? '""' : text;
  return flat.length > 120 ? `${flat.slice(0, 117)}...` : flat;
}

/** An absent leaf is shown under the path that was asked for, a found one under where it stands. */
function leafText(asked: string, steps: readonly Step[], leaf: Leaf): string {
  const full = pathText(leaf.path);
  const complete = leaf.attribute.state === "known" || leaf.path.length >= steps.length;
  return complete && full !== "" ? full : asked.replaceAll("[*]", "[0]");
}

const decode = (text: string): string => Buffer.from(text, "base64").toString("utf8");

type Document =
  | { readonly state: "known"; readonly value: Value }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly cause: string };

function readDocument(world: World, resource: Resource, leaf: Leaf, form: "json" | "yaml"): Document {
  const { attribute: read } = leaf;
  if (read.state === "known" && typeof read.value === "string") {
    try {
      const value: Value = form === "json" ? JSON.parse(read.value) : parseYaml(read.value);
      return { state: "known", value };
    } catch {
      return { state: "unknown", cause: `${pathText(leaf.path)} is not valid ${form.toUpperCase()}` };
    }
  }
  if (read.state === "unknown") {
    const document = world.document(resource, leaf.path);
    if (document.state === "known") return document;
    return { state: "unknown", cause: document.state === "absent" ? read.cause : document.cause };
  }
  return read.state === "known" ? { state: "known", value: read.value } : { state: "absent" };
}

/** The values that steps name inside a parsed document; `undefined` where there is none. */
function insideValues(
  root: Value,
  steps: readonly Step[],
): readonly { readonly text: string; readonly value: Value | undefined }[] {
  let front: { path: (string | number)[]; value: Value | undefined }[] = [{ path: [], value: root }];
  for (const step of steps) {
    front = front.flatMap(({ path, value }) => {
      if (value === UNKNOWN) return [{ path, value }];
      if (step.kind === "key")
        return [{ path: [...path, step.key], value: isObject(value) ? value[step.key] : undefined }];
      if (step.kind === "index")
        return [{ path: [...path, step.index], value: isList(value) ? value[step.index] : undefined }];
      const elements = isList(value) ? value : value === undefined || value === null ? [] : [value];
      const hits = elements
        .map((element, index) => ({ path: isList(value) ? [...path, index] : path, value: element }))
        .filter(
          ({ value: element }) => step.kind === "every" || (isObject(element) && same(element[step.key], step.value)),
        );
      return hits.length > 0 ? hits : [{ path, value: undefined }];
    });
  }
  return front.map(({ path, value }) => ({ text: pathText(path), value }));
}
