// Assessments to render: a leaky portal, a clean one, and parts to build others from.

import { loadSafeguards } from "../../catalogue/safeguards.ts";
import type { Control } from "../../catalogue/types.ts";
import type { AcceptedBy, Assessment, Citation, Counts, Passed, Verdict } from "../../gate/assessment.ts";
import type { RenderOptions } from "../../report/options.ts";

function control(id: string, title: string, rest: Partial<Control> = {}): Control {
  return {
    id,
    title,
    why: `Why ${id} matters, in one paragraph.`,
    severity: "high",
    supports: ["164.312(a)(2)(iv)"],
    judges: id.split(".")[0] ?? id,
    expected: "as the control expects",
    exception: ["addressable-decision"],
    remedy: { terraform: `set what ${id} asks for` },
    sources: [],
    aliases: [],
    types: ["aws_db_instance", "aws_s3_bucket"],
    ...rest,
  };
}

export const controls: readonly Control[] = [
  control("encryption.at_rest", "Stores that may hold ePHI are encrypted at rest", {
    why: "An unencrypted store leaves ePHI readable from the disk, every snapshot and every replica.",
    severity: "critical",
    expected: "encrypted at rest",
    remedy: {
      terraform: "switch encryption on with a customer managed key, or use the Phi construct of this store",
      construct: "PhiDatabase",
    },
    sources: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"],
    aliases: [{ id: "CKV_AWS_16", types: ["aws_db_instance"] }],
  }),
  control("encryption.customer_key", "Stores that may hold ePHI are encrypted under a customer managed key", {
    expected: "a customer managed key",
    remedy: { terraform: "name a customer managed key" },
  }),
  control("exposure.public_access_block", "Buckets block public policies and ACLs whatever they say", {
    severity: "critical",
    supports: ["164.312(a)(1)", "164.308(a)(4)(i)"],
    expected: "all four blocks on",
    exception: [],
    remedy: { terraform: "add an aws_s3_bucket_public_access_block with all four arguments true" },
  }),
  control("logging.access", "Access to each store is logged", {
    severity: "medium",
    supports: ["164.312(b)"],
    expected: "access logging on",
    remedy: { terraform: "add an aws_s3_bucket_logging that writes to a log bucket" },
  }),
  control("backup.retention", "Backups are kept for as long as the profile asks", {
    severity: "medium",
    supports: ["164.308(a)(7)(ii)(A)"],
    expected: "at least 35 days",
    remedy: { terraform: "set backup_retention_period to 35" },
  }),
  control("protection.deletion", "Stores that may hold ePHI are protected from deletion", {
    severity: "low",
    supports: ["164.312(c)(1)"],
    expected: "deletion protection on",
    remedy: { terraform: "set deletion_protection to true" },
  }),
];

export const options: RenderOptions = { catalogue: controls, safeguards: loadSafeguards() };

/** A verdict of `controlId` whose title, severity, citations, expectation and remedy come from the control. */
export function verdict(controlId: string, address: string, rest: Partial<Verdict> = {}): Verdict {
  const from = controls.find(({ id }) => id === controlId);
  if (!from) throw new Error(`the sample has no control ${controlId}`);
  const path = rest.path ?? "storage_encrypted";
  const found = rest.found ?? "false";
  return {
    control: from.id,
    title: from.title,
    address,
    type: address.split(".").at(-2) ?? "",
    status: "fail",
    delta: "introduced",
    severity: from.severity,
    supports: from.supports,
    path,
    found,
    expected: from.expected,
    message: `${address}: ${path === "" ? found : `${path} is ${found}`}, expected ${from.expected} [${[from.id, ...from.supports].join(", ")}]`,
    remedy: from.remedy.terraform,
    dataClass: "ephi",
    blocking: true,
    fingerprint: fingerprint(`${controlId} ${address} ${path}`),
    ...rest,
  };
}

