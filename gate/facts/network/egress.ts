// The `egress` fact: whether a security group lets its members out to every address on every port.

import type { Path, Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { everyPort } from "./ports.ts";
import { EVERYWHERE } from "./range.ts";
import { portsOf } from "./rule-parts.ts";

/** Where rules keep their protocol and ranges. */
interface Shape {
  readonly protocol: string;
  readonly ranges: readonly string[];
}
const LISTS: Shape = { protocol: "protocol", ranges: ["cidr_blocks", "ipv6_cidr_blocks"] };
const SINGLE: Shape = { protocol: "ip_protocol", ranges: ["cidr_ipv4", "cidr_ipv6"] };

/** The widest rule for the way out. Undefined where the resource writes none: its group is then asked, or others write them. */
export const egress: ComputedFact = ({ world, resource }) => {
  const rules = rulesOf(world, resource);
  const of = (state: string): Fact | undefined => rules.find(({ judged }) => judged.state === state);
  return of("open") ?? of("unknown") ?? rules[0];
};

function rulesOf(world: World, resource: Resource): readonly Fact[] {
  const { type, values } = resource;
  if (type === "aws_vpc_security_group_egress_rule") return [ruleOf(world, resource, [], SINGLE)];
  if (type === "aws_security_group_rule") return values.type === "egress" ? [ruleOf(world, resource, [], LISTS)] : [];
  return isList(values.egress)
    ? values.egress.map((_, index) => ruleOf(world, resource, ["egress", index], LISTS))
    : [];
}

function ruleOf(world: World, resource: Resource, at: Path, { protocol, ranges }: Shape): Fact {
  const path = pathText(at);
  const spoken = world.read(resource, [...at, protocol]);
  const ports = portsOf(world, resource, at, spoken.state === "known" ? String(spoken.value) : undefined);
  // Named ports are a decision, to whatever address.
  if (ports && (ports[0] > everyPort[0] || ports[1] < everyPort[1]))
    return { judged: { state: "narrow" }, found: `ports ${ports.join("-")}`, path };
  for (const name of ranges) {
    const read = world.read(resource, [...at, name]);
    const named = read.state === "known" ? (isList(read.value) ? read.value : [read.value]) : [];
    const wide = named.find((range) => typeof range === "string" && EVERYWHERE.has(range));
    if (wide === undefined) continue;
    return ports && spoken.state === "known"
      ? { judged: { state: "open" }, found: `every port to ${String(wide)}`, path }
      : {
          judged: { state: "unknown" },
          found: "known after apply",
          path,
          cause: "the ports are known only after apply",
        };
  }
  return { judged: { state: "narrow" }, found: "named addresses or groups", path };
}
