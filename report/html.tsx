// The control report: one HTML page that needs no network and no script, from one or several assessments.

import { createHash } from "node:crypto";
import type { JSX } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import type { Assessment } from "../gate/assessment.ts";
import { Controls } from "./html/controls.tsx";
import { Cover } from "./html/cover.tsx";
import { Findings } from "./html/findings.tsx";
import { Matrix } from "./html/matrix.tsx";
import { Method, Readiness } from "./html/method.tsx";
import { Said, STATUS_WORDS } from "./html/parts.tsx";
import { Exceptions, Resources } from "./html/resources.tsx";
import { Safeguards } from "./html/safeguards.tsx";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { Summary } from "./html/summary.tsx";
import { statuses, type View, viewOf } from "./html/view.ts";
import type { Renderer } from "./options.ts";
import { clip, inert, plural } from "./text.ts";

const VIEWS = [
  ["cover", "What this is"],
  ["summary", "Summary"],
  ["matrix", "Matrix"],
  ["safeguards", "By citation"],
  ["findings", "Findings"],
  ["controls", "By control"],
  ["resources", "Resources"],
  ["exceptions", "Exceptions"],
  ["method", "How this was made"],
] as const;

/** The page. Its policy allows its own style and script, by their hashes, and nothing else. */
export const renderHtml: Renderer = (assessments, options) => {
  const view = viewOf(assessments, options);
  const css = style(runText(assessments));
  return `<!doctype html>\n${renderToStaticMarkup(<Page view={view} css={css} />)}\n`;
};

function Page({ view, css }: { readonly view: View; readonly css: string }): JSX.Element {
  const [first] = view.assessments;
  const subject = view.severalPlans
    ? plural(view.assessments.length, "plan")
    : clip(inert(first?.plan.file ?? "no plan"), 200);
  const policy = [
    "default-src 'none'",
    `style-src '${hash(css)}'`,
    `script-src '${hash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`Control report: ${subject}`}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the report
        </a>
        <header class="top">
          <strong>phiward control report</strong>
          <span>
            {view.severalPlans ? subject : <Said>{first?.plan.file ?? "no plan"}</Said>}
            {first ? `, judged at ${inert(first.clock)}` : ""}
          </span>
        </header>
        <nav aria-label="Views">
          <ul>
            {VIEWS.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Filter />
        <main id="main">
          <Cover view={view} />
          <Summary view={view} />
          <Matrix view={view} />
          <Safeguards view={view} />
          <Findings view={view} />
          <Controls view={view} />
          <Resources view={view} />
          <Exceptions view={view} />
          <Readiness view={view} />
          <Method view={view} />
        </main>
        <footer>{runText(view.assessments)}</footer>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

/** Shown by the script alone: without it there is nothing to filter with. */
function Filter(): JSX.Element {
  return (
    <form id="filter" aria-label="Filter rows" hidden>
      <label>
        Text <input type="search" autocomplete="off" />
      </label>
      <label>
        Status{" "}
        <select>
          <option value="">any</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {STATUS_WORDS[status]}
            </option>
          ))}
        </select>
      </label>
      <button type="reset">Clear</button>
      <output aria-live="polite" />
    </form>
  );
}

/** Who judged what: at the foot of the page, and of each printed one. */
function runText(assessments: readonly Assessment[]): string {
  const [first] = assessments;
  if (!first) return "no plan";
  const plans = assessments.length === 1 ? `plan ${first.plan.digest}` : plural(assessments.length, "plan");
  return inert(`phiward ${first.tool.version}, bundle ${first.bundle.digest}, ${plans}, ${first.clock}`);
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
