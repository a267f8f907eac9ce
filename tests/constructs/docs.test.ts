// What the reference of the constructs is made from says what a reader needs, and nothing that the code does not do.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSafeguards } from "../../catalogue/safeguards.ts";
import { codesIn, renderPages } from "../../scripts/api/page.ts";
import { readExports } from "../../scripts/api/read.ts";

const safeguards = new Map(loadSafeguards().map((one) => [one.citation, one]));
const exports = readExports("constructs");
const classes = exports.filter(({ kind, construction }) => kind === "class" && construction?.internal !== true);
const props = exports
  .filter(({ kind, name }) => kind === "interface" && name.endsWith("Props"))
  .flatMap(({ name, props }) => props.filter(({ from }) => from === name).map((prop) => ({ ...prop, of: name })));
const named = (list: readonly { readonly of: string; readonly name: string }[]): readonly string[] =>
  list.map(({ of, name }) => `${of}.${name}`);

const sources = readdirSync("constructs", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(`constructs/${file}`, "utf8"));
const wordsIn = (pattern: RegExp): ReadonlySet<string> =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)]).map(([, code = ""]) => code));
/** Words in capitals, codes among them: helpers take a code as an argument. */
const capitals = wordsIn(/"([A-Z]{2,}(?:_[A-Z0-9]+)+)"/g);
/** Codes that are thrown where they are written. */
const thrown = wordsIn(/ConstructError\(\s*"([A-Z_]+)"/g);

describe("docstrings of the constructs", () => {
  it("are read: the classes and their props are found", () => {
    expect(classes.map(({ name }) => name)).toEqual(expect.arrayContaining(["PhiBucket", "PhiKey", "ResilientBackup"]));
    expect(named(props)).toEqual(expect.arrayContaining(["PhiBucketProps.lockDays", "BackedUpProps.backup"]));
  });

  it("say of each class and function what it is and which source asks for it", () => {
    const callable = [...classes, ...exports.filter(({ kind }) => kind === "function")];
    expect(callable.filter(({ doc }) => doc.text === "").map(({ name }) => name)).toEqual([]);
    // An error serves every safeguard, and none.
    const unsourced = callable.filter(({ doc, name }) => doc.see.length === 0 && name !== "ConstructError");
    expect(unsourced.map(({ name }) => name)).toEqual([]);
  });

  it("say of each type what it is", () => {
    expect(exports.filter(({ doc }) => doc.text === "").map(({ name }) => name)).toEqual([]);
  });

  it("begin with a fact for each prop", () => {
    expect(named(props.filter(({ doc }) => doc.text === ""))).toEqual([]);
  });

  it("give the default of each optional prop, and of none that is required", () => {
    expect(named(props.filter(({ optional, doc }) => optional !== (doc.default !== undefined)))).toEqual([]);
  });

  it("give the bounds of each number: the error outside them, or the source", () => {
    const numbers = props.filter(({ type }) => /\bnumber\b/.test(type));
    expect(numbers.length).toBeGreaterThan(10);
    expect(named(numbers.filter(({ doc }) => doc.throws.length + doc.see.length === 0))).toEqual([]);
  });

  it("name a unit in each number of days, hours, seconds or bytes", () => {
    const units = /(Days|Hours|Seconds|GiB|MiB)$/;
    const words = { Days: /day/i, Hours: /hour/i, Seconds: /second/i, GiB: /GiB/, MiB: /MiB/ };
    const silent = props.filter(({ name, doc }) => {
      const [, unit] = units.exec(name) ?? [];
      return Object.entries(words).some(([word, pattern]) => word === unit && !pattern.test(doc.text));
    });
    expect(named(silent)).toEqual([]);
  });

  it("cite paragraphs of 45 CFR in one form, or an address", () => {
    const cited = exports.flatMap(({ name, doc, props }) =>
      [doc, ...props.map((prop) => prop.doc)].flatMap(({ see }) => see.map((text) => `${name}: ${text}`)),
    );
    const form = /: (45 CFR 164\.\d{3}(\([A-Za-z0-9]+\))*, [a-z]|https:\/\/\S+$)/;
    expect(cited.filter((text) => !form.test(text))).toEqual([]);
  });

  it("cite paragraphs that the catalogue knows, with its word on whether they are required", () => {
    const cited = sources.flatMap((text) => [
      ...text.replace(/\n \* +/g, " ").matchAll(/@see 45 CFR (164\.\S+?), [^\n]*?(\((required|addressable)\)|\n)/g),
    ]);
    expect(cited.length).toBeGreaterThan(50);
    const wrong = cited.filter(([, citation = "", , said]) => {
      const safeguard = safeguards.get(citation);
      return !safeguard || (said !== undefined && safeguard.designation !== said);
    });
    expect(wrong.map(([text]) => text)).toEqual([]);
  });

  it("show a use of each class and function", () => {
    const pages = renderPages(exports);
    const callable = [...classes, ...exports.filter(({ kind }) => kind === "function")].map(({ name }) => name);
    // Neither is made by hand: one is extended, one is caught.
    const shown = callable.filter((name) => !["PhiConstruct", "ConstructError"].includes(name));
    expect(shown.filter((name) => !pages.get(`${name}.md`)?.includes("## Example"))).toEqual([]);
  });

  it("name every error code that the constructs throw, and no other", () => {
    const promised = new Set(
      exports.flatMap(({ doc, construction, props, methods }) =>
        [doc, ...(construction ? [construction] : []), ...[...props, ...methods].map((one) => one.doc)].flatMap((one) =>
          one.throws.flatMap(codesIn),
        ),
      ),
    );
    expect([...promised].filter((code) => !capitals.has(code)).sort()).toEqual([]);
    expect([...thrown].filter((code) => !promised.has(code)).sort()).toEqual([]);
  });
});
