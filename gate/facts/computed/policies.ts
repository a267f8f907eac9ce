// Facts read from policy documents: who may act, whether TLS is demanded, who may assume a role, what ties services down.

import { type PolicyDocument, type Resource, UNKNOWN, type Value, type World } from "../../model/types.ts";
import { isAccountId } from "../policy/account.ts";
import { exposure } from "../policy/exposure.ts";
import { covers } from "../policy/pattern.ts";
import { admitsService, untiedService } from "../policy/service-source.ts";
import { type Principal, type Statement, statementsOf } from "../policy/statement.ts";
import { tlsOnly } from "../policy/transit.ts";
import { trust } from "../policy/trust.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";
import { disarmed } from "./disarm.ts";
import { documentsAt, type FoundDocument, ownerOf, serviceOfType } from "./documents.ts";
import { permissionDocument } from "./lambda-permission.ts";
import type { ComputedFact } from "./types.ts";

/** Reads each document and keeps the worst answer. */
export function worstOf(
  name: string,
  documents: readonly FoundDocument[],
  read: (value: Value, path: string) => Fact | undefined,
  absent: (path: string) => Fact | undefined,
): Fact | undefined {
  let worst: Fact | undefined;
  for (const { path, document } of documents) {
    const next = answer(document, path, read, absent);
    if (next && (!worst || rank(name, next.judged.state) > rank(name, worst.judged.state))) worst = next;
  }
  return worst;
}

function answer(
  document: PolicyDocument,
  path: string,
  read: (value: Value, path: string) => Fact | undefined,
  absent: (path: string) => Fact | undefined,
): Fact | undefined {
  switch (document.state) {
    case "known":
      return read(document.value, path);
    case "absent":
      return absent(path);
    case "unknown":
      return { judged: { state: "unknown" }, found: "known after apply", path, cause: document.cause };
    case "invalid":
      return { judged: { state: "unknown" }, found: "no JSON", path, cause: document.cause };
  }
}

/** The documents of an attribute, default `policy`; of a function permission the statement that it adds. */
export function documentsOf(world: World, resource: Resource, attribute: string | undefined): readonly FoundDocument[] {
  if (resource.type === "aws_lambda_permission")
    return [{ path: "principal", document: permissionDocument(world, resource) }];
  return documentsAt(world, resource, attribute ?? "policy");
}

/** Who may act under the document, with what else stands in the way (readings 10, 12 and 13). */
export const policyExposure: ComputedFact = ({ world, resource, attribute }) => {
  const owner = ownerOf(world, resource);
  const fact = worstOf(
    "policy_exposure",
    documentsOf(world, resource, attribute),
    (value, path) => {
      const { state, outside, found, path: at, cause } = exposure(value, { ...owner, attribute: path });
      return {
        judged: { state, outside, any_action: allowsEveryAction(value, owner.service) },
        found,
        path: resource.type === "aws_lambda_permission" ? "principal" : at,
        ...(cause === undefined ? {} : { cause }),
      };
    },
    (path) => ({ judged: { state: "none", outside: "no", any_action: false }, found: "no policy", path }),
  );
  return fact && disarmed(world, resource, fact);
};

/** True where an Allow takes every action, or every one of the service. */
const allowsEveryAction = (value: Value, service: string | undefined): boolean =>
  statementsOf(value).some(
    (statement) =>
      statement.effect === "allow" &&
      !statement.opaque &&
      !(service === "kms" && delegates(statement)) &&
      (statement.actions.except ||
        statement.actions.values.some(
          (action) => covers(action, "*") || (service !== undefined && covers(action, `${service}:*`)),
        )),
  );

/** Hands the key to the IAM policies of an account: what AWS KMS writes by itself, with no condition but on the account. */
const delegates = ({ principals, conditions }: Statement): boolean =>
  principals !== undefined &&
  !principals.except &&
  principals.list.every(mayBeAccount) &&
  conditions.every(({ key }) => key === "kms:calleraccount" || key === "aws:principalaccount");

/**
 * An account as a whole, by its root or its id, or a principal known only after apply, as a root is whose account is looked up.
 * The statement that hands a key to its account's IAM policies allows kms:*, and a key without it can become unmanageable:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const mayBeAccount = ({ kind, value }: Principal): boolean =>
  kind !== "everyone" && (value.includes(UNKNOWN) || isAccountId(value) || /^arn:[^:]*:iam::[^:]*:root$/i.test(value));

/** Whether the document refuses connections without TLS. */
export const tlsPolicy: ComputedFact = ({ world, resource, attribute }) => {
  const service = serviceOfType(resource.type) ?? "*";
  return worstOf(
    "transit",
    documentsOf(world, resource, attribute),
    (value, path) => {
      const { state, found, path: at, cause } = tlsOnly(value, service, path);
      return { judged: { state }, found, path: at, ...(cause === undefined ? {} : { cause }) };
    },
    (path) => ({ judged: { state: "off" }, found: "no policy", path }),
  );
};

/** Who may assume the role. */
export const trustFact: ComputedFact = ({ world, resource, attribute }) =>
  worstOf(
    "trust",
    documentsAt(world, resource, attribute ?? "assume_role_policy"),
    (value, path) => {
      const { state, found, path: at, cause } = trust(value, { ...ownerOf(world, resource), attribute: path });
      return { judged: { state }, found, path: at, ...(cause === undefined ? {} : { cause }) };
    },
    () => undefined,
  );

/** Whether every service that the document lets in is tied to a source account or ARN; does not exist where it lets none in. */
export const serviceSource: ComputedFact = ({ world, resource, attribute }) => {
  const kind = resource.type === "aws_iam_role" ? "trust" : "resource";
  let tied: Fact | undefined;
  for (const { path, document } of documentsOf(world, resource, attribute)) {
    if (document.state !== "known") continue;
    const untied = untiedService(document.value, path, kind);
    const at = (inner: string): string => (resource.type === "aws_lambda_permission" ? "source_arn" : inner);
    if (untied)
      return {
        judged: { state: "untied" },
        found: `${untied.service.replaceAll(UNKNOWN, "a service")} without a source account or ARN`,
        path: at(untied.path),
      };
    if (admitsService(document.value, kind))
      tied = { judged: { state: "tied" }, found: "a source account or ARN", path: at(path) };
  }
  return tied;
};
