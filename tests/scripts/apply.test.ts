import { describe, expect, it } from "vitest";
import type { Gap } from "../../scripts/apply/gaps.ts";
import { loadGaps } from "../../scripts/apply/gaps.ts";
import { refusals } from "../../scripts/apply/plan.ts";
import { type Result, stale, tell } from "../../scripts/apply/verdict.ts";

const forgotten: Gap = { type: "aws_kms_key", argument: "rotation_period_in_days", lacks: "the period" };
const refused: Gap = { type: "aws_backup_framework", says: "CreateFramework", lacks: "frameworks" };
const gaps = [forgotten, refused];
const clean: Result = {
  example: "minimal",
  seconds: 1,
  substituted: new Map(),
  total: 3,
  applied: 3,
  refused: [],
  waiting: [],
  lost: [],
  drift: [],
  open: [],
};
const drift = (argument: string) => ({ address: "aws_kms_key.a", type: "aws_kms_key", argument, values: "1 to 2" });

describe("the apply of an example", () => {
  it("passes where moto's list explains each error and each drift", () => {
    const message = "operation error Backup: CreateFramework, StatusCode: 404";
    const told = tell(
      {
        ...clean,
        refused: [{ address: "aws_backup_framework.a", message }],
        drift: [drift("rotation_period_in_days")],
      },
      gaps,
    );
    expect(told.faults).toEqual([]);
    expect(stale([told], gaps)).toEqual([]);
  });

  it("fails on a drift that is not listed, and says both values", () => {
    expect(tell({ ...clean, drift: [drift("policy")] }, gaps).faults).toEqual([
      "minimal: aws_kms_key.a: a second plan changes policy: 1 to 2",
    ]);
  });

  it("fails on another error of a listed type", () => {
    const address = "aws_backup_framework.a";
    expect(tell({ ...clean, refused: [{ address, message: "name too long" }] }, gaps).faults).toEqual([
      "minimal: aws_backup_framework.a: name too long",
    ]);
  });

  it("fails on a resource that is missing without a reason", () => {
    expect(tell({ ...clean, lost: ["aws_sqs_queue.a"] }, gaps).faults).toEqual([
      "minimal: aws_sqs_queue.a was not applied, and nothing says why",
    ]);
  });

  it("calls entries stale that explain nothing", () => {
    expect(stale([tell(clean, gaps)], gaps)).toEqual([
      'moto-gaps.yaml: aws_kms_key, "the period", explains nothing: take the entry out',
      'moto-gaps.yaml: aws_backup_framework, "frameworks", explains nothing: take the entry out',
    ]);
  });

  it("reads errors of resources and refuses those of no resource", () => {
    const line = (address?: string): string =>
      JSON.stringify({ diagnostic: { severity: "error", summary: "creating", detail: "no\nsuch call", address } });
    expect(refusals(`${line("aws_sqs_queue.a")}\nplain words\n`)).toEqual([
      { address: "aws_sqs_queue.a", message: "creating no such call" },
    ]);
    expect(() => refusals(line())).toThrow("terraform apply: creating no such call");
  });

  it("has a list of moto's gaps without doubles", () => {
    const keys = loadGaps().map(({ lacks: _lacks, ...key }) => JSON.stringify(key));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
