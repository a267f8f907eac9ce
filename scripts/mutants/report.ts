// The table of mutants: made, killed, survived, and the survivors that nobody accounts for.

import { readSurvivors, reasonOf } from "./survivors.ts";
import type { Report } from "./workers.ts";

/** Survivors without a reason that are printed one by one. */
const SHOWN = 50;

interface Options {
  /** Print every mutant. */
  readonly list: boolean;
  /** True where all mutants were judged: a reason that fits none is then stale. */
  readonly whole: boolean;
}

interface Row {
  mutants: number;
  killed: number;
  survived: number;
  gap: number;
  refused: number;
}

/** Prints the report; true where each survivor has a reason and each reason a survivor. */
export function printReport({ outcomes, refused }: Report, { list, whole }: Options): boolean {
  const survivors = readSurvivors();
  const rows = new Map<string, Row>();
  const classes = new Map<string, number>();
  const used = new Set<number>();
  const unexplained: string[] = [];
  for (const outcome of outcomes) {
    const { construct, type, kind, argument, detail, killedBy, address } = outcome;
    const row = rows.get(construct) ?? { mutants: 0, killed: 0, survived: 0, gap: 0, refused: refused[construct] ?? 0 };
    rows.set(construct, row);
    row.mutants++;
    const mutant = `${construct} ${type} ${kind} ${argument || "(resource)"}: ${detail}`;
    if (killedBy.length > 0) {
      row.killed++;
      if (list) console.log(`killed    ${mutant} [${killedBy[0]}]`);
      continue;
    }
    row.survived++;
    const index = reasonOf(survivors, outcome);
    const reason = index === undefined ? undefined : survivors[index];
    if (index === undefined || reason === undefined) unexplained.push(`${mutant} (${address})`);
    else {
      used.add(index);
      classes.set(reason.class, (classes.get(reason.class) ?? 0) + 1);
      if (reason.class === "gap") row.gap++;
    }
    if (list) console.log(`survived  ${mutant} [${reason?.class ?? "no reason"}]`);
  }
  const stale = whole ? survivors.filter((_, index) => !used.has(index)) : [];
  print(rows, classes);
  for (const one of unexplained.sort().slice(0, SHOWN)) console.error(`no reason: ${one}`);
  if (unexplained.length > SHOWN) console.error(`no reason: and ${unexplained.length - SHOWN} more, see --list`);
  for (const one of stale) console.error(`stale reason: ${JSON.stringify(one)}`);
  return unexplained.length === 0 && stale.length === 0;
}

function print(rows: ReadonlyMap<string, Row>, classes: ReadonlyMap<string, number>): void {
  const total: Row = { mutants: 0, killed: 0, survived: 0, gap: 0, refused: 0 };
  console.log(`${"".padEnd(22)} mutants  killed  survived  of them gaps  refused by the schema`);
  const line = (name: string, { mutants, killed, survived, gap, refused }: Row): void =>
    console.log(
      name.padEnd(22) +
        [mutants, killed, survived, gap, refused]
          .map((n, i) => String(n).padStart([8, 8, 10, 14, 23][i] ?? 8))
          .join(""),
    );
  for (const [name, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    line(name, row);
    total.mutants += row.mutants;
    total.killed += row.killed;
    total.survived += row.survived;
    total.gap += row.gap;
    total.refused += row.refused;
  }
  line("in total", total);
  const reasons = [...classes].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  if (reasons.length > 0) console.log(`survivors by reason: ${reasons.join(", ")}`);
}
