import { describe, expect, it } from "vitest";
import { PhiQueue, PhiTopic } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

const ARN = "arn:aws:sns:us-east-1:111122223333:portal-results";
const FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:portal-intake";

describe("a topic refuses", () => {
  it("a queue or function of another account", () => {
    refused(
      ({ stack, vault }) => new PhiTopic(stack, "Results").subscribeQueue(new PhiQueue(vault, "Inbox")),
      "SUBSCRIBER_FOREIGN",
      "lies in the account 444455556666, expected 111122223333 (portal/Results)",
    );
    refused(
      ({ stack }) => new PhiTopic(stack, "Results").subscribeFunction(FUNCTION.replace("111122223333", "999988887777")),
      "SUBSCRIBER_FOREIGN",
      "lies in the account 999988887777, expected 111122223333",
    );
  });

  it("what is no function", () => {
    refused(
      ({ stack }) => new PhiTopic(stack, "Results").subscribeFunction("oncall@clinic.example"),
      "SUBSCRIBER_FOREIGN",
      "oncall@clinic.example is no function, expected its ARN",
    );
  });

  it("subscribers without order where it keeps one", () => {
    refused(
      ({ stack }) => new PhiTopic(stack, "Results", { fifo: true }).subscribeQueue(new PhiQueue(stack, "Inbox")),
      "SUBSCRIBER_UNORDERED",
      "portal-inbox is not FIFO, expected a FIFO queue",
    );
    refused(
      ({ stack }) => new PhiTopic(stack, "Results", { fifo: true }).subscribeFunction(FUNCTION),
      "SUBSCRIBER_UNORDERED",
      "functions hear no FIFO topic",
    );
  });
});

describe("a topic", () => {
  it("lets nobody subscribe an address, or anything outside the account", () => {
    const place = places();
    new PhiTopic(place.stack, "Results");
    const policy = statements(written(place).get("Results/Policy"));
    expect([...policy.keys()]).toEqual([
      "TlsOnly",
      "AccountOnly",
      "QueuesAndFunctionsOnly",
      "SubscribersOfAccountOnly",
    ]);
    expect([...policy.values()].every(({ Effect, Principal }) => Effect === "Deny" && Principal === "*")).toBe(true);
    expect(policy.get("QueuesAndFunctionsOnly")).toMatchObject({
      Action: ["sns:Subscribe"],
      Resource: [ARN],
      Condition: { StringNotEquals: { "sns:Protocol": ["lambda", "sqs"] } },
    });
    expect(policy.get("SubscribersOfAccountOnly")).toMatchObject({
      Action: ["sns:Subscribe"],
      Condition: {
        StringNotLike: { "sns:Endpoint": ["arn:aws:lambda:*:111122223333:*", "arn:aws:sqs:*:111122223333:*"] },
      },
    });
  });

  it("opens a subscribed queue and its key to itself alone", () => {
    const place = places();
    new PhiTopic(place.stack, "Results").subscribeQueue(new PhiQueue(place.stack, "Inbox"));
    const resources = written(place);
    expect(resources.get("Results/ToInbox")).toMatchObject({ protocol: "sqs" });
    for (const path of ["Inbox/Policy", "Inbox/Key/Resource"]) {
      const allowed = [...statements(resources.get(path)).values()].filter(({ Sid }) => Sid.startsWith("Sender0"));
      expect(allowed).toMatchObject([
        { Principal: { Service: ["sns.amazonaws.com"] }, Condition: { ArnEquals: { "aws:SourceArn": ARN } } },
      ]);
    }
  });

  it("may call a subscribed function, which no other topic may by that", () => {
    const place = places();
    new PhiTopic(place.stack, "Results").subscribeFunction(FUNCTION);
    const resources = written(place);
    expect(resources.get("Results/Toportalintake")).toMatchObject({
      protocol: "lambda",
      endpoint: FUNCTION,
    });
    expect(resources.get("Results/Callportalintake")).toMatchObject({
      function_name: FUNCTION,
      principal: "sns.amazonaws.com",
      source_arn: ARN,
      source_account: "111122223333",
    });
  });
});
