import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longest, moduleSteps, parsePath, parseReference, printPath } from "../../../gate/model/address.ts";

describe("parseReference", () => {
  it.each([
    ["var.x.y", { kind: "variable", name: "x", rest: ["y"] }],
    ["local.x", { kind: "local", name: "x", rest: [] }],
    ["each.key", { kind: "each-key", rest: [] }],
    ["each.value.a", { kind: "each-value", rest: ["a"] }],
    ["count.index", { kind: "count-index", rest: [] }],
    ["path.module", { kind: "other", rest: [] }],
    ["aws_x.y", { kind: "resource", block: "aws_x.y", rest: [] }],
    ["aws_x.y[0].a[1].b", { kind: "resource", block: "aws_x.y", key: 0, rest: ["a", 1, "b"] }],
    ['aws_x.y["a.b]"].id', { kind: "resource", block: "aws_x.y", key: "a.b]", rest: ["id"] }],
    ['aws_x.y["a\\"b"]', { kind: "resource", block: "aws_x.y", key: 'a"b', rest: [] }],
    ["data.aws_x.y[0].json", { kind: "resource", block: "data.aws_x.y", key: 0, rest: ["json"] }],
    ["module.m", { kind: "module", call: "m", rest: [] }],
    ['module.m["a"].out.id', { kind: "module", call: "m", key: "a", output: "out", rest: ["id"] }],
  ])("takes %s apart", (text, expected) => {
    expect(parseReference(text)).toEqual({ text, ...expected });
  });
  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => parseReference(text).text === text));
  });
});

describe("longest", () => {
  it("drops each reference's own beginnings and keeps one that stands alone", () => {
    const texts = [
      "aws_x.y[0].arn",
      "aws_x.y[0]",
      "aws_x.y",
      "aws_x.yz.id",
      "aws_x.yz",
      "aws_x.y[0].arn",
      "aws_x.y[0]",
      "aws_x.y",
      "var.a",
      "aws_x.y",
    ];
    expect(longest(texts).map(({ text }) => text)).toEqual(["aws_x.y[0].arn", "aws_x.yz.id", "var.a", "aws_x.y"]);
  });
});

it("moduleSteps takes keys with dots and brackets", () => {
  expect(moduleSteps('module.a["x.y[0]"].module.b[1].module.c')).toEqual([
    { call: "a", key: "x.y[0]" },
    { call: "b", key: 1 },
    { call: "c" },
  ]);
});

it("paths are printed as they are parsed", () => {
  const step = fc.oneof(fc.nat({ max: 99 }), fc.stringMatching(/^[a-z_]{1,8}$/));
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z_]{1,8}$/), fc.array(step), (first, more) => {
      const path = [first, ...more];
      expect(parsePath(printPath(path))).toEqual(path);
    }),
  );
});
