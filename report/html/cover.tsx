// View `cover`: which plan, which day, which judge, and what the report does not cover.

import type { JSX } from "preact";
import type { Assessment } from "../../gate/assessment.ts";
import { inert, plural } from "../text.ts";
import { summaryText } from "../wording.ts";
import { isRow } from "./matrix.tsx";
import { Said } from "./parts.tsx";
import type { View } from "./view.ts";

export function Cover({ view }: { readonly view: View }): JSX.Element {
  const { assessments } = view;
  const rows = view.citations.filter(isRow);
  const blocked = assessments.filter(({ outcome }) => outcome === "blocked").length;
  const outcome =
    assessments.length === 1
      ? `The plan ${blocked === 1 ? "is blocked" : "passes"}.`
      : `Of ${plural(assessments.length, "plan")} ${blocked} blocked, ${assessments.length - blocked} pass.`;
  const boundary = rows.filter(({ status }) => status === "boundary").length;
  const missing = rows.filter(({ status }) => status === "missing-evidence").length;
  return (
    <section id="cover" aria-labelledby="title">
      <h1 id="title">Control report</h1>
      <p class="answer">{outcome}</p>
      {assessments.map((assessment) => (
        <Identity key={assessment.plan.digest} assessment={assessment} />
      ))}
      <h2 id="not-covered">What is not covered</h2>
      <ul>
        {assessments.map(({ plan, counts }) => (
          <li key={plan.digest}>
            {plural(counts.resources - counts.judged, "resource")} of {counts.resources} in <Said>{plan.file}</Said>: no
            control looked at {counts.resources - counts.judged === 1 ? "it" : "them"}.
          </li>
        ))}
        {assessments.flatMap(({ plan }) =>
          plan.complete
            ? []
            : [<li key={plan.digest}>Terraform deferred part of this plan; it could not be judged.</li>],
        )}
        <li>
          {missing} of {plural(rows.length, "standard and specification", "standards and specifications")} lack evidence
          in these inputs, and {boundary} are shown by somebody outside the code. Policies, people, contracts and the
          running system are not in a plan.
        </li>
      </ul>
      <p>
        A control supports a paragraph of the Security Rule. It shows a property of the infrastructure as planned, and
        takes no place of a risk analysis or of anybody's judgement.
      </p>
    </section>
  );
}

function Identity({ assessment }: { readonly assessment: Assessment }): JSX.Element {
  const { plan, profile, enforce, clock, context } = assessment;
  return (
    <div class="identity">
      <p>
        <strong>{inert(summaryText(assessment))}.</strong>
      </p>
      <dl>
        <dt>{plan.kind === "plan" ? "Plan" : "State"}</dt>
        <dd>
          <Said>{plan.file}</Said>
        </dd>
        <dt>Digest</dt>
        <dd>
          <Said>{plan.digest}</Said>
        </dd>
        <dt>Judged at</dt>
        <dd>
          <Said>{clock}</Said>
        </dd>
        <dt>Profile</dt>
        <dd>
          {inert(profile.title)} (<Said>{profile.id}</Said>){profile.inForce ? "" : ", a proposal that is not in force"}
        </dd>
        <dt>Enforcement</dt>
        <dd>{ENFORCE[enforce]}</dd>
        <dt>Context</dt>
        <dd>
          {context.length === 0 ? "none: the plan was judged alone" : null}
          {context.map(({ file, digest }) => (
            <div key={digest}>
              <Said>{file}</Said> <Said>{digest}</Said>
            </div>
          ))}
        </dd>
      </dl>
    </div>
  );
}

const ENFORCE = {
  all: "all: every finding that weighs blocks",
  introduced: "introduced: what the plan brings blocks, what was so before is tolerated",
  observe: "observe: nothing blocks",
} as const;
