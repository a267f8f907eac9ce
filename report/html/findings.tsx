// Findings as rows: what was found where, what was expected, and how it is mended.

import type { JSX } from "preact";
import type { CitationStatus, Verdict } from "../../gate/assessment.ts";
import { inert, plural } from "../text.ts";
import { effectText, foundText, locationText } from "../wording.ts";
import { Citations, ControlLink, Said, Status, Table } from "./parts.tsx";
import type { Finding, View } from "./view.ts";

export function Findings({ view }: { readonly view: View }): JSX.Element {
  const { findings, fixed } = view;
  return (
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      {findings.length === 0 ? <p class="answer">Nothing fails and nothing is undetermined.</p> : null}
      <FindingTable caption="Fails and undetermined, worst first." findings={findings} view={view} part="all" />
      {fixed.length > 0 ? (
        <>
          <h3 id="fixed">Fixed by the plan</h3>
          <p>{plural(fixed.length, "verdict")} from before the plan that no longer hold.</p>
          <ul>
            {fixed.map(({ id, verdict }) => (
              <li key={id}>
                <Said>{verdict.message}</Said>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Where a table of findings stands: what its surroundings say already is left out of the rows. */
type Part = "all" | "citation" | "control";

interface FindingTableProps {
  readonly caption: string;
  readonly findings: readonly Finding[];
  readonly view: View;
  readonly part: Part;
}

/** Findings, or nothing where there are none. */
export function FindingTable({ caption, findings, view, part }: FindingTableProps): JSX.Element | null {
  if (findings.length === 0) return null;
  const last: Readonly<Record<Part, readonly string[]>> = {
    all: ["Control and fix"],
    citation: ["Control"],
    control: [],
  };
  const head = ["Verdict", view.severalPlans ? "Resource and plan" : "Resource", "Found and expected", ...last[part]];
  return (
    <Table caption={caption} rows={findings.length} unit="finding" head={head} class={`findings ${part}`}>
      {findings.map((finding) => (
        <Row key={finding.id} finding={finding} view={view} part={part} />
      ))}
    </Table>
  );
}

interface RowProps {
  readonly finding: Finding;
  readonly view: View;
  readonly part: Part;
}

/** One finding. The list of all findings anchors its rows, the others link there: an id stands once on a page. */
function Row({ finding, view, part }: RowProps): JSX.Element {
  const { verdict, enforce, plan, id } = finding;
  const { location, construct, acceptedBy, basis, cause } = verdict;
  const status = statusOf(verdict);
  return (
    <tr data-status={status} {...(part === "all" ? { id } : {})}>
      <td>
        {part === "all" ? (
          <Status status={status}>{verdict.status}</Status>
        ) : (
          <a href={`#${id}`}>
            <Status status={status}>{verdict.status}</Status>
          </a>
        )}
        <p>
          {verdict.severity}, {verdict.delta}, {effectText(verdict, enforce)}
        </p>
      </td>
      <td>
        <Said>{verdict.address}</Said>
        {view.severalPlans ? (
          <p>
            in <Said>{plan}</Said>
          </p>
        ) : null}
        {location ? (
          <p>
            at <Said>{locationText(location)}</Said>
          </p>
        ) : null}
        {construct === undefined ? null : (
          <p>
            construct <Said>{construct}</Said>
          </p>
        )}
        <p>data class {verdict.dataClass}</p>
      </td>
      <td>
        <p>
          found <Said>{foundText(verdict)}</Said>
        </p>
        <p>expected {inert(verdict.expected)}</p>
        {cause === undefined ? null : <p>undetermined because {inert(cause)}</p>}
        {basis === undefined ? null : (
          <p>
            rests on <Said>{basis}</Said>
          </p>
        )}
        {acceptedBy ? (
          <p>
            accepted by exception <a href="#exceptions">{inert(acceptedBy.id)}</a> until {inert(acceptedBy.until)}
          </p>
        ) : null}
      </td>
      {part === "control" ? null : <ControlCell verdict={verdict} view={view} part={part} />}
    </tr>
  );
}

function ControlCell({
  verdict,
  view,
  part,
}: { readonly verdict: Verdict } & Pick<RowProps, "view" | "part">): JSX.Element {
  if (part === "citation") {
    return (
      <td>
        <ControlLink id={verdict.control} />
      </td>
    );
  }
  return (
    <td>
      <p>
        <ControlLink id={verdict.control} /> {inert(verdict.title)}
      </p>
      <p>
        <Citations citations={verdict.supports} view={view} />
      </p>
      <p>fix: {inert(verdict.remedy)}</p>
    </td>
  );
}

function statusOf({ status, acceptedBy }: Verdict): CitationStatus {
  if (status === "undetermined") return "undetermined";
  return acceptedBy ? "accepted" : "failing";
}
