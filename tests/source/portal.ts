// What constructs write beside their resources, written by hand: a store that claims and excepts, and others that go too far.

import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { type TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** What stands under `//.phiward`. */
interface Written {
  readonly construct: string;
  readonly createdAt?: { readonly file: string; readonly line: number; readonly column: number };
  readonly claims?: readonly string[];
  readonly exceptions?: readonly Readonly<Record<string, string>>[];
}

const mark = (resource: TerraformResource, written: Written): void => resource.addOverride("//.phiward", written);

function exception(id: string, control: string, kind: string): Readonly<Record<string, string>> {
  return {
    id,
    control,
    kind,
    reason: "Reads are logged by the gateway in front of it.",
    compensating: "access log of the gateway",
    owner: "portal-team",
    approvedBy: "security-official",
    until: "2026-12-31",
  };
}

export class Portal extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const key = new KmsKey(this, "key", { enableKeyRotation: true });

    // One block, two resources: a claim holds for each, an exception for both and for no neighbour.
    const documents = new S3Bucket(new Construct(this, "Documents"), "Resource", { count: 2 });
    documents.overrideLogicalId("documents");
    mark(documents, {
      construct: "PhiBucket",
      createdAt: { file: "tests/source/portal.ts", line: 40, column: 23 },
      claims: ["encryption.at_rest", "logging.access", "encryption.at_rest"],
      exceptions: [exception("portal/Documents#logging.access", "logging.access", "alternative-means")],
    });
    // Its address begins like the one above, and it is excepted from nothing.
    new S3Bucket(this, "documents2");

    const intake = new SqsQueue(new Construct(this, "Intake"), "Resource", {
      kmsMasterKeyId: key.arn,
    });
    intake.overrideLogicalId("intake");
    mark(intake, {
      construct: "PhiQueue",
      createdAt: { file: "tests/source/portal.ts", line: 51, column: 20 },
      claims: ["encryption.at_rest", "encryption.at_rst", "backup.retention"],
    });

    // Claims what it does not keep, and asks for what the controls do not admit.
    const outbox = new SqsQueue(new Construct(this, "Outbox"), "Resource", { sqsManagedSseEnabled: false });
    outbox.overrideLogicalId("outbox");
    mark(outbox, {
      construct: "PhiQueue",
      createdAt: { file: "../../elsewhere/main.ts", line: 1, column: 1 },
      claims: ["encryption.at_rest"],
      exceptions: [
        exception("portal/Outbox#encryption.at_rest", "encryption.at_rest", "alternative-means"),
        exception("portal/Outbox#exposure.public_policy", "exposure.public_policy", "remediation"),
      ],
    });
  }
}
