// What a VPC endpoint lets through.

import { policyText } from "../internal/policy.ts";

interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/**
 * Lets the account's (or organisation's) own principals reach its own resources: stolen credentials of another account carry nothing
 * out through the endpoint, and nobody writes into a stranger's bucket. S3 also serves image layers, which stand in a bucket of Amazon
 * ECR, to a network that has its endpoints.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export function endpointPolicy(
  service: string,
  { account, region, partition }: Place,
  services: readonly string[],
  organization?: string,
): string {
  const ours =
    organization === undefined
      ? { "aws:PrincipalAccount": account, "aws:ResourceAccount": account }
      : { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization };
  const layers = service === "s3" && services.includes("ecr.dkr");
  return policyText([
    { sid: "OwnToOwn", principals: "*", actions: ["*"], conditions: { StringEquals: ours } },
    ...(layers
      ? [
          {
            sid: "ImageLayers",
            principals: "*" as const,
            actions: ["s3:GetObject"],
            resources: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
          },
        ]
      : []),
  ]);
}
