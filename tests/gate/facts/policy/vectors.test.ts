// Holds the policy evaluator against the labelled policies of the corpus, where it lies beside the checkout.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exposure } from "../../../../gate/facts/policy/exposure.ts";
import { Grants } from "../../../../gate/facts/policy/grants.ts";
import { iamBreadth } from "../../../../gate/facts/policy/identity.ts";
import { untiedService } from "../../../../gate/facts/policy/service-source.ts";
import { trust } from "../../../../gate/facts/policy/trust.ts";
import type { Value } from "../../../../gate/model/types.ts";

const file = "../shared/corpus/policies.jsonl";

const value: z.ZodType<Value> = z.json();
const vector = z.object({
  id: z.string(),
  policy: value,
  account: z.string(),
  question: z.string(),
  expected: z.boolean(),
  disputed: z.boolean().optional(),
  context: z
    .object({
      trusted_accounts: z.array(z.string()).optional(),
      trusted_organizations: z.array(z.string()).optional(),
      trusted_vpcs: z.array(z.string()).optional(),
      trusted_vpces: z.array(z.string()).optional(),
      trusted_ips: z.array(z.string()).optional(),
      service: z.string().optional(),
    })
    .optional(),
});
type Vector = z.infer<typeof vector>;

/** What the evaluator answers; undefined where no function of ours asks this question. */
function answer({ question, policy, account, context = {} }: Vector): boolean | "unknown" | undefined {
  const vpcs = [...(context.trusted_vpcs ?? []), ...(context.trusted_vpces ?? [])];
  const trusted = {
    ...(context.trusted_accounts ? { accounts: context.trusted_accounts } : {}),
    ...(context.trusted_organizations ? { organizations: context.trusted_organizations } : {}),
    ...(context.trusted_ips ? { addresses: context.trusted_ips } : {}),
    ...(vpcs.length > 0 ? { vpcs } : {}),
  };
  const owner = { account, trusted };
  const outside = (): boolean | "unknown" => {
    const found = exposure(policy, owner).outside;
    return found === "unknown" ? "unknown" : found === "yes";
  };
  switch (question) {
    case "public": {
      const { state } = exposure(policy, owner);
      return state === "unknown" ? "unknown" : state === "public";
    }
    case "cross-account":
    case "outside-trusted-ips":
    case "endpoint-trusts-outside":
      return outside();
    case "public-write":
      return exposure(policy, { ...owner, actions: ["s3:put*", "s3:delete*"] }).state === "public";
    case "admin-access":
      return iamBreadth(policy).state === "full";
    case "full-service-access":
      return new Grants(policy).allowing(`${context.service}:*`) !== undefined;
    case "wildcard-action":
      return iamBreadth(policy).reasons.includes("wildcard-action");
    case "privilege-escalation":
      return iamBreadth(policy).reasons.includes("privilege-escalation");
    case "permissive-role-assumption":
      return iamBreadth(policy).reasons.includes("any-role");
    case "confused-deputy":
      return untiedService(policy) !== undefined;
    case "trusts-whole-account":
      return trust(policy, owner).state === "whole-account";
    case "federated-anyone":
      return trust(policy, owner).state === "everyone";
    default:
      return undefined;
  }
}

/** Vectors that we answer differently, and why. */
const explained: Readonly<Record<string, string>> = {};

describe.runIf(existsSync(file))("the labelled policies", () => {
  const vectors = (existsSync(file) ? readFileSync(file, "utf8") : "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => vector.parse(JSON.parse(line)))
    .filter(({ disputed }) => disputed !== true);

  it("are answered as labelled, but for those explained", () => {
    const wrong = vectors
      .filter((one) => {
        const given = answer(one);
        return given !== undefined && given !== one.expected;
      })
      .map(({ id }) => id);
    expect(wrong).toEqual(Object.keys(explained));
  });

  it("ask who may act in more than a hundred cases, and only two questions are not answered here", () => {
    const unanswered = new Set(vectors.filter((one) => answer(one) === undefined).map(({ question }) => question));
    expect([...unanswered].sort()).toEqual(["denies-everyone", "exceeds-reference"]);
    expect(
      vectors.filter(({ question }) => question === "public" || question === "cross-account").length,
    ).toBeGreaterThan(100);
  });
});
