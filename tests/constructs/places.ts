// A small stack for tests of one construct, and what it comes to.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import { expect } from "vitest";
import { z } from "zod";
import { PhiSite, PhiStack } from "../../constructs/index.ts";

/** The stack, and sites that copies can stand in. */
export interface Places {
  readonly stack: PhiStack;
  /** Another Region of the stack's account. */
  readonly region: PhiSite;
  /** Another account, in the stack's Region. */
  readonly vault: PhiSite;
}

export function places(): Places {
  const stack = new PhiStack(Testing.app(), "portal", {
    account: "111122223333",
    region: "us-east-1",
    owner: "portal-team",
    custodians: ["key-custodian"],
    contacts: ["oncall@clinic.example"],
  });
  return {
    stack,
    region: new PhiSite(stack, "Region", { region: "us-west-2" }),
    vault: new PhiSite(stack, "Vault", { account: "444455556666", roleArn: "arn:aws:iam::444455556666:role/deploy" }),
  };
}

/** Expects a refusal by its code, with these words in its message. */
export function refused(build: (places: Places) => unknown, code: string, words: string): void {
  expect(() => build(places())).toThrow(words);
  expect(() => build(places())).toThrow(expect.objectContaining({ name: "ConstructError", code }));
}

const writtenSchema = z.looseObject({ "//": z.looseObject({ metadata: z.looseObject({ path: z.string() }) }) });
const synthesisedSchema = z.looseObject({
  resource: z.record(z.string(), z.record(z.string(), writtenSchema)),
});

/** Arguments of each resource of a stack, by its path below the stack: `Inbox/Policy`. */
export function written({ stack }: Pick<Places, "stack">): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  stack.prepareStack();
  const file = join(Testing.fullSynth(stack), "stacks", stack.node.id, "cdk.tf.json");
  const { resource } = synthesisedSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(
    Object.values(resource)
      .flatMap((byName) => Object.values(byName))
      .map((values) => [values["//"].metadata.path.split("/").slice(1).join("/"), values]),
  );
}

const documentSchema = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.string(),
      Principal: z.unknown().optional(),
      Action: z.array(z.string()),
      Resource: z.array(z.string()).optional(),
      Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    }),
  ),
});

/** Statements of a resource's policy, by sid. */
export function statements(values: Readonly<Record<string, unknown>> | undefined) {
  const { policy } = z.looseObject({ policy: z.string() }).parse(values);
  return new Map(documentSchema.parse(JSON.parse(policy)).Statement.map((statement) => [statement.Sid, statement]));
}
