// A DynamoDB table that can be set back to any second, under a key of its own: 164.312(a)(2)(iv), 164.308(a)(7)(ii)(A).

import { type Grantee, grant } from "../access/grant.ts";
import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";

import { ConstructError } from "../error.ts";
import { type Construct, DynamodbTable } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";
import type { Site } from "../stack/site.ts";

/** The longest that DynamoDB keeps its continuous backups. */
const RECOVERY_PERIOD_DAYS = 35;
const NAME_LIMIT = 255;

/** An attribute that items are found by. */
export interface TableKey {
  readonly name: string;
  /**
   * `S` for text, `N` for a number, `B` for bytes.
   *
   * @default S
   */
  readonly type?: "S" | "N" | "B";
}

/** A second way to find items. Holds a copy of every attribute. */
export interface TableIndex {
  readonly name: string;
  readonly partitionKey: TableKey;
  /** @default - none */
  readonly sortKey?: TableKey;
}

/** All but the partition key have defaults. */
export interface PhiTableProps extends PhiConstructProps, BackedUpProps {
  /** Attribute that spreads the items. Its values stand in logs: use an identifier that names no patient. */
  readonly partitionKey: TableKey;
  /**
   * Attribute that orders the items of one partition key. Some of its values are kept in clear as marks of ranges.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
   */
  readonly sortKey?: TableKey;
  /**
   * Global secondary indexes.
   *
   * @default - none
   */
  readonly indexes?: readonly TableIndex[];
  /**
   * Attribute that holds the time at which an item expires, in seconds since 1970. DynamoDB deletes it within days of that.
   *
   * @default - items are kept until somebody deletes them
   */
  readonly ttlAttribute?: string;
  /**
   * What the stream of changes holds, for 24 hours.
   *
   * @default - no stream; with replicas `NEW_AND_OLD_IMAGES`, which they need
   * @throws {ConstructError} `STREAM_INVALID` for another with replicas
   */
  readonly streamView?: "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";
  /**
   * Reads per second that are paid for in advance, of 4 KB each.
   *
   * @default - paid for on demand
   * @throws {ConstructError} `CAPACITY_INVALID` without `writeCapacityUnits`, below 1, or with replicas
   */
  readonly readCapacityUnits?: number;
  /**
   * Writes per second that are paid for in advance, of 1 KB each.
   *
   * @default - paid for on demand
   * @throws {ConstructError} `CAPACITY_INVALID` without `readCapacityUnits`, below 1, or with replicas
   */
  readonly writeCapacityUnits?: number;
  /**
   * Key of the items, indexes and stream.
   *
   * @default - a key of the table's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
  /**
   * Sites in other Regions of the same account that hold a replica, each under a key of that site.
   *
   * @default - no replica; a replica follows deletions, so it is no backup
   * @throws {ConstructError} `REPLICA_MISPLACED` in the table's own Region, in another account, or twice in one Region
   * @see 45 CFR 164.308(a)(7)(ii)(C), emergency mode operation plan (required)
   */
  readonly replicas?: readonly Site[];
}

/**
 * A table for ePHI. It cannot be deleted before its protection is lifted, and is set back to any second of the last 35 days.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), data backup plan (required)
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
 */
export class PhiTable extends PhiConstruct {
  readonly table: DynamodbTable;
  readonly key: PhiKey;
  /** Name, known at synthesis. */
  readonly name: string;
  /** ARN, known at synthesis. */
  readonly arn: string;

  /** @throws {ConstructError} `REPLICA_MISPLACED`, `CAPACITY_INVALID`, `STREAM_INVALID`, `KEY_CONFLICT`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiTableProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { replicas = [], ttlAttribute } = props;
    check(this, props);
    this.name = shortName(this.physicalName, NAME_LIMIT);
    this.arn = arnIn(this.site, this.name);
    this.key = allowTables(props.key ?? new PhiKey(this, "Key"));
    this.table = this.claim(
      new DynamodbTable(this, "Resource", {
        name: this.name,
        ...schema(this, props),
        deletionProtectionEnabled: true,
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: RECOVERY_PERIOD_DAYS },
        serverSideEncryption: { enabled: true, kmsKeyArn: this.key.arn },
        ...stream(props),
        ...(ttlAttribute !== undefined && { ttl: { enabled: true, attributeName: ttlAttribute } }),
        replica: replicas.map((site) => ({
          regionName: site.region,
          kmsKeyArn: allowTables(new PhiKey(site, `${id}ReplicaKey`)).arn,
          pointInTimeRecovery: true,
          propagateTags: true,
        })),
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "backup.point_in_time",
      "protection.deletion",
    );
    this.claim(this.table, ...backupClaims(props.backup));
    backUp(
      { store: this, arn: this.table.arn, type: "DynamoDB", isContinuous: false, key: this.key },
      props.backup,
      (accepted) => this.accept(this.table, accepted),
    );
    if (this.dataClass !== "ephi") return;
    this.claim(this.table, "logging.data_events");
    for (const site of [this.site, ...replicas])
      recordAccess({ store: this, type: "AWS::DynamoDB::Table", arn: arnIn(site, this.name) });
  }

  /** Lets a role read items, by the table and by its indexes. */
  grantRead(to: Grantee): void {
    const actions = ["BatchGetItem", "ConditionCheckItem", "DescribeTable", "GetItem", "Query", "Scan"];
    this.give(to, "Read", actions);
  }

