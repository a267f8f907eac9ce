// Facts on services that look for trouble by themselves, and on whom AWS calls when there is some.

import type { Resource, Value, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList } from "../path.ts";

const managed = (world: World, type: string): readonly Resource[] =>
  world.ofType(type).filter(({ mode }) => mode === "managed");
const texts = (value: Value | undefined): readonly string[] => (isList(value) ? value.map(String) : []);
const upper = (value: Value | undefined): string => (typeof value === "string" ? value.toUpperCase() : "");

/** What Amazon Inspector can scan and ePHI runs on. */
const SCANNED = ["EC2", "ECR", "LAMBDA"];

/** Several enablers of one account share the work. */
export const inspectorScans: ComputedFact = ({ world, resource }) => {
  const path = "resource_types";
  const all = managed(world, "aws_inspector2_enabler").filter((one) => one.account === resource.account);
  const unknown = all.map((one) => world.read(one, [path])).find(({ state }) => state === "unknown");
  if (unknown?.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path, cause: unknown.cause };
  const scanned = all.flatMap(({ values }) => texts(values[path]).map(upper));
  const lost = SCANNED.filter((one) => !scanned.includes(one));
  if (lost.length === 0) return { judged: { state: "on" }, found: SCANNED.join(", "), path };
  return { judged: { state: "off" }, found: `not ${lost.join(", ")}`, path, byAbsence: true };
};

/** A hub that follows no standard passes findings on and makes none. */
export const hubStandards: ComputedFact = ({ world, resource }) => {
  const path = "enable_default_standards";
  const read = world.read(resource, [path]);
  if (read.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path, cause: read.cause };
  const own = read.state !== "known" || String(read.value) !== "false";
  const [other] = ["aws_securityhub_standards_subscription", "aws_securityhub_configuration_policy"].flatMap((type) =>
    managed(world, type),
  );
  if (own) return { judged: { state: "on" }, found: "the default standards", path };
  if (other) return { judged: { state: "on" }, found: other.address, path };
  return { judged: { state: "off" }, found: "no standard in this plan", path, byAbsence: true };
};

/** Whether the account whose contacts the plan registers has one for security. */
export const securityContact: ComputedFact = ({ world, resource }) => {
  const path = "alternate_contact_type";
  const kind = (one: Resource): string => upper(one.values[path]);
  if (kind(resource) === "SECURITY") return { judged: { state: "on" }, found: "SECURITY", path };
  const beside = managed(world, "aws_account_alternate_contact").some(
    (one) =>
      kind(one) === "SECURITY" &&
      one.account === resource.account &&
      one.values.account_id === resource.values.account_id,
  );
  if (beside) return undefined;
  return { judged: { state: "off" }, found: `${kind(resource)} alone`, path, byAbsence: true };
};
