import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import type { Construct } from "constructs";

/** The statement that refuses every request over clear text. */
export function tlsOnly(service: "s3" | "sqs", resources: string[]) {
  return {
    sid: "TlsOnly",
    effect: "Deny",
    principals: [{ type: "*", identifiers: ["*"] }],
    actions: [`${service}:*`],
    resources,
    condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
  };
}

/** A role's trust in one AWS service. */
export function trust(scope: Construct, id: string, service: string): string {
  return new DataAwsIamPolicyDocument(scope, `${id}_trust`, {
    statement: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: [service] }] }],
  }).json;
}
