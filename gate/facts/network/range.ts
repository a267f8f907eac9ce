// Sets of addresses: CIDR blocks added up, cut and compared.

/** One stretch of addresses, both ends in it. */
interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}
/** Stretches in order that neither overlap nor touch. */
export type Stretches = readonly Stretch[];

/** Addresses of both families. */
export interface Addresses {
  readonly v4: Stretches;
  readonly v6: Stretches;
}

/** All addresses, as each family writes them. */
export const EVERYWHERE: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

export const nowhere: Addresses = { v4: [], v6: [] };

const parsed = new Map<string, Addresses | undefined>();

/** The block as a set of addresses; a bare address is a block of one; undefined where the text is neither. */
export function parseCidr(text: string): Addresses | undefined {
  // The same few ranges stand in thousands of rules.
  if (parsed.has(text)) return parsed.get(text);
  const block = readCidr(text);
  if (parsed.size < 10_000) parsed.set(text, block);
  return block;
}

function readCidr(text: string): Addresses | undefined {
  const [address = "", length, rest] = text.trim().split("/");
  if (rest !== undefined) return undefined;
  const v6 = address.includes(":");
  const bits = v6 ? 128 : 32;
  const start = v6 ? parseV6(address) : parseV4(address);
  if (start === undefined || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const from = start - (start % size);
  const stretches = [{ from, to: from + size - 1n }];
  return v6 ? { v4: [], v6: stretches } : { v4: stretches, v6: [] };
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groups(half));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const after = tail ?? [];
  const missing = 8 - head.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...Array<bigint>(missing).fill(0n), ...after].reduce((value, group) => (value << 16n) | group, 0n);
}

/** 16-bit groups; the last may be a dotted IPv4 address. */
function groups(text: string): bigint[] | undefined {
  if (text === "") return [];
  const found: bigint[] = [];
  for (const part of text.split(":")) {
    const dotted = part.includes(".") ? parseV4(part) : undefined;
    if (dotted !== undefined) found.push(dotted >> 16n, dotted & 0xffffn);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}

const merge = (stretches: readonly Stretch[]): Stretches => {
  const merged: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (!last || from > last.to + 1n) merged.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return merged;
};

const cut = (from: Stretches, away: Stretches): Stretches => {
  let left: Stretch[] = [...from];
  for (const gone of away) {
    left = left.flatMap((stretch) => {
      if (gone.to < stretch.from || gone.from > stretch.to) return [stretch];
      const parts: Stretch[] = [];
      if (gone.from > stretch.from) parts.push({ from: stretch.from, to: gone.from - 1n });
      if (gone.to < stretch.to) parts.push({ from: gone.to + 1n, to: stretch.to });
      return parts;
    });
  }
  return left;
};

const isEmpty = ({ v4, v6 }: Addresses): boolean => v4.length === 0 && v6.length === 0;

/** All addresses of either set. */
export function union(sets: readonly Addresses[]): Addresses {
  const [first = nowhere, ...others] = sets.filter((set) => !isEmpty(set));
  if (others.length === 0) return first;
  return {
    v4: merge([first, ...others].flatMap(({ v4 }) => v4)),
    v6: merge([first, ...others].flatMap(({ v6 }) => v6)),
  };
}

/** Addresses of `from` that are not in `away`. */
export const subtract = (from: Addresses, away: Addresses): Addresses => ({
  v4: cut(from.v4, away.v4),
  v6: cut(from.v6, away.v6),
});

/** Addresses of both sets. */
export const intersect = (a: Addresses, b: Addresses): Addresses => subtract(a, subtract(a, b));

const sum = (stretches: Stretches): bigint => stretches.reduce((total, { from, to }) => total + to - from + 1n, 0n);

const blocks = (cidrs: readonly string[]): Addresses => union(cidrs.map((cidr) => parseCidr(cidr) ?? nowhere));

/** Every address of both families. */
export const everywhere: Addresses = blocks([...EVERYWHERE]);

/**
 * Addresses that no host on the internet can send from: private, shared, loopback, link-local, multicast, documentation of
 * IPv6, reserved. https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
const local = blocks([
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
  ...["224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "2001:db8::/32", "fc00::/7", "fe80::/10", "ff00::/8"],
]);

/** Private ranges alone are left out where the size of a set is weighed, as AWS does. */
const privateRanges = blocks(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]);

const weighed = new WeakMap<Addresses, { readonly local: boolean; readonly internet: boolean }>();

function weigh(addresses: Addresses): { readonly local: boolean; readonly internet: boolean } {
  let found = weighed.get(addresses);
  if (!found) {
    const isAllLocal = isEmpty(subtract(addresses, local));
    const { v4, v6 } = subtract(addresses, privateRanges);
    found = { local: isAllLocal, internet: !isAllLocal && (sum(v4) > 1n << 24n || sum(v6) > 1n << 96n) };
    weighed.set(addresses, found);
  }
  return found;
}

/** True where nobody on the internet has one of these addresses. */
export const isLocal = (addresses: Addresses): boolean => weigh(addresses).local;

/**
 * True where the addresses count as the internet: together more than a /8 of IPv4 or a /32 of IPv6, private ones left out.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export const isInternet = (addresses: Addresses): boolean => weigh(addresses).internet;
