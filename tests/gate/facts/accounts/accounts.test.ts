// Whose accounts are known, and what follows: tests/atlas/accounts, whose plan works in 111122223333.

import { describe, expect, it } from "vitest";
import { type DeclaredAccount, knownAccounts } from "../../../../gate/facts/accounts/known.ts";
import { admission } from "../../../../gate/facts/accounts/strangers.ts";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../../gate/facts/compute.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import type { Value } from "../../../../gate/model/types.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

const { after } = buildModel(await readPlan("tests/atlas/accounts.plan.json.gz"));
const partner: DeclaredAccount = { id: "444455556666", owner: "Security official", purpose: "monitoring" };

function fact(address: string, name: string, declared: readonly DeclaredAccount[] = []): Fact | undefined {
  const found = computeFacts(after, loadAtlas(), { accounts: knownAccounts([after], declared) }).get(address);
  if (!found) throw new Error(`${address} does not exist`);
  return found.facts.get(name);
}

describe("a declared account", () => {
  it("is let in, and the verdict names who answers for it", () => {
    expect(fact("aws_s3_bucket_policy.bad_admitted_accounts", "admitted_accounts")).toEqual({
      judged: { state: "undeclared" },
      found: "444455556666",
      path: "policy.Statement[0]",
    });
    expect(fact("aws_s3_bucket_policy.bad_admitted_accounts", "admitted_accounts", [partner])).toEqual({
      judged: { state: "known" },
      found: "444455556666",
      path: "policy.Statement[0]",
      basis: "Security official",
    });
  });

  it("is asked for an external id, unless it is one of our own", () => {
    const role = "aws_iam_role.bad_external_trust__external_read";
    expect(fact(role, "external_trust", [partner])).toEqual({
      judged: { state: "bare" },
      found: "arn:aws:iam::444455556666:root without an external id or second factor",
      path: "assume_role_policy.Statement[0]",
    });
    expect(fact(role, "external_trust", [{ ...partner, own: true }])).toBeUndefined();
  });

  it("may own keys and receive data", () => {
    expect(fact("aws_sqs_queue.bad_key_account", "key_account", [partner])?.judged).toEqual({ state: "known" });
    expect(
      fact("aws_cloudwatch_event_target.bad_destination_account", "destination_account", [partner])?.judged,
    ).toEqual({ state: "known" });
  });
});

describe("a plan that does not say in which account it works", () => {
  it("leaves a named account undetermined", async () => {
    const facts = computeFacts(buildModel(await readPlan("tests/atlas/messaging.plan.json.gz")).after, loadAtlas());
    const found = (address: string): Fact | undefined => facts.get(address)?.facts.get("admitted_accounts");
    expect(found("aws_sqs_queue_policy.ok_service_source")).toEqual({
      judged: { state: "unknown" },
      found: "s3.amazonaws.com on behalf of 111122223333",
      path: "policy.Statement[0]",
      cause: "the plan does not say in which account it works, so 111122223333 may be that one",
    });
    // The ARN of the topic names its account.
    expect(found("aws_sns_topic_policy.ok_service_source")?.judged).toEqual({ state: "known" });
  });
});

describe("a policy", () => {
  const known = knownAccounts([after], [{ id: "o-a1b2c3d4e5", owner: "Platform team", purpose: "our organization" }]);
  const strangers = (statement: { readonly [key: string]: Value }): readonly string[] =>
    admission(
      { Statement: [{ Effect: "Allow", Action: "s3:GetObject", ...statement }] },
      known,
      "policy",
    ).strangers.map(({ text }) => text);

  it("keeps a foreign account out by our organization, and not by another one", () => {
    const Principal = { AWS: "arn:aws:iam::444455556666:root" };
    expect(strangers({ Principal, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })).toEqual([]);
    expect(strangers({ Principal, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } } })).toEqual([
      "arn:aws:iam::444455556666:root",
    ]);
    expect(
      strangers({ Principal, Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
    ).toEqual(["arn:aws:iam::444455556666:root"]);
  });

  it("lets a foreign organization in by a condition on everyone", () => {
    expect(
      strangers({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } } }),
    ).toEqual(["everyone of o-zzzzzzzzzz"]);
  });

  it("says nothing of everyone, of a service at large or of an account of AWS", () => {
    expect(strangers({ Principal: "*" })).toEqual([]);
    expect(strangers({ Principal: { Service: "sns.amazonaws.com" } })).toEqual([]);
    expect(strangers({ Principal: { AWS: "arn:aws:iam::127311923021:root" } })).toEqual([]);
  });

  it("lets in whom a service acts for", () => {
    expect(
      strangers({
        Principal: { Service: "sns.amazonaws.com" },
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:us-east-1:444455556666:*" } },
      }),
    ).toEqual(["sns.amazonaws.com on behalf of 444455556666"]);
  });
});
