// Worlds and engines made by hand, through the gate's own interfaces.

import { type BundledControl, buildCatalogue, type Catalogue } from "../../../catalogue/load.ts";
import type { Safeguard } from "../../../catalogue/types.ts";
import type { DataClass, Fact, Judged, ResourceFacts } from "../../../gate/facts/types.ts";
import { CANARY } from "../../../gate/judge/canary.ts";
import type { Engine } from "../../../gate/judge/engine.ts";
import type { Action, Model, Resource, World } from "../../../gate/model/types.ts";

export interface Item {
  readonly facts: Readonly<Record<string, Judged | (Partial<Fact> & { readonly judged: Judged })>>;
  readonly dataClass?: DataClass;
  readonly action?: Action;
  readonly previousAddress?: string;
}
export type Items = Readonly<Record<string, Item>>;

const isFact = (
  value: Judged | (Partial<Fact> & { readonly judged: Judged }),
): value is Partial<Fact> & { readonly judged: Judged } => typeof value.judged === "object";

/** Facts of a world: `{"aws_s3_bucket.a": {facts: {encryption: {state: "off"}}}}`. */
export function worldOf(items: Items): ReadonlyMap<string, ResourceFacts> {
  return new Map(
    Object.entries(items).map(([address, item]) => {
      const [type = "", name = ""] = address.split(".");
      const resource: Resource = {
        address,
        mode: "managed",
        type,
        name,
        module: "",
        provider: "registry.terraform.io/hashicorp/aws",
        action: item.action ?? "no-op",
        ...(item.previousAddress !== undefined && { previousAddress: item.previousAddress }),
        values: {},
      };
      const facts = new Map(
        Object.entries(item.facts).map(([name, given]): [string, Fact] => {
          const { judged, ...rest } = isFact(given) ? given : { judged: given };
          return [name, { judged, found: judged.state, path: name, ...rest }];
        }),
      );
      return [address, { resource, dataClass: item.dataClass ?? "ephi", dataClassSource: "tag DataClass", facts }];
    }),
  );
}

/** A model that holds just the resources of the two worlds. */
export function modelOf(
  before: ReadonlyMap<string, ResourceFacts>,
  after: ReadonlyMap<string, ResourceFacts>,
  kind: "plan" | "state" = "plan",
): Model {
  const world = (name: "before" | "after", facts: ReadonlyMap<string, ResourceFacts>): World => {
    const resources = [...facts.values()].map(({ resource }) => resource);
    return {
      name,
      resources,
      accounts: [],
      get: (address) => facts.get(address)?.resource,
      ofType: (type) => resources.filter((resource) => resource.type === type),
      read: () => ({ state: "absent" }),
      targets: () => [],
      companions: () => ({ certain: [], possible: [] }),
      isConstant: () => false,
      document: () => ({ state: "absent" }),
    };
  };
  return {
    header: { file: "plan.json", kind, digest: "sha256:00", formatVersion: "1.2", complete: true },
    before: world("before", before),
    after: world("after", after),
    location: () => undefined,
    trace: () => undefined,
    count: after.size,
  };
}

const safeguards: readonly Safeguard[] = [
  ["164.312", undefined, "general", "n-a", "plan-can-support"],
  ["164.312(a)(1)", "164.312", "standard", "required", "plan-can-support"],
  ["164.312(a)(2)(iv)", "164.312(a)(1)", "implementation-specification", "addressable", "plan-can-support"],
  ["164.312(b)", "164.312", "standard", "required", "plan-can-support"],
  ["164.314", undefined, "general", "n-a", "outside-code"],
].map(([citation = "", parent, kind, designation, role]) => ({
  citation,
  ...(parent !== undefined && { parent }),
  kind: kind === "general" || kind === "standard" ? kind : "implementation-specification",
  class: "technical",
  title: citation,
  designation: designation === "required" || designation === "addressable" ? designation : "n-a",
  requirement: "…",
  role: role === "outside-code" ? "outside-code" : "plan-can-support",
}));

const control = (id: string, judges: string, more: Partial<BundledControl> = {}): BundledControl => ({
  id,
  title: `Title of ${id}`,
  why: "…",
  severity: "high",
  supports: ["164.312(a)(2)(iv)"],
  judges,
  expected: "on",
  exception: ["addressable-decision", "alternative-means", "remediation"],
  remedy: { terraform: "switch it on" },
  sources: [],
  aliases: [],
  ...more,
});

/** Encryption and retention, an access log that is only required, and a secret that nobody may except. */
export const catalogue: Catalogue = buildCatalogue(
  [
    control("encryption.at_rest", "encryption"),
    control("logging.access", "access_log", { supports: ["164.312(b)"], severity: "medium" }),
    control("logging.retention", "log_retention", {
      supports: ["164.312(b)"],
      expected: "at least {log_retention_days} days",
    }),
    control("exposure.ingress", "ingress", { supports: ["164.312(a)(1)"], severity: "critical" }),
    control("secrets.in_clear", "plain_secret", { severity: "critical", exception: [] }),
  ],
  safeguards,
  {},
);

/** What a test engine says of one resource; `undefined` where the control does not apply. */
export type Say = (judged: Judged, address: string) => unknown;

/** Good states pass, `unknown` is undetermined, the rest fails; retention wants 365 days. */
export const sensible: Say = (judged) => {
  if (judged.state === "unknown") return "undetermined";
  if (judged.state === "known") return Number(judged.days) >= 365 ? "pass" : "fail";
  return ["on", "closed", "none", "forever"].includes(judged.state) ? "pass" : "fail";
};

/** An engine that answers by a function instead of by wasm; `bend` may spoil its answer. */
export function engineOf(
  say: Say = sensible,
  bend: (answer: Answer, addresses: readonly string[]) => unknown = (answer) => answer,
) {
  const calls: { readonly entrypoint: string; readonly addresses: readonly string[] }[] = [];
  const engine: Engine = {
    digest: "sha256:ff",
    entrypoints: new Set(catalogue.controls.map(({ judges }) => `gate/${judges}`)),
    evaluate(entrypoint, input) {
      const fact = entrypoint.slice("gate/".length);
      const { resources } = input;
      const addresses = resources.map(({ address }) => address);
      calls.push({ entrypoint, addresses });
      const status: Record<string, unknown> = {};
      for (const { address, facts } of resources) {
        const judged = facts[fact];
        const said = typeof judged === "object" ? say(judged, address) : undefined;
        if (said !== undefined) status[address] = said;
      }
      const answer: Answer = {};
      for (const { id, judges } of catalogue.controls)
        if (judges === fact) answer[id] = { applies: Object.keys(status), status: { ...status } };
      return bend(
        answer,
        addresses.filter((address) => address !== CANARY),
      );
    },
  };
  return { engine, calls };
}
export type Answer = Record<string, { applies: unknown; status: Record<string, unknown> }>;
