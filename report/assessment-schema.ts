// The published schema of the assessment, version 1. It mirrors `gate/assessment.ts`; a test on the types holds them together.

import { z } from "zod";

const severity = z.enum(["critical", "high", "medium", "low"]);
const dataClass = z.enum(["ephi", "ephi-derived", "none", "unclassified"]);
const digest = z.string().describe("sha256: and the hex digest");
const address = z.string().describe("Absolute address with instance keys, as Terraform prints it");
const control = z.string().describe("Control id, such as encryption.at_rest");
const citation = z.string().describe("Paragraph of 45 CFR Part 164, such as 164.312(a)(2)(iv)");
const count = z.int().min(0);
const place = z.string().describe("Where a construct wrote it, file:line:column; absent for an entry of the register");

const acceptedBy = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["addressable-decision", "alternative-means", "remediation"]),
    owner: z.string(),
    approver: z.string(),
    reason: z.string(),
    compensating: z.string(),
    until: z.string().describe("ISO date, last day on which it holds"),
    place: place.exactOptional(),
  })
  .describe("The exception that accepts a fail; the verdict stays a fail");

const verdict = z
  .strictObject({
    control,
    title: z.string(),
    address,
    type: z.string(),
    status: z.enum(["fail", "undetermined"]).describe("After the plan; where delta is fixed, before it"),
    delta: z.enum(["introduced", "worsened", "unchanged", "fixed"]).describe("Against the world before the plan"),
    severity,
    supports: z.array(citation),
    path: z.string().describe("Attribute path in Terraform's spelling"),
    via: address.describe("Address that path belongs to, where that is another resource").exactOptional(),
    found: z.string(),
    expected: z.string(),
    message: z.string(),
    remedy: z.string(),
    cause: z.string().describe("Why it is undetermined").exactOptional(),
    dataClass,
    blocking: z.boolean().describe("True where it stops the merge"),
    fingerprint: z.string().describe("Stable over plans and lines"),
    location: z
      .strictObject({
        file: z
          .string()
          .describe("Relative to --source; with a column relative to the working directory of the synthesis"),
        line: z.int().min(1).describe("1-based"),
        column: z.int().min(1).describe("1-based; only of a line of the program that synthesised").exactOptional(),
      })
      .describe("Where the resource was made")
      .exactOptional(),
    construct: z
      .string()
      .describe("Path of the resource in the tree of constructs, such as clinic/Documents/Resource")
      .exactOptional(),
    acceptedBy: acceptedBy.exactOptional(),
    basis: z.string().describe("Context file, or owner of a stated fact, that the verdict rests on").exactOptional(),
  })
  .describe("One fail or undetermined, or what the plan fixes, in full");

/** One assessment, version 1. */
export const assessmentSchema = z.strictObject({
  schema: z.literal("phiward/assessment/1"),
  tool: z.strictObject({ name: z.literal("phiward"), version: z.string() }),
  bundle: z.strictObject({ digest }),
  clock: z.string().describe("ISO date and time that the judgement took as now"),
  profile: z.strictObject({ id: z.string(), title: z.string(), inForce: z.boolean() }),
  enforce: z.enum(["all", "introduced", "observe"]),
  outcome: z.enum(["pass", "blocked"]),
  plan: z.strictObject({
    file: z.string(),
    kind: z.enum(["plan", "state"]),
    digest,
    formatVersion: z.string(),
    terraformVersion: z.string().exactOptional(),
    complete: z.boolean().describe("False where Terraform deferred part of the plan"),
  }),
  context: z.array(z.strictObject({ file: z.string(), digest })),
  counts: z.strictObject({
    pass: count,
    fail: count,
    undetermined: count,
    accepted: count,
    introduced: count,
    fixed: count,
    blocking: count,
    tolerated: count.describe("Fails and undetermined that exist already and do not block under enforce: introduced"),
    resources: count.describe("Managed resources looked at"),
    judged: count.describe("Those that at least one control judged"),
  }),
  claims: z
    .strictObject({ made: count, proven: count.describe("Those whose control passed") })
    .describe("What constructs say of their resources: one control on one resource is one claim")
    .exactOptional(),
  verdicts: z.array(verdict).describe("Worst first: blocking, severity, address, control"),
  passed: z.array(z.strictObject({ control, addresses: z.array(address) })),
  citations: z.array(
    z.strictObject({
      citation,
      status: z.enum(["failing", "undetermined", "accepted", "missing-evidence", "boundary", "evidenced"]),
      controls: z.array(z.strictObject({ control, pass: count, fail: count, undetermined: count, accepted: count })),
    }),
  ),
  exceptions: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(["expired", "refused", "unused", "due"]),
      message: z.string(),
      place: place.exactOptional(),
    }),
  ),
  scope: z.array(z.strictObject({ address, type: z.string(), dataClass, dataClassSource: z.string() })),
  notes: z.array(
    z.strictObject({ code: z.string(), message: z.string(), addresses: z.array(address).exactOptional() }),
  ),
  proposal: z
    .strictObject({ profile: z.string(), title: z.string(), verdicts: z.array(verdict) })
    .describe("Verdicts of a proposed rule; they never change the outcome")
    .exactOptional(),
});

/** JSON Schema (draft 2020-12) of one assessment, as published under `phiward/schemas`. */
export function assessmentJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(assessmentSchema, { target: "draft-2020-12" });
  return {
    $schema,
    $id: "urn:phiward:schema:assessment:1",
    title: "Assessment of one plan by phiward, version 1",
    ...rest,
  };
}
