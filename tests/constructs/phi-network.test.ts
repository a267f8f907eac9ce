import { describe, expect, it } from "vitest";
import { connect, PhiNetwork, PhiSecurityGroup } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

describe("a network is refused", () => {
  it.each([
    [
      { cidr: "10.0.0.0/8" },
      "CIDR_INVALID",
      "cidr must be a private range of prefix 16 to 26, got 10.0.0.0/8 (portal/Net)",
    ],
    [{ cidr: "8.8.0.0/16" }, "CIDR_INVALID", "got 8.8.0.0/16"],
    [{ cidr: "10.0.0.1/16" }, "CIDR_INVALID", "got 10.0.0.1/16"],
    [{ cidr: "10.0.300.0/24" }, "CIDR_INVALID", "got 10.0.300.0/24"],
    [{ cidr: "ten" }, "CIDR_INVALID", "got ten"],
    [{ zones: ["a"] }, "ZONES_INVALID", "zones must be 2 or 3 different letters, got a"],
    [{ zones: ["a", "a"] }, "ZONES_INVALID", "got a, a"],
    [{ zones: ["a", "us-east-1b"] }, "ZONES_INVALID", "got a, us-east-1b"],
    [{ organization: "*" }, "ORGANIZATION_INVALID", "organization must be such as o-a1b2c3d4e5, got *"],
  ])("with %o", (props, code, message) => {
    refused(({ stack }) => new PhiNetwork(stack, "Net", props), code, message);
  });

  it("to a member of another Region", () => {
    refused(
      ({ stack, region }) => new PhiSecurityGroup(stack, "Portal", { network: new PhiNetwork(region, "Net") }),
      "NETWORK_FOREIGN",
      "network stands in us-west-2 of 111122223333, expected us-east-1 of 111122223333 (portal/Portal)",
    );
  });
});

describe("a network", () => {
  it("has no way to the internet and no subnet that gives public addresses", () => {
    const place = places();
    new PhiNetwork(place.stack, "Net", { zones: ["a", "c"], cidr: "192.168.4.0/24" });
    const resources = written(place);
    const types = JSON.stringify([...resources.values()]);
    expect(types).not.toMatch(/internet_gateway|nat_gateway|aws_eip/);
    const subnets = ["Net/SubnetA", "Net/SubnetC"].map((path) => resources.get(path));
    expect(subnets).toMatchObject([
      { cidr_block: "192.168.4.0/26", availability_zone: "us-east-1a", map_public_ip_on_launch: false },
      { cidr_block: "192.168.4.64/26", availability_zone: "us-east-1c", map_public_ip_on_launch: false },
    ]);
    expect(resources.get("Net/DefaultSecurityGroup")).toMatchObject({ ingress: [], egress: [] });
  });

  it("lets only the account's principals reach only its resources through every endpoint", () => {
    const place = places();
    new PhiNetwork(place.stack, "Net");
    const resources = written(place);
    const own = {
      Sid: "OwnToOwn",
      Effect: "Allow",
      Principal: "*",
      Action: ["*"],
      Resource: ["*"],
      Condition: {
        StringEquals: { "aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333" },
      },
    };
    for (const child of [
      "Gateway-s3",
      "Gateway-dynamodb",
      "Endpoint-kms",
      "Endpoint-logs",
      "Endpoint-secretsmanager",
      "Endpoint-sts",
    ])
      expect([...statements(resources.get(`Net/${child}`)).values()]).toEqual([own]);
  });

  it("reaches the organisation, and the layers of images, where it is told", () => {
    const place = places();
    new PhiNetwork(place.stack, "Net", { organization: "o-a1b2c3d4e5", services: ["ecr.dkr"] });
    const s3 = statements(written(place).get("Net/Gateway-s3"));
    expect(s3.get("OwnToOwn")?.Condition).toEqual({
      StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:ResourceOrgID": "o-a1b2c3d4e5" },
    });
    expect(s3.get("ImageLayers")).toMatchObject({
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"],
    });
  });

  it("logs all of its traffic", () => {
    const place = places();
    new PhiNetwork(place.stack, "Net");
    expect(written(place).get("Net/FlowLog")).toMatchObject({
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination_type: "cloud-watch-logs",
      log_destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.Net_FlowLogs_/),
    });
  });
});

describe("a connection", () => {
  it("is one rule out and one rule in, each naming the other group, made once", () => {
    const place = places();
    const network = new PhiNetwork(place.stack, "Net", { services: [] });
    const front = new PhiSecurityGroup(place.stack, "Front", { network });
    const back = new PhiSecurityGroup(place.stack, "Back", { network });
    connect(front, back, 8443);
    connect(front, back, 8443);
    const resources = written(place);
    const [from, to] = ["Front", "Back"].map((id) =>
      expect.stringContaining(`aws_security_group.${id}_SecurityGroup_`),
    );
    expect(resources.get("Front/SecurityGroup/To-Back-8443")).toMatchObject({
      security_group_id: from,
      referenced_security_group_id: to,
      ip_protocol: "tcp",
      from_port: 8443,
      to_port: 8443,
    });
    expect(resources.get("Back/SecurityGroup/From-Front-8443")).toMatchObject({
      security_group_id: to,
      referenced_security_group_id: from,
      ip_protocol: "tcp",
      from_port: 8443,
      to_port: 8443,
    });
  });

  it("leads a new member to the endpoints and nowhere else", () => {
    const place = places();
    new PhiSecurityGroup(place.stack, "Front", { network: new PhiNetwork(place.stack, "Net") });
    const rules = [...written(place).keys()].filter((path) => path.startsWith("Front/SecurityGroup/"));
    expect(rules.sort()).toEqual([
      "Front/SecurityGroup/To-Net-443",
      "Front/SecurityGroup/To-dynamodb",
      "Front/SecurityGroup/To-s3",
    ]);
  });
});
