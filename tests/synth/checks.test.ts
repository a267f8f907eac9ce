import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { Aspects, type IAspect, type TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { PhiwardChecks } from "../../synth/index.ts";
import { type Annotation, calm, synthesise } from "./stack.ts";

const EARLY = "phiward, early and partial, before any plan: ";
const controlOf = ({ message }: Annotation): string | undefined => /\[([a-z_.]+), /.exec(message)?.[1];
const key = (stack: TerraformStack, id = "key"): KmsKey =>
  new KmsKey(stack, id, {
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:PutKeyPolicy", "kms:EnableKeyRotation"],
          Resource: "*",
          Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/custodian" } },
        },
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/portal" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } },
        },
      ],
    }),
  });
/** A queue whose policy and key are as they should be. */
const queue = (stack: TerraformStack): SqsQueue =>
  new SqsQueue(stack, "intake", {
    name: "intake",
    kmsMasterKeyId: key(stack).arn,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });

describe("PhiwardChecks", () => {
  it("warns on the construct that made the resource, in the gate's words and with the fix", () => {
    const { annotations } = synthesise((stack) => {
      new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
      Aspects.of(stack).add(new PhiwardChecks(calm));
    });
    const [first] = annotations.filter((one) => controlOf(one) === "encryption.at_rest");
    expect(first).toMatchObject({ level: "warn", path: "portal/results" });
    expect(first?.message).toMatch(
      /^phiward, early and partial, before any plan: aws_sqs_queue\.results: sqs_managed_sse_enabled is false, expected .+ \[encryption\.at_rest, 164\.312\(a\)\(2\)\(iv\)\]\nfix: \S/,
    );
    expect(annotations.every(({ message }) => message.startsWith(EARLY))).toBe(true);
  });

  it("finds the leaks of a bucket at its path", () => {
    const { annotations } = synthesise((stack) => {
      new S3Bucket(stack, "documents", { bucket: "documents" });
      Aspects.of(stack).add(new PhiwardChecks(calm));
    });
    const warned = annotations.filter(({ level }) => level === "warn");
    expect(new Set(warned.map(({ path }) => path))).toEqual(new Set(["portal/documents"]));
    expect(warned.map(controlOf).sort()).toEqual([
      "encryption.account_key",
      "encryption.transit_strength",
      "encryption.written_down",
      "integrity.versioning",
      "logging.access",
    ]);
  });

  it("does not annotate what is right", () => {
    const { annotations, json } = synthesise((stack) => {
      queue(stack);
      Aspects.of(stack).add(new PhiwardChecks(calm));
    });
    expect(json).toContain("aws_sqs_queue");
    // Whether a trail takes its data events is for the plan to say.
    expect(annotations.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("does not disturb the synthesis", () => {
    const build = (stack: TerraformStack): SqsQueue => queue(stack);
    const plain = synthesise(build);
    const checked = synthesise((stack) => {
      build(stack);
      Aspects.of(stack).add(new PhiwardChecks({ ...calm, strict: false }));
    });
    const stateless = (json: string): string => json.replace(/"path": "[^"]*tfstate"/, "");
    expect(stateless(checked.json)).toBe(stateless(plain.json));
    expect(plain.annotations).toEqual([]);
  });

  it("ends the synthesis on a fail that would block, where it is strict", () => {
    const run = () =>
      synthesise((stack) => {
        new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
        Aspects.of(stack).add(new PhiwardChecks({ ...calm, strict: true }));
      });
    expect(run).toThrow(/\[portal\/results\] phiward, early and partial, before any plan: aws_sqs_queue\.results/);
  });

  it.each(["observe", "introduced"] as const)(
    "never ends it under enforce: %s, because a stack shows no past",
    (enforce) => {
      const { annotations } = synthesise((stack) => {
        new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
        Aspects.of(stack).add(new PhiwardChecks({ ...calm, strict: true, enforce }));
      });
      expect(annotations.filter(({ level }) => level === "error")).toEqual([]);
      expect(annotations.filter(({ level }) => level === "warn").map(controlOf)).toContain("encryption.at_rest");
    },
  );

  it("says in one line of the stack what must wait for the plan", () => {
    const { annotations } = synthesise((stack) => {
      const named = new TerraformVariable(stack, "encrypted", { type: "bool" });
      new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: named.booleanValue });
      Aspects.of(stack).add(new PhiwardChecks(calm));
    });
    const infos = annotations.filter(({ level }) => level === "info");
    expect(infos).toHaveLength(1);
    expect(infos[0]).toMatchObject({ path: "portal" });
    expect(infos[0]?.message).toMatch(/verdicts? on 1 resource must wait for the plan: .*encryption\.at_rest/);
    expect(annotations.map(controlOf)).not.toContain("encryption.at_rest");
  });

  it("judges what other aspects made of the stack, in whatever order they were added", () => {
    const mend: IAspect = {
      visit(node) {
        if (node instanceof SqsQueue) node.sqsManagedSseEnabled = true;
      },
    };
    const { annotations } = synthesise((stack) => {
      new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
      Aspects.of(stack).add(new PhiwardChecks(calm));
      Aspects.of(stack).add(mend);
    });
    expect(annotations.map(controlOf)).not.toContain("encryption.at_rest");
    expect(annotations.map(controlOf)).toContain("encryption.account_key");
  });

  it("reaches every stack of an app, also where the app skips validation", () => {
    for (const skipValidation of [false, true]) {
      const { annotations } = synthesise((stack) => new SqsQueue(stack, "results", { sqsManagedSseEnabled: false }), {
        before: (app) => PhiwardChecks.addTo(app, calm),
        skipValidation,
      });
      expect(annotations.map(controlOf)).toContain("encryption.at_rest");
    }
  });

  it("honours the exception that a construct wrote beside its resource, and says so", () => {
    const written = {
      id: "portal/results#encryption.account_key",
      control: "encryption.account_key",
      kind: "remediation",
      reason: "the queue moves to the key of the portal with its next release",
      compensating: "messages hold no identifiers",
      owner: "portal-team",
      approvedBy: "security-office",
      until: "2026-03-31",
    };
    const build = (exceptions: readonly object[]) =>
      synthesise((stack) => {
        const results = new SqsQueue(stack, "results", { name: "results" });
        results.addOverride("//.phiward", { construct: "PhiQueue", claims: [], exceptions });
        Aspects.of(stack).add(new PhiwardChecks(calm));
      }).annotations;
    expect(build([]).map(controlOf)).toContain("encryption.account_key");
    const accepted = build([written]);
    expect(accepted.map(controlOf)).not.toContain("encryption.account_key");
    expect(accepted.find(({ level }) => level === "info")?.message).toContain(
      `1 fail accepted by exceptions: ${written.id}`,
    );
    const expired = build([{ ...written, until: "2025-12-31" }]);
    expect(expired.map(controlOf)).toContain("encryption.account_key");
    expect(expired.find(({ path }) => path === "portal")?.message).toContain("expired on 2025-12-31");
  });

  it("says that it could not judge, and lets the synthesis go on", () => {
    const { annotations } = synthesise((stack) => {
      const results = new SqsQueue(stack, "results", { name: "results" });
      results.addOverride("//.phiward", { claims: "encryption.at_rest" });
      Aspects.of(stack).add(new PhiwardChecks(calm));
    });
    expect(annotations).toEqual([
      {
        level: "warn",
        path: "portal",
        message: expect.stringMatching(/could not judge this stack: .*\[SOURCE_UNREADABLE\]$/),
      },
    ]);
  });

  it("refuses settings that cannot take effect where it is made", () => {
    expect(() => new PhiwardChecks({ ...calm, profile: "hipa" })).toThrow(
      "there is no profile hipa (did you mean hipaa?)",
    );
  });

  it("annotates once, however often the stack is synthesised", () => {
    let twice: TerraformStack | undefined;
    const { annotations } = synthesise(
      (stack) => {
        twice = stack;
        new SqsQueue(stack, "results", { name: "results", sqsManagedSseEnabled: false });
        Aspects.of(stack).add(new PhiwardChecks(calm));
      },
      { before: (app) => app.synth() },
    );
    expect(twice).toBeDefined();
    expect(annotations.filter((one) => controlOf(one) === "encryption.at_rest")).toHaveLength(1);
  });
});
