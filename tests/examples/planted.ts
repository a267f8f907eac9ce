// What the README of the leaky example says is wrong, and how it is compared with what the gate says.

/** One row of a table of faults. */
export interface Planted {
  readonly address: string;
  readonly control: string;
}

/** Rows of the Markdown tables below a heading whose columns `address` and `control` are the second and third. */
export function planted(markdown: string, heading: string): Planted[] {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\| *\d+ *\| *(\S+) *\| *(\S+) *\|/gm)].map(([, address = "", control = ""]) => ({
    address,
    control,
  }));
}

/** As sorted text, one fault a line, for comparison. */
export function lines(faults: readonly Planted[]): string[] {
  return faults.map(({ address, control }) => `${address} ${control}`).sort();
}
