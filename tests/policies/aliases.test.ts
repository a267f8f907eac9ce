import { describe, expect, it } from "vitest";
import { joinAliases, readChecks, readMappings } from "../../scripts/policies/aliases.ts";
import { parseCsv } from "../../scripts/policies/csv.ts";

const checks = readChecks(
  'slug,title,checkov,trivy\nstore-encrypted,"Stores, all of them",CKV_1;CKV_2,AWS-0001\nstore-keyed,Keys,CKV_2,\n',
  "slug,id,note\nstore-keyed,AWS-0009,also asks for a key\n",
);
const judged = new Map([
  ["encryption.at_rest", new Set(["aws_a", "aws_b"])],
  ["encryption.customer_key", new Set(["aws_a"])],
]);
const join = (lines: string) => joinAliases(readMappings(`slug,control,types\n${lines}`), checks, judged);

describe("parseCsv", () => {
  it("reads quoted fields with commas and doubled quotes", () => {
    expect(parseCsv('a,b,c\n"x, ""y""",,z\n')).toEqual([{ a: 'x, "y"', b: "", c: "z" }]);
  });

  it("refuses a line with another number of fields", () => {
    expect(() => parseCsv("a,b\n1\n")).toThrow("line 2 has 1 fields, expected 2: 1");
  });
});

describe("readChecks", () => {
  it("puts the slug first, adds further ids, and gives trivy's ids in both spellings", () => {
    expect(Object.fromEntries(checks)).toEqual({
      "store-encrypted": ["store-encrypted", "CKV_1", "CKV_2", "AWS-0001", "AVD-AWS-0001"],
      "store-keyed": ["store-keyed", "CKV_2", "AWS-0009", "AVD-AWS-0009"],
    });
  });
});

describe("joinAliases", () => {
  it("claims only types that the control judges, and joins the types of an id that two lines name", () => {
    const aliases = join(
      "store-encrypted,encryption.at_rest,aws_b;aws_c\nstore-keyed,encryption.at_rest,aws_a\nstore-keyed,encryption.customer_key,aws_b\n",
    );
    expect(Object.fromEntries(aliases)).toEqual({
      "encryption.at_rest": [
        { id: "AVD-AWS-0001", types: ["aws_b"] },
        { id: "AVD-AWS-0009", types: ["aws_a"] },
        { id: "AWS-0001", types: ["aws_b"] },
        { id: "AWS-0009", types: ["aws_a"] },
        { id: "CKV_1", types: ["aws_b"] },
        { id: "CKV_2", types: ["aws_a", "aws_b"] },
        { id: "store-encrypted", types: ["aws_b"] },
        { id: "store-keyed", types: ["aws_a"] },
      ],
      "encryption.customer_key": [],
    });
  });

  it.each([
    ["store-lost,encryption.at_rest,aws_a", "names a check that catalogue/checks.csv does not list"],
    ["store-keyed,encryption.of_dreams,aws_a", "names a control that does not exist"],
    ["store-keyed,encryption.at_rest,", "names no resource type"],
    ["store-keyed,encryption.at_rest,aws_a\nstore-keyed,encryption.at_rest,aws_b", "stands twice"],
  ])("refuses %j", (lines, reason) => {
    expect(() => join(`${lines}\n`)).toThrow(reason);
  });
});
