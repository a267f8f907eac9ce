// The function, its public URL, the API before it, and the machine from which everyone works.

import { fileURLToPath } from "node:url";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method/index.js";
import { ApiGatewayMethodSettings } from "@cdktf/provider-aws/lib/api-gateway-method-settings/index.js";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api/index.js";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume/index.js";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { Instance } from "@cdktf/provider-aws/lib/instance/index.js";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping/index.js";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function/index.js";
import { LambdaFunctionUrl } from "@cdktf/provider-aws/lib/lambda-function-url/index.js";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import type { Network } from "./network.ts";

interface ComputeProps extends Network {
  readonly documents: S3Bucket;
  readonly queue: SqsQueue;
}

export function compute(scope: Construct, { subnets, open, documents, queue }: ComputeProps): void {
  const role = new IamRole(scope, "function_role", {
    name: "portal-function",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  new IamRolePolicy(scope, "function_policy", {
    name: "all-storage",
    role: role.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["s3:*", "sqs:*", "logs:*", "kms:*"], Resource: "*" }],
    }),
  });
  new CloudwatchLogGroup(scope, "function_logs", { name: "/aws/lambda/intake", retentionInDays: 30 });
  const code = new TerraformAsset(scope, "code", {
    path: fileURLToPath(new URL("function", import.meta.url)),
    type: AssetType.ARCHIVE,
  });
  const fn = new LambdaFunction(scope, "intake_function", {
    functionName: "portal-intake",
    role: role.arn,
    runtime: "nodejs20.x",
    handler: "index.handler",
    filename: code.path,
    environment: { variables: { DOCUMENTS: documents.bucket, DB_PASSWORD: "Welcome-2-the-portal" } },
  });
  new LambdaEventSourceMapping(scope, "intake_source", { eventSourceArn: queue.arn, functionName: fn.arn });
  new LambdaPermission(scope, "from_s3", {
    functionName: fn.functionName,
    action: "lambda:InvokeFunction",
    principal: "s3.amazonaws.com",
  });
  new LambdaFunctionUrl(scope, "intake_url", {
    functionName: fn.functionName,
    authorizationType: "NONE",
    cors: { allowOrigins: ["*"] },
  });
  new CloudwatchLogGroup(scope, "api_logs", { name: "/portal/api" });
  const api = new ApiGatewayRestApi(scope, "api", { name: "portal" });
  new ApiGatewayMethodSettings(scope, "trace", {
    restApiId: api.id,
    stageName: "live",
    methodPath: "*/*",
    settings: { loggingLevel: "INFO", dataTraceEnabled: true },
  });
  new ApiGatewayMethod(scope, "get_patient", {
    restApiId: api.id,
    resourceId: api.rootResourceId,
    httpMethod: "GET",
    authorization: "NONE",
  });

  new Instance(scope, "bastion", {
    ami: "ami-0abcdef1234567890",
    instanceType: "t3.small",
    subnetId: subnets[0]?.id ?? "",
    vpcSecurityGroupIds: [open.id],
    associatePublicIpAddress: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" },
  });
  new EbsVolume(scope, "scratch", { availabilityZone: "us-east-1a", size: 100 });
  new EksCluster(scope, "next", {
    name: "portal-next",
    roleArn: role.arn,
    enabledClusterLogTypes: ["api"],
    vpcConfig: {
      subnetIds: subnets.map((subnet) => subnet.id),
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
    },
  });
}
