// What runs beside the portal: a report job, the model and the notebook behind it, remote desktops, and the accounts of patients.

import { AppstreamFleet } from "@cdktf/provider-aws/lib/appstream-fleet/index.js";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool/index.js";
import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client/index.js";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import { SagemakerModel } from "@cdktf/provider-aws/lib/sagemaker-model/index.js";
import { SagemakerNotebookInstance } from "@cdktf/provider-aws/lib/sagemaker-notebook-instance/index.js";
import type { Construct } from "constructs";
import type { Network } from "./network.ts";

export function workloads(scope: Construct, { subnets }: Network): void {
  const roleArn = "arn:aws:iam::111122223333:role/reports";
  const repository = new EcrRepository(scope, "images", { name: "reports" });
  const image = `${repository.repositoryUrl}:latest`;
  new EcsTaskDefinition(scope, "reports", {
    family: "reports",
    taskRoleArn: roleArn,
    executionRoleArn: roleArn,
    containerDefinitions: JSON.stringify([{ name: "reports", image: "reports:latest", memory: 512, privileged: true }]),
  });
  new SagemakerModel(scope, "risk", { executionRoleArn: roleArn, primaryContainer: { image } });
  const subnetId = subnets[0]?.id;
  new SagemakerNotebookInstance(scope, "research", {
    name: "research",
    roleArn,
    instanceType: "ml.t3.medium",
    ...(subnetId !== undefined && { subnetId }),
  });
  new AppstreamFleet(scope, "desktops", {
    name: "desktops",
    instanceType: "stream.standard.small",
    imageName: "front-desk",
    computeCapacity: { desiredInstances: 2 },
  });
  const patients = new CognitoUserPool(scope, "patients", { name: "patients" });
  new CognitoUserPoolClient(scope, "patient_app", {
    name: "app",
    userPoolId: patients.id,
    enableTokenRevocation: false,
  });
}
