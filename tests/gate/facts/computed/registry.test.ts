// Computed facts on policies, ACLs and secrets as Terraform plans them: tests/plans/traps/policies.

import { beforeAll, describe, expect, it } from "vitest";
import { computed } from "../../../../gate/facts/computed/registry.ts";
import { rank } from "../../../../gate/facts/states.ts";
import type { Fact } from "../../../../gate/facts/types.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import type { World } from "../../../../gate/model/types.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

let world: World;
beforeAll(async () => {
  world = buildModel(await readPlan("tests/plans/traps/policies.plan.json.gz")).after;
});

function fact(name: string, address: string, attribute?: string): Fact | undefined {
  const resource = world.get(address);
  const run = computed[name];
  if (!resource || !run) throw new Error(`${address} or ${name} does not exist`);
  const found = run({ world, resource, ...(attribute === undefined ? {} : { attribute }) });
  // A state that the vocabulary does not know throws here.
  if (found && name in vocabulary) rank(vocabulary[name] ?? name, found.judged.state);
  return found;
}

const vocabulary: Readonly<Record<string, string>> = {
  tls_policy: "transit",
  ...Object.fromEntries(
    [
      "acl_exposure",
      "direct_grant",
      "iam_statements",
      "key_policy",
      "plain_secret",
      "policy_exposure",
      "public_access_block",
      "service_source",
      "trust",
    ].map((name) => [name, name]),
  ),
};

describe("policy_exposure", () => {
  const everyone = {
    judged: { state: "public", outside: "yes", any_action: false },
    found: "everyone may s3:GetObject",
    path: "policy.Statement[0]",
  };

  it("takes a public bucket policy at its word, even where a new one would be refused", () => {
    expect(fact("policy_exposure", "aws_s3_bucket_policy.open", "policy")).toEqual(everyone);
    expect(fact("policy_exposure", "aws_s3_bucket_policy.blocked", "policy")).toEqual(everyone);
  });

  it("12: restrict_public_buckets disarms it, and the fact shows both", () => {
    expect(fact("policy_exposure", "aws_s3_bucket_policy.restricted", "policy")).toEqual({
      judged: { state: "private", outside: "no", any_action: false },
      found: "everyone may s3:GetObject, restricted to the account by aws_s3_bucket_public_access_block.restricted",
      path: "policy.Statement[0]",
    });
  });

  it("counts a pin that is known only after apply", () => {
    expect(fact("policy_exposure", "aws_sqs_queue_policy.intake", "policy")).toEqual({
      judged: { state: "cross-account", outside: "unknown", any_action: false },
      found: "everyone may sqs:SendMessage under ArnEquals aws:SourceArn",
      path: "policy.Statement[0]",
      cause: "an ARN is known only after apply",
    });
  });

  it("is none where nobody wrote a policy", () => {
    expect(fact("policy_exposure", "aws_sqs_queue.intake", "policy")).toEqual({
      judged: { state: "none", outside: "no", any_action: false },
      found: "no policy",
      path: "policy",
    });
  });

  it("reads a function permission as the statement it makes", () => {
    expect(fact("policy_exposure", "aws_lambda_permission.open")).toEqual({
      judged: { state: "public", outside: "yes", any_action: false },
      found: "everyone may lambda:InvokeFunction",
      path: "principal",
    });
    expect(fact("policy_exposure", "aws_lambda_permission.organization")?.judged.state).toBe("cross-account");
    expect(fact("policy_exposure", "aws_lambda_permission.untied")?.judged.state).toBe("private");
  });
});

it("service_source asks services for a source, and others for nothing", () => {
  expect(fact("service_source", "aws_lambda_permission.untied")).toEqual({
    judged: { state: "untied" },
    found: "sns.amazonaws.com without a source account or ARN",
    path: "source_arn",
  });
  expect(fact("service_source", "aws_lambda_permission.tied")).toEqual({
    judged: { state: "tied" },
    found: "a source account or ARN",
    path: "source_arn",
  });
  expect(fact("service_source", "aws_lambda_permission.open")).toBeUndefined();
});

