// Whether a resource policy refuses connections without TLS.

import type { Value } from "../../model/types.ts";
import { covers } from "./pattern.ts";
import { isUnknown, type Statement, statementsOf } from "./statement.ts";

interface Transit {
  readonly state: "on" | "unknown" | "weak" | "off";
  readonly found: string;
  readonly path: string;
  readonly cause?: string;
}

/**
 * Actions that move data, by service. A Deny that covers them is enough; of other services it must cover every action.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 * https://docs.aws.amazon.com/efs/latest/ug/using-iam-elasticfilesystem.html
 */
const dataActions: Readonly<Record<string, readonly string[]>> = {
  s3: ["s3:getobject", "s3:putobject"],
  sqs: ["sqs:sendmessage", "sqs:receivemessage"],
  sns: ["sns:publish"],
  elasticfilesystem: ["elasticfilesystem:clientmount", "elasticfilesystem:clientwrite"],
};

/** Whether a document denies every clear connection to everyone. `service` is the prefix of the service's actions. */
export function tlsOnly(document: Value, service: string, attribute = "policy"): Transit {
  const statements = statementsOf(document);
  const needed = dataActions[service] ?? [`${service}:*`];
  const refusing = statements.filter((statement) => statement.effect === "deny" && refusesClear(statement));
  const everyone = refusing.filter(deniesEveryone);
  const whole = (list: readonly Statement[]): boolean =>
    needed.every((action) => list.some((denial) => meets(denial, action))) &&
    (service !== "s3" || list.some(reachesObjects));
  const [first] = everyone;
  if (first && whole(everyone))
    return { state: "on", found: "a Deny on aws:SecureTransport false", path: `${attribute}.${first.path}` };
  const unclear = statements.some(({ opaque, effect }) => opaque || effect === "unknown");
  const [some] = refusing;
  if (unclear)
    return {
      state: "unknown",
      found: "known after apply",
      path: attribute,
      cause: "a statement is known only after apply",
    };
  if (some)
    return {
      state: "weak",
      found: "a Deny on aws:SecureTransport false that leaves out some callers, actions or objects",
      path: `${attribute}.${some.path}`,
    };
  return { state: "off", found: "no Deny on aws:SecureTransport false", path: attribute };
}

/** The Deny holds for every request without TLS, whatever else the request says. */
function refusesClear({ conditions }: Statement): boolean {
  return (
    conditions.length > 0 &&
    conditions.every(({ operator, negated, quantifier, key, values, ifExists, malformed }) => {
      if (negated || malformed || quantifier === "any") return false;
      // The key is in every request, so IfExists changes nothing.
      if (operator === "bool" && key === "aws:securetransport")
        return values.some((value) => value.toLowerCase() === "false");
      // A clear request has no TLS version: only with IfExists it is older than any.
      return operator === "numericlessthan" && key === "s3:tlsversion" && ifExists;
    })
  );
}

const deniesEveryone = ({ principals }: Statement): boolean =>
  principals !== undefined && !principals.except && principals.list.some(({ kind }) => kind === "everyone");

function meets({ actions }: Statement, action: string): boolean {
  return actions.except ? false : actions.values.some((pattern) => covers(pattern, action));
}

/** Objects lie below the bucket: `arn:aws:s3:::bucket/*`. */
const reachesObjects = ({ resources, resourceless }: Statement): boolean =>
  resourceless ||
  (!resources.except &&
    resources.values.some(
      (resource) => resource === "*" || /[/*]\*$/.test(resource) || resource.endsWith("*") || isUnknown(resource),
    ));
