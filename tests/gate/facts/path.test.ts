import { describe, expect, it } from "vitest";
import { parsePath, pathText } from "../../../gate/facts/path.ts";

describe("parsePath", () => {
  it("reads keys, indices, quantifiers and selectors", () => {
    expect(parsePath("rule[*].apply[0].parameter[name=rds.force_ssl].value")).toEqual([
      { kind: "key", key: "rule" },
      { kind: "every" },
      { kind: "key", key: "apply" },
      { kind: "index", index: 0 },
      { kind: "key", key: "parameter" },
      { kind: "select", key: "name", value: "rds.force_ssl" },
      { kind: "key", key: "value" },
    ]);
  });
  it.each(["", "a[", "a[x]", "a[*"])("refuses %j", (text) => {
    expect(() => parsePath(text)).toThrow();
  });
});

describe("pathText", () => {
  it("spells a concrete path as Terraform does", () => {
    expect(pathText(["rule", 0, "apply", 1, "id"])).toBe("rule[0].apply[1].id");
  });
});
