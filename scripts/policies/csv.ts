// Reads the catalogue's CSV tables.

/** Rows of a CSV text with a header line, each as column → text. Quoted fields may hold commas and doubled quotes. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = text.split("\n").filter((line) => line !== "");
  const columns = fields(header ?? "");
  return lines.map((line, index) => {
    const values = fields(line);
    if (values.length !== columns.length)
      throw new Error(`line ${index + 2} has ${values.length} fields, expected ${columns.length}: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ""]));
  });
}

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
