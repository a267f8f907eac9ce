// Whether a vault's access policy refuses to delete recovery points by hand, and to lift that refusal.
// https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html

import type { Value } from "../../model/types.ts";
import { covers, overlaps } from "./pattern.ts";
import { type Condition, isUnknown, type Statement, statementsOf } from "./statement.ts";

/** What a policy says of deletion. */
export interface Denial {
  readonly state: "denied" | "unknown" | "open";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/** Deleting a recovery point, or shortening its life. Their resource is the recovery point, whose ARN often is another service's. */
const ofPoints = ["backup:deleterecoverypoint", "backup:updaterecoverypointlifecycle"] as const;
/** What would lift the refusal first. Their resource is the vault. */
const ofVault = ["backup:putbackupvaultaccesspolicy", "backup:deletebackupvaultaccesspolicy"] as const;
const names: Readonly<Record<string, string>> = {
  "backup:deleterecoverypoint": "backup:DeleteRecoveryPoint",
  "backup:updaterecoverypointlifecycle": "backup:UpdateRecoveryPointLifecycle",
  "backup:putbackupvaultaccesspolicy": "backup:PutBackupVaultAccessPolicy",
  "backup:deletebackupvaultaccesspolicy": "backup:DeleteBackupVaultAccessPolicy",
};

/** Whether the document denies all four actions to everyone, a narrow break-glass exemption aside. */
export function deletionDenied(document: Value, attribute = "policy"): Denial {
  const statements = statementsOf(document);
  const denials = statements.filter((one) => one.effect === "deny" && !one.opaque && holdsForAll(one));
  const left = [
    ...ofPoints.filter((action) => !denials.some((one) => denies(one, action) && reachesAll(one))),
    ...ofVault.filter((action) => !denials.some((one) => denies(one, action) && reachesVault(one))),
  ];
  if (left.length === 0)
    return {
      state: "denied",
      found: "a Deny on deleting recovery points",
      path: `${attribute}.${denials[0]?.path ?? ""}`,
    };
  const cause = "a statement is known only after apply";
  if (statements.some(({ opaque, effect }) => opaque || effect === "unknown"))
    return { state: "unknown", found: "known after apply", path: attribute, cause };
  const missing = left.map((action) => names[action] ?? action).join(", ");
  return { state: "open", found: `not denied to everyone: ${missing}`, path: attribute };
}

/** Everyone, or everyone but named principals, under no condition but one that lets named principals through. */
function holdsForAll({ principals, conditions }: Statement): boolean {
  if (!principals) return false;
  const { except, list } = principals;
  const everyone = except
    ? list.length > 0 && list.every(({ kind, value }) => kind === "aws" && isNarrow(value))
    : list.some(({ kind }) => kind === "everyone");
  return everyone && conditions.every(exemptsNamed);
}

/** `ArnNotLike aws:PrincipalArn arn:…:role/break-glass`: the Deny holds for everybody else. */
const exemptsNamed = ({ negated, malformed, quantifier, key, values }: Condition): boolean =>
  negated && !malformed && quantifier !== "any" && key === "aws:principalarn" && values.every(isNarrow);

/** One principal, or several whose own name begins the same: no wildcard stands for any name. A reference names one. */
function isNarrow(arn: string): boolean {
  if (isUnknown(arn)) return !/[*?]/.test(arn);
  const name = arn.split("/").at(-1) ?? "";
  return /^arn:[^*?]*:iam::/.test(arn) && !/^(AWSReservedSSO_)?[*?]/.test(name) && !/\$\{/.test(arn);
}

const denies = ({ actions }: Statement, action: string): boolean =>
  actions.except
    ? !actions.values.some((pattern) => overlaps(pattern, action))
    : actions.values.some((pattern) => covers(pattern, action));

const reachesAll = ({ resources, resourceless }: Statement): boolean =>
  resourceless || (!resources.except && resources.values.includes("*"));

const reachesVault = (statement: Statement): boolean =>
  reachesAll(statement) ||
  (!statement.resources.except &&
    statement.resources.values.some((resource) => isUnknown(resource) || /:backup-vault:/.test(resource)));
