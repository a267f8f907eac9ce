// Pieces that every view of the control report uses.

import type { ComponentChildren, JSX } from "preact";
import type { CitationStatus } from "../../gate/assessment.ts";
import { clip, inert } from "../text.ts";
import { citationAnchor, controlAnchor, type Tally, type View } from "./view.ts";

/** Longest text of a plan on the page, in characters; the assessment has it whole. */
const MAX_TEXT = 600;

/** Text that a plan or a register says: data, shown as code. */
export function Said({ children }: { readonly children: string }): JSX.Element {
  return <code>{clip(inert(children), MAX_TEXT)}</code>;
}

/** Text of ours that may hold `code` between backticks. */
export function Prose({ children }: { readonly children: string }): JSX.Element {
  const parts = inert(children.replace(/\s+/g, " ").trim()).split("`");
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}</>;
}

/** One shape for each status, so that none is told by colour alone. */
const SHAPES: Readonly<Record<CitationStatus, string>> = {
  failing: "M1 1h10v10H1zM4 3 3 4l2 2-2 2 1 1 2-2 2 2 1-1-2-2 2-2-1-1-2 2z",
  undetermined: "M6 0l6 6-6 6-6-6zM6 2.5 2.5 6 6 9.500 9.500 6z",
  accepted: "M6 1l6 10H0z",
  "missing-evidence": "M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  boundary: "M0 5h7V2l5 4-5 4V7H0z",
  evidenced: "M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zM2.500 6.200 5 8.700l4.600-4.600-1-1L5 6.700 3.500 5.200z",
};

export const STATUS_WORDS: Readonly<Record<CitationStatus, string>> = {
  failing: "failing",
  undetermined: "undetermined",
  accepted: "accepted",
  "missing-evidence": "missing evidence",
  boundary: "boundary",
  evidenced: "evidenced",
};

/** A status as shape and words. */
export function Status({
  status,
  children,
}: {
  readonly status: CitationStatus;
  readonly children?: string;
}): JSX.Element {
  return (
    <span class={`status ${status}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path fill-rule="evenodd" d={SHAPES[status]} />
      </svg>
      {children ?? STATUS_WORDS[status]}
    </span>
  );
}

export const TALLY_HEAD = ["Fail", "Undetermined", "Accepted", "Pass"] as const;
/** Columns whose cells are numbers. */
const NUMBERS: ReadonlySet<string> = new Set([...TALLY_HEAD, "Days left"]);

/** A table that scrolls in itself where the page is narrow. Its caption counts the rows, and the script counts those left by a filter. */
export function Table(props: {
  readonly caption: string;
  readonly rows: number;
  /** Word for one row. */
  readonly unit: string;
  readonly head: readonly string[];
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { caption, rows, unit, head } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls of a form, this groups a table
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table class={props.class}>
        <caption>
          {caption} <span class="count" data-count={unit}>{`${rows} ${unit}${rows === 1 ? "" : "s"}`}</span>
        </caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th scope="col" key={text} {...(NUMBERS.has(text) ? { class: "number" } : {})}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** A citation, linked to its part where it has one. */
export function CitationLink({ citation, view }: { readonly citation: string; readonly view: View }): JSX.Element {
  const text = inert(citation);
  return <span>{view.linked.has(citation) ? <a href={`#${citationAnchor(text)}`}>{text}</a> : text}</span>;
}

/** Citations with commas between. */
export function Citations(props: { readonly citations: readonly string[]; readonly view: View }): JSX.Element {
  return (
    <>
      {props.citations.map((citation, at) => (
        <span key={citation}>
          {at > 0 ? ", " : ""}
          <CitationLink citation={citation} view={props.view} />
        </span>
      ))}
    </>
  );
}

export function ControlLink({ id }: { readonly id: string }): JSX.Element {
  return (
    <a href={`#${controlAnchor(id)}`}>
      <code>{inert(id)}</code>
    </a>
  );
}

/** The four counts of a tally, a cell each. */
export function TallyCells({ tally }: { readonly tally: Tally }): JSX.Element {
  return (
    <>
      {[tally.fail, tally.undetermined, tally.accepted, tally.pass].map((count, at) => (
        <td key={TALLY_HEAD[at]} class={count === 0 ? "number none" : "number"}>
          {count}
        </td>
      ))}
    </>
  );
}

export function total({ pass, fail, undetermined, accepted }: Tally): number {
  return pass + fail + undetermined + accepted;
}
