// Where the facts of edges do not exist or hang on another resource: the plans of tests/atlas.

import { describe, expect, it } from "vitest";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../../gate/facts/compute.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

async function factsOf(service: string): Promise<(address: string) => ReadonlyMap<string, Fact>> {
  const { after } = buildModel(await readPlan(`tests/atlas/${service}.plan.json.gz`));
  const facts = computeFacts(after, loadAtlas(), { clock: new Date("2026-04-01T00:00:00Z") });
  return (address) => {
    const found = facts.get(address);
    if (!found) throw new Error(`${address} is not in the plan of ${service}`);
    return found.facts;
  };
}

describe("a web ACL", () => {
  it("is found at the stage that its association names", async () => {
    const of = await factsOf("apigateway");
    expect(of("aws_api_gateway_stage.ok_web_acl__client_certificate").get("web_acl")).toEqual({
      judged: { state: "on" },
      found: "associated",
      path: "web_acl_arn",
      address: "aws_wafv2_web_acl_association.stage",
    });
    expect(of("aws_api_gateway_stage.bad_web_acl__client_certificate__omitted").get("web_acl")).toEqual({
      judged: { state: "off" },
      found: "no web ACL association for it in this plan",
      path: "",
      byAbsence: true,
    });
  });

  it("is not asked of a private API, nor of a balancer that does not read requests or faces inwards", async () => {
    const stages = await factsOf("apigateway");
    expect(stages("aws_api_gateway_stage.private").has("web_acl")).toBe(false);
    const balancers = await factsOf("elb");
    expect(balancers("aws_lb.ok_cross_zone").has("web_acl")).toBe(false);
    expect(balancers("aws_lb.ok_public_edge__access_log__deletion_protection").has("web_acl")).toBe(false);
  });

  it("that only counts is told from one without rules", async () => {
    const of = await factsOf("waf");
    const found = (name: string) => of(`aws_wafv2_web_acl.${name}`).get("web_acl_rules")?.found;
    expect(found("bad_web_acl_rules__known_bad_inputs__omitted")).toBe("no rule");
    expect(found("bad_web_acl_rules__known_bad_inputs__counted")).toBe("only rules that count or allow");
    expect(found("ok_web_acl_rules__by_default")).toBe("refuses what no rule allows");
  });
});

describe("a name", () => {
  it("that leads to a private address or to another company is not judged", async () => {
    const of = await factsOf("route53");
    expect(of("aws_route53_record.inside").has("declared_target")).toBe(false);
    expect(of("aws_route53_record.elsewhere").has("declared_target")).toBe(false);
    expect(of("aws_route53_record.ok_declared_target__address").get("declared_target")).toEqual({
      judged: { state: "declared" },
      found: "aws_eip.portal",
      path: "records",
    });
  });
});

describe("ports of Lightsail", () => {
  it("are open to everybody where no range is named", async () => {
    const of = await factsOf("lightsail");
    expect(
      of("aws_lightsail_instance_public_ports.bad_public_endpoint__ranges_omitted").get("public_endpoint"),
    ).toEqual({
      judged: { state: "public" },
      found: "ports 3306 to 3306 for everybody",
      path: "port_info[0]",
    });
  });

  it("of a web server are not judged", async () => {
    const of = await factsOf("lightsail");
    expect(of("aws_lightsail_instance_public_ports.web").has("public_endpoint")).toBe(false);
  });
});
