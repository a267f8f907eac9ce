// Questions about who did what, saved where the events are: 164.308(a)(1)(ii)(D), 164.312(b).

/** A question in the query language of CloudWatch Logs Insights. */
export interface TrailQuery {
  /** Child id. */
  readonly id: string;
  /** Name on the console, below the trail's. */
  readonly name: string;
  readonly text: string;
}

const lines = (...parts: readonly string[]): string => parts.join("\n| ");

/** The session of a role ends with the person's name, where the identity provider sets it. */
const PERSON = "coalesce(userIdentity.arn, userIdentity.principalId, userIdentity.invokedBy) as person";
const OBJECT = "coalesce(requestParameters.key, requestParameters.tableName, resources.0.ARN) as object";
const CALL =
  "requestParameters.bucketName as bucket, eventName as call, sourceIPAddress as address, errorCode as refusal";
/** How calls that read begin. */
const READS = "/^(BatchGet|Get|Head|List|Query|Receive|Scan|Select)/";

/**
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export const TRAIL_QUERIES: readonly TrailQuery[] = [
  {
    id: "QueryWhoReadObject",
    name: "who-read-object",
    text: lines(
      `fields eventTime as time, ${PERSON}, ${OBJECT}, ${CALL}`,
      `filter eventCategory = "Data" and eventName like ${READS}`,
      "sort time desc",
      "limit 1000",
    ),
  },
  {
    id: "QueryWhoChangedObject",
    name: "who-changed-object",
    text: lines(
      `fields eventTime as time, ${PERSON}, ${OBJECT}, ${CALL}`,
      `filter eventCategory = "Data" and eventName not like ${READS}`,
      "sort time desc",
      "limit 1000",
    ),
  },
  {
    id: "QueryKeysOfSeveralNetworks",
    name: "access-keys-of-several-networks",
    text: lines(
      `fields ${PERSON}`,
      "filter ispresent(userIdentity.accessKeyId) and not ispresent(userIdentity.invokedBy)",
      "stats count_distinct(sourceIPAddress) as networks, count(*) as calls by userIdentity.accessKeyId, person",
      "filter networks > 1",
      "sort networks desc",
    ),
  },
];
