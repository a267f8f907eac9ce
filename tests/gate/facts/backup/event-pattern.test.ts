import { expect, it } from "vitest";
import { passes } from "../../../../gate/facts/backup/event-pattern.ts";
import { UNKNOWN, type Value } from "../../../../gate/model/types.ts";

const event = {
  source: "aws.backup",
  "detail-type": "Backup Job State Change",
  detail: { state: "FAILED", backupVaultName: "central" },
};
const detail = (wanted: Value): boolean | undefined => passes({ source: ["aws.backup"], detail: wanted }, event);

it("passes what every field of the pattern names", () => {
  expect(passes({ source: ["aws.backup"] }, event)).toBe(true);
  expect(passes({ source: ["aws.backup"], account: ["111122223333"], region: ["us-east-1"] }, event)).toBe(true);
  expect(detail({ state: ["ABORTED", "FAILED"], backupVaultName: ["central"] })).toBe(true);
});

it("refuses what one field leaves out", () => {
  expect(passes({ source: ["aws.ec2"] }, event)).toBe(false);
  expect(passes({ source: ["aws.backup"], "detail-type": ["Copy Job State Change"] }, event)).toBe(false);
  expect(detail({ state: ["COMPLETED"] })).toBe(false);
  expect(detail({ backupVaultName: ["other"], resourceType: ["EBS"] })).toBe(false);
});

it("knows the operators of EventBridge", () => {
  expect(detail({ state: [{ prefix: "FAIL" }] })).toBe(true);
  expect(detail({ state: [{ suffix: "ED" }] })).toBe(true);
  expect(detail({ state: [{ wildcard: "F*D" }] })).toBe(true);
  expect(detail({ state: [{ wildcard: "A*" }] })).toBe(false);
  expect(detail({ state: [{ "anything-but": { prefix: "FAIL" } }] })).toBe(false);
  expect(detail({ $or: [{ state: ["COMPLETED"] }, { state: ["FAILED"] }] })).toBe(true);
  expect(detail({ $or: [{ state: ["COMPLETED"] }, { backupVaultName: ["other"] }] })).toBe(false);
  expect(detail({ state: [{ exists: false }] })).toBe(false);
  expect(detail({ state: [{ "equals-ignore-case": "failed" }] })).toBe(true);
  expect(detail({ state: [{ "anything-but": "COMPLETED" }] })).toBe(true);
  expect(detail({ state: [{ "anything-but": ["COMPLETED", "FAILED"] }] })).toBe(false);
});

it("does not say where the plan does not", () => {
  expect(detail({ backupVaultName: [UNKNOWN] })).toBe(undefined);
  expect(detail({ resourceType: ["EBS"] })).toBe(undefined);
  expect(detail({ state: [{ numeric: [">", 1] }] })).toBe(undefined);
  expect(passes(UNKNOWN, event)).toBe(undefined);
  expect(
    passes({ detail: { backupVaultName: ["central"] } }, { ...event, detail: { backupVaultName: undefined } }),
  ).toBe(undefined);
});

it("knows what a whole event leaves out", () => {
  const whole = (wanted: Value): boolean | undefined => passes({ detail: wanted }, event, true);
  expect(whole({ invokedBy: [{ exists: false }] })).toBe(true);
  expect(whole({ userIdentity: { invokedBy: [{ exists: false }] } })).toBe(true);
  expect(whole({ resourceType: ["EBS"] })).toBe(false);
});
