// Ranges of addresses.

import { ConstructError } from "../error.ts";
import type { IConstruct } from "../internal/cdktf.ts";

/** The ranges that RFC 1918 sets apart for private networks: first address and prefix. */
const PRIVATE: readonly (readonly [number, number])[] = [
  [0x0a000000, 8],
  [0xac100000, 12],
  [0xc0a80000, 16],
];

interface Range {
  readonly first: number;
  readonly prefix: number;
}

function parse(cidr: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (!match) return undefined;
  const bytes = match.slice(1, 5).map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return { first: bytes.reduce((sum, byte) => sum * 256 + byte, 0), prefix: Number(match[5]) };
}

const size = (prefix: number): number => 2 ** (32 - prefix);

/**
 * Refuses what is no private range, or none that four subnets fit into (a VPC takes prefixes from 16, a subnet up to 28).
 *
 * @throws {ConstructError} `CIDR_INVALID`
 */
export function checkCidr(at: IConstruct, cidr: string): void {
  const range = parse(cidr);
  const fits =
    range !== undefined &&
    range.prefix >= 16 &&
    range.prefix <= 26 &&
    range.first % size(range.prefix) === 0 &&
    PRIVATE.some(([first, prefix]) => range.first >= first && range.first < first + size(prefix));
  if (!fits)
    throw new ConstructError("CIDR_INVALID", `cidr must be a private range of prefix 16 to 26, got ${cidr}`, at);
}

/** Four equal parts of a range, in order. */
export function quarters(cidr: string): readonly string[] {
  const range = parse(cidr);
  if (!range) return [];
  const prefix = range.prefix + 2;
  return [0, 1, 2, 3].map((index) => `${address(range.first + index * size(prefix))}/${prefix}`);
}

const address = (first: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".");
