import { describe, expect, it } from "vitest";
import { PhiQueue, type PhiQueueProps } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

const ARN = "arn:aws:sqs:us-east-1:111122223333:portal-inbox";

describe("a queue is refused", () => {
  it.each<readonly [PhiQueueProps, string, string]>([
    [{ retentionDays: 0 }, "RETENTION_OUT_OF_RANGE", "retentionDays must be 1 to 14, got 0 (portal/Inbox)"],
    [{ retentionDays: 15 }, "RETENTION_OUT_OF_RANGE", "retentionDays must be 1 to 14, got 15"],
    [
      { visibilityTimeoutSeconds: 43_201 },
      "VISIBILITY_OUT_OF_RANGE",
      "visibilityTimeoutSeconds must be 1 to 43200, got 43201",
    ],
    [{ maxReceives: 1001 }, "RECEIVES_OUT_OF_RANGE", "maxReceives must be 1 to 1000, got 1001"],
  ])("with %o", (props, code, message) => {
    refused(({ stack }) => new PhiQueue(stack, "Inbox", props), code, message);
  });

  it("with a sender of another account", () => {
    refused(
      ({ stack }) =>
        new PhiQueue(stack, "Inbox").acceptFrom({
          service: "sns.amazonaws.com",
          sourceArn: "arn:aws:sns:us-east-1:999988887777:theirs",
        }),
      "SENDER_FOREIGN",
      "arn:aws:sns:us-east-1:999988887777:theirs lies in another account, expected 111122223333",
    );
  });
});

describe("a queue", () => {
  it("refuses clear text, other accounts and anonymous callers, and so does its dead-letter queue", () => {
    const place = places();
    new PhiQueue(place.stack, "Inbox");
    const resources = written(place);
    for (const [path, arn] of [
      ["Inbox/Policy", ARN],
      ["Inbox/DeadLettersPolicy", `${ARN}-dead-letters`],
    ] as const)
      expect([...statements(resources.get(path)).values()]).toEqual([
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: ["sqs:*"],
          Resource: [arn],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "AccountOnly",
          Effect: "Deny",
          Principal: "*",
          Action: ["sqs:*"],
          Resource: [arn],
          Condition: {
            StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
        },
      ]);
  });

  it("hands what could not be read to its own dead-letter queue, which takes from no other", () => {
    const place = places();
    new PhiQueue(place.stack, "Inbox", { retentionDays: 2, maxReceives: 3 });
    const resources = written(place);
    expect(resources.get("Inbox/Resource")).toMatchObject({
      message_retention_seconds: 172_800,
      redrive_policy: JSON.stringify({ deadLetterTargetArn: `${ARN}-dead-letters`, maxReceiveCount: 3 }),
    });
    expect(resources.get("Inbox/DeadLetters")).toMatchObject({
      message_retention_seconds: 1_209_600,
      redrive_allow_policy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [ARN] }),
    });
    const [queue, letters] = ["Inbox/Resource", "Inbox/DeadLetters"].map((path) => resources.get(path));
    expect(queue?.kms_master_key_id).toBe(letters?.kms_master_key_id);
  });

  it("lets one bucket of its own account send, and use its key for that", () => {
    const place = places();
    new PhiQueue(place.stack, "Inbox").acceptFrom({ service: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" });
    const resources = written(place);
    const source = { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::uploads" } };
    const account = { "aws:SourceAccount": "111122223333" };
    expect(statements(resources.get("Inbox/Policy")).get("Sender0")).toEqual({
      Sid: "Sender0",
      Effect: "Allow",
      Principal: { Service: ["s3.amazonaws.com"] },
      Action: ["sqs:SendMessage"],
      Resource: [ARN],
      Condition: { ...source, StringEquals: account },
    });
    expect(statements(resources.get("Inbox/Key/Resource")).get("Sender0Ofportalinbox")?.Condition).toEqual({
      ...source,
      StringEquals: { "kms:EncryptionContext:aws:sqs:arn": ARN, ...account },
    });
  });

  it("ends the names of an ordered queue as SQS asks", () => {
    const { stack } = places();
    const { name, deadLetterArn } = new PhiQueue(stack, "Inbox", { fifo: true });
    expect([name, deadLetterArn.split(":").at(-1)]).toEqual(["portal-inbox.fifo", "portal-inbox-dead-letters.fifo"]);
  });
});
