// What rules open to the internet, once read: address ranges added up, port by port.

import { cutPorts, mergePorts, type PortRange, type Transport } from "./ports.ts";
import { type Addresses, everywhere, intersect, isInternet, isLocal, nowhere, subtract, union } from "./range.ts";

/** One rule as far as it lets addresses in. */
export interface Rule {
  /** Terraform's path inside its resource: `ingress[0]`, `""` where the resource is the rule. */
  readonly path: string;
  readonly address: string;
  readonly transports: readonly Transport[];
  readonly ports: PortRange;
  /** Addresses that are certain. */
  readonly sources: Addresses;
  /** Why more addresses are possible; absent where none are. */
  readonly unknown?: string;
  /** What to print: `0.0.0.0/0`. */
  readonly text: string;
}

/** A rule of a network ACL. */
export interface OrderedRule extends Rule {
  readonly number: number;
  readonly allow: boolean;
}

export interface Opening {
  /** Ports that the internet reaches. */
  readonly open: readonly PortRange[];
  /** Ports that it may reach beside them. */
  readonly possible: readonly PortRange[];
  readonly cause?: string;
}

const transports: readonly Transport[] = ["tcp", "udp"];

/** What rules open together; each only adds. */
export function openingOf(rules: readonly Rule[]): Opening {
  // Most rules admit private addresses only, and add nothing.
  const outward = rules.filter(({ sources, unknown }) => unknown !== undefined || !isLocal(sources));
  return sweep(outward, (active) => ({
    certain: union(active.map(({ sources }) => sources)),
    possible: active.some(({ unknown }) => unknown !== undefined) ? everywhere : nowhere,
  }));
}

/**
 * What the rules of a network ACL open: for each address the rule with the lowest number that matches decides, and what none
 * matches is refused. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function orderedOpeningOf(rules: readonly OrderedRule[]): Opening {
  const sorted = [...rules].sort((a, b) => a.number - b.number);
  return sweep(sorted, (active) => {
    let certain = nowhere;
    let possible = nowhere;
    // Addresses that no rule has surely allowed or refused yet, and those of them that one may have refused.
    let left = everywhere;
    let doubtful = nowhere;
    for (const { allow, sources, unknown } of active) {
      const met = intersect(left, sources);
      if (allow) {
        certain = union([certain, subtract(met, doubtful)]);
        possible = union([possible, unknown === undefined ? met : left]);
      } else if (unknown !== undefined) doubtful = union([doubtful, left]);
      left = subtract(left, sources);
    }
    return { certain, possible };
  });
}

function sweep<R extends Rule>(
  rules: readonly R[],
  judge: (active: readonly R[]) => { readonly certain: Addresses; readonly possible: Addresses },
): Opening {
  const open: PortRange[] = [];
  const possible: PortRange[] = [];
  for (const transport of transports) {
    const speaking = rules.filter((rule) => rule.transports.includes(transport));
    for (const [from, to] of cutPorts(speaking.map(({ ports }) => ports))) {
      const active = speaking.filter(({ ports }) => ports[0] <= from && ports[1] >= to);
      if (active.length === 0) continue;
      const found = judge(active);
      if (isInternet(found.certain)) open.push([from, to]);
      else if (isInternet(union([found.certain, found.possible]))) possible.push([from, to]);
    }
  }
  const cause = possible.length > 0 ? rules.find(({ unknown }) => unknown !== undefined)?.unknown : undefined;
  return { open: mergePorts(open), possible: mergePorts(possible), ...(cause === undefined ? {} : { cause }) };
}
