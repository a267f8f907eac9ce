// Tests about the controls: that each is complete, and that together they judge every state of every fact, in wasm.

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { factDefinitions } from "../catalogue/facts.ts";
import { type BundledControl, loadCatalogue } from "../catalogue/load.ts";
import { loadProfile } from "../catalogue/profiles.ts";
import type { DataClass, Judged } from "../gate/facts/types.ts";
import { worstOf } from "../gate/judge/canary.ts";
import { type Engine, loadEngine, type PolicyInput } from "../gate/judge/engine.ts";
import { findSources } from "../scripts/policies/sources.ts";

const { controls, safeguardByCitation } = loadCatalogue();
const parameters = loadProfile("hygiene")?.parameters ?? {};
const root = new URL("../", import.meta.url);

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** One resource at the address `a`. */
const inputOf = (fact: string, judged: Judged, dataClass: DataClass = "ephi"): PolicyInput => ({
  resources: [{ address: "a", data_class: dataClass, facts: { data_class: dataClass, [fact]: judged } }],
  profile: parameters,
});

/** What the controls of a fact say of one resource, by control; a control that does not apply is left out. */
function verdictsOn(fact: string, judged: Judged, dataClass: DataClass = "ephi"): Record<string, unknown> {
  const answer = engine.evaluate(`gate/${fact}`, inputOf(fact, judged, dataClass));
  const said: Record<string, { applies: string[]; status: Record<string, unknown> }> = JSON.parse(
    JSON.stringify(answer),
  );
  return Object.fromEntries(
    Object.entries(said).flatMap(([id, { applies, status }]) => {
      expect(Object.keys(status)).toEqual(applies);
      return applies.length > 0 ? [[id, status.a]] : [];
    }),
  );
}

/** A judged value for a state, as good as that state allows: a hundred years, or no port but 443. */
function judgedAs(fact: string, state: string): Judged {
  const value = factDefinitions.get(fact)?.value;
  if (value === "ports") return { state, ports: state === "open" ? [[443, 443]] : [] };
  // Of hours between backups and idle minutes none are best, of everything else a hundred years.
  if (value === "minutes") return state === "known" ? { state, minutes: 0 } : { state };
  if (value === "attempts") return { state, attempts: 0 };
  if (value === "age") return state === "known" ? { state, age: 0 } : { state };
  if (value === "hours") return state === "known" ? { state, hours: 0 } : { state };
  return value === undefined || !["known", "compliance"].includes(state) ? { state } : { state, [value]: 36_500 };
}

