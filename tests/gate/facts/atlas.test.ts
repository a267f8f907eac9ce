import { expect, it } from "vitest";
import { loadAtlas } from "../../../gate/facts/atlas.ts";

it("knows no type named like a property of every object", () => {
  const atlas = loadAtlas();
  expect(["constructor", "__proto__", "toString"].map((type) => atlas[type])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(Object.keys(atlas)).toContain("aws_s3_bucket");
});
