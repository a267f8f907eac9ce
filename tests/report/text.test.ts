import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clip, inert, oneLine, wrap } from "../../report/text.ts";

describe("inert", () => {
  it("spells out what a terminal, a browser or an editor would act upon", () => {
    expect(inert("a\u001b[31mb\n\u202ec\u200b\u2028\ud800💥é")).toBe(
      "a\\u{1b}[31mb\\u{a}\\u{202e}c\\u{200b}\\u{2028}\\u{d800}💥é",
    );
  });
});

describe("oneLine", () => {
  it("joins lines of prose", () => {
    expect(oneLine("  a\n  b\tc\u0007 ")).toBe("a b c\\u{7}");
  });
});

describe("clip", () => {
  it("marks the cut and never halves a character", () => {
    expect([clip("abcd", 4), clip("abcde", 4), clip("ab💥d", 4)]).toEqual(["abcd", "abc…", "ab…"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const cut = clip(text, max);
        return cut.length <= max && (/\p{Cs}/u.test(text) || !/\p{Cs}/u.test(cut));
      }),
    );
  });
});

describe("wrap", () => {
  it("breaks at spaces and loses nothing", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("averylongword b", 4)).toEqual(["averylongword", "b"]);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => wrap(text, width).join(" ") === text),
    );
  });
});
