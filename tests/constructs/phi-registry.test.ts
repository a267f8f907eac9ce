import { describe, expect, it } from "vitest";
import { PhiRegistry } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

describe("a registry of images", () => {
  it("is refused where untagged images would go at once", () => {
    refused(
      ({ stack }) => new PhiRegistry(stack, "Images", { untaggedRetentionDays: 0 }),
      "RETENTION_TOO_SHORT",
      "untaggedRetentionDays must be at least 1, got 0 (portal/Images)",
    );
  });

  it("keeps tags where they are, scans what is pushed, and is not deleted with its images", () => {
    const place = places();
    new PhiRegistry(place.stack, "Images");
    expect(written(place).get("Images/Resource")).toMatchObject({
      name: "portal-images",
      image_tag_mutability: "IMMUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [
        { encryption_type: "KMS", kms_key: expect.stringMatching(/^\$\{aws_kms_key\.Images_Key_/) },
      ],
      force_delete: false,
    });
  });

  it("is closed to other accounts by a policy that names no resources, as ECR asks", () => {
    const place = places();
    new PhiRegistry(place.stack, "Images");
    expect([...statements(written(place).get("Images/Policy")).values()]).toEqual([
      {
        Sid: "AccountOnly",
        Effect: "Deny",
        Principal: "*",
        Action: ["ecr:*"],
        Condition: {
          StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    ]);
  });

  it("deletes only images without a tag", () => {
    const place = places();
    new PhiRegistry(place.stack, "Images", { untaggedRetentionDays: 3 });
    const lifecycle = written(place).get("Images/Lifecycle");
    expect(JSON.parse(String(lifecycle?.policy))).toMatchObject({
      rules: [{ selection: { tagStatus: "untagged", countNumber: 3 }, action: { type: "expire" } }],
    });
  });
});
