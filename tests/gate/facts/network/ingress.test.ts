// Rules as Terraform plans them: tests/plans/traps/network.

import { beforeAll, describe, expect, it } from "vitest";
import { ingress } from "../../../../gate/facts/network/ingress.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import type { World } from "../../../../gate/model/types.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

let world: World;
beforeAll(async () => {
  world = buildModel(await readPlan("tests/plans/traps/network.plan.json.gz")).after;
});

function fact(address: string): Fact | undefined {
  const resource = world.get(address);
  if (!resource) throw new Error(`${address} is not in the plan`);
  return ingress(world, resource);
}

const closed = {
  judged: { state: "closed", ports: [], possible: [] },
  found: "no port open to the internet",
  path: "",
};

describe("a security group", () => {
  it("is open where one block among many is", () => {
    expect(fact("aws_security_group.one_of_many")).toEqual({
      judged: {
        state: "open",
        ports: [
          [20, 25],
          [53, 53],
        ],
        possible: [],
      },
      found: "ports 20-25, 53 open to 10.0.0.0/8, 0.0.0.0/0",
      path: "ingress[0]",
    });
  });

  it("is open on all ports where the rule is for every protocol", () => {
    expect(fact("aws_security_group.every_protocol")).toEqual({
      judged: { state: "open", ports: [[0, 65535]], possible: [] },
      found: "all ports open to ::/0",
      path: "ingress[0]",
    });
  });

  it("is closed to the internet by private and named ranges, groups, ICMP and the plan's own addresses", () => {
    expect(fact("aws_security_group.closed")).toEqual(closed);
  });

  it("without rules, or a default one emptied, is closed", () => {
    expect(fact("aws_security_group.without_rules")).toEqual(closed);
    expect(fact("aws_default_security_group.emptied")).toEqual(closed);
  });

  it("answers for what its rule resources open only together", () => {
    expect(fact("aws_security_group.halves")).toEqual({
      judged: { state: "open", ports: [[443, 443]], possible: [] },
      found: "port 443 open to 16.0.0.0/8 and 17.0.0.0/8",
      path: "",
      address: 'aws_security_group_rule.half["16.0.0.0/8"]',
    });
    expect(fact('aws_security_group_rule.half["16.0.0.0/8"]')).toEqual(closed);
  });
});

describe("a rule resource", () => {
  it("adds up the entries of a prefix list in the plan", () => {
    expect(fact("aws_security_group_rule.listed")).toEqual({
      judged: { state: "open", ports: [[3389, 3389]], possible: [] },
      found: "port 3389 open to 0.0.0.0/1, 128.0.0.0/1",
      path: "",
    });
  });

  it("is unknown where the prefix list is elsewhere", () => {
    expect(fact("aws_security_group_rule.elsewhere")).toEqual({
      judged: { state: "unknown", ports: [], possible: [[3306, 3306]] },
      found: "port 3306 may be open to a prefix list",
      path: "",
      cause: "the entries of a prefix list are not in the plan",
    });
  });

  it("for the way out has no such fact", () => {
    expect(fact("aws_security_group_rule.out")).toBeUndefined();
    expect(fact("aws_network_acl_rule.out")).toBeUndefined();
  });

  it("of the newer type is judged likewise", () => {
    expect(fact("aws_vpc_security_group_ingress_rule.everything")).toEqual({
      judged: { state: "open", ports: [[0, 65535]], possible: [] },
      found: "all ports open to 0.0.0.0/0",
      path: "",
    });
    expect(fact("aws_vpc_security_group_ingress_rule.group")).toEqual(closed);
  });
});

describe("a network ACL", () => {
  it("decides in the order of the numbers, not of the text", () => {
    expect(fact("aws_network_acl.ordered")).toEqual({
      judged: {
        state: "open",
        ports: [
          [0, 21],
          [23, 65535],
        ],
        possible: [],
      },
      found: "ports 0-21, 23-65535 open to 0.0.0.0/0",
      path: expect.stringMatching(/^ingress\[\d\]$/),
    });
  });

  it("leaves its rule resources to themselves, each behind the denials in front of it", () => {
    expect(fact("aws_network_acl.split")).toEqual(closed);
    expect(fact("aws_network_acl_rule.refused")).toEqual(closed);
    expect(fact("aws_network_acl_rule.admitted")).toEqual({
      judged: {
        state: "open",
        ports: [
          [3380, 3388],
          [3390, 3390],
        ],
        possible: [],
      },
      found: "ports 3380-3388, 3390 open to 0.0.0.0/0",
      path: "",
    });
    expect(fact("aws_network_acl_rule.sixth")).toEqual({
      judged: { state: "open", ports: [[123, 123]], possible: [] },
      found: "port 123 open to ::/0",
      path: "",
    });
  });
});

it("other types have no such fact", () => {
  expect(fact("aws_vpc.main")).toBeUndefined();
});
