// Applies estates to moto, a mock of AWS, so that there are states with real values for plans to start from.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Terraform } from "../terraform.ts";
import { applied } from "./moto.ts";
import { CHANGED, ESTATE, stage } from "./recordings.ts";

const SERVICES = ["backup", "dynamodb", "ec2", "iam", "kms", "logs", "rds", "s3", "secretsmanager", "sqs", "sts"];

/**
 * Writes the states of the estates.
 *
 * @param words which, by what their states' names contain; all by default
 * @returns why it could not, where `moto_server` is missing
 */
export async function recordEstates(
  terraform: Terraform & { ready: true },
  root: string,
  folder: string,
  words: readonly string[],
): Promise<string | undefined> {
  const estates = [ESTATE, CHANGED].filter(
    ({ state }) => words.length === 0 || words.some((word) => state.includes(word)),
  );
  for (const [index, estate] of estates.entries()) {
    const problem = await applied(
      terraform,
      join(folder, String(index)),
      SERVICES,
      () => stage(root, estate, join(folder, String(index))),
      ({ state }) => writeFileSync(join(root, estate.state), state),
    );
    if (problem !== undefined) return problem;
  }
  return undefined;
}
