// Sentences that the formats for people share, as plain text: each format makes them inert and escapes them in its own way.

import type { Safeguard } from "../catalogue/types.ts";
import type { AcceptedBy, Assessment, Claims, Enforce, Verdict } from "../gate/assessment.ts";
import { plural } from "./text.ts";

/** `storage_encrypted is false`; `block_public_acls of aws_s3_bucket_public_access_block.a is false` where it is another resource's. */
export function foundText({ via, path, found, delta }: Verdict): string {
  if (path === "") return found;
  const subject = via === undefined ? path : `${path} of ${via}`;
  return `${subject} ${delta === "fixed" ? "was" : "is"} ${found}`;
}

/** `main.tf:12`; `main.ts:12:5` where a program made it. */
export function locationText({ file, line, column }: NonNullable<Verdict["location"]>): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** `164.312(a)(2)(iv) Encryption and decryption (addressable)`; the citation alone where it is not in the catalogue. */
export function safeguardText(citation: string, safeguards: ReadonlyMap<string, Safeguard>): string {
  const safeguard = safeguards.get(citation);
  if (!safeguard) return citation;
  const designation = safeguard.designation === "n-a" ? "" : ` (${safeguard.designation})`;
  return `${citation} ${safeguard.title}${designation}`;
}

export function safeguardIndex(safeguards: readonly Safeguard[]): ReadonlyMap<string, Safeguard> {
  return new Map(safeguards.map((safeguard) => [safeguard.citation, safeguard]));
}

/** `EX-7, addressable decision, owner …, approved by …, until 2027-01-31: reason`, and where a construct wrote it. */
export function acceptedText({ id, kind, owner, approver, until, reason, place }: AcceptedBy): string {
  const written = place === undefined ? "" : `, written at ${place}`;
  return `${id}, ${kind.replace("-", " ")}, owner ${owner}, approved by ${approver}, until ${until}${written}: ${reason}`;
}

/** `12 claims of constructs, all proven`. */
function claimsText({ made, proven }: Claims): string {
  return `${plural(made, "claim")} of constructs, ${proven === made ? "all" : proven === 0 ? "none" : proven} proven`;
}

/** What a control expects where no profile fills in its parameters: `at least {backup_days} days` names the parameter. */
export function expectedText(expected: string): string {
  return expected.replace(/\{(\w+)\}/g, "$1");
}

/** What a verdict is, in a word or two: `fail`, `worsened fail`, `undetermined`. */
export function statusText({ status, delta }: Verdict): string {
  return delta === "worsened" ? `worsened ${status}` : status;
}

/** `blocks`, `accepted until 2027-01-31`, or why it does not block. */
export function effectText(verdict: Verdict, enforce: Enforce): string {
  if (verdict.delta === "fixed") return "fixed by this plan";
  if (verdict.acceptedBy) return `accepted until ${verdict.acceptedBy.until}`;
  if (verdict.blocking) return "blocks";
  if (enforce === "observe") return "observed";
  if (enforce === "introduced" && verdict.delta === "unchanged") return "tolerated";
  return "does not block";
}

/** The outcome and its counts, one sentence: the last line of the terminal, the first of a comment. */
export function summaryText({ outcome, enforce, counts, claims }: Assessment): string {
  if (counts.judged === 0 && outcome === "pass") {
    return `pass: nothing was judged, none of ${plural(counts.resources, "resource")} is of a kind that a control looks at`;
  }
  const parts = [
    [`${counts.fail} fail`, `${counts.undetermined} undetermined`, `${counts.accepted} accepted`].join(", "),
    [`${counts.introduced} introduced`, `${counts.fixed} fixed`].join(", "),
  ];
  if (enforce === "introduced") parts.push(`${counts.tolerated} existing tolerated under enforce: introduced`);
  if (enforce === "observe") parts.push("enforce: observe, so nothing blocks");
  parts.push(`${counts.judged} of ${plural(counts.resources, "resource")} judged, ${counts.pass} passes`);
  if (claims) parts.push(claimsText(claims));
  const verdict = outcome === "blocked" ? `blocked by ${plural(counts.blocking, "finding")}` : "pass";
  return `${verdict}: ${parts.join("; ")}`;
}

/** `plan plans/a.json`, with what limits it: `incomplete`, a proposed profile. */
export function identityText({ plan, profile, enforce, clock }: Assessment): readonly (readonly [string, string])[] {
  const incomplete = plan.complete ? "" : ", incomplete: Terraform deferred part of it";
  const proposed = profile.inForce ? "" : ", a proposal that is not in force";
  return [
    [plan.kind, `${plan.file}${incomplete}`],
    ["digest", plan.digest],
    ["profile", `${profile.id}${proposed}`],
    ["enforce", enforce],
    ["clock", clock],
  ];
}

/** `phiward 0.1.0, bundle sha256:…`: which judge it was. */
export function toolText({ tool, bundle }: Assessment): string {
  return `${tool.name} ${tool.version}, bundle ${bundle.digest}`;
}
