import { describe, expect, it } from "vitest";
import { PhiNetwork, PhiWarehouse } from "../../constructs/index.ts";
import { type Places, places, refused, written } from "./places.ts";

const none = { dataClass: "none" } as const;
const networkIn = ({ stack }: Pick<Places, "stack">): PhiNetwork => new PhiNetwork(stack, "Net", { services: [] });

describe("a warehouse is refused", () => {
  it.each([
    [{ nodes: 1 }, "NODES_OUT_OF_RANGE", "nodes must be 2 to 128, got 1 (portal/Claims)"],
    [{ nodes: 129 }, "NODES_OUT_OF_RANGE", "nodes must be 2 to 128, got 129"],
    [{ nodeType: "dc2.large" }, "NODE_TYPE_INVALID", "nodeType must be an ra3 type, got dc2.large"],
  ])("with %o", (props, code, message) => {
    refused(
      (place) => new PhiWarehouse(place.stack, "Claims", { ...none, ...props, network: networkIn(place) }),
      code,
      message,
    );
  });

  it("with snapshots copied to another account, or nowhere", () => {
    refused(
      (place) =>
        new PhiWarehouse(place.stack, "Claims", { ...none, network: networkIn(place), snapshotsIn: place.vault }),
      "COPY_MISPLACED",
      "snapshotsIn stands in us-east-1 of 444455556666, expected another Region of 111122223333",
    );
    refused(
      (place) =>
        new PhiWarehouse(place.stack, "Claims", { ...none, network: networkIn(place), snapshotsIn: place.stack }),
      "COPY_MISPLACED",
      "snapshotsIn stands in us-east-1 of 111122223333",
    );
  });

  it("with ePHI and without a backup", () => {
    const build = (place: Places) => new PhiWarehouse(place.stack, "Claims", { network: networkIn(place) });
    refused(build, "BACKUP_MISSING", "has no backup");
  });
});

describe("a warehouse", () => {
  it("refuses clear text, writes down every query, and routes what it loads through its network", () => {
    const place = places();
    new PhiWarehouse(place.stack, "Claims", { ...none, network: networkIn(place) });
    const resources = written(place);
    expect(resources.get("Claims/Parameters")).toMatchObject({
      parameter: [
        { name: "enable_user_activity_logging", value: "true" },
        { name: "require_ssl", value: "true" },
      ],
    });
    expect(resources.get("Claims/Resource")).toMatchObject({
      publicly_accessible: false,
      enhanced_vpc_routing: true,
      manage_master_password: true,
    });
    expect(resources.get("Claims/Logging")).toMatchObject({
      log_destination_type: "cloudwatch",
      log_exports: ["connectionlog", "useractivitylog", "userlog"],
    });
    expect(resources.get("Claims/Log-connectionlog/Resource")).toMatchObject({
      name: "/aws/redshift/cluster/portal-claims/connectionlog",
    });
  });

  it("copies its snapshots under a key of the other Region, which the grant stands in", () => {
    const place = places();
    new PhiWarehouse(place.stack, "Claims", { ...none, network: networkIn(place), snapshotsIn: place.region });
    const resources = written(place);
    expect(resources.get("Claims/CopyGrant")).toMatchObject({
      kms_key_id: expect.stringContaining("aws_kms_key.Region_ClaimsCopyKey_"),
      provider: "aws.portal-region",
    });
    expect(resources.get("Claims/Copy")).toMatchObject({ destination_region: "us-west-2", retention_period: 35 });
  });
});
