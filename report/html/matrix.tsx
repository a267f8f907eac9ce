// View `matrix`: every standard and implementation specification of the Security Rule, in the order of the rule.

import type { JSX } from "preact";
import { inert, plural } from "../text.ts";
import { CitationLink, STATUS_WORDS, Status, TALLY_HEAD, Table, TallyCells } from "./parts.tsx";
import { type CitationView, statuses, type Tally, type View } from "./view.ts";

const CLASSES = [
  ["administrative", "Administrative safeguards"],
  ["physical", "Physical safeguards"],
  ["technical", "Technical safeguards"],
  ["organizational", "Organizational requirements"],
  ["documentation", "Policies, procedures and documentation"],
] as const;

const HEAD = ["Citation", "Title", "Designation", "Status", ...TALLY_HEAD];

/** True for the paragraphs that the matrix lists: those one can meet or fail. */
export function isRow({ safeguard }: CitationView): boolean {
  return safeguard.kind !== "general" && CLASSES.some(([name]) => name === safeguard.class);
}

export function Matrix({ view }: { readonly view: View }): JSX.Element {
  const rows = view.citations.filter(isRow);
  const others = view.citations.filter((citation) => !isRow(citation) && citation.controls.length > 0);
  return (
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Security Rule matrix</h2>
      <p class="answer">
        Of {plural(rows.length, "standard and specification", "standards and specifications")}: {rollUp(rows)}.
      </p>
      <p>
        The status is the worst of a paragraph's controls and of the paragraphs below it; the counts are verdicts of its
        own controls. Where no control looked at a resource, evidence is missing, which is no pass. Boundary means that
        somebody outside the code shows it.
      </p>
      {CLASSES.map(([name, title]) => {
        const own = rows.filter(({ safeguard }) => safeguard.class === name);
        return own.length > 0 ? <Group key={name} id={name} title={title} rows={own} view={view} /> : null;
      })}
      {others.length > 0 ? (
        <Group id="other" title="Other paragraphs that controls support" rows={others} view={view} />
      ) : null}
    </section>
  );
}

function rollUp(rows: readonly CitationView[]): string {
  const parts = statuses.flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [`${count} ${STATUS_WORDS[status]}`];
  });
  return parts.join(", ");
}

function Group(props: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CitationView[];
  readonly view: View;
}): JSX.Element {
  const { id, title, rows, view } = props;
  return (
    <>
      <h3 id={`class-${id}`}>{title}</h3>
      <Table caption={`${title}: ${rollUp(rows)}.`} rows={rows.length} unit="paragraph" head={HEAD} class="matrix">
        {rows.map((row) => (
          <Row key={row.safeguard.citation} row={row} view={view} />
        ))}
      </Table>
    </>
  );
}

function Row({ row, view }: { readonly row: CitationView; readonly view: View }): JSX.Element {
  const { safeguard, status, controls } = row;
  return (
    <tr data-status={status} class={safeguard.kind}>
      <th scope="row">
        <CitationLink citation={safeguard.citation} view={view} />
      </th>
      <td>{inert(safeguard.title)}</td>
      <td>{safeguard.designation === "n-a" ? "" : safeguard.designation}</td>
      <td>
        <Status status={status}>{statusText(row)}</Status>
      </td>
      {controls.length === 0 ? (
        <td class="none" colSpan={TALLY_HEAD.length}>
          {status === "missing-evidence" || status === "boundary" ? "no control" : "paragraphs below"}
        </td>
      ) : (
        <TallyCells tally={tallyOf(row)} />
      )}
    </tr>
  );
}

/** `accepted until 2027-01-31`, else the status in words. */
export function statusText({ status, until }: CitationView): string {
  return status === "accepted" && until !== undefined ? `accepted until ${inert(until)}` : STATUS_WORDS[status];
}

function tallyOf({ controls }: CitationView): Tally {
  const sum = (key: keyof Tally) => controls.reduce((so, { tally }) => so + tally[key], 0);
  return { pass: sum("pass"), fail: sum("fail"), undetermined: sum("undetermined"), accepted: sum("accepted") };
}
