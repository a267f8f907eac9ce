// Who may act, as a scale with two ends: what is certain at least, and what is possible at most.

/** 0 nobody, 1 the owning account, who is trusted and AWS services, 2 named others, 3 anyone. */
export type Level = 0 | 1 | 2 | 3;
export const NOBODY: Level = 0;
export const INSIDE: Level = 1;
export const OUTSIDE: Level = 2;
export const ANYONE: Level = 3;

/** `least` and `most` differ where the plan does not say. */
export interface Reach {
  readonly least: Level;
  readonly most: Level;
  /** Why they differ, one sentence without a full stop. */
  readonly cause?: string;
}

export const exactly = (level: Level): Reach => ({ least: level, most: level });
export const between = (least: Level, most: Level, cause: string): Reach => ({ least, most, cause });

const low = (a: Level, b: Level): Level => (a < b ? a : b);
const high = (a: Level, b: Level): Level => (a > b ? a : b);

function join(least: Level, most: Level, a: Reach, b: Reach): Reach {
  if (least === most) return { least, most };
  const cause = (a.most === most && a.least < a.most ? a.cause : undefined) ?? b.cause ?? a.cause;
  return cause === undefined ? { least, most } : { least, most, cause };
}

/** Both limits hold. */
export const both = (a: Reach, b: Reach): Reach => join(low(a.least, b.least), low(a.most, b.most), a, b);
/** Either way in is enough. */
export const either = (a: Reach, b: Reach): Reach => join(high(a.least, b.least), high(a.most, b.most), a, b);

export const every = (reaches: readonly Reach[]): Reach => reaches.reduce(both, exactly(ANYONE));
export const some = (reaches: readonly Reach[]): Reach => reaches.reduce(either, exactly(NOBODY));
