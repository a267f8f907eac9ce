import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Addresses,
  everywhere,
  intersect,
  isInternet,
  isLocal,
  nowhere,
  parseCidr,
  subtract,
  union,
} from "../../../../gate/facts/network/range.ts";

const of = (...cidrs: string[]): Addresses => union(cidrs.map((cidr) => parseCidr(cidr) ?? nowhere));

describe("parseCidr", () => {
  it("reads blocks and bare addresses of both families, the host part cut off", () => {
    expect(parseCidr("10.1.2.3/8")).toEqual({ v4: [{ from: 0x0a000000n, to: 0x0affffffn }], v6: [] });
    expect(parseCidr("198.51.100.7")).toEqual({ v4: [{ from: 0xc6336407n, to: 0xc6336407n }], v6: [] });
    expect(parseCidr("::/0")).toEqual({ v4: [], v6: [{ from: 0n, to: (1n << 128n) - 1n }] });
    expect(parseCidr("2001:DB8::1")).toEqual({
      v4: [],
      v6: [{ from: (0x20010db8n << 96n) + 1n, to: (0x20010db8n << 96n) + 1n }],
    });
    expect(parseCidr("::ffff:192.0.2.1")).toEqual({ v4: [], v6: [{ from: 0xffffc0000201n, to: 0xffffc0000201n }] });
    expect(parseCidr("1:2:3:4:5:6:7:8/128")).toEqual({
      v4: [],
      v6: [{ from: 0x00010002000300040005000600070008n, to: 0x00010002000300040005000600070008n }],
    });
  });

  it("refuses what is no range", () => {
    for (const text of [
      "",
      "*",
      "10.0.0/8",
      "10.0.0.256",
      "10.0.0.0/33",
      "10.0.0.0/8/8",
      "1:2:3",
      "::1::2",
      "1:2:3:4:5:6:7:8:9",
      "10.0.0.0/x",
      "g::",
    ])
      expect(parseCidr(text), text).toBeUndefined();
  });
});

describe("isInternet", () => {
  it("begins above a /8 of IPv4 and a /32 of IPv6", () => {
    expect(
      ["0.0.0.0/0", "0.0.0.0/7", "16.0.0.0/7", "::/0", "2000::/3", "2600::/31"].map((cidr) => isInternet(of(cidr))),
    ).toEqual(Array(6).fill(true));
    expect(
      ["16.0.0.0/8", "198.51.100.0/24", "2600::/32", "10.0.0.0/8", "fc00::/7"].map((cidr) => isInternet(of(cidr))),
    ).toEqual(Array(5).fill(false));
  });

  it("adds ranges up and leaves private ones out", () => {
    expect(isInternet(of("0.0.0.0/1", "128.0.0.0/1"))).toBe(true);
    expect(isInternet(of("16.0.0.0/8", "200.1.0.0/16"))).toBe(true);
    expect(isInternet(of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "16.0.0.0/8"))).toBe(false);
    expect(isInternet(of("16.0.0.0/8", "16.1.0.0/16"))).toBe(false);
  });
});

it("isLocal holds for addresses that nobody on the internet has", () => {
  expect(isLocal(of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.1", "fd00::/8", "fe80::/10"))).toBe(true);
  expect(isLocal(of("10.0.0.0/8", "11.0.0.1"))).toBe(false);
  expect(isLocal(nowhere)).toBe(true);
});

describe("sets of addresses", () => {
  const cidr = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 32 })).map(([address, length]) => {
      const bytes = [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
      return `${bytes.join(".")}/${length}`;
    }),
    fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 128 }),
      )
      .map(([groups, length]) => `${groups.map((group) => group.toString(16)).join(":")}/${length}`),
  );
  const set = fc.array(cidr, { maxLength: 6 }).map((cidrs) => of(...cidrs));

  it("obey the laws of sets", () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect(union([a, b])).toEqual(union([b, a]));
        expect(union([a, a])).toEqual(a);
        expect(union([subtract(a, b), intersect(a, b)])).toEqual(a);
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(subtract(a, union([b, c]))).toEqual(subtract(subtract(a, b), c));
        expect(subtract(a, everywhere)).toEqual(nowhere);
        expect(subtract(everywhere, subtract(everywhere, a))).toEqual(a);
      }),
    );
  });

  it("never lose the internet by growing, nor win it by shrinking", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        if (isInternet(a)) expect(isInternet(union([a, b]))).toBe(true);
        if (!isInternet(a)) expect(isInternet(subtract(a, b))).toBe(false);
        if (isLocal(a)) expect(isInternet(a)).toBe(false);
      }),
    );
  });
});