  /** Lets a role write and delete items. */
  grantWrite(to: Grantee): void {
    this.give(to, "Write", ["BatchWriteItem", "DeleteItem", "DescribeTable", "PutItem", "UpdateItem"]);
  }

  private give(to: Grantee, verb: string, actions: readonly string[]): void {
    const resources = [this.arn, `${this.arn}/index/*`];
    grant(to, this, { verb, service: "dynamodb", actions: [[resources, actions]], keyActions: ["Decrypt"] });
  }
}

const arnIn = ({ account, partition, region }: Site, name: string): string =>
  `arn:${partition}:dynamodb:${region}:${account}:table/${name}`;

/** Not tied to the table's name: a restored table has another, and must be readable with the same key. */
const allowTables = (key: PhiKey): PhiKey =>
  key.allow({ service: "dynamodb", context: { "aws:dynamodb:subscriberId": [key.site.account] }, grants: true });

function schema(at: PhiTable, props: PhiTableProps) {
  const { partitionKey, sortKey, indexes = [], readCapacityUnits, writeCapacityUnits } = props;
  const capacity =
    readCapacityUnits === undefined || writeCapacityUnits === undefined
      ? undefined
      : { readCapacity: readCapacityUnits, writeCapacity: writeCapacityUnits };
  const attributes = new Map<string, "S" | "N" | "B">();
  for (const key of [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])]) {
    if (!key) continue;
    const { name, type = "S" } = key;
    const known = attributes.get(name);
    if (known !== undefined && known !== type)
      throw new ConstructError("KEY_CONFLICT", `${name} is ${known} and ${type}, expected one type`, at);
    attributes.set(name, type);
  }
  return {
    billingMode: capacity ? "PROVISIONED" : "PAY_PER_REQUEST",
    ...capacity,
    hashKey: partitionKey.name,
    ...(sortKey && { rangeKey: sortKey.name }),
    attribute: [...attributes].map(([name, type]) => ({ name, type })),
    globalSecondaryIndex: indexes.map((index) => ({
      name: index.name,
      hashKey: index.partitionKey.name,
      ...(index.sortKey && { rangeKey: index.sortKey.name }),
      projectionType: "ALL",
      ...capacity,
    })),
  };
}

function stream({ streamView, replicas = [] }: PhiTableProps) {
  const view = replicas.length > 0 ? "NEW_AND_OLD_IMAGES" : streamView;
  return view === undefined ? {} : { streamEnabled: true, streamViewType: view };
}

function check(at: PhiTable, props: PhiTableProps): void {
  const { replicas = [], readCapacityUnits, writeCapacityUnits, streamView } = props;
  const { account, region } = at.site;
  const taken = new Set([region]);
  for (const site of replicas) {
    if (site.account !== account || taken.has(site.region))
      throw new ConstructError(
        "REPLICA_MISPLACED",
        `a replica in ${site.region} of ${site.account}, expected one in each other Region of ${account}`,
        at,
      );
    taken.add(site.region);
  }
  const capacity = [readCapacityUnits, writeCapacityUnits];
  const isFixed = capacity.some((units) => units !== undefined);
  if (isFixed && capacity.some((units) => units === undefined || !Number.isInteger(units) || units < 1))
    throw new ConstructError(
      "CAPACITY_INVALID",
      `readCapacityUnits and writeCapacityUnits must both be at least 1, got ${readCapacityUnits} and ${writeCapacityUnits}`,
      at,
    );
  if (isFixed && replicas.length > 0)
    throw new ConstructError(
      "CAPACITY_INVALID",
      "capacity is paid for in advance beside replicas, expected on demand: a fixed one stops the replication of a burst",
      at,
    );
  if (replicas.length > 0 && streamView !== undefined && streamView !== "NEW_AND_OLD_IMAGES")
    throw new ConstructError(
      "STREAM_INVALID",
      `streamView must be NEW_AND_OLD_IMAGES beside replicas, got ${streamView}`,
      at,
    );
}
