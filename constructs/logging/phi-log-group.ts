// An encrypted log group that keeps what it is told for years: 164.312(b), 164.316(b)(2)(i).

import { ConstructError } from "../error.ts";
import { CloudwatchLogGroup, type Construct } from "../internal/cdktf.ts";
import type { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { logKeyOf } from "./log-key.ts";
import { LOG_RETENTION_DAYS } from "./retention.ts";

/** A year lets an intrusion be traced that was found late; our choice. */
const LEAST_RETENTION_DAYS = 365;

/**
 * Periods of a year or more that CloudWatch Logs knows.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const PERIODS_DAYS = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** All have defaults. */
export interface PhiLogGroupProps extends PhiConstructProps {
  /**
   * Name of the log group, known at synthesis: `/aws/rds/instance/portal-records/postgresql`. A service that makes its group by itself
   * finds this one instead.
   *
   * @default - the name of the construct
   * @throws {ConstructError} `NAME_INVALID` beyond 512 of letters, digits and `_-/.#`
   */
  readonly name?: string;
  /**
   * Key of the log events.
   *
   * @default - the key that the log groups of the site share
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Days for which log events stay.
   *
   * @default 2192 - six years, as 164.316(b)(2)(i) asks of documentation; that logs count as such is our choice
   * @throws {ConstructError} `RETENTION_TOO_SHORT` below 365 (our choice); `RETENTION_INVALID` for a period that CloudWatch Logs does
   *   not know
   * @see 45 CFR 164.316(b)(2)(i), time limit (required)
   */
  readonly retentionDays?: number;
}

/**
 * A log group under a key. Destroying the stack leaves it behind: its events are evidence until their time is up.
 *
 * @see 45 CFR 164.312(b), audit controls (required)
 */
export class PhiLogGroup extends PhiConstruct {
  readonly resource: CloudwatchLogGroup;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `RETENTION_TOO_SHORT`, `RETENTION_INVALID`, `NAME_INVALID` */
  constructor(scope: Construct, id: string, props: PhiLogGroupProps = {}) {
    super(scope, id, props.dataClass ?? "ephi-derived");
    const { name = this.physicalName, retentionDays = LOG_RETENTION_DAYS } = props;
    check(this, name, retentionDays);
    const { account, region, partition } = this.site;
    this.name = name;
    this.arn = `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
    this.key = props.key ?? logKeyOf(this.site);
    props.key?.allowService(`Logs${name.replace(/[^A-Za-z0-9]/g, "")}`, `logs.${region}.amazonaws.com`, {
      ArnEquals: { "kms:EncryptionContext:aws:logs:arn": this.arn },
    });
    this.resource = this.claim(
      new CloudwatchLogGroup(this, "Resource", {
        name,
        kmsKeyId: this.key.arn,
        retentionInDays: retentionDays,
        skipDestroy: true,
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "logging.retention",
      "logging.stated_retention",
    );
  }
}

function check(at: PhiLogGroup, name: string, retentionDays: number): void {
  if (!/^[\w./#-]{1,512}$/.test(name))
    throw new ConstructError("NAME_INVALID", `name is ${name}, expected 1 to 512 of letters, digits and _-/.#`, at);
  if (retentionDays < LEAST_RETENTION_DAYS)
    throw new ConstructError(
      "RETENTION_TOO_SHORT",
      `retentionDays must be at least ${LEAST_RETENTION_DAYS}, got ${retentionDays}`,
      at,
    );
  if (!PERIODS_DAYS.includes(retentionDays))
    throw new ConstructError(
      "RETENTION_INVALID",
      `retentionDays must be one of ${PERIODS_DAYS.join(", ")}, got ${retentionDays}`,
      at,
    );
}