/** Some hex that depends on the text. */
function fingerprint(text: string): string {
  let sum = 2166136261;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return sum.toString(16).padStart(8, "0").repeat(8);
}

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** An assessment of these verdicts and passes, with the counts, the citations and the scope that follow from them. */
export function assessment(
  verdicts: readonly Verdict[],
  passed: readonly Passed[] = [],
  rest: Partial<Assessment> = {},
): Assessment {
  const counts = countsOf(verdicts, passed);
  return {
    schema: "phiward/assessment/1",
    tool: { name: "phiward", version: "0.1.0" },
    bundle: { digest: digest("b") },
    clock: "2026-11-22T12:00:00Z",
    profile: { id: "hipaa", title: "HIPAA Security Rule", inForce: true },
    enforce: "all",
    outcome: counts.blocking > 0 ? "blocked" : "pass",
    plan: {
      file: "plans/portal.plan.json",
      kind: "plan",
      digest: digest("a"),
      formatVersion: "1.2",
      terraformVersion: "1.11.4",
      complete: true,
    },
    context: [],
    counts,
    verdicts,
    passed,
    citations: citationsOf(verdicts, passed),
    exceptions: [],
    scope: addressesOf(verdicts, passed).map((address) => ({
      address,
      type: address.split(".").at(-2) ?? "",
      dataClass: "ephi",
      dataClassSource: "default",
    })),
    notes: [],
    ...rest,
  };
}

function addressesOf(verdicts: readonly Verdict[], passed: readonly Passed[]): string[] {
  const standing = verdicts.filter(({ delta }) => delta !== "fixed").map(({ address }) => address);
  return [...new Set([...standing, ...passed.flatMap(({ addresses }) => addresses)])].sort();
}

function countsOf(verdicts: readonly Verdict[], passed: readonly Passed[]): Counts {
  const standing = verdicts.filter(({ delta }) => delta !== "fixed");
  const judged = addressesOf(verdicts, passed).length;
  return {
    pass: passed.reduce((sum, { addresses }) => sum + addresses.length, 0),
    fail: standing.filter(({ status, acceptedBy }) => status === "fail" && !acceptedBy).length,
    undetermined: standing.filter(({ status }) => status === "undetermined").length,
    accepted: standing.filter(({ acceptedBy }) => acceptedBy).length,
    introduced: standing.filter(({ delta }) => delta === "introduced" || delta === "worsened").length,
    fixed: verdicts.length - standing.length,
    blocking: standing.filter(({ blocking }) => blocking).length,
    tolerated: standing.filter((v) => !v.blocking && !v.acceptedBy && v.delta === "unchanged").length,
    resources: judged + 4,
    judged,
  };
}

function citationsOf(verdicts: readonly Verdict[], passed: readonly Passed[]): Citation[] {
  return options.safeguards.map(({ citation, role }) => {
    const rows = controls
      .filter(({ supports }) => supports.includes(citation))
      .map(({ id }) => {
        const own = verdicts.filter((v) => v.control === id && v.delta !== "fixed");
        return {
          control: id,
          pass: passed.find((group) => group.control === id)?.addresses.length ?? 0,
          fail: own.filter((v) => v.status === "fail" && !v.acceptedBy).length,
          undetermined: own.filter((v) => v.status === "undetermined").length,
          accepted: own.filter((v) => v.acceptedBy).length,
        };
      });
    const total = (key: "pass" | "fail" | "undetermined" | "accepted") => rows.reduce((sum, row) => sum + row[key], 0);
    const seen = (["fail", "undetermined", "accepted", "pass"] as const).find((key) => total(key) > 0);
    const unseen = role === "outside-code" ? "boundary" : "missing-evidence";
    const status = seen ? WORD[seen] : unseen;
    return { citation, status, controls: rows };
  });
}

const WORD = { fail: "failing", undetermined: "undetermined", accepted: "accepted", pass: "evidenced" } as const;

