import { describe, expect, it } from "vitest";
import { RUNTIMES } from "../../constructs/compute/runtimes.ts";
import { PhiFunction, type PhiFunctionProps, PhiNetwork, PhiQueue } from "../../constructs/index.ts";
import { type Places, places, refused, statements, written } from "./places.ts";

const code = { bucket: "portal-releases", key: "portal.zip", version: "3sL4kqtJlcpXroDTDmJ" };

function build({ stack, region }: Places, props: Partial<PhiFunctionProps> = {}, elsewhere = false): PhiFunction {
  const network = new PhiNetwork(elsewhere ? region : stack, "Network", { zones: ["a", "b"], services: [] });
  return new PhiFunction(stack, "Portal", { network, code, handler: "index.handler", runtime: "nodejs22.x", ...props });
}

describe("a function is refused", () => {
  it.each<readonly [Partial<PhiFunctionProps>, string, string]>([
    [{ timeoutSeconds: 901 }, "TIMEOUT_OUT_OF_RANGE", "timeoutSeconds must be 1 to 900, got 901 (portal/Portal)"],
    [{ memorySizeMiB: 64 }, "MEMORY_OUT_OF_RANGE", "memorySizeMiB must be 128 to 10240, got 64"],
    [{ reservedConcurrency: 0 }, "CONCURRENCY_INVALID", "reservedConcurrency must be at least 1, got 0"],
    [{ environment: { AWS_REGION: "x" } }, "VARIABLE_INVALID", "environment holds AWS_REGION"],
    [{ code: { folder: "package.json" } }, "CODE_MISSING", "code is package.json, expected a folder"],
    [{ code: { zipFile: "none/such.zip" } }, "CODE_MISSING", "code is none/such.zip, expected a readable zip archive"],
  ])("with %o", (props, code, message) => {
    refused((place) => build(place, props), code, message);
  });

  it("with a runtime that gets no patches", () => {
    const old: object = { runtime: "nodejs16.x" };
    refused((place) => build(place, old), "RUNTIME_UNSUPPORTED", "got nodejs16.x");
  });

  it("in a network of another site", () => {
    refused(
      (place) => build(place, {}, true),
      "NETWORK_FOREIGN",
      "network stands in us-west-2 of 111122223333, expected the function's own site",
    );
  });
});

describe("a function", () => {
  it("may write its logs and traces and plug into the network, and its code may not plug", () => {
    const place = places();
    build(place);
    const policy = statements(written(place).get("Portal/RolePolicy"));
    expect([...policy.values()].map(({ Sid, Effect, Resource }) => [Sid, Effect, Resource])).toEqual([
      ["WriteLogs", "Allow", ["arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/portal-portal:*"]],
      ["WriteTraces", "Allow", ["*"]],
      ["PlugIn", "Allow", ["arn:aws:ec2:us-east-1:111122223333:*/*"]],
      ["LookAround", "Allow", ["*"]],
      ["CodePlugsNothing", "Deny", ["*"]],
    ]);
  });

  it("has no address of its own and no caller, until one is named by its ARN", () => {
    const place = places();
    const sourceArn = "arn:aws:events:us-east-1:111122223333:rule/nightly";
    build(place).invokedBy({ service: "events.amazonaws.com", sourceArn });
    const resources = written(place);
    expect([...resources.keys()].filter((path) => /Url|Caller/.test(path))).toEqual(["Portal/Caller0"]);
    expect(resources.get("Portal/Caller0")).toMatchObject({ source_account: "111122223333", source_arn: sourceArn });
  });

  it("is granted a verb of a store once, however often it is asked for", () => {
    const place = places();
    const orders = new PhiQueue(place.stack, "Orders");
    const portal = build(place, { onFailure: orders });
    orders.grantSend(portal);
    orders.grantReceive(portal);
    const grants = [...written(place).keys()].filter((path) => /^Portal\/(Send|Receive)/.test(path));
    expect(grants.sort()).toEqual(["Portal/ReceiveOrders", "Portal/SendOrders"]);
  });

  it("can be made with runtimes alone that get patches for a year after the list was read", () => {
    expect(Object.entries(RUNTIMES).filter(([, until]) => until < "2027-02-01")).toEqual([]);
  });
});
