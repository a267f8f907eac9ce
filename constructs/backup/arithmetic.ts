// The sums that AWS Backup does only when a job runs: retention against locks, cold storage, schedules against objectives.

import { ConstructError } from "../error.ts";
import type { IConstruct } from "../internal/cdktf.ts";

/** Bounds that a lock sets to every recovery point of its vault, in days. */
export interface LockBounds {
  readonly minDays: number;
  readonly maxDays: number;
}

/** One leg of 3-2-1 and for how long it keeps its recovery points. */
export interface Leg {
  /** As messages name it: `the copy in another Region`. */
  readonly name: string;
  readonly retentionDays: number;
}

/** AWS Backup keeps what it moves to cold storage there for 90 days at least. */
const COLD_STORAGE_DAYS = 90;

/**
 * Refuses a leg whose recovery points the lock would refuse: AWS Backup fails such a job when it runs, not when it is planned.
 *
 * @throws {ConstructError} `RETENTION_OUTSIDE_LOCK`, `COLD_STORAGE_TOO_SHORT`
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export function checkLeg(
  at: IConstruct,
  { name, retentionDays }: Leg,
  { minDays, maxDays }: LockBounds,
  coldStorageAfterDays: number | undefined,
): void {
  if (retentionDays < minDays || retentionDays > maxDays)
    throw new ConstructError(
      "RETENTION_OUTSIDE_LOCK",
      `${name} is kept for ${retentionDays} days, expected ${minDays} to ${maxDays} days as its vault is locked`,
      at,
    );
  if (coldStorageAfterDays !== undefined && retentionDays < coldStorageAfterDays + COLD_STORAGE_DAYS)
    throw new ConstructError(
      "COLD_STORAGE_TOO_SHORT",
      `${name} is kept for ${retentionDays} days, expected at least ${coldStorageAfterDays + COLD_STORAGE_DAYS} days: ` +
        `cold storage after ${coldStorageAfterDays} days lasts ${COLD_STORAGE_DAYS} days`,
      at,
    );
}

/** Refuses what is no whole number in a range. @throws {ConstructError} with the code given */
export function checkRange(
  at: IConstruct,
  code: string,
  name: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
  unit: string,
): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most))
    throw new ConstructError(code, `${name} must be ${least} to ${most} ${unit}, got ${value}`, at);
}

/**
 * Schedule whose longest gap is at most the objective: every 1, 2, 3, 4, 6, 8, 12 or 24 hours, in UTC.
 *
 * @param rpoHours at least 1, the shortest interval of AWS Backup
 */
export function scheduleFor(rpoHours: number): string {
  const interval = [24, 12, 8, 6, 4, 3, 2].find((hours) => hours <= rpoHours) ?? 1;
  return interval === 24 ? "cron(0 5 * * ? *)" : `cron(0 0/${interval} * * ? *)`;
}