describe("public_access_block", () => {
  const all = (state: string): object => ({
    block_public_acls: state,
    block_public_policy: state,
    ignore_public_acls: state,
    restrict_public_buckets: state,
  });

  it("11: is on by default for a bucket that the plan makes", () => {
    expect(fact("public_access_block", "aws_s3_bucket.open")).toEqual({
      judged: { state: "on", ...all("on") },
      found: "not set, the default of new buckets since April 2023 is on",
      path: "",
      byAbsence: true,
    });
  });

  it("judges each setting of the bucket's block, and says where it stands", () => {
    const partial = {
      state: "partial",
      block_public_acls: "on",
      block_public_policy: "on",
      ignore_public_acls: "off",
      restrict_public_buckets: "off",
    };
    const found = "ignore_public_acls, restrict_public_buckets are false";
    expect(fact("public_access_block", "aws_s3_bucket.blocked")).toEqual({
      judged: partial,
      found,
      path: "ignore_public_acls",
      address: "aws_s3_bucket_public_access_block.blocked",
    });
    expect(fact("public_access_block", "aws_s3_bucket_public_access_block.blocked")).toEqual({
      judged: partial,
      found,
      path: "ignore_public_acls",
    });
    expect(fact("public_access_block", "aws_s3_bucket.restricted")).toEqual({
      judged: { state: "on", ...all("on") },
      found: "all four settings are on",
      path: "block_public_acls",
      address: "aws_s3_bucket_public_access_block.restricted",
    });
  });

  it("does not exist for other types", () => {
    expect(fact("public_access_block", "aws_sqs_queue.intake")).toBeUndefined();
  });
});

it("acl_exposure reads canned ACLs and grants, and what disarms them", () => {
  expect(fact("acl_exposure", "aws_s3_bucket_acl.open", "acl")).toEqual({
    judged: { state: "public" },
    found: "public-read",
    path: "acl",
  });
  expect(fact("acl_exposure", "aws_s3_bucket_acl.restricted", "access_control_policy")).toEqual({
    judged: { state: "private" },
    found: "a grant to AllUsers, ignored by aws_s3_bucket_public_access_block.restricted",
    path: "access_control_policy[0].grant[0].grantee[0].uri",
  });
  expect(fact("acl_exposure", "aws_s3_bucket_acl.enforced", "acl")).toEqual({
    judged: { state: "private" },
    found: "authenticated-read, switched off by aws_s3_bucket_ownership_controls.enforced",
    path: "acl",
  });
});

it("tls_policy finds the Deny in a document rebuilt from its data source", () => {
  expect(fact("tls_policy", "aws_sqs_queue_policy.intake", "policy")).toEqual({
    judged: { state: "on" },
    found: "a Deny on aws:SecureTransport false",
    path: "policy.Statement[1]",
  });
  expect(fact("tls_policy", "aws_s3_bucket_policy.open", "policy")?.judged.state).toBe("off");
});

it("trust and iam_statements judge a role's documents and the policies of AWS", () => {
  expect(fact("trust", "aws_iam_role.reader", "assume_role_policy")).toEqual({
    judged: { state: "whole-account" },
    found: "arn:aws:iam::111122223333:root",
    path: "assume_role_policy.Statement[0]",
  });
  expect(fact("iam_statements", "aws_iam_role.reader", "managed_policy_arns[*]")).toEqual({
    judged: { state: "full", reasons: ["permissions-management", "privilege-escalation", "service-wide"] },
    found: "arn:aws:iam::aws:policy/IAMFullAccess",
    path: "managed_policy_arns[0]",
  });
  expect(fact("iam_statements", "aws_iam_role.reader", "inline_policy[*].policy")).toMatchObject({
    judged: { state: "full" },
    found: "every action on every resource",
    path: "inline_policy[0].policy.Statement[0]",
  });
});

it("direct_grant sees what hangs on a user", () => {
  expect(fact("direct_grant", "aws_iam_user_policy_attachment.direct")).toEqual({
    judged: { state: "on" },
    found: "a policy of a single user",
    path: "user",
  });
  expect(fact("direct_grant", "aws_iam_user.direct")).toEqual({
    judged: { state: "on" },
    found: "a policy of this user",
    path: "user",
    address: "aws_iam_user_policy_attachment.direct",
  });
  expect(fact("direct_grant", "aws_iam_user.grouped")).toEqual({
    judged: { state: "off" },
    found: "no policy of its own in this plan",
    path: "",
    byAbsence: true,
  });
});

