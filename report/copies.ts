// Copies of stores as text for a terminal, and as JSON.

import type { CopyMatrix, CopyRow, StoreRow } from "../gate/copies.ts";
import { inert, inertJson, plural } from "./text.ts";

/** Blocks, one a store: its copies as rows, then what is missing. */
export function copiesTable(matrices: readonly CopyMatrix[]): string {
  return matrices.map(matrixText).join("\n");
}

/** An array of matrices. */
export const copiesJson = (matrices: readonly CopyMatrix[]): string => `${inertJson(matrices, 2)}\n`;

function matrixText({ plan, stores, others }: CopyMatrix): string {
  const lines = [`${inert(plan.file)}: ${plural(stores.length, "store")} with ePHI`, ""];
  for (const store of stores) lines.push(...storeText(store), "");
  if (others.length > 0) {
    lines.push("not asked for copies of their own:");
    for (const { address, why } of others) lines.push(`  ${inert(address)} ${inert(why)}`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

const HEAD = ["COPY", "REGION", "ACCOUNT", "KEY", "LOCK", "KEPT", "GAP", "WHERE"] as const;

function storeText(store: StoreRow): string[] {
  const rows = [HEAD, ...store.copies.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  const { hours, objectiveHours, state } = store.recoveryPoint;
  const gap = hours === undefined ? state : gapText(hours);
  return [
    inert(store.address),
    ...lines,
    `  3-2-1: ${store.state}, ${inert(store.found)}`,
    `  recovery point: ${gap}, objective ${objectiveHours} h`,
    ...(store.keys === undefined ? [] : [`  keys: ${store.keys}`]),
    ...(store.missing.length === 0 ? [] : [`  missing: ${inert(store.missing.join("; "))}`]),
    ...(store.cause === undefined ? [] : [`  because: ${inert(store.cause)}`]),
  ];
}

function cells(copy: CopyRow): readonly string[] {
  const away = (answer: string): string => (answer === "yes" ? "another" : answer === "no" ? "same" : "?");
  return [
    copy.certain ? copy.kind : `${copy.kind}?`,
    copy.region ?? away(copy.otherRegion),
    copy.account ?? away(copy.otherAccount),
    inert(copy.key.name),
    copy.kind === "live" ? "" : copy.immutability,
    copy.retentionDays === undefined ? "" : copy.retentionDays === "forever" ? "for ever" : `${copy.retentionDays} d`,
    copy.gapHours === undefined ? "" : gapText(copy.gapHours),
    inert(copy.holder),
  ];
}

const gapText = (hours: number): string => (hours < 1 ? `${Math.max(1, Math.round(hours * 60))} min` : `${hours} h`);
