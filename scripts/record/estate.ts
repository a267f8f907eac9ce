// Applies the brownfield estate to moto, a mock of AWS, so that there is a state with real values to start from.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Terraform } from "../terraform.ts";
import { applied } from "./moto.ts";
import { ESTATE, stage } from "./recordings.ts";

const SERVICES = ["dynamodb", "ec2", "iam", "kms", "logs", "rds", "s3", "secretsmanager", "sqs", "sts"];

/** Writes the estate's state. @returns why it could not, where `moto_server` is missing */
export const recordEstate = (
  terraform: Terraform & { ready: true },
  root: string,
  folder: string,
): Promise<string | undefined> =>
  applied(
    terraform,
    folder,
    SERVICES,
    () => stage(root, ESTATE, folder),
    ({ state }) => writeFileSync(join(root, ESTATE.state), state),
  );
