import { describe, expect, it } from "vitest";
import { exception, PhiSecret, type PhiSecretProps } from "../../constructs/index.ts";
import { places, refused, statements, written } from "./places.ts";

const rotatedBy = "arn:aws:lambda:us-east-1:111122223333:function:rotate-portal";
const accept = (control: string) =>
  exception({
    control,
    kind: "alternative-means",
    reason: "the laboratory issues the token",
    compensating: "reads are alarmed on",
    owner: "portal-team",
    approvedBy: "security-official",
    until: "2027-03-31",
  });

describe("G-56: a secret", () => {
  it("is rejected without rotation", () => {
    // @ts-expect-error callers of JavaScript can leave it out
    refused(({ stack }) => new PhiSecret(stack, "Token", {}), "ROTATION_MISSING", "rotatedBy is undefined, expected");
    refused(
      ({ stack }) => new PhiSecret(stack, "Token", { rotatedBy: "" }),
      "ROTATION_MISSING",
      "expected the ARN of a Lambda function, or an exception of secrets.rotation (portal/Token)",
    );
  });

  it("holds no value that a state could keep", () => {
    const place = places();
    new PhiSecret(place.stack, "Token", { rotatedBy });
    const resources = written(place);
    const own = [...resources.keys()].filter((path) => path.startsWith("Token/"));
    expect(own.sort()).toEqual([
      "Token/Key/Alias",
      "Token/Key/Resource",
      "Token/Policy",
      "Token/Resource",
      "Token/Rotation",
      "Token/RotationPermission",
    ]);
    expect(JSON.stringify(own.map((path) => resources.get(path)))).not.toMatch(/secret_(string|binary)/);
  });

  it("has a key of its own, a schedule, and 30 days to come back in", () => {
    const place = places();
    new PhiSecret(place.stack, "Token", { rotatedBy });
    const resources = written(place);
    expect(resources.get("Token/Resource")).toMatchObject({
      name: "portal-token",
      kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Token_Key_/),
      recovery_window_in_days: 30,
    });
    expect(resources.get("Token/Rotation")).toMatchObject({
      rotation_lambda_arn: rotatedBy,
      rotate_immediately: false,
      rotation_rules: { automatically_after_days: 30 },
    });
  });

  it("denies clear text and everybody outside the account", () => {
    const place = places();
    new PhiSecret(place.stack, "Token", { rotatedBy });
    expect([...statements(written(place).get("Token/Policy")).values()]).toEqual([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: ["secretsmanager:*"],
        Resource: ["*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        Sid: "AccountOnly",
        Effect: "Deny",
        Principal: "*",
        Action: ["secretsmanager:*"],
        Resource: ["*"],
        Condition: {
          StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    ]);
  });
});

describe("a secret is refused", () => {
  it.each<readonly [PhiSecretProps, string, string]>([
    [{ rotatedBy, rotationDays: 91 }, "ROTATION_OUT_OF_RANGE", "rotationDays must be 1 to 90, got 91"],
    [{ rotatedBy, rotationDays: 0 }, "ROTATION_OUT_OF_RANGE", "rotationDays must be 1 to 90, got 0"],
    [
      { rotatedBy: rotatedBy.replace("us-east-1", "eu-west-1") },
      "FUNCTION_FOREIGN",
      "rotatedBy lies in eu-west-1 of 111122223333, expected us-east-1 of 111122223333",
    ],
    [
      { rotatedBy: rotatedBy.replace("111122223333", "999988887777") },
      "FUNCTION_FOREIGN",
      "rotatedBy lies in us-east-1 of 999988887777",
    ],
    [
      { rotatedBy: accept("encryption.at_rest") },
      "EXCEPTION_MISPLACED",
      "rotatedBy accepts encryption.at_rest, expected secrets.rotation",
    ],
  ])("with %o", (props, code, message) => {
    refused(({ stack }) => new PhiSecret(stack, "Token", props), code, message);
  });

  it("with a replica in its own Region or another account", () => {
    refused(
      ({ stack }) => new PhiSecret(stack, "Token", { rotatedBy, replicas: [stack] }),
      "REPLICA_MISPLACED",
      "a replica in us-east-1 of 111122223333, expected one in each other Region",
    );
    refused(
      ({ stack, vault }) => new PhiSecret(stack, "Token", { rotatedBy, replicas: [vault] }),
      "REPLICA_MISPLACED",
      "a replica in us-east-1 of 444455556666",
    );
  });
});

describe("a secret that never changes", () => {
  it("says so beside itself, by whom it was accepted and until when", () => {
    const place = places();
    new PhiSecret(place.stack, "Token", { rotatedBy: accept("secrets.rotation") });
    const resources = written(place);
    expect(resources.has("Token/Rotation")).toBe(false);
    expect(resources.get("Token/Resource")?.["//"]).toMatchObject({
      phiward: {
        claims: expect.not.arrayContaining(["secrets.rotation"]),
        exceptions: [{ control: "secrets.rotation", approvedBy: "security-official", until: "2027-03-31" }],
      },
    });
  });
});

describe("a replica of a secret", () => {
  it("is under a key of its site, which opens this secret alone", () => {
    const place = places();
    new PhiSecret(place.stack, "Token", { rotatedBy, replicas: [place.region] });
    const resources = written(place);
    expect(resources.get("Token/Resource")).toMatchObject({
      replica: [{ region: "us-west-2", kms_key_id: expect.stringMatching(/aws_kms_key\.Region_TokenReplicaKey_/) }],
    });
    const use = statements(resources.get("Region/TokenReplicaKey/Resource")).get("UseThroughSecretsmanager");
    expect(use?.Condition).toEqual({
      StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "secretsmanager.us-west-2.amazonaws.com" },
      StringLike: {
        "kms:EncryptionContext:SecretARN": ["arn:aws:secretsmanager:*:111122223333:secret:portal-token-??????"],
      },
    });
  });
});
