// Each control that looked at a resource: why it asks, and everything it judged.

import type { JSX } from "preact";
import { inert, plural } from "../text.ts";
import { expectedText } from "../wording.ts";
import { FindingTable } from "./findings.tsx";
import { Citations, Prose, Said, total } from "./parts.tsx";
import { Passed } from "./safeguards.tsx";
import { type ControlView, controlAnchor, type View } from "./view.ts";

export function Controls({ view }: { readonly view: View }): JSX.Element {
  const idle = view.controls.filter(({ tally }) => total(tally) === 0);
  return (
    <section id="controls" aria-labelledby="controls-title">
      <h2 id="controls-title">By control</h2>
      {view.controls
        .filter(({ tally }) => total(tally) > 0)
        .map((control) => (
          <Part key={control.id} shown={control} view={view} />
        ))}
      {idle.length > 0 ? (
        <>
          <h3 id="idle">Controls that looked at no resource</h3>
          <p>Nothing in these inputs has the property that they ask about; that is no pass.</p>
          <ul class="addresses">
            {idle.map(({ id, title }) => (
              <li key={id} id={controlAnchor(id)}>
                <code>{inert(id)}</code> {inert(title)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Part({ shown, view }: { readonly shown: ControlView; readonly view: View }): JSX.Element {
  const { id, title, control, tally, findings } = shown;
  const anchor = controlAnchor(id);
  const { fail, undetermined, accepted, pass } = tally;
  return (
    <article id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <code>{inert(id)}</code> {inert(title)}
      </h3>
      <p class="answer">
        {fail} fail, {undetermined} undetermined, {accepted} accepted, {pass} pass, of{" "}
        {plural(total(tally), "resource")}.
      </p>
      {control ? (
        <>
          <p>
            <Prose>{control.why}</Prose>
          </p>
          <p class="note">
            Expected: <Prose>{expectedText(control.expected)}</Prose>. Supports{" "}
            <Citations citations={control.supports} view={view} />. Exceptions:{" "}
            {control.exception.length === 0
              ? "never"
              : control.exception.map((kind) => kind.replace("-", " ")).join(", ")}
            .
          </p>
          <p class="note">
            Fix: <Prose>{control.remedy.terraform}</Prose>
            {control.remedy.construct === undefined ? null : (
              <>
                ; construct <Said>{control.remedy.construct}</Said>
              </>
            )}
          </p>
        </>
      ) : null}
      <FindingTable caption={`What ${id} fails or cannot determine.`} findings={findings} view={view} part="control" />
      <Passed control={shown} view={view} />
    </article>
  );
}
