// How much an identity policy allows, denials counted.

import tables from "../../../catalogue/generated/iam-actions.json" with { type: "json" };
import type { Value } from "../../model/types.ts";
import { Grants, isWide } from "./grants.ts";
import { covers, overlaps } from "./pattern.ts";
import { isUnknown, type Statement } from "./statement.ts";

/** What makes a policy broad, each by a control of its own. */
type Reason =
  | "any-role"
  | "credentials-exposure"
  | "data-access"
  | "full-access"
  | "permissions-management"
  | "privilege-escalation"
  | "service-wide"
  | "unconstrained-write"
  | "wildcard-action"
  | "wildcard-resource";

interface Breadth {
  readonly state: "bounded" | "unknown" | "broad" | "full";
  /** Sorted. */
  readonly reasons: readonly Reason[];
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

const lower = (list: readonly string[]): readonly string[] => list.map((action) => action.toLowerCase());
const escalations = tables.privilegeEscalation.map(lower);
const credentials = lower(tables.credentialsExposure);
const management = lower(tables.permissionsManagement);
const dataAccess = lower(tables.dataAccess);
const unrestrictable = lower(tables.unrestrictable);
const readVerbs = lower(tables.readVerbs);
/** The tables' actions as AWS spells them. */
const spelling = new Map(
  [
    ...tables.privilegeEscalation.flat(),
    ...tables.credentialsExposure,
    ...tables.permissionsManagement,
    ...tables.dataAccess,
  ].map((action) => [action.toLowerCase(), action] as const),
);
const spell = (action: string): string => spelling.get(action) ?? action;

/** Verbs whose actions mostly take no resource but `*`. */
const listVerbs = ["list", "describe", "search", "lookup", "view", "generate"];

/** Services every action of which is allowed on any resource: `["s3"]`, `["*"]` for all. */
function wholeServices(grants: Grants): readonly string[] {
  const services = new Set(
    grants.wide.flatMap(({ actions }) => (actions.except ? [] : actions.values)).flatMap(serviceOf),
  );
  return [...services].filter((service) => grants.allowing(everyAction(service)) !== undefined).sort();
}

const everyAction = (service: string): string => (service === "*" ? "*" : `${service}:*`);

/** `s3:*` and `s3:**` name the service `s3`, `*` and `*:*` all. */
const serviceOf = (action: string): readonly string[] => {
  if (/^[*:]+$/.test(action)) return ["*"];
  const [service = "", rest = ""] = action.split(":");
  return /^\*+$/.test(rest) && !/[*?]/.test(service) && !isUnknown(service) ? [service] : [];
};

/** How broad a document is, and why. */
export function iamBreadth(document: Value, attribute = "policy"): Breadth {
  const grants = new Grants(document);
  const reasons = new Map<Reason, { readonly statement: Statement; readonly text: string }>();
  const note = (reason: Reason, statement: Statement | undefined, text: string): void => {
    if (statement && !reasons.has(reason)) reasons.set(reason, { statement, text });
  };
  const full = fullAccess(grants);
  note("full-access", full, "every action on every resource");
  for (const statement of grants.statements)
    if (
      statement.effect === "allow" &&
      !statement.actions.except &&
      statement.actions.values.some((action) => serviceOf(action)[0] === "*") &&
      !grants.denied("*")
    )
      note("wildcard-action", statement, "Action *");
  for (const service of wholeServices(grants))
    note("service-wide", grants.allowing(everyAction(service)), `${service}:* on any resource`);
  for (const set of escalations) {
    const allowing = set.map((action) => grants.allowing(action));
    if (allowing.every((statement) => statement !== undefined))
      note("privilege-escalation", allowing.at(-1), `${set.map(spell).join(" with ")} on any resource`);
  }
  for (const action of credentials)
    note("credentials-exposure", grants.touching(action), `${spell(action)} on any resource`);
  for (const action of management)
    note("permissions-management", grants.touching(action), `${spell(action)} on any resource`);
  for (const action of dataAccess) note("data-access", grants.touching(action), `${spell(action)} on any resource`);
  note("any-role", grants.allowing("sts:assumerole"), "sts:AssumeRole on any role");
  // Whoever passes any role to a service has the service act with it.
  note("any-role", grants.allowing("iam:passrole"), "iam:PassRole on any role");
  for (const { statement, actions, unnamed } of grants.wide) {
    if (!unnamed) continue;
    if (actions.except && !grants.denied("*"))
      note("unconstrained-write", statement, `all but ${actions.written.slice(0, 2).join(", ")} on any resource`);
    if (actions.except) continue;
    for (const [index, action] of actions.values.entries()) {
      if (grants.denied(action) || unrestrictable.some((free) => covers(free, action)) || isUnknown(action)) continue;
      const shown = actions.written[index] ?? action;
      if (!reads(action)) note("unconstrained-write", statement, `${shown} on any resource`);
      if (!lists(action)) note("wildcard-resource", statement, `${shown} on any resource`);
    }
  }
  return verdict(grants, reasons, full !== undefined, attribute);
}

/** Everything on everything; leaving out some service but IAM is the same, for IAM gives the rest. */
function fullAccess(grants: Grants): Statement | undefined {
  return (
    grants.allowing("*") ??
    (grants.denied("iam:*")
      ? undefined
      : grants.wide.find(({ actions }) => actions.except && actions.values.every((value) => !overlaps(value, "iam:*")))
          ?.statement)
  );
}

function verdict(
  grants: Grants,
  reasons: ReadonlyMap<Reason, { readonly statement: Statement; readonly text: string }>,
  full: boolean,
  attribute: string,
): Breadth {
  const [first] = reasons.values();
  const sorted = [...reasons.keys()].sort();
  if (first)
    return {
      state: full ? "full" : "broad",
      reasons: sorted,
      found: first.text,
      path: `${attribute}.${first.statement.path}`,
    };
  const unclear = grants.statements.find(
    ({ opaque, effect, actions, resources }) =>
      opaque || effect === "unknown" || (effect === "allow" && isWide(resources) && actions.values.some(isUnknown)),
  );
  if (unclear)
    return {
      state: "unknown",
      reasons: [],
      found: "known after apply",
      path: `${attribute}.${unclear.path}`.replace(/\.$/, ""),
      cause: "part of the policy is known only after apply",
    };
  return { state: "bounded", reasons: [], found: "named actions on named resources", path: attribute };
}

/** Name of the action in front of its first wildcard. */
const nameOf = (action: string): string => (action.split(":")[1] ?? "").split(/[*?]/)[0] ?? "";
const reads = (action: string): boolean => readVerbs.some((verb) => nameOf(action).startsWith(verb));
const lists = (action: string): boolean => listVerbs.some((verb) => nameOf(action).startsWith(verb));

/** What a policy that AWS manages allows, by its ARN; undefined where the ARN is no such policy's. */
export function managedBreadth(arn: string): Pick<Breadth, "state" | "reasons"> | undefined {
  const name = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  if (name === undefined) return undefined;
  const entry = tables.managedPolicies.find(
    (policy) =>
      covers(policy.name, name) ||
      covers(policy.name, name.replace(/^(service-role|job-function|aws-service-role)\//, "")),
  );
  if (!entry) return { state: "bounded", reasons: [] };
  return { state: entry.state === "full" ? "full" : "broad", reasons: entry.reasons.filter(isReason) };
}

const allReasons: readonly Reason[] = [
  ...([
    "any-role",
    "credentials-exposure",
    "data-access",
    "full-access",
    "permissions-management",
    "privilege-escalation",
  ] as const),
  ...(["service-wide", "unconstrained-write", "wildcard-action", "wildcard-resource"] as const),
];
const isReason = (text: string): text is Reason => allReasons.some((reason) => reason === text);
