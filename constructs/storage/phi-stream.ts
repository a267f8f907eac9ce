// An encrypted stream of records that readers can go back in: 164.312(a)(2)(iv), 164.312(e)(2)(ii).

import { ConstructError } from "../error.ts";
import { type Construct, KinesisStream } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";

const NAME_LIMIT = 128;
/** A week: readers that stood still over a long weekend lose nothing. */
const RETENTION_HOURS = 168;
const LEAST_RETENTION_HOURS = 24;
const RETENTION_LIMIT_HOURS = 8760;

/** Every metric of a shard: how far readers lie behind, and who is throttled. */
const SHARD_METRICS = [
  "IncomingBytes",
  "IncomingRecords",
  "IteratorAgeMilliseconds",
  "OutgoingBytes",
  "OutgoingRecords",
  "ReadProvisionedThroughputExceeded",
  "WriteProvisionedThroughputExceeded",
];

/** All have defaults. */
export interface PhiStreamProps extends PhiConstructProps {
  /**
   * Key of the records.
   *
   * @default - a key of the stream's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Hours for which a record can be read.
   *
   * @default 168 - a week; our choice
   * @throws {ConstructError} `RETENTION_OUT_OF_RANGE` below 24 or above 8760, the bounds of Kinesis
   */
  readonly retentionHours?: number;
  /**
   * Shards that are paid for in advance, each of 1 MB per second in and 2 MB per second out.
   *
   * @default - Kinesis adds and removes shards as needed
   * @throws {ConstructError} `SHARDS_OUT_OF_RANGE` below 1
   */
  readonly shards?: number;
}

/**
 * A stream for records that hold ePHI. AWS Backup has no copies of streams: whatever must outlast the retention goes on into a store.
 *
 * @see 45 CFR 164.312(e)(2)(ii), encryption (addressable)
 * @see https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html
 */
export class PhiStream extends PhiConstruct {
  readonly stream: KinesisStream;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `RETENTION_OUT_OF_RANGE`, `SHARDS_OUT_OF_RANGE` */
  constructor(scope: Construct, id: string, props: PhiStreamProps = {}) {
    super(scope, id, props.dataClass ?? "ephi");
    const { retentionHours = RETENTION_HOURS, shards } = props;
    check(this, retentionHours, shards);
    const { account, partition, region } = this.site;
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = `arn:${partition}:kinesis:${region}:${account}:stream/${this.name}`;
    this.key = props.key ?? new PhiKey(this, "Key");
    this.key.allow({ service: "kinesis", context: { "aws:kinesis:arn": [this.arn] } });
    this.stream = this.claim(
      new KinesisStream(this, "Resource", {
        name: this.name,
        encryptionType: "KMS",
        kmsKeyId: this.key.arn,
        retentionPeriod: retentionHours,
        shardLevelMetrics: SHARD_METRICS,
        streamModeDetails: { streamMode: shards === undefined ? "ON_DEMAND" : "PROVISIONED" },
        ...(shards !== undefined && { shardCount: shards }),
        enforceConsumerDeletion: false,
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
    );
    if (this.dataClass === "ephi") recordAccess({ store: this, type: "AWS::Kinesis::Stream", arn: this.arn });
  }
}

function check(at: PhiStream, retentionHours: number, shards: number | undefined): void {
  if (
    !Number.isInteger(retentionHours) ||
    retentionHours < LEAST_RETENTION_HOURS ||
    retentionHours > RETENTION_LIMIT_HOURS
  )
    throw new ConstructError(
      "RETENTION_OUT_OF_RANGE",
      `retentionHours must be ${LEAST_RETENTION_HOURS} to ${RETENTION_LIMIT_HOURS}, got ${retentionHours}`,
      at,
    );
  if (shards !== undefined && (!Number.isInteger(shards) || shards < 1))
    throw new ConstructError("SHARDS_OUT_OF_RANGE", `shards must be at least 1, got ${shards}`, at);
}
