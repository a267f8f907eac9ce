// Whether a service that a policy lets in may be made a confused deputy: have it act here on behalf of a stranger.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html

import type { Value } from "../../model/types.ts";
import { type Condition, isUnknown, type Statement, statementsOf } from "./statement.ts";

/** Keys that tie a service to the resource, account or organisation on whose behalf it acts; one of them is enough. */
const sourceKeys = new Set([
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
]);

/** Keys of AWS KMS that say on whose behalf: what is encrypted, or the account that asked the service. */
const isKeySource = (key: string): boolean => key === "kms:calleraccount" || /^kms:encryptioncontext:/.test(key);

/**
 * Services whose guides put source keys into the trust policy of the role that they assume. Others (Amazon EC2, AWS Lambda, AWS Backup)
 * document none: whoever sets such a role needs iam:PassRole, which works inside the role's account only.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
 */
const tellSource =
  /^(vpc-flow-logs|monitoring\.rds|ecs-tasks|scheduler|pipes|states|firehose|bedrock|transfer|datasync|codebuild|codepipeline|personalize|logs(\.[a-z0-9-]+)?)\.amazonaws\.com(\.cn)?$/;

/** Looks at who owns a bucket or what a key is, and nothing else, as services do before they deliver. */
const isHarmless = ({ actions }: Statement): boolean =>
  !actions.except && actions.values.every((action) => ["s3:getbucketacl", "kms:describekey"].includes(action));

/**
 * Delivers below the folder of one account (`AWSLogs/111122223333/`): the service itself keeps to the account on whose behalf it acts.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const writesBelowAccount = ({ resources }: Statement): boolean =>
  !resources.except &&
  resources.written.length > 0 &&
  resources.written.every((resource) => /\/AWSLogs\/\d{12}\//.test(resource));

/** The condition holds for some sources only. */
const ties = ({ key, operator, negated, ifExists, quantifier, malformed, values }: Condition): boolean =>
  (sourceKeys.has(key) || isKeySource(key)) &&
  /^(string|arn)/.test(operator) &&
  !negated &&
  !ifExists &&
  !malformed &&
  quantifier !== "all" &&
  values.length > 0 &&
  values.every((value) => !/^[*?:]*$/.test(value));

/** Services that an Allow lets in and that can say on whose behalf they act. */
function servicesOf({ effect, opaque, principals }: Statement, kind: "resource" | "trust"): readonly string[] {
  if (effect !== "allow" || opaque || !principals || principals.except) return [];
  return principals.list.flatMap(({ kind: named, value }) =>
    named === "service" && (kind === "resource" || tellSource.test(value) || isUnknown(value)) ? [value] : [],
  );
}

/** True where the document lets in a service that can say on whose behalf it acts. */
export const admitsService = (document: Value, kind: "resource" | "trust" = "resource"): boolean =>
  statementsOf(document).some((statement) => servicesOf(statement, kind).length > 0);

/**
 * Path of the first Allow to a service that no source account, ARN or organisation ties down (reading 9), undefined where there is none.
 *
 * @param kind what the document stands on: a resource, or a role as its trust policy
 */
export function untiedService(
  document: Value,
  attribute = "policy",
  kind: "resource" | "trust" = "resource",
): { readonly service: string; readonly path: string } | undefined {
  for (const statement of statementsOf(document)) {
    const [service] = servicesOf(statement, kind);
    if (service === undefined || isHarmless(statement) || writesBelowAccount(statement)) continue;
    if (!statement.conditions.some(ties)) return { service, path: `${attribute}.${statement.path}` };
  }
  return undefined;
}
