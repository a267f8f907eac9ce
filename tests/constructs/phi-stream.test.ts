import { describe, expect, it } from "vitest";
import { PhiStream, type PhiStreamProps } from "../../constructs/index.ts";
import { places, refused, written } from "./places.ts";

describe("a stream", () => {
  it.each<readonly [PhiStreamProps, string, string]>([
    [{ retentionHours: 23 }, "RETENTION_OUT_OF_RANGE", "retentionHours must be 24 to 8760, got 23 (portal/Events)"],
    [{ retentionHours: 8761 }, "RETENTION_OUT_OF_RANGE", "retentionHours must be 24 to 8760, got 8761"],
    [{ shards: 0 }, "SHARDS_OUT_OF_RANGE", "shards must be at least 1, got 0"],
  ])("is refused with %o", (props, code, message) => {
    refused(({ stack }) => new PhiStream(stack, "Events", props), code, message);
  });

  it("keeps records for a week under its own key, and tells how far its readers lie behind", () => {
    const place = places();
    new PhiStream(place.stack, "Events");
    expect(written(place).get("Events/Resource")).toMatchObject({
      name: "portal-events",
      encryption_type: "KMS",
      kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Events_Key_/),
      retention_period: 168,
      stream_mode_details: { stream_mode: "ON_DEMAND" },
      shard_level_metrics: expect.arrayContaining(["IteratorAgeMilliseconds", "WriteProvisionedThroughputExceeded"]),
    });
  });

  it("takes as many shards as are paid for in advance", () => {
    const place = places();
    new PhiStream(place.stack, "Events", { shards: 3 });
    expect(written(place).get("Events/Resource")).toMatchObject({
      shard_count: 3,
      stream_mode_details: { stream_mode: "PROVISIONED" },
    });
  });
});
