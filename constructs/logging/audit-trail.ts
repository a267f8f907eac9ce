// Who did what and who read whose records, in every Region, unaltered, with alarms on it: 164.312(b), 164.308(a)(1)(ii)(D).

import { ConstructError } from "../error.ts";
import {
  Cloudtrail,
  CloudwatchQueryDefinition,
  type Construct,
  IamRole,
  IamRolePolicy,
  Lazy,
} from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { policyText, trust } from "../internal/policy.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { registerSingle, storesOf } from "../stack/registry.ts";
import { AccessLogs } from "./access-logs.ts";
import { EventAlarm } from "./event-alarm.ts";
import { type LogArchive, logArchiveOf } from "./log-archive.ts";
import { PhiLogGroup } from "./phi-log-group.ts";
import { countCalls } from "./trail-alarms.ts";
import { OPENS_BUCKETS, SILENCES_TRAILS, trailAlarms, WEAKENS_VAULTS } from "./trail-events.ts";
import { TRAIL_QUERIES } from "./trail-queries.ts";
import { selectorsOf } from "./trail-selectors.ts";

const NAME_LIMIT = 128;
/** Far above one person's work, far below a copy of everything; our choice, to be set to the application's own load. */
const BULK_READS = 10_000;
/** As above. */
const MASS_DELETES = 100;

/** All have defaults. */
export interface AuditTrailProps extends PhiConstructProps {
  /**
   * Where the files end, for years and under lock. In a site of another account, whoever takes over the stack's cannot reach them.
   *
   * @default - the stack's LogArchive; one in the trail's own site where it has none
   * @throws {ConstructError} `ARCHIVE_CLOSED` where its `sourceAccounts` leave out the trail's account
   * @see 45 CFR 164.312(c)(1), integrity (standard)
   */
  readonly archive?: LogArchive;
  /**
   * Days for which events can be queried and counted; the files in the archive stay as long as the archive says.
   *
   * @default 2192 - as every log group
   * @throws {ConstructError} `RETENTION_TOO_SHORT`, `RETENTION_INVALID` as of PhiLogGroup
   */
  readonly retentionDays?: number;
  /**
   * Reads of recorded stores within five minutes, by anybody, that raise the alarm `BulkReads`.
   *
   * @default 10000 - our choice
   * @throws {ConstructError} `THRESHOLD_INVALID` below 1
   * @see 45 CFR 164.308(a)(1)(ii)(D), information system activity review (required)
   */
  readonly bulkReads?: number;
  /**
   * Deletions in recorded stores within five minutes, by anybody, that raise the alarm `MassDeletes`.
   *
   * @default 100 - our choice
   * @throws {ConstructError} `THRESHOLD_INVALID` below 1
   * @see 45 CFR 164.308(a)(1)(ii)(D), information system activity review (required)
   */
  readonly massDeletes?: number;
}

