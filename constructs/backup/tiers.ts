// How critical an application is, and what that asks of its backup. The regulation names no numbers: all are our choice.

import type { Tier } from "../../catalogue/tiers.ts";
import type { RestoreFrequency } from "./restore-testing.ts";

export type { Tier };

/** What a tier asks. */
export interface Objectives {
  /** Recovery point objective: hours of work that may be lost. */
  readonly rpoHours: number;
  /** Recovery time objective: hours until the data is back. */
  readonly rtoHours: number;
  /** Days for which each recovery point is kept, in every vault. */
  readonly retentionDays: number;
  /** How often a restore is tried. */
  readonly restoreTests: RestoreFrequency;
}

/**
 * Presets by tier.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(E), applications and data criticality analysis (addressable): the tier is its result
 */
export const TIERS: Readonly<Record<Tier, Objectives>> = {
  critical: { rpoHours: 4, rtoHours: 4, retentionDays: 365, restoreTests: "weekly" },
  essential: { rpoHours: 12, rtoHours: 24, retentionDays: 180, restoreTests: "monthly" },
  standard: { rpoHours: 24, rtoHours: 72, retentionDays: 90, restoreTests: "monthly" },
};
