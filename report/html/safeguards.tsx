// View `safeguard`: one part for each citation that has controls, the answer to "show me 164.312(b)".

import type { JSX } from "preact";
import type { Safeguard } from "../../catalogue/types.ts";
import { inert, plural } from "../text.ts";
import { expectedText } from "../wording.ts";
import { FindingTable } from "./findings.tsx";
import { statusText } from "./matrix.tsx";
import { ControlLink, Prose, Said, Status, TALLY_HEAD, Table, TallyCells, total } from "./parts.tsx";
import { type CitationView, type ControlView, citationAnchor, controlAnchor, type View } from "./view.ts";

/** Passes listed below a citation; the control's own part lists all. */
const MAX_PASSED = 50;

export function Safeguards({ view }: { readonly view: View }): JSX.Element {
  const shown = view.citations.filter(({ controls }) => controls.length > 0);
  return (
    <section id="safeguards" aria-labelledby="safeguards-title">
      <h2 id="safeguards-title">By citation</h2>
      {shown.length === 0 ? <p>No control supports a citation.</p> : null}
      {shown.map((citation) => (
        <Part key={citation.safeguard.citation} citation={citation} view={view} />
      ))}
    </section>
  );
}

function Part({ citation, view }: { readonly citation: CitationView; readonly view: View }): JSX.Element {
  const { safeguard, status, controls } = citation;
  const anchor = citationAnchor(safeguard.citation);
  const findings = controls.flatMap((control) => control.findings);
  const looked = controls.reduce((sum, { tally }) => sum + total(tally), 0);
  return (
    <article id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        {inert(safeguard.citation)} {inert(safeguard.title)}
      </h3>
      <p class="answer">
        <Status status={status}>{statusText(citation)}</Status>
        {looked === 0
          ? ": no control looked at a resource, so evidence is missing"
          : `: ${plural(looked, "verdict")} of ${plural(controls.length, "control")}`}
      </p>
      <p>
        {inert(safeguard.requirement)} <span class="note">{designation(safeguard)}</span>
      </p>
      <p class="note">{ROLES[safeguard.role]}</p>
      <Table
        caption={`Controls that support ${safeguard.citation}.`}
        rows={controls.length}
        unit="control"
        head={["Control", "Expected", ...TALLY_HEAD]}
      >
        {controls.map(({ id, title, control, tally }) => (
          <tr key={id}>
            <th scope="row">
              <ControlLink id={id} /> {inert(title)}
            </th>
            <td>{control ? <Prose>{expectedText(control.expected)}</Prose> : null}</td>
            <TallyCells tally={tally} />
          </tr>
        ))}
      </Table>
      <FindingTable
        caption={`What fails or is undetermined under ${safeguard.citation}.`}
        findings={findings}
        view={view}
        part="citation"
      />
      {controls.map((control) => (
        <Passed key={control.id} control={control} view={view} max={MAX_PASSED} />
      ))}
    </article>
  );
}

/** Resources that a control passed, open without script. */
export function Passed(props: {
  readonly control: ControlView;
  readonly view: View;
  /** How many to list. @default - all */
  readonly max?: number;
}): JSX.Element | null {
  const { control, view, max = Number.POSITIVE_INFINITY } = props;
  const { id, passed } = control;
  if (passed.length === 0) return null;
  const shown = passed.slice(0, max);
  return (
    <details open>
      <summary>
        <Status status="evidenced">{`${plural(passed.length, "resource")} ${passed.length === 1 ? "passes" : "pass"} ${inert(id)}`}</Status>
      </summary>
      <ul class="addresses">
        {shown.map(({ plan, address }) => (
          <li key={`${plan} ${address}`} data-status="evidenced">
            <Said>{address}</Said>
            {view.severalPlans ? (
              <>
                {" "}
                in <Said>{plan}</Said>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length < passed.length ? (
        <p>
          {shown.length} of {passed.length} are listed here,{" "}
          <a href={`#${controlAnchor(id)}`}>all of them under the control</a>.
        </p>
      ) : null}
    </details>
  );
}

function designation({ designation: word, kind }: Safeguard): string {
  if (word === "n-a") return "";
  const what = kind === "implementation-specification" ? "implementation specification" : kind;
  return `(${word} ${what}, requirement in our words)`;
}

const ROLES: Readonly<Record<Safeguard["role"], string>> = {
  "plan-can-support": "A plan can show this.",
  partly: "A plan shows part of this; records and people show the rest.",
  "evidenced-by-code": "Records beside the code show this; a plan adds to them.",
  "outside-code": "Somebody outside the code shows this; a plan only adds to it.",
};
