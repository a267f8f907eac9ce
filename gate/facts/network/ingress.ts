// The `ingress` fact: which ports a security group, a network ACL or one of their rules opens to the internet.

import type { Resource, World } from "../../model/types.ts";
import type { Fact } from "../types.ts";
import { inlineAclRules, separateAclRule, separateAclRules } from "./network-acl.ts";
import { type PortRange, subtractPorts } from "./ports.ts";
import { isInternet } from "./range.ts";
import { type Opening, type OrderedRule, openingOf, orderedOpeningOf, type Rule } from "./rules.ts";
import { inlineRules, separateRule, separateRules } from "./security-group.ts";

/**
 * The fact of one resource; undefined for a type without rules and for a rule for the way out.
 *
 * A group answers for the rules written inside it, a rule resource for itself. Only what rules open together and none opens alone
 * (two halves of the internet) is laid at the group's door as well.
 */
export function ingress(world: World, resource: Resource): Fact | undefined {
  switch (resource.type) {
    case "aws_security_group":
    case "aws_default_security_group": {
      const inline = inlineRules(world, resource);
      return together(resource, inline, separateRules(world, resource), openingOf);
    }
    case "aws_security_group_rule":
    case "aws_vpc_security_group_ingress_rule": {
      const rules = separateRule(world, resource);
      return rules.length === 0 ? undefined : fact(resource, openingOf(rules), rules);
    }
    case "aws_network_acl":
    case "aws_default_network_acl":
      return together(resource, inlineAclRules(world, resource), separateAclRules(world, resource), orderedOpeningOf);
    case "aws_network_acl_rule": {
      const rules = separateAclRule(world, resource);
      return rules.length === 0
        ? undefined
        : fact(resource, orderedOpeningOf([...refusedBefore(world, resource, rules), ...rules]), rules);
    }
    default:
      return undefined;
  }
}

function together<R extends Rule>(
  resource: Resource,
  inline: readonly R[],
  separate: readonly R[],
  opening: (rules: readonly R[]) => Opening,
): Fact {
  const own = opening(inline);
  if (separate.length === 0) return fact(resource, own, inline);
  const alone = separate.flatMap((rule) => [...opening([rule]).open, ...opening([rule]).possible]);
  const all = opening([...inline, ...separate]);
  const shared = subtractPorts(all.open, [...own.open, ...own.possible, ...alone]);
  if (shared.length === 0) return fact(resource, own, inline);
  return fact(resource, { ...own, open: [...own.open, ...shared].sort((a, b) => a[0] - b[0]) }, [
    ...inline,
    ...separate,
  ]);
}

/** Rules of the same ACL that refuse before this one is asked. */
function refusedBefore(world: World, resource: Resource, rules: readonly OrderedRule[]): readonly OrderedRule[] {
  const place = Math.min(...rules.map((rule) => rule.number));
  return world
    .targets(resource, ["network_acl_id"])
    .flatMap((target) =>
      target.kind === "resource"
        ? [...inlineAclRules(world, target.resource), ...separateAclRules(world, target.resource)]
        : [],
    )
    .filter((rule) => !rule.allow && rule.number < place && rule.unknown === undefined);
}

function fact(resource: Resource, opening: Opening, rules: readonly Rule[]): Fact {
  const { open, possible, cause } = opening;
  const state = open.length > 0 ? "open" : possible.length > 0 ? "unknown" : "closed";
  const shown = state === "unknown" ? possible : open;
  const meeting = rules.filter((rule) => meets(rule, shown) && (state === "open" || rule.unknown !== undefined));
  const alone = meeting.find(({ sources }) => isInternet(sources));
  const culprit = alone ?? meeting[0];
  const sources = alone ? alone.text : meeting.map(({ text }) => text).join(" and ");
  return {
    judged: { state, ports: list(open), possible: list(possible) },
    found:
      state === "closed"
        ? "no port open to the internet"
        : `${portText(shown)} ${state === "open" ? "open to" : "may be open to"} ${sources || "the internet"}`,
    path: culprit?.path ?? "",
    ...(culprit && culprit.address !== resource.address ? { address: culprit.address } : {}),
    ...(cause !== undefined && state === "unknown" ? { cause } : {}),
  };
}

const meets = (rule: Rule & { readonly allow?: boolean }, ranges: readonly PortRange[]): boolean =>
  rule.allow !== false &&
  rule.transports.length > 0 &&
  ranges.some(([from, to]) => rule.ports[0] <= to && rule.ports[1] >= from) &&
  (rule.unknown !== undefined || rule.sources.v4.length + rule.sources.v6.length > 0);

const list = (ranges: readonly PortRange[]): readonly (readonly number[])[] => ranges.map(([from, to]) => [from, to]);

/** `port 22`, `ports 22, 80-90`, `all ports`. */
function portText(ranges: readonly PortRange[]): string {
  const [first] = ranges;
  if (first && first[0] === 0 && first[1] === 65535) return "all ports";
  const texts = ranges.slice(0, 4).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  const more = ranges.length > 4 ? ` and ${ranges.length - 4} more` : "";
  return `${ranges.length === 1 && first && first[0] === first[1] ? "port" : "ports"} ${texts.join(", ")}${more}`;
}
