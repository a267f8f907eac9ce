import { expect, it } from "vitest";
import { passesFilter } from "../../../../gate/facts/monitoring/filter-pattern.ts";
import { UNKNOWN } from "../../../../gate/model/types.ts";

const event = {
  eventSource: "kms.amazonaws.com",
  eventName: "DisableKey",
  readOnly: false,
  errorCode: null,
  bytes: 12,
  userIdentity: { type: "IAMUser", "session-name": "night" },
  resources: [{ ARN: "arn:aws:kms:us-east-1:111122223333:key/a" }],
};
const passes = (pattern: string): boolean | undefined => passesFilter(pattern, event);

it("compares texts, with quotes and without, and stars for any part", () => {
  expect(passes("{ $.eventName = DisableKey }")).toBe(true);
  expect(passes('{$.eventName="DisableKey"}')).toBe(true);
  expect(passes("{ $.eventName = Disable* }")).toBe(true);
  expect(passes("{ $.eventName = *Key }")).toBe(true);
  expect(passes("{ $.eventName = disablekey }")).toBe(false);
  expect(passes("{ $.eventName = Disable }")).toBe(false);
  expect(passes("{ $.eventSource = kms.amazonaws.com }")).toBe(true);
  expect(passes("{ $.eventSource = kmsXamazonaws.com }")).toBe(false);
  expect(passes("{ $.eventName = %^Disable% }")).toBe(true);
});

it("holds what an event does not say neither equal nor different", () => {
  expect(passes("{ $.awsRegion = us-east-1 }")).toBe(false);
  expect(passes("{ $.awsRegion != us-east-1 }")).toBe(false);
  expect(passes("{ $.eventName != EnableKey }")).toBe(true);
});

it("asks whether a field is there, and what it is", () => {
  expect(passes("{ $.userIdentity.invokedBy NOT EXISTS }")).toBe(true);
  expect(passes("{ $.userIdentity.type NOT EXISTS }")).toBe(false);
  expect(passes("{ $.readOnly IS FALSE }")).toBe(true);
  expect(passes("{ $.readOnly IS TRUE }")).toBe(false);
  expect(passes("{ $.errorCode IS NULL }")).toBe(true);
  expect(passes("{ $.userIdentity['session-name'] = night }")).toBe(true);
  expect(passes("{ $.resources[0].ARN = arn:aws:kms:* }")).toBe(true);
});

it("compares numbers", () => {
  expect(passes("{ $.bytes > 11 }")).toBe(true);
  expect(passes("{ $.bytes >= 13 }")).toBe(false);
  expect(passes("{ $.bytes < 12 }")).toBe(false);
  expect(passes("{ $.bytes <= 12 }")).toBe(true);
});

it("binds && closer than ||, and brackets closer than both", () => {
  expect(passes("{ $.eventName = DisableKey || $.eventName = A && $.eventName = B }")).toBe(true);
  expect(passes("{ ($.eventName = DisableKey || $.eventName = A) && $.eventName = B }")).toBe(false);
  expect(passes("{($.eventName=A)||(($.eventName=DisableKey)&&($.readOnly IS FALSE))}")).toBe(true);
});

it("looks for terms in the text", () => {
  expect(passes("")).toBe(true);
  expect(passes("DisableKey IAMUser")).toBe(true);
  expect(passes("DisableKey Root")).toBe(false);
  expect(passes('"kms.amazonaws.com"')).toBe(true);
  expect(passes("DisableKey -IAMUser")).toBe(false);
  expect(passes("?Root ?DisableKey")).toBe(true);
  expect(passes("?Root ?EnableKey")).toBe(false);
  expect(passes("%Disable[A-Z]%")).toBe(true);
});

it("does not say what it cannot read", () => {
  expect(passes("{ $.eventName = }")).toBe(undefined);
  expect(passes("{ $.eventName = DisableKey")).toBe(undefined);
  expect(passes("{ ($.eventName = DisableKey }")).toBe(undefined);
  expect(passes("{ eventName = DisableKey }")).toBe(undefined);
  expect(passes("[ip, user, ...]")).toBe(undefined);
  expect(passes(`{ $.eventName = ${UNKNOWN} }`)).toBe(undefined);
});
