// Assessments of worlds made by hand.

import { loadProfile } from "../../../catalogue/profiles.ts";
import type { Assessment, Verdict } from "../../../gate/assessment.ts";
import { defaultDataClassOptions } from "../../../gate/facts/data-class.ts";
import { type AssessInput, assess } from "../../../gate/judge/assess.ts";
import type { ExceptionEntry } from "../../../registers/exceptions.ts";
import { catalogue, engineOf, type Items, modelOf, worldOf } from "./fixtures.ts";

const clock = new Date("2026-11-22T10:00:00Z");
const hipaa = loadProfile("hipaa");
export const nprm = loadProfile("nprm-2025");
if (!hipaa || !nprm) throw new Error("both profiles exist");

/** Judges two worlds with an engine that judges sensibly, on 22 November 2026. */
export function judge(
  before: Items,
  after: Items,
  more: Partial<AssessInput> = {},
  kind?: "plan" | "state",
): Assessment {
  const [was, is] = [worldOf(before), worldOf(after)];
  return assess({
    version: "0.0.0",
    engine: engineOf().engine,
    catalogue,
    atlas: { aws_s3_bucket: { role: "store", ephi: "holds", facts: {} } },
    model: modelOf(was, is, kind),
    before: was,
    after: is,
    context: [],
    contextNotes: [],
    profile: hipaa ?? never(),
    enforce: "all",
    clock,
    exceptions: [],
    dataClass: defaultDataClassOptions,
    registersFound: true,
    exceptionsIgnored: false,
    ...more,
  });
}
export const never = (): never => {
  throw new Error("unreachable");
};

export const brief = ({ address, control, status, delta, blocking }: Verdict): string =>
  [address, control, status, delta, ...(blocking ? ["blocking"] : [])].join(" ");
export const told = (assessment: Assessment): readonly string[] => assessment.verdicts.map(brief);
export const encryption = (state: string) => ({ facts: { encryption: { state } } });

/** An exception that holds. */
export const entry: ExceptionEntry = {
  id: "EX-1",
  control: "encryption.at_rest",
  address: "aws_s3_bucket.a",
  kind: "addressable-decision",
  owner: "Data platform",
  approvedBy: "Security official",
  reason: "the archive is read-only and offline",
  compensating: "the disks are encrypted below",
  until: "2027-03-31",
  place: "exceptions.yaml:2:5",
};
