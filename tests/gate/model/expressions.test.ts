import { describe, expect, it } from "vitest";
import { locate } from "../../../gate/model/expressions.ts";
import type { RawConfigResource, RawExpressions } from "../../../gate/plan/types.ts";

const to = (vault: string) => ({ destination: { references: [`aws_backup_vault.${vault}.arn`] } });

/** A rule with these copies, of a plan that knows these of them. */
function written(copies: readonly RawExpressions[], planned: readonly object[], position: number): readonly string[] {
  const block: RawConfigResource = {
    mode: "managed",
    type: "t",
    name: "a",
    expressions: { copy: copies },
  };
  const located = locate(block, ["copy", position, "destination"], { copy: planned }, 2);
  return located.kind === "written"
    ? located.list.flatMap(({ expression }) => expression.references?.[0] ?? [])
    : [located.kind];
}

describe("blocks whose own values are all unknown", () => {
  it("go one to one where they look alike and are as many as were written", () => {
    const copies = [to("region"), to("account")];
    expect(written(copies, [{}, {}], 0)).toEqual(["aws_backup_vault.region.arn"]);
    expect(written(copies, [{}, {}], 1)).toEqual(["aws_backup_vault.account.arn"]);
  });

  it("stay open where something known tells them apart that the configuration does not", () => {
    const copies = [to("region"), to("account")];
    const both = ["aws_backup_vault.region.arn", "aws_backup_vault.account.arn"];
    expect(written(copies, [{ days: 30 }, { days: 90 }], 0)).toEqual(both);
  });

  it("stay open where a set has merged some of them", () => {
    const both = ["aws_backup_vault.region.arn", "aws_backup_vault.account.arn"];
    expect(written([to("region"), to("account")], [{}, {}, {}], 0)).toEqual(both);
  });

  it("follow a constant that tells them apart", () => {
    const copies = [
      { ...to("region"), days: { constant_value: 30 } },
      { ...to("account"), days: { constant_value: 90 } },
    ];
    expect(written(copies, [{ days: 90 }, { days: 30 }], 0)).toEqual(["aws_backup_vault.account.arn"]);
  });
});
