// Ports that rules open, by protocol.

/** Ports from and to, both in it. */
export type PortRange = readonly [from: number, to: number];

export const everyPort: PortRange = [0, 65535];

/** Protocols that have ports; rules speak of them by name or IANA number. */
export type Transport = "tcp" | "udp";

// A map: a plan may hold any word, and an object would answer to `constructor`.
const names: ReadonlyMap<string, readonly Transport[]> = new Map([
  ["-1", ["tcp", "udp"]],
  ["all", ["tcp", "udp"]],
  ["tcp", ["tcp"]],
  ["6", ["tcp"]],
  ["udp", ["udp"]],
  ["17", ["udp"]],
]);

/** Transports that a rule's protocol opens: none for ICMP and other protocols without ports. */
export const transportsOf = (protocol: string): readonly Transport[] => names.get(protocol.toLowerCase()) ?? [];

/** True for the protocol that stands for all, where ports do not count. */
export const isEveryProtocol = (protocol: string): boolean => protocol === "-1" || protocol.toLowerCase() === "all";

/** Ranges in order that neither overlap nor touch. */
export function mergePorts(ranges: readonly PortRange[]): readonly PortRange[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Ports of `ranges` that are not in `away`. */
export function subtractPorts(ranges: readonly PortRange[], away: readonly PortRange[]): readonly PortRange[] {
  let left: PortRange[] = [...ranges];
  for (const [from, to] of away)
    left = left.flatMap(([start, end]) => {
      if (to < start || from > end) return [[start, end] as const];
      const parts: PortRange[] = [];
      if (from > start) parts.push([start, from - 1]);
      if (to < end) parts.push([to + 1, end]);
      return parts;
    });
  return mergePorts(left);
}

/** The stretches into which the ends of the ranges cut the ports: within one, every range holds wholly or not at all. */
export function cutPorts(ranges: readonly PortRange[]): readonly PortRange[] {
  const starts = new Set<number>();
  for (const [from, to] of ranges) starts.add(from).add(to + 1);
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => [from, (sorted[index + 1] ?? from + 1) - 1] as const);
}
