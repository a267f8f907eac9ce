import { describe, expect, it } from "vitest";
import { PhiKey, PhiLogGroup } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

describe("a log group is refused", () => {
  it.each([
    [{ retentionDays: 364 }, "RETENTION_TOO_SHORT", "retentionDays must be at least 365, got 364 (portal/Log)"],
    [{ retentionDays: 366 }, "RETENTION_INVALID", "retentionDays must be one of 365, 400, 545, 731, 1096"],
    [{ name: "/portal/a b" }, "NAME_INVALID", "name is /portal/a b, expected 1 to 512 of letters"],
    [{ name: "" }, "NAME_INVALID", "name is , expected"],
  ])("with %o", (props, code, message) => {
    refused(({ stack }) => new PhiLogGroup(stack, "Log", props), code, message);
  });
});

describe("a log group", () => {
  it("keeps events for six years, and itself when the stack is destroyed", () => {
    const place = places();
    new PhiLogGroup(place.stack, "Log");
    expect(written(place).get("Log/Resource")).toMatchObject({
      name: "portal-log",
      retention_in_days: 2192,
      skip_destroy: true,
      tags: { DataClass: "ephi-derived" },
    });
  });

  it("shares the key of the site's logs, which CloudWatch Logs may use for the account's groups", () => {
    const { stack } = places();
    const [one, two] = ["One", "Two"].map((id) => new PhiLogGroup(stack, id));
    expect(one?.key).toBe(two?.key);
    expect(statements(written({ stack }).get("LogKey/Resource")).get("LogGroups")?.Condition).toEqual({
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*" },
    });
  });

  it("lets CloudWatch Logs use a key that it is given for this group alone", () => {
    const { stack } = places();
    new PhiLogGroup(stack, "Log", { name: "/portal/log", key: new PhiKey(stack, "Shared") });
    expect(statements(written({ stack }).get("Shared/Resource")).get("Logsportallog")).toEqual({
      Sid: "Logsportallog",
      Effect: "Allow",
      Principal: { Service: ["logs.us-east-1.amazonaws.com"] },
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: ["*"],
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/portal/log",
        },
      },
    });
  });
});