it("key_policy tells absent, open and separated apart", () => {
  expect(fact("key_policy", "aws_kms_key.bare")).toEqual({
    judged: { state: "absent", outside: "no" },
    found: "not set, the service writes its default policy",
    path: "policy",
  });
  expect(fact("key_policy", "aws_kms_key.open")).toEqual({
    judged: { state: "open", outside: "yes" },
    found: "everyone may kms:Decrypt",
    path: "policy.Statement[0]",
  });
  expect(fact("key_policy", "aws_kms_key.viaservice")?.judged.state).toBe("separated");
});

describe("plain_secret", () => {
  it("follows a value known only after apply to the secret it comes from", () => {
    expect(fact("plain_secret", "aws_lambda_function.copied", "environment[*].variables")).toEqual({
      judged: { state: "found" },
      found: "the secret of aws_iam_access_key.robot",
      path: "environment[0].variables",
    });
  });

  it("is unknown where the plan keeps nothing of the text", () => {
    expect(fact("plain_secret", "aws_lambda_function.clean", "environment[*].variables")).toEqual({
      judged: { state: "unknown" },
      found: "known after apply",
      path: "environment[0].variables",
      cause: "comes from aws_sqs_queue.intake.url (see --source)",
    });
  });

  it("is none where nothing is written", () => {
    expect(fact("plain_secret", "aws_sqs_queue.intake", "policy")).toEqual({
      judged: { state: "none" },
      found: "no secret",
      path: "policy",
    });
  });
});

describe("plain_secret, where the reader left a mark", () => {
  let secrets: World;
  beforeAll(async () => {
    secrets = buildModel(await readPlan("tests/plans/traps/secrets.plan.json.gz")).after;
  });
  const of = (address: string, attribute?: string): Fact | undefined => {
    const resource = secrets.get(address);
    if (!resource) throw new Error(`${address} is not in the plan`);
    return computed.plain_secret?.({ world: secrets, resource, ...(attribute === undefined ? {} : { attribute }) });
  };

  it("names the kind and the place, never the secret", () => {
    expect(of("aws_lambda_function.environment", "environment[*].variables")).toEqual({
      judged: { state: "found" },
      found: "aws access key id",
      path: "environment[0].variables.AWS_ACCESS_KEY_ID",
    });
    expect(of("aws_launch_template.base64", "user_data")).toEqual({
      judged: { state: "found" },
      found: "a value under a secret's name",
      path: "user_data",
    });
    expect(of("terraform_data.plain")).toEqual({
      judged: { state: "found" },
      found: "a password in a URL",
      path: "input.list[0]",
    });
  });

  it("is none where there is no mark", () => {
    expect(of("aws_launch_template.harmless", "user_data")).toEqual({
      judged: { state: "none" },
      found: "no secret",
      path: "user_data",
    });
  });
});

describe("13: what stands between everyone and a store", () => {
  const state = (address: string, attribute = "policy"): object | undefined => {
    const found = fact("policy_exposure", address, attribute);
    return found && { state: found.judged.state, outside: found.judged.outside, found: found.found };
  };

  it("is an access point's own block, on unless lifted, and the bucket's policy", () => {
    expect(state("aws_s3_access_point.lifted")).toEqual({
      state: "public",
      outside: "yes",
      found: "everyone may s3:GetObject",
    });
    expect(state("aws_s3_access_point.default")).toEqual({
      state: "private",
      outside: "no",
      found: "everyone may s3:GetObject, restricted to the account by aws_s3_access_point.default",
    });
    expect(state("aws_s3_access_point.alone")).toEqual({
      state: "private",
      outside: "no",
      found: "everyone may s3:GetObject, which the policy of aws_s3_bucket.enforced does not allow",
    });
  });

  it("is the VPC of a search domain", () => {
    expect(state("aws_opensearch_domain_policy.inside", "access_policies")).toEqual({
      state: "cross-account",
      outside: "unknown",
      found: "everyone may es:*, from the network of its VPC",
    });
    expect(state("aws_opensearch_domain.outside", "access_policies")).toEqual({
      state: "public",
      outside: "yes",
      found: "everyone may es:*",
    });
  });
});
