// The `store_ports` fact: whether the security groups in front of a store open more than the port on which it speaks.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { leaves } from "../leaves.ts";
import { parsePath, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { portsOfStore, storesBehind } from "./members.ts";
import { everyPort, mergePorts, type PortRange, subtractPorts } from "./ports.ts";
import type { Rule } from "./rules.ts";
import { inlineRules, separateRules } from "./security-group.ts";

/**
 * Asked of the store, which knows its port, and of each group of the plan that stands in front of stores alone: what else is
 * behind a group may need other ports. Undefined where no such group is in the plan.
 */
export const storePorts: ComputedFact = ({ world, resource, attribute }) => {
  if (attribute === undefined) return undefined;
  const facts = leaves(world, resource, parsePath(attribute)).flatMap((leaf) =>
    world.targets(resource, leaf.path).flatMap((target) => {
      if (target.kind !== "resource" || target.resource.type !== "aws_security_group") return [];
      const found = ofGroup(world, target.resource, pathText(leaf.path));
      return found ? [found] : [];
    }),
  );
  return (
    facts.find(({ judged }) => judged.state === "more") ??
    facts.find(({ judged }) => judged.state === "unknown") ??
    facts[0]
  );
};

function ofGroup(world: World, group: Resource, path: string): Fact | undefined {
  if (group.mode !== "managed") return undefined;
  const stores = storesBehind(world, group);
  const ports = stores?.map((store) => portsOfStore(world, store));
  if (!stores || !ports || ports.some((one) => one === undefined)) return undefined;
  const own = mergePorts(ports.flatMap((one) => one ?? []));
  let open: Fact | undefined;
  for (const rule of [...inlineRules(world, group), ...separateRules(world, group)]) {
    if (rule.transports.length === 0) continue;
    const wider = rule.transports.includes("udp") || subtractPorts([rule.ports], own).length > 0;
    if (!wider || namesPortOf(world, rule, stores)) continue;
    const at = { path: rule.path, address: rule.address };
    // Ports that are not known count as all of them until they are.
    if (rule.unknown !== undefined && rule.ports === everyPort)
      open ??= { judged: { state: "unknown" }, found: "known after apply", cause: rule.unknown, ...at };
    else return { judged: { state: "more" }, found: `${text(rule)} in front of ${list(own)}`, ...at };
  }
  return open ?? { judged: { state: "own" }, found: `${group.address} opens ${list(own)} at the most`, path };
}

/** `from_port = aws_db_instance.records.port` is known only after apply, and still no other port. */
function namesPortOf(world: World, rule: Rule, stores: readonly Resource[]): boolean {
  const holder = world.get(rule.address);
  if (!holder || rule.unknown === undefined) return false;
  const index = /\[(\d+)\]/.exec(rule.path)?.[1];
  const prefix = index === undefined ? [] : ["ingress", Number(index)];
  return ["from_port", "to_port"].every((name) => {
    const targets = world.targets(holder, [...prefix, name]);
    return (
      targets.length > 0 &&
      targets.every(
        (target) => target.kind === "resource" && target.attribute === "port" && stores.includes(target.resource),
      )
    );
  });
}

const range = ([from, to]: PortRange): string => (from === to ? String(from) : `${from}-${to}`);
const list = (ports: readonly PortRange[]): string => `port ${ports.map(range).join(", ")}`;
const text = ({ ports, transports }: Rule): string =>
  ports[0] === 0 && ports[1] === 65535 ? "all ports" : `${transports.join(" and ")} ${range(ports)}`;
