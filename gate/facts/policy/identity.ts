// How much an identity policy allows, denials counted.

import tables from "../../../catalogue/generated/iam-actions.json" with { type: "json" };
import type { Value } from "../../model/types.ts";
import { accountOf } from "./account.ts";
import { covers, overlaps } from "./pattern.ts";
import { type Condition, isUnknown, type Patterns, type Statement, statementsOf } from "./statement.ts";

/** What makes a policy broad, each by a control of its own. */
export type Reason =
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

export interface Breadth {
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
const unrestrictable = lower(tables.unrestrictableWrites);
const readVerbs = lower(tables.readVerbs);
/** Verbs whose actions mostly take no resource but `*`. */
const listVerbs = ["list", "describe", "search", "lookup", "view", "generate"];

/** Conditions on how or when a request is made: they leave what it may do as wide as before. */
const weakKeys = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:sourceip",
  "aws:tokenissuetime",
  "aws:useragent",
  "iam:passedtoservice",
]);
const isWeak = ({ key, negated, malformed }: Condition): boolean =>
  malformed || (weakKeys.has(key) && !isUnknown(key)) || (negated && key !== "iam:permissionsboundary");

/** An Allow that no condition narrows, on any resource of its kind. */
interface Wide {
  readonly statement: Statement;
  readonly actions: Patterns;
}

/** The grants of a document, ready to be asked. */
export class Grants {
  readonly statements: readonly Statement[];
  readonly wide: readonly Wide[];
  readonly #denials: readonly Patterns[];

  constructor(document: Value) {
    this.statements = statementsOf(document);
    const certain = this.statements.filter(({ opaque, effect }) => !opaque && effect !== "unknown");
    this.wide = certain
      .filter(
        ({ effect, resources, conditions }) => effect === "allow" && isWide(resources) && conditions.every(isWeak),
      )
      .map((statement) => ({ statement, actions: statement.actions }));
    this.#denials = certain
      .filter(
        ({ effect, resources, conditions }) =>
          effect === "deny" && !resources.except && resources.values.includes("*") && conditions.length === 0,
      )
      .map(({ actions }) => actions);
  }

  /** True where a Deny takes the whole pattern away. */
  denied(pattern: string): boolean {
    return this.#denials.some(({ values, except }) =>
      except ? values.every((value) => !overlaps(value, pattern)) : values.some((value) => covers(value, pattern)),
    );
  }

  /** The wide statement that allows every action of the pattern, if one does. */
  allowing(pattern: string): Statement | undefined {
    if (this.denied(pattern)) return undefined;
    return this.wide.find(({ actions: { values, except } }) =>
      except ? values.every((value) => !overlaps(value, pattern)) : values.some((value) => covers(value, pattern)),
    )?.statement;
  }

  /** The wide statement that allows some action of the pattern, if one does. */
  touching(pattern: string): Statement | undefined {
    return this.wide.find(({ actions: { values, except } }) =>
      except
        ? values.every((value) => !covers(value, pattern)) && !this.denied(pattern)
        : values.some((value) => overlaps(value, pattern) && !this.denied(narrower(value, pattern))),
    )?.statement;
  }
}

/** Of two patterns that overlap, the one that stands for less, where one does. */
const narrower = (a: string, b: string): string => (covers(a, b) ? b : a);

/** True where the patterns name any resource of a kind: `*`, `arn:aws:s3:::*`, `arn:aws:iam::123456789012:role/*`. */
function isWide({ values, except }: Patterns): boolean {
  if (except) return true;
  return values.some((value) => {
    if (/^[*:]+$/.test(value)) return true;
    return accountOf(value) !== undefined && /^([a-z-]+[/:])?\*+(\/\*+)?$/.test(value.split(":").slice(5).join(":"));
  });
}

/** Services every action of which is allowed on any resource: `["s3"]`, `["*"]` for all. */
export function wholeServices(document: Value): readonly string[] {
  const grants = new Grants(document);
  const services = new Set(
    grants.wide.flatMap(({ actions }) => (actions.except ? [] : actions.values)).flatMap(serviceOf),
  );
  return [...services]
    .filter((service) => grants.allowing(service === "*" ? "*" : `${service}:*`) !== undefined)
    .sort();
}

/** `s3:*` and `s3:**` name the service `s3`, `*` and `*:*` all. */
const serviceOf = (action: string): readonly string[] => {
  if (/^[*:]+$/.test(action)) return ["*"];
  const [service = "", rest = ""] = action.split(":");
  return /^\*+$/.test(rest) && !/[*?]/.test(service) && !isUnknown(service) ? [service] : [];
};

/** True where every action of a service is allowed on any resource. */
export const grantsService = (document: Value, service: string): boolean =>
  new Grants(document).allowing(`${service}:*`) !== undefined;

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
  for (const service of wholeServices(document))
    note("service-wide", grants.allowing(service === "*" ? "*" : `${service}:*`), `${service}:* on any resource`);
  for (const set of escalations) {
    const allowing = set.map((action) => grants.allowing(action));
    if (allowing.every((statement) => statement !== undefined))
      note("privilege-escalation", allowing.at(-1), `${set.join(" with ")} on any resource`);
  }
  for (const action of credentials) note("credentials-exposure", grants.touching(action), `${action} on any resource`);
  for (const action of management) note("permissions-management", grants.touching(action), `${action} on any resource`);
  for (const action of dataAccess) note("data-access", grants.touching(action), `${action} on any resource`);
  note("any-role", grants.allowing("sts:assumerole"), "sts:assumerole on any role");
  for (const { statement, actions } of grants.wide) {
    if (actions.except && !grants.denied("*"))
      note("unconstrained-write", statement, `all but ${actions.values.slice(0, 2).join(", ")} on any resource`);
    if (actions.except) continue;
    for (const action of actions.values) {
      if (grants.denied(action) || unrestrictable.some((free) => covers(free, action)) || isUnknown(action)) continue;
      if (!reads(action)) note("unconstrained-write", statement, `${action} on any resource`);
      if (!lists(action)) note("wildcard-resource", statement, `${action} on any resource`);
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
