// Resources in scope, and the exceptions that touch them.

import type { JSX } from "preact";
import type { AcceptedBy } from "../../gate/assessment.ts";
import { inert, plural } from "../text.ts";
import { ControlLink, Said, Table } from "./parts.tsx";
import type { View } from "./view.ts";

export function Resources({ view }: { readonly view: View }): JSX.Element {
  const rows = view.assessments.flatMap(({ plan, scope }) => scope.map((row) => ({ ...row, plan: plan.file })));
  const held = rows.filter(({ dataClass }) => dataClass !== "none").length;
  const head = ["Resource", "Type", "Data class", "Where the class comes from"];
  return (
    <section id="resources" aria-labelledby="resources-title">
      <h2 id="resources-title">Resources in scope</h2>
      <p class="answer">
        {plural(rows.length, "resource")} judged, of which {held} may hold or derive from ePHI.
      </p>
      {rows.length > 0 ? (
        <Table
          caption="Resources that at least one control judged."
          rows={rows.length}
          unit="resource"
          head={view.severalPlans ? [...head, "Plan"] : head}
        >
          {rows.map(({ address, type, dataClass, dataClassSource, plan }) => (
            <tr key={`${plan} ${address}`} data-status="">
              <th scope="row">
                <Said>{address}</Said>
              </th>
              <td>
                <Said>{type}</Said>
              </td>
              <td>{dataClass}</td>
              <td>
                <Said>{dataClassSource}</Said>
              </td>
              {view.severalPlans ? (
                <td>
                  <Said>{plan}</Said>
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      ) : null}
    </section>
  );
}

/** View `decisions`: what is accepted, by whom, until when, and what no longer is. */
export function Exceptions({ view }: { readonly view: View }): JSX.Element {
  const accepted = view.findings.flatMap(({ id, verdict }) =>
    verdict.acceptedBy ? [{ id, verdict, by: verdict.acceptedBy }] : [],
  );
  const notices = view.assessments.flatMap(({ exceptions }) => exceptions);
  accepted.sort((a, b) => (a.by.until < b.by.until ? -1 : a.by.until > b.by.until ? 1 : 0));
  return (
    <section id="exceptions" aria-labelledby="exceptions-title">
      <h2 id="exceptions-title">Exceptions</h2>
      <p class="answer">
        {plural(accepted.length, "finding")} accepted; {plural(notices.length, "exception")}{" "}
        {notices.length === 1 ? "needs" : "need"} somebody.
      </p>
      {accepted.length > 0 ? (
        <Table
          caption="Accepted findings, first to end first. The verdict stays a fail."
          rows={accepted.length}
          unit="finding"
          head={["Exception", "Finding", "Reason and compensating measure", "Owner and approver", "Until"]}
        >
          {accepted.map(({ id, verdict, by }) => (
            <tr key={id} data-status="accepted">
              <th scope="row">
                <Said>{by.id}</Said>
                <p>{KINDS[by.kind]}</p>
                {by.place === undefined ? null : (
                  <p>
                    written at <Said>{by.place}</Said>
                  </p>
                )}
              </th>
              <td>
                <p>
                  <a href={`#${id}`}>
                    <Said>{verdict.address}</Said>
                  </a>
                </p>
                <ControlLink id={verdict.control} />
              </td>
              <td>
                <p>{inert(by.reason)}</p>
                <p>instead: {inert(by.compensating)}</p>
              </td>
              <td>
                <p>owner {inert(by.owner)}</p>
                <p>approved by {inert(by.approver)}</p>
              </td>
              <td class="date">{inert(by.until)}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      {notices.length > 0 ? (
        <Table
          caption="Entries that need somebody."
          rows={notices.length}
          unit="notice"
          head={["Exception", "State", "What it is"]}
        >
          {notices.map(({ id, state, message }) => (
            <tr key={`${id} ${message}`}>
              <th scope="row">
                <Said>{id}</Said>
              </th>
              <td>{state}</td>
              <td>{inert(message)}</td>
            </tr>
          ))}
        </Table>
      ) : null}
    </section>
  );
}

const KINDS: Readonly<Record<AcceptedBy["kind"], string>> = {
  "addressable-decision": "addressable decision",
  "alternative-means": "alternative means",
  remediation: "remediation: the citation stays failing",
};