export const exception: AcceptedBy = {
  id: "EX-7",
  kind: "addressable-decision",
  owner: "platform team",
  approver: "security official",
  reason: "the archive moves to the new account in January",
  compensating: "the archive is reachable from the audit role alone",
  until: "2027-01-31",
};

const foreignKey = "the key is in another stack that --context does not bring";

/** A plan with all that a report may have to show. */
export const leaky: Assessment = assessment(
  [
    verdict("encryption.at_rest", "aws_db_instance.records", { location: { file: "main.tf", line: 12 } }),
    verdict("exposure.public_access_block", 'module.documents["a"].aws_s3_bucket.this', {
      path: "block_public_acls",
      via: 'module.documents["a"].aws_s3_bucket_public_access_block.this',
      found: "false",
      delta: "worsened",
      location: { file: "modules/documents/main.tf", line: 3 },
    }),
    verdict("exposure.public_access_block", "aws_s3_bucket.archive", {
      path: "",
      found: "no public access block in this plan",
      delta: "unchanged",
    }),
    verdict("encryption.customer_key", "aws_sqs_queue.jobs", {
      status: "undetermined",
      path: "kms_master_key_id",
      found: "known after apply",
      cause: foreignKey,
      dataClass: "ephi-derived",
    }),
    verdict("encryption.customer_key", "aws_dynamodb_table.sessions", {
      status: "undetermined",
      path: "server_side_encryption[0].kms_key_arn",
      found: "known after apply",
      cause: foreignKey,
      location: { file: "main.tf", line: 40 },
    }),
    verdict("backup.retention", "aws_db_instance.records", {
      path: "backup_retention_period",
      found: "7",
      delta: "unchanged",
      location: { file: "main.tf", line: 12 },
    }),
    verdict("logging.access", "aws_s3_bucket.archive", {
      path: "",
      found: "no access log in this plan",
      delta: "unchanged",
      blocking: false,
      acceptedBy: exception,
    }),
    verdict("protection.deletion", "aws_db_instance.replica", {
      status: "undetermined",
      path: "deletion_protection",
      found: "known after apply",
      cause: "var.protect has no value in this plan",
      blocking: false,
      dataClass: "none",
      basis: "network.plan.json",
    }),
    verdict("protection.deletion", "aws_dynamodb_table.sessions", {
      path: "deletion_protection_enabled",
      delta: "fixed",
      blocking: false,
    }),
  ],
  [
    { control: "encryption.at_rest", addresses: ["aws_dynamodb_table.sessions", "aws_s3_bucket.archive"] },
    { control: "logging.access", addresses: ['module.documents["a"].aws_s3_bucket.this'] },
  ],
  {
    context: [{ file: "network.plan.json", digest: digest("c") }],
    exceptions: [
      { id: "EX-3", state: "expired", message: "EX-3 ended on 2026-10-31, so its fail blocks again" },
      { id: "EX-9", state: "unused", message: "EX-9 matches no verdict of this plan" },
    ],
    notes: [
      {
        code: "DATA_CLASS_DEFAULT",
        message: "no tag DataClass: these resources count as ephi",
        addresses: ["aws_db_instance.records", "aws_s3_bucket.archive"],
      },
      { code: "TYPE_UNKNOWN", message: "the atlas does not know aws_example_thing" },
    ],
  },
);

/** A plan in which all that was judged passed. */
export const clinic: Assessment = assessment(
  [],
  controls.map(({ id }) => ({ control: id, addresses: ["aws_db_instance.records", "aws_s3_bucket.documents"] })),
  { plan: { ...leaky.plan, file: "plans/clinic.plan.json", digest: digest("d") } },
);

/** A plan without resources. */
export const empty: Assessment = assessment([], [], {
  plan: { ...leaky.plan, file: "plans/empty.plan.json" },
  notes: [{ code: "NOTHING_JUDGED", message: "the plan holds no resource to judge" }],
});
