import { describe, expect, it } from "vitest";
import { PhiKey, PhiLogGroup } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

describe("a log group is refused", () => {
  it.each([
    [{ retentionDays: 90 }, "RETENTION_TOO_SHORT", "retentionDays must be at least 365, got 90 (portal/Group)"],
    [{ retentionDays: 1000 }, "RETENTION_INVALID", "retentionDays must be one of 365, 400, 545"],
    [{ name: "portal logs" }, "NAME_INVALID", "name is portal logs, expected 1 to 512 of letters, digits and _-/.#"],
  ])("with %o", (props, code, message) => {
    refused(({ stack }) => new PhiLogGroup(stack, "Group", props), code, message);
  });
});

describe("log groups", () => {
  it("share the key of their site, which encrypts for log groups of its account and Region alone", () => {
    const place = places();
    new PhiLogGroup(place.stack, "Group");
    new PhiLogGroup(place.region, "Group");
    const resources = written(place);
    const conditions = ["LogKey/Resource", "Region/LogKey/Resource"].map(
      (path) => statements(resources.get(path)).get("LogGroups")?.Condition,
    );
    expect(conditions).toEqual(
      ["us-east-1", "us-west-2"].map((region) => ({
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:111122223333:log-group:*` },
      })),
    );
  });

  it("tell a key of their own which group it encrypts", () => {
    const place = places();
    new PhiLogGroup(place.stack, "Group", { name: "/portal/own", key: new PhiKey(place.stack, "Own") });
    const resources = written(place);
    expect(resources.has("LogKey/Resource")).toBe(false);
    expect(statements(resources.get("Own/Resource")).get("Logsportalown")?.Condition).toEqual({
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/portal/own",
      },
    });
  });

  it("stay when the stack is destroyed, for six years", () => {
    const place = places();
    new PhiLogGroup(place.stack, "Group");
    expect(written(place).get("Group/Resource")).toMatchObject({ skip_destroy: true, retention_in_days: 2192 });
  });
});
