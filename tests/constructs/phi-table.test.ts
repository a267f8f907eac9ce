import { describe, expect, it } from "vitest";
import { PhiTable, type PhiTableProps } from "../../constructs/index.ts";
import { places, refused, written } from "./places.ts";

const partitionKey = { name: "encounter" };
const none = { partitionKey, dataClass: "none" } as const;

describe("a table is refused", () => {
  it.each<readonly [string, Partial<PhiTableProps>, string, string]>([
    [
      "with half a capacity",
      { readCapacityUnits: 5 },
      "CAPACITY_INVALID",
      "readCapacityUnits and writeCapacityUnits must both be at least 1, got 5 and undefined (portal/Table)",
    ],
    [
      "with no capacity",
      { readCapacityUnits: 5, writeCapacityUnits: 0 },
      "CAPACITY_INVALID",
      "readCapacityUnits and writeCapacityUnits must both be at least 1, got 5 and 0",
    ],
    [
      "with an attribute of two types",
      { indexes: [{ name: "by-number", partitionKey: { name: "encounter", type: "N" } }] },
      "KEY_CONFLICT",
      "encounter is S and N, expected one type",
    ],
  ])("%s", (_name, props, code, message) => {
    refused(({ stack }) => new PhiTable(stack, "Table", { ...none, ...props }), code, message);
  });

  it("with a replica in its own Region, another account, or twice in one", () => {
    refused(
      ({ stack }) => new PhiTable(stack, "Table", { ...none, replicas: [stack] }),
      "REPLICA_MISPLACED",
      "a replica in us-east-1 of 111122223333, expected one in each other Region of 111122223333",
    );
    refused(
      ({ stack, vault }) => new PhiTable(stack, "Table", { ...none, replicas: [vault] }),
      "REPLICA_MISPLACED",
      "a replica in us-east-1 of 444455556666",
    );
    refused(
      ({ stack, region }) => new PhiTable(stack, "Table", { ...none, replicas: [region, region] }),
      "REPLICA_MISPLACED",
      "a replica in us-west-2 of 111122223333",
    );
  });

  it("with a replica beside a fixed capacity or a narrow stream", () => {
    refused(
      ({ stack, region }) =>
        new PhiTable(stack, "Table", { ...none, replicas: [region], readCapacityUnits: 5, writeCapacityUnits: 5 }),
      "CAPACITY_INVALID",
      "capacity is paid for in advance beside replicas, expected on demand",
    );
    refused(
      ({ stack, region }) => new PhiTable(stack, "Table", { ...none, replicas: [region], streamView: "KEYS_ONLY" }),
      "STREAM_INVALID",
      "streamView must be NEW_AND_OLD_IMAGES beside replicas, got KEYS_ONLY",
    );
  });

  it("with ePHI and without a backup", () => {
    refused(({ stack }) => new PhiTable(stack, "Table", { partitionKey }), "BACKUP_MISSING", "has no backup");
  });
});

describe("a table", () => {
  it("is paid for on demand, protected, and set back to any second of 35 days", () => {
    const place = places();
    new PhiTable(place.stack, "Table", none);
    expect(written(place).get("Table/Resource")).toMatchObject({
      name: "portal-table",
      billing_mode: "PAY_PER_REQUEST",
      deletion_protection_enabled: true,
      point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
      attribute: [{ name: "encounter", type: "S" }],
    });
  });

  it("encrypts each replica with a key of the replica's site", () => {
    const place = places();
    new PhiTable(place.stack, "Table", { ...none, replicas: [place.region] });
    const resources = written(place);
    expect(resources.get("Table/Resource")).toMatchObject({
      stream_view_type: "NEW_AND_OLD_IMAGES",
      replica: [
        {
          region_name: "us-west-2",
          kms_key_arn: expect.stringMatching(/^\$\{aws_kms_key\.Region_TableReplicaKey_/),
          point_in_time_recovery: true,
          propagate_tags: true,
        },
      ],
    });
    expect(resources.get("Region/TableReplicaKey/Resource")?.provider).toBe("aws.portal-region");
  });

  it("spreads the capacity that is paid for in advance over its indexes", () => {
    const place = places();
    new PhiTable(place.stack, "Table", {
      ...none,
      indexes: [{ name: "by-clinic", partitionKey: { name: "clinic" } }],
      readCapacityUnits: 5,
      writeCapacityUnits: 2,
    });
    const capacity = { read_capacity: 5, write_capacity: 2 };
    expect(written(place).get("Table/Resource")).toMatchObject({
      billing_mode: "PROVISIONED",
      ...capacity,
      global_secondary_index: [{ name: "by-clinic", hash_key: "clinic", projection_type: "ALL", ...capacity }],
    });
  });
});