/**
 * The trail of an account. It records the management of everything in every Region, and each read and write of the stack's stores of
 * ePHI, those made after it included. A stack that holds such stores and no trail gets one by itself.
 *
 * @see 45 CFR 164.312(b), audit controls (standard)
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 */
export class AuditTrail extends PhiConstruct {
  readonly trail: Cloudtrail;
  readonly archive: LogArchive;
  readonly logGroup: PhiLogGroup;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `TRAIL_TWICE`, `ARCHIVE_CLOSED`, `THRESHOLD_INVALID`, `RETENTION_TOO_SHORT`, `RETENTION_INVALID` */
  constructor(scope: Construct, id: string, props: AuditTrailProps = {}) {
    super(scope, id, props.dataClass ?? "ephi-derived");
    const { bulkReads = BULK_READS, massDeletes = MASS_DELETES } = props;
    checkThreshold(this, "bulkReads", bulkReads);
    checkThreshold(this, "massDeletes", massDeletes);
    const { account, partition, region } = this.site;
    if (!registerSingle(this, trailOf(account)))
      throw new ConstructError("TRAIL_TWICE", `the stack has a trail in ${account} already, expected one`, this);
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = `arn:${partition}:cloudtrail:${region}:${account}:trail/${this.name}`;
    this.archive = props.archive ?? logArchiveOf(this.site);
    if (!this.archive.sourceAccounts.includes(account))
      throw new ConstructError(
        "ARCHIVE_CLOSED",
        `sourceAccounts of the archive are ${this.archive.sourceAccounts.join(", ")}, expected ${account} among them`,
        this,
      );
    this.logGroup = new PhiLogGroup(this, "LogGroup", {
      name: `/aws/cloudtrail/${this.name}`,
      ...(props.retentionDays !== undefined && { retentionDays: props.retentionDays }),
    });
    const { role, write } = this.delivery();
    this.trail = this.claim(
      new Cloudtrail(this, "Resource", {
        name: this.name,
        s3BucketName: this.archive.bucket.id,
        kmsKeyId: this.archive.key.arn,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        enableLogging: true,
        cloudWatchLogsGroupArn: `${this.logGroup.resource.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        advancedEventSelector: Lazy.anyValue({ produce: () => selectorsOf(this.stores(), this.sinks()) }),
        insightSelector: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
        // CloudTrail tries both ways before it makes the trail.
        dependsOn: [this.archive.ready, write],
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "logging.trail_coverage",
      "logging.trail_delivery",
      "logging.trail_integrity",
    );
    countCalls(this, this.logGroup, trailAlarms(bulkReads, massDeletes), (alarm) =>
      this.claim(alarm, "logging.alarm_action"),
    );
    this.tell();
    for (const { id: query, name, text } of TRAIL_QUERIES)
      new CloudwatchQueryDefinition(this, query, {
        name: `${this.name}/${name}`,
        logGroupNames: [this.logGroup.resource.name],
        queryString: text,
      });
  }

  /** The stack's stores in the trail's account; a trail sees no other account. */
  private stores() {
    return storesOf(this).filter(({ store }) => store.site.account === this.site.account);
  }

  private sinks(): readonly string[] {
    const names = [
      this.archive.name,
      ...this.node.root.node
        .findAll()
        .filter((node) => node instanceof AccessLogs)
        .map(({ name }) => name),
    ];
    return names.map((name) => `arn:${this.site.partition}:s3:::${name}`);
  }

  private delivery(): { readonly role: IamRole; readonly write: IamRolePolicy } {
    const { account, region } = this.site;
    const role = new IamRole(this, "Role", {
      name: shortName(`${this.physicalName}-delivery`, 64),
      assumeRolePolicy: trust("cloudtrail.amazonaws.com", account, this.arn),
    });
    const write = new IamRolePolicy(this, "RolePolicy", {
      name: "write",
      role: role.id,
      policy: policyText([
        {
          sid: "WriteEvents",
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [`${this.logGroup.arn}:log-stream:${account}_CloudTrail_${region}*`],
        },
      ]),
    });
    return { role, write };
  }

  /** Events reach EventBridge within a minute or two, of their own Region only; what is counted comes later, of every Region. */
  private tell(): void {
    new EventAlarm(this, "Tampering", {
      description: "Trails stopped or changed, buckets opened, vaults weakened",
      pattern: {
        source: ["aws.cloudtrail", "aws.s3", "aws.backup"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["cloudtrail.amazonaws.com", "s3.amazonaws.com", "backup.amazonaws.com"],
          eventName: [...SILENCES_TRAILS, ...OPENS_BUCKETS, ...WEAKENS_VAULTS],
          // AWS Backup deletes what has reached the end of its lifecycle.
          userIdentity: { invokedBy: [{ exists: false }] },
        },
      },
    });
    new EventAlarm(this, "Insights", {
      description: "Calls or errors far beyond the account's usual rate",
      pattern: { source: ["aws.cloudtrail"], "detail-type": ["AWS Insight via CloudTrail"] },
    });
  }
}

/** Word in the registry for the one trail of an account. */
export const trailOf = (account: string): string => `AuditTrail ${account}`;

function checkThreshold(at: AuditTrail, name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new ConstructError("THRESHOLD_INVALID", `${name} must be at least 1 event, got ${value}`, at);
}
