import fc from "fast-check";
import { expect, it } from "vitest";
import {
  cutPorts,
  mergePorts,
  type PortRange,
  subtractPorts,
  transportsOf,
} from "../../../../gate/facts/network/ports.ts";

const range = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))
  .map(([a, b]): PortRange => (a <= b ? [a, b] : [b, a]));
const ports = (ranges: readonly PortRange[]): readonly number[] =>
  [...new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))].sort(
    (a, b) => a - b,
  );

it("merges, cuts and takes away as port by port would", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 }), (a, b) => {
      expect(ports(mergePorts(a))).toEqual(ports(a));
      expect(mergePorts(a).every(([from], index, all) => index === 0 || from > (all[index - 1]?.[1] ?? 0) + 1)).toBe(
        true,
      );
      expect(ports(subtractPorts(a, b))).toEqual(ports(a).filter((port) => !ports(b).includes(port)));
      for (const [from, to] of cutPorts(a))
        for (const [start, end] of a) expect((start <= from && end >= to) || start > to || end < from).toBe(true);
    }),
  );
});

it("knows which protocols have ports", () => {
  expect(["tcp", "6", "UDP", "17", "-1", "all", "icmp", "1", "50", "icmpv6"].map(transportsOf)).toEqual([
    ["tcp"],
    ["tcp"],
    ["udp"],
    ["udp"],
    ["tcp", "udp"],
    ["tcp", "udp"],
    [],
    [],
    [],
    [],
  ]);
});

it("finds no transport in a protocol named like a property of every object", () => {
  expect(["constructor", "__proto__", "toString", "TCP"].map(transportsOf)).toEqual([[], [], [], ["tcp"]]);
});
