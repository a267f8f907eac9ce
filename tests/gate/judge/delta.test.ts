import { describe, expect, it } from "vitest";
import type { Items } from "./fixtures.ts";
import { encryption, judge, told } from "./hand-made.ts";

describe("delta", () => {
  const cases: readonly (readonly [string, Items, Items, readonly string[]])[] = [
    ["a new resource", {}, { "aws_x.a": encryption("off") }, ["aws_x.a encryption.at_rest fail introduced blocking"]],
    [
      "a safeguard removed",
      { "aws_x.a": encryption("on") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail introduced blocking"],
    ],
    [
      "an old fault",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail unchanged blocking"],
    ],
    [
      "a doubt that became a fault",
      { "aws_x.a": encryption("unknown") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail worsened blocking"],
    ],
    [
      "a fault that became a doubt",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("unknown") },
      ["aws_x.a encryption.at_rest undetermined unchanged blocking"],
    ],
    [
      "a fault mended",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("on") },
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    [
      "a faulty resource removed",
      { "aws_x.a": { ...encryption("off"), action: "delete" } },
      {},
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    ["a sound resource removed", { "aws_x.a": { ...encryption("on"), action: "delete" } }, {}, []],
    ["a doubtful resource removed", { "aws_x.a": { ...encryption("unknown"), action: "delete" } }, {}, []],
    ["a faulty resource forgotten", { "aws_x.a": { ...encryption("off"), action: "forget" } }, {}, []],
    [
      "a faulty resource moved",
      { "aws_x.old": encryption("off") },
      { "aws_x.new": { ...encryption("off"), previousAddress: "aws_x.old" } },
      ["aws_x.new encryption.at_rest fail unchanged blocking"],
    ],
    [
      "two faulty resources that change places, told under their new addresses",
      {
        "aws_x.a": { ...encryption("off"), previousAddress: "aws_x.b" },
        "aws_x.b": { ...encryption("on"), previousAddress: "aws_x.a" },
      },
      {
        "aws_x.a": { ...encryption("off"), previousAddress: "aws_x.b" },
        "aws_x.b": { ...encryption("off"), previousAddress: "aws_x.a" },
      },
      ["aws_x.a encryption.at_rest fail unchanged blocking", "aws_x.b encryption.at_rest fail introduced blocking"],
    ],
    [
      "a fault mended while it moves",
      { "aws_x.old": encryption("off") },
      { "aws_x.new": { ...encryption("on"), previousAddress: "aws_x.old" } },
      ["aws_x.new encryption.at_rest fail fixed"],
    ],
    [
      "a fault whose fact is gone",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": { facts: {} } },
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    [
      "fewer days",
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 90 } } } },
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 30 } } } },
      ["aws_x.a logging.retention fail worsened blocking"],
    ],
    [
      "more days, still too few",
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 30 } } } },
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 90 } } } },
      ["aws_x.a logging.retention fail unchanged blocking"],
    ],
    [
      "one more port",
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[22, 22]] } } } },
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[22, 23]] } } } },
      ["aws_x.a exposure.ingress fail worsened blocking"],
    ],
    [
      "fewer ports",
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[20, 25]] } } } },
      {
        "aws_x.a": {
          facts: {
            ingress: {
              state: "open",
              ports: [
                [20, 21],
                [23, 25],
              ],
            },
          },
        },
      },
      ["aws_x.a exposure.ingress fail unchanged blocking"],
    ],
    [
      "the same ports in other pieces",
      {
        "aws_x.a": {
          facts: {
            ingress: {
              state: "open",
              ports: [
                [20, 21],
                [22, 25],
              ],
            },
          },
        },
      },
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[20, 25]] } } } },
      ["aws_x.a exposure.ingress fail unchanged blocking"],
    ],
  ];
  it.each(cases)("tells %s", (_, before, after, expected) => {
    expect(told(judge(before, after))).toEqual(expected);
  });

  it("calls nothing in a state fixed", () => {
    expect(told(judge({ "aws_x.a": encryption("off") }, {}, {}, "state"))).toEqual([]);
  });

  it("says of a fixed fault what it was", () => {
    const [verdict] = judge({ "aws_x.a": encryption("off") }, { "aws_x.a": encryption("on") }).verdicts;
    expect(verdict?.message).toBe("aws_x.a: encryption was off, expected on [encryption.at_rest, 164.312(a)(2)(iv)]");
  });
});
