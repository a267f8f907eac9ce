import { describe, expect, it } from "vitest";
import { PhiVolume, type PhiVolumeProps } from "../../constructs/index.ts";
import { places, refused, written } from "./places.ts";

const none = { zone: "a", sizeGiB: 20, dataClass: "none" } as const;

describe("a volume", () => {
  it.each<readonly [Partial<PhiVolumeProps>, string, string]>([
    [{ zone: "us-east-1a" }, "ZONE_INVALID", "zone must be one letter such as a, got us-east-1a (portal/Disk)"],
    [{ sizeGiB: 0 }, "SIZE_OUT_OF_RANGE", "sizeGiB must be 1 to 16384, got 0"],
    [{ sizeGiB: 16_385 }, "SIZE_OUT_OF_RANGE", "sizeGiB must be 1 to 16384, got 16385"],
    [{ iops: 2999 }, "IOPS_OUT_OF_RANGE", "iops must be 3000 to 10000 for 20 GiB, got 2999"],
    [{ iops: 10_001 }, "IOPS_OUT_OF_RANGE", "iops must be 3000 to 10000 for 20 GiB, got 10001"],
    [{ sizeGiB: 100, iops: 16_001 }, "IOPS_OUT_OF_RANGE", "iops must be 3000 to 16000 for 100 GiB, got 16001"],
    [{ dataClass: "ephi" }, "BACKUP_MISSING", "has no backup"],
  ])("is refused with %o", (props, code, message) => {
    refused(({ stack }) => new PhiVolume(stack, "Disk", { ...none, ...props }), code, message);
  });

  it("is encrypted under its own key in its zone, and leaves a last snapshot", () => {
    const place = places();
    new PhiVolume(place.stack, "Disk", none);
    expect(written(place).get("Disk/Resource")).toMatchObject({
      availability_zone: "us-east-1a",
      size: 20,
      encrypted: true,
      kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Disk_Key_/),
      final_snapshot: true,
    });
  });
});
