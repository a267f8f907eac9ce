// The part of the query language of CloudWatch Logs Insights that the saved queries of a trail use, run over events in memory.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html

type Row = Readonly<Record<string, string | undefined>>;

/** Fields as Logs Insights discovers them in an event: `userIdentity.arn`, `resources.0.ARN`. */
function discovered(event: unknown, path = ""): Record<string, string> {
  if (typeof event !== "object" || event === null) return { [path]: String(event) };
  return Object.assign(
    {},
    ...Object.entries(event).map(([key, value]) => discovered(value, path === "" ? key : `${path}.${key}`)),
  );
}

/** A field, or the first of several that is there. */
function value(expression: string, row: Row): string | undefined {
  const [, list] = /^coalesce\((.*)\)$/.exec(expression) ?? [];
  if (list === undefined) return row[expression];
  return list
    .split(/,\s*/)
    .map((name) => row[name])
    .find((found) => found !== undefined);
}

function named(list: string, row: Row): Row {
  const named = list.split(/,\s*(?![^(]*\))/).map((part) => {
    const [expression = "", name = expression] = part.split(" as ");
    return [name, value(expression, row)] as const;
  });
  return Object.fromEntries(named);
}

function holds(condition: string, row: Row): boolean {
  return condition.split(" and ").every((term) => {
    const [, field = "", not, pattern, text] = /^(\S+) (?:(not )?like \/(.*)\/|= "(.*)")$/.exec(term) ?? [];
    if (field === "") throw new Error(`cannot read ${term}`);
    const found = row[field];
    if (text !== undefined) return found === text;
    return found !== undefined && new RegExp(pattern ?? "").test(found) === (not === undefined);
  });
}

/** Rows that a query of `fields`, `filter`, `sort … desc` and `limit` returns; any other command throws. */
export function insights(query: string, events: readonly unknown[]): readonly Row[] {
  let rows: readonly Row[] = events.map((event) => discovered(event));
  let shown: string[] | undefined;
  for (const command of query.split(/\n\| /)) {
    const [, word, rest = ""] = /^(\w+) (.*)$/s.exec(command) ?? [];
    if (word === "fields") {
      rows = rows.map((row) => ({ ...row, ...named(rest, row) }));
      shown = Object.keys(named(rest, {}));
    } else if (word === "filter") rows = rows.filter((row) => holds(rest, row));
    else if (word === "sort" && rest.endsWith(" desc")) {
      const field = rest.slice(0, -" desc".length);
      rows = rows.toSorted((a, b) => (String(a[field]) < String(b[field]) ? 1 : -1));
    } else if (word === "limit") rows = rows.slice(0, Number(rest));
    else throw new Error(`cannot run ${command}`);
  }
  return rows.map((row) => Object.fromEntries((shown ?? []).map((name) => [name, row[name]])));
}
