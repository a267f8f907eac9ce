// phiward controls: the list of controls, for a person or a program.

import { loadCatalogue } from "../catalogue/load.ts";
import type { Control } from "../catalogue/types.ts";
import { EXIT } from "../gate/error.ts";
import { openOutput } from "./output.ts";

export interface ControlsFlags {
  readonly format?: "table" | "json";
}

/** Prints the controls. Returns the exit code. */
export async function runControls({ format = "table" }: ControlsFlags): Promise<number> {
  const { controls } = loadCatalogue();
  const output = openOutput(undefined);
  output.write(format === "json" ? controlsJson(controls) : controlsTable(controls));
  output.finish();
  return EXIT.pass;
}

/** An array of `{id, title, severity, profile?, supports, types, aliases: [{id, types}]}`, one control a line. */
function controlsJson(controls: readonly Control[]): string {
  const lines = controls.map(({ id, title, severity, profile, supports, types, aliases }) =>
    JSON.stringify({ id, title, severity, ...(profile !== undefined && { profile }), supports, types, aliases }),
  );
  return `[\n${lines.join(",\n")}\n]\n`;
}

/** Columns: id, severity, the only profile that judges by it, types, title. */
function controlsTable(controls: readonly Control[]): string {
  const rows = [
    ["CONTROL", "SEVERITY", "PROFILE", "TYPES", "TITLE"],
    ...controls.map(({ id, severity, profile, types, title }) => [
      id,
      severity,
      profile ?? "",
      String(types.length),
      title,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
