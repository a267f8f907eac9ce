// View `summary`: the state at a glance.

import type { JSX } from "preact";
import { inert, plural } from "../text.ts";
import { effectText } from "../wording.ts";
import { isRow } from "./matrix.tsx";
import { ControlLink, Said, Status, Table } from "./parts.tsx";
import { statuses, type View } from "./view.ts";

/** Findings and dates shown at a glance. */
const WORST = 5;
const DATES = 10;
const DAY_MS = 86_400_000;

export function Summary({ view }: { readonly view: View }): JSX.Element {
  const rows = view.citations.filter(isRow);
  const counts = view.assessments.map((assessment) => assessment.counts);
  const introduced = counts.reduce((sum, count) => sum + count.introduced, 0);
  const fixed = counts.reduce((sum, count) => sum + count.fixed, 0);
  const tolerated = counts.reduce((sum, count) => sum + count.tolerated, 0);
  const existing = view.findings.length - introduced;
  return (
    <section id="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">Summary</h2>
      <ul class="tiles" aria-label={`Status of ${rows.length} standards and implementation specifications`}>
        {statuses.map((status) => (
          <li key={status} class={status}>
            <span class="figure">{rows.filter((row) => row.status === status).length}</span>
            <span class="of"> of {rows.length}</span>
            <Status status={status} />
          </li>
        ))}
      </ul>
      <p>
        {plural(introduced, "finding")} introduced, {existing} existing
        {tolerated > 0 ? ` (${tolerated} tolerated)` : ""}, {fixed} fixed.
      </p>
      <Worst view={view} />
      <Dates view={view} />
    </section>
  );
}

function Worst({ view }: { readonly view: View }): JSX.Element {
  const worst = view.findings.slice(0, WORST);
  if (worst.length === 0) return <p>Nothing fails and nothing is undetermined.</p>;
  return (
    <Table
      caption={`The ${worst.length} worst of ${plural(view.findings.length, "finding")}.`}
      rows={worst.length}
      unit="finding"
      head={["Finding", "Resource", "Control"]}
    >
      {worst.map(({ id, verdict, enforce }) => (
        <tr key={id}>
          <td>
            <a href={`#${id}`}>
              {verdict.severity} {verdict.status}
            </a>
            , {effectText(verdict, enforce)}
          </td>
          <td>
            <Said>{verdict.address}</Said>
          </td>
          <td>
            <ControlLink id={verdict.control} /> {inert(verdict.title)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Exceptions that end next, against the clock of the run. */
function Dates({ view }: { readonly view: View }): JSX.Element | null {
  const ends = new Map<string, { readonly until: string; readonly owner: string; readonly days: number }>();
  for (const { clock, verdicts } of view.assessments)
    for (const { acceptedBy } of verdicts)
      if (acceptedBy) {
        const { id, until, owner } = acceptedBy;
        ends.set(id, { until, owner, days: Math.floor((Date.parse(until) - Date.parse(clock.slice(0, 10))) / DAY_MS) });
      }
  const next = [...ends].sort(([, a], [, b]) => (a.until < b.until ? -1 : 1)).slice(0, DATES);
  if (next.length === 0) return null;
  return (
    <Table
      caption="Exceptions that end next."
      rows={next.length}
      unit="exception"
      head={["Exception", "Ends", "Days left", "Owner"]}
    >
      {next.map(([id, { until, owner, days }]) => (
        <tr key={id}>
          <th scope="row">
            <Said>{id}</Said>
          </th>
          <td>{inert(until)}</td>
          <td class="number">{Number.isNaN(days) ? "" : days}</td>
          <td>
            <Said>{owner}</Said>
          </td>
        </tr>
      ))}
    </Table>
  );
}
