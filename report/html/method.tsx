// How the report was made, so that it can be made again and compared; and a proposed rule, apart.

import type { JSX } from "preact";
import { inert, plural } from "../text.ts";
import { ControlLink, Said, Table } from "./parts.tsx";
import type { View } from "./view.ts";

export function Method({ view }: { readonly view: View }): JSX.Element {
  const notes = view.assessments.flatMap(({ plan, notes: own }) => own.map((note) => ({ ...note, plan: plan.file })));
  return (
    <section id="method" aria-labelledby="method-title">
      <h2 id="method-title">How this was made</h2>
      <p>
        phiward read each plan as Terraform prints it, worked out facts about its resources and judged them by compiled
        policies, in the world before the plan and the world after it. The same plan, context, registers, version,
        bundle and clock give the same bytes: run it again and compare. The digest of a plan is the SHA-256 of its JSON
        text.
      </p>
      <Table
        caption="Inputs."
        rows={view.assessments.length}
        unit="plan"
        head={["Plan", "Digest", "Format and Terraform", "Tool and bundle", "Clock"]}
      >
        {view.assessments.map(({ plan, tool, bundle, clock }) => (
          <tr key={plan.digest}>
            <th scope="row">
              <Said>{plan.file}</Said>
            </th>
            <td>
              <Said>{plan.digest}</Said>
            </td>
            <td>
              <Said>{plan.formatVersion}</Said>{" "}
              {plan.terraformVersion === undefined ? "" : <Said>{plan.terraformVersion}</Said>}
            </td>
            <td>
              {tool.name} <Said>{tool.version}</Said> <Said>{bundle.digest}</Said>
            </td>
            <td>
              <Said>{clock}</Said>
            </td>
          </tr>
        ))}
      </Table>
      {notes.length > 0 ? (
        <>
          <h3 id="notes">Notes</h3>
          <ul>
            {notes.map(({ code, message, addresses = [], plan }) => (
              <li key={`${plan} ${code} ${message}`}>
                {inert(message)}
                {addresses.length > 0 ? (
                  <details open>
                    <summary>{plural(addresses.length, "resource")}</summary>
                    <ul class="addresses">
                      {addresses.map((address) => (
                        <li key={address}>
                          <Said>{address}</Said>
                        </li>
                      ))}
                    </ul>
                  </details>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** View `readiness`: opt-in, never mixed with the rule in force. */
export function Readiness({ view }: { readonly view: View }): JSX.Element | null {
  const proposals = view.assessments.flatMap(({ proposal, plan }) =>
    proposal ? [{ ...proposal, plan: plan.file }] : [],
  );
  const [first] = proposals;
  if (!first) return null;
  const rows = proposals.flatMap(({ verdicts, plan }) => verdicts.map((verdict) => ({ verdict, plan })));
  return (
    <section id="readiness" aria-labelledby="readiness-title" class="proposal">
      <h2 id="readiness-title">{inert(first.title)}</h2>
      <p class="answer">A proposal, not in force. It changes no outcome and no status in this report.</p>
      {rows.length === 0 ? <p>Nothing fails and nothing is undetermined by the proposal.</p> : null}
      {rows.length > 0 ? (
        <Table
          caption="What does not pass by the proposal."
          rows={rows.length}
          unit="finding"
          head={["Resource", "Control", "What was found"]}
        >
          {rows.map(({ verdict, plan }) => (
            <tr key={`${plan} ${verdict.fingerprint} ${verdict.control}`}>
              <th scope="row">
                <Said>{verdict.address}</Said>
              </th>
              <td>
                <ControlLink id={verdict.control} />
              </td>
              <td>
                <Said>{verdict.message}</Said>
              </td>
            </tr>
          ))}
        </Table>
      ) : null}
    </section>
  );
}
