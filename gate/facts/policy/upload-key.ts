// Whether a bucket's policy refuses objects that are to lie under another key than the ones it names.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html

import type { Value } from "../../model/types.ts";
import { covers } from "./pattern.ts";
import { type Condition, isUnknown, type Statement, statementsOf } from "./statement.ts";

const KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const ALGORITHM = "s3:x-amz-server-side-encryption";

/** Path of the Deny that refuses every upload under another key to everyone, undefined where there is none. */
export function uploadKeyPinned(document: Value, attribute = "policy"): string | undefined {
  const statement = statementsOf(document).find(
    (one) => one.effect === "deny" && !one.opaque && reachesEveryUpload(one) && namesKey(one.conditions),
  );
  return statement && `${attribute}.${statement.path}`;
}

const reachesEveryUpload = ({ principals, actions, resources, resourceless }: Statement): boolean =>
  principals !== undefined &&
  !principals.except &&
  principals.list.some(({ kind }) => kind === "everyone") &&
  !actions.except &&
  actions.values.some((action) => covers(action, "s3:putobject")) &&
  (resourceless ||
    (!resources.except &&
      resources.values.some((one) => one === "*" || /^[^/]*(\/\*|\*)$/.test(afterBucket(one)) || isUnknown(one))));

/** `bucket/*` of `arn:aws:s3:::bucket/*`: a prefix of objects is not all of them. */
const afterBucket = (arn: string): string => arn.split(":::")[1] ?? arn;

/** The conditions hold for every request that names a key other than some, or any key at all, and perhaps for others. */
const namesKey = (conditions: readonly Condition[]): boolean =>
  conditions.some((one) => isOtherKey(one) || isAnyKey(one)) &&
  conditions.every((one) => isOtherKey(one) || holdsWithKey(one));

/** The request names a key: without one S3 takes the bucket's own. */
const isAnyKey = (condition: Condition): boolean =>
  condition.operator === "null" && condition.key === KEY_ID && holdsWithKey(condition);

const isOtherKey = ({ key, operator, negated, quantifier, malformed, values }: Condition): boolean =>
  key === KEY_ID &&
  negated &&
  !malformed &&
  quantifier !== "any" &&
  /^(string|arn)/.test(operator) &&
  values.length > 0 &&
  values.every((value) => !/^[*?]*$/.test(value));

/** True of every request that names a key: the key is there, and the algorithm is that of AWS KMS. */
const holdsWithKey = ({ key, operator, negated, malformed, values }: Condition): boolean =>
  !malformed &&
  !negated &&
  ((operator === "null" &&
    [KEY_ID, ALGORITHM].includes(key) &&
    values.every((value) => value.toLowerCase() === "false")) ||
    (/^string/.test(operator) && key === ALGORITHM && values.includes("aws:kms")));
