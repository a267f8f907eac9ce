import { describe, expect, it } from "vitest";
import { compileCondition, holdsUnknown } from "../../../gate/facts/condition.ts";

describe("compileCondition", () => {
  it.each([
    [{ is: true }, "true", true],
    [{ is: true }, false, false],
    [{ is: ["aws:kms", "aws:kms:dsse"] }, "AWS:KMS", true],
    [{ is: 1 }, "1", true],
    [{ not: "SSLv3" }, "sslv3", false],
    [{ not: "SSLv3" }, "TLSv1.2", true],
    [{ min: 7 }, 7, true],
    [{ min: 7 }, "", false],
    [{ max: 30 }, 31, false],
    [{ min: 7, max: 30 }, 8, true],
    [{ contains: ["audit", "error"] }, ["error", "audit"], true],
    [{ contains: ["audit", "error"] }, ["error"], false],
    [{ containsAny: ["audit", "error"] }, "audit", true],
    [{ matches: "tls-1-[23].*" }, "TLS-1-2-2017", true],
    [{ matches: "tls-1-2" }, "TLS-1-2-2017", false],
    [{ set: true }, "", false],
    [{ set: true }, [], false],
    [{ set: true }, 0, true],
    [{ set: false }, {}, true],
    [{ set: true, not: "NONE" }, "none", false],
  ])("%j on %j is %j", (condition, value, expected) => {
    expect(compileCondition(condition)(value)).toBe(expected);
  });
});

describe("holdsUnknown", () => {
  it("knows that any value at all is set", () => {
    expect(holdsUnknown({ set: true })).toBe(true);
    expect(holdsUnknown({ set: false })).toBe(false);
  });
  it("does not guess what the value is", () => {
    expect(holdsUnknown({ is: true })).toBeUndefined();
    expect(holdsUnknown({ set: true, not: "NONE" })).toBeUndefined();
    expect(holdsUnknown({ set: false, is: "x" })).toBe(false);
  });
});
