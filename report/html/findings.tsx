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
      {findings.length > 0 ? (
        <Table
          caption="Fails and undetermined, worst first."
          rows={findings.length}
          unit="finding"
          head={findingHead(view)}
          class="findings"
        >
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} view={view} anchored />
          ))}
        </Table>
      ) : null}
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

export function findingHead({ severalPlans }: View): readonly string[] {
  return ["Verdict", severalPlans ? "Resource and plan" : "Resource", "Found and expected", "Control and fix"];
}

/** One finding. Only the list of all findings anchors its rows: an id stands once on a page. */
export function FindingRow(props: {
  readonly finding: Finding;
  readonly view: View;
  readonly anchored?: boolean;
}): JSX.Element {
  const { finding, view, anchored } = props;
  const { verdict, enforce, plan } = finding;
  const { location, acceptedBy, basis, cause } = verdict;
  return (
    <tr data-status={statusOf(verdict)} {...(anchored ? { id: finding.id } : {})}>
      <td>
        <Status status={statusOf(verdict)}>{verdict.status}</Status>
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
      <td>
        <p>
          <ControlLink id={verdict.control} /> {inert(verdict.title)}
        </p>
        <p>
          <Citations citations={verdict.supports} view={view} />
        </p>
        <p>fix: {inert(verdict.remedy)}</p>
      </td>
    </tr>
  );
}

function statusOf({ status, acceptedBy }: Verdict): CitationStatus {
  if (status === "undetermined") return "undetermined";
  return acceptedBy ? "accepted" : "failing";
}