describe("the list of controls", () => {
  it("is the folders, sorted", () => {
    expect(controls.map(({ id }) => id)).toEqual(findSources().map(({ id }) => id));
  });

  it("has no title twice", () => {
    const titles = controls.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it("judges every fact, and only facts that the vocabulary knows", () => {
    expect([...new Set(controls.map(({ judges }) => judges))].sort()).toEqual([...factDefinitions.keys()].sort());
  });

  it("keeps each expected number a parameter of the profile", () => {
    const named = controls.flatMap(({ expected }) =>
      [...expected.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
    );
    expect(named.filter((name) => parameters[name] === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});

describe.each(controls.map((control) => [control.id, control] as const))("%s", (id, control) => {
  it("has a test and a page", () => {
    const [family, property] = id.split(".");
    expect(existsSync(new URL(`policies/controls/${family}/${property}/${property}_test.rego`, root))).toBe(true);
    expect(readFileSync(new URL(`docs/controls/${id}.md`, root), "utf8")).toContain(`# ${control.title}\n`);
  });

  it("supports safeguards that a plan can show something of", () => {
    const roles = control.supports.map((citation) => safeguardByCitation.get(citation)?.role);
    for (const role of roles) expect(["plan-can-support", "partly", "evidenced-by-code"]).toContain(role);
    expect(roles.some((role) => role === "plan-can-support" || role === "partly")).toBe(true);
  });

  it("admits an addressable decision only where a specification is addressable", () => {
    const addressable = control.supports.some((cited) => safeguardByCitation.get(cited)?.designation === "addressable");
    expect(control.exception.includes("addressable-decision") && !addressable).toBe(false);
  });

  it("names types for every alias", () => {
    const types = new Set(control.types);
    for (const alias of control.aliases) {
      expect(alias.types.length).toBeGreaterThan(0);
      expect(alias.types.filter((type) => !types.has(type))).toEqual([]);
    }
  });
});

describe("controls that never admit an exception", () => {
  it("are those of public ePHI, strangers in control and secrets in clear", () => {
    expect(controls.filter(({ exception }) => exception.length === 0).map(({ id }) => id)).toEqual([
      "access.named_trust",
      "exposure.public_acl",
      "exposure.public_endpoint",
      "exposure.public_policy",
      "exposure.shared_publicly",
      "keys.policy",
      "secrets.in_clear",
    ]);
  });
});

const byFact = [...factDefinitions].map(([fact, { states }]) => [fact, states] as const);

describe.each(byFact)("the fact %s", (fact, states) => {
  const judging = (): readonly BundledControl[] => controls.filter(({ judges }) => judges === fact);

  it("has one entrypoint, which answers for the controls that judge it and for no other", () => {
    const answer = engine.evaluate(`gate/${fact}`, { resources: [], profile: parameters });
    const silent = Object.fromEntries(judging().map(({ id }) => [id, { applies: [], status: {} }]));
    expect(answer).toEqual(silent);
  });

  it.each(states.map((state) => [state] as const))("gets a status in the state %s", (state) => {
    const verdicts = Object.values(verdictsOn(fact, judgedAs(fact, state)));
    expect(verdicts.length).toBeGreaterThan(0);
    expect(["pass", "fail", "undetermined"]).toEqual(expect.arrayContaining(verdicts));
  });

  it("passes at its best and does not at its worst", () => {
    const [best = ""] = states;
    expect(new Set(Object.values(verdictsOn(fact, judgedAs(fact, fact === "log_retention" ? "known" : best))))).toEqual(
      new Set(["pass"]),
    );
    // Of a type that the atlas does not know nothing worse can be said.
    expect(Object.values(verdictsOn(fact, worstOf(fact)))).toContain(fact === "known_type" ? "undetermined" : "fail");
  });

  it("says of the unknown that it is undetermined, once", () => {
    if (!states.includes("unknown")) return;
    expect(Object.values(verdictsOn(fact, judgedAs(fact, "unknown")))).toEqual(["undetermined"]);
  });

  it("never passes a state that nobody has heard of", () => {
    const answer = engine.evaluate(`gate/${fact}`, inputOf(fact, { state: "unheard of" }));
    expect(JSON.stringify(answer)).not.toContain('"pass"');
    expect(JSON.stringify(answer)).toContain('"applies":["a"]');
  });

  it("is judged without its neighbours", () => {
    const answer = engine.evaluate(`gate/${fact}`, inputOf("neighbour", worstOf(fact)));
    expect(JSON.stringify(answer)).not.toContain('"a"');
  });
});

describe("data that is free of ePHI", () => {
  it("is judged for keys, network, identity, secrets, trails and alarms alone", () => {
    const judged = byFact.flatMap(([fact]) =>
      Object.keys(verdictsOn(fact, worstOf(fact), "none")).length === 0 ? [] : [fact],
    );
    expect(judged.sort()).toEqual([
      "access_analyzer",
      "admitted_accounts",
      "alarm_action",
      "alarm_delivery",
      "console_second_factor",
      "data_class_label",
      "deletion_window",
      "detection",
      "direct_grant",
      "endpoint_perimeter",
      "endpoint_policy",
      "event_coverage",
      "event_rule",
      "external_read",
      "external_trust",
      "federation",
      "group_membership",
      "group_second_factor",
      "iam_statements",
      "ingress",
      "inline_policy",
      "key_enabled",
      "key_lockout_check",
      "key_policy",
      "key_removal",
      "key_rotation",
      "key_separation",
      "lock_floor",
      "long_lived_key",
      "management_events",
      "metadata_service",
      "object_lock",
      "password_age",
      "password_reset",
      "password_reuse",
      "password_variety",
      "plain_secret",
      "rotation_interval",
      "secret_rotation",
      "security_contact",
      "service_source",
      "session_policy",
      "trail_coverage",
      "trail_delivery",
      "trail_insights",
      "trail_integrity",
      "trust",
      "user_credentials",
      "vault_lock",
      "watched_changes",
      "watched_events",
    ]);
  });
});

describe("the README of the policies", () => {
  it("lists the parameters that the rules read, and the rules that read them", () => {
    const listed = readFileSync(new URL("policies/README.md", root), "utf8").matchAll(
      /^\| `(\w+_\w+)` +\| (.+?) +\| .+ \|$/gm,
    );
    const read = new Map<string, string[]>();
    for (const { id, file } of findSources()) {
      const text = readFileSync(new URL(`policies/${file}`, root), "utf8");
      for (const name of new Set([...text.matchAll(/input\.profile\.(\w+)/g)].map(([, found]) => found ?? "")))
        read.set(name, [...(read.get(name) ?? []), `\`${id}\``]);
    }
    const named = [...listed].map(([, name, controls]) => [name, controls] as const);
    expect(named).toEqual([...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, ids]) => [name, ids.join(", ")]));
  });
});
