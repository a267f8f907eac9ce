// Obligations that the gate carries over any plan. Each test performs the `acceptance` of its row.

import { describe, expect, it } from "vitest";
import { judged, passed, rejected } from "./judged.ts";

const plan = (service: string): string => `tests/atlas/${service}.plan.json.gz`;

describe("G-20", () => {
  it("judges what bears no label as ePHI, and says how many resources that are", async () => {
    const { scope, notes } = await judged(plan("storage-flow"));
    expect(scope.find(({ address }) => address === "aws_s3_bucket.unlabelled")).toMatchObject({ dataClass: "ephi" });
    expect(notes.find(({ code }) => code === "DATA_CLASS_DEFAULT")?.message).toMatch(/\d+ resources?/);
  });

  it("rejects a replica of a bucket of ePHI that is labelled free of it", async () => {
    expect(await rejected(plan("storage-flow"), "classification.label")).toMatchObject({
      "aws_s3_bucket.bad_data_class_label__replica": expect.stringContaining(
        "tags is DataClass = none, but ePHI flows",
      ),
    });
  });
});

describe("G-37", () => {
  it("rejects a user pool without a second factor", async () => {
    expect(await rejected(plan("cognito"), "access.multi_factor")).toMatchObject({
      "aws_cognito_user_pool.bad_deletion_protection__omitted": expect.stringContaining("mfa_configuration is OFF"),
    });
  });
});

describe("G-39", () => {
  it("rejects sessions longer than the profile's number, and says both", async () => {
    expect(await rejected(plan("vpc"), "access.session_limit")).toMatchObject({
      "aws_ec2_client_vpn_endpoint.bad_access_log": expect.stringContaining("is 24, expected at most 12 hours"),
    });
  });
});

describe("G-46", () => {
  it.each([
    ["aws_lb_listener", "elb"],
    ["aws_cloudfront_distribution", "cloudfront"],
    ["aws_api_gateway_domain_name", "apigateway"],
    ["aws_db_instance", "rds"],
    ["aws_elasticache_replication_group", "elasticache-memorydb"],
    ["aws_opensearch_domain", "opensearch"],
    ["aws_redshift_cluster", "redshift"],
    ["aws_s3_bucket", "s3"],
  ])("rejects a downgraded %s, and passes one that is up to date", async (type, service) => {
    const of = (addresses: readonly string[], side: string) =>
      addresses.filter((address) => address.startsWith(`${type}.${side}_`) && address.includes("transit"));
    const bad = await Promise.all(
      ["encryption.in_transit", "encryption.transit_strength"].map((control) => rejected(plan(service), control)),
    );
    const ok = await Promise.all(
      ["encryption.in_transit", "encryption.transit_strength"].map((control) => passed(plan(service), control)),
    );
    expect(of(bad.flatMap(Object.keys), "bad")).not.toEqual([]);
    expect(of(ok.flat(), "ok")).not.toEqual([]);
  });
});

describe("G-49", () => {
  it("rejects the vault of a copy that has no key of its own", async () => {
    expect(await rejected(plan("backup"), "encryption.customer_key")).toMatchObject({
      "aws_backup_vault.bad_encryption_key__vault_lock__deletion_protection":
        expect.stringContaining("kms_key_arn is no key named"),
    });
  });
});

describe("G-52", () => {
  it("rejects a key that does not rotate", async () => {
    expect(await rejected(plan("kms"), "keys.rotation")).toMatchObject({
      "aws_kms_key.bad_key_rotation__key_enabled__key_policy__policy_exposure":
        expect.stringContaining("expected rotation on"),
    });
  });
});

describe("G-54", () => {
  it("rejects a key policy that lets in an account which nobody declared", async () => {
    expect(await rejected(plan("accounts"), "access.known_accounts")).toMatchObject({
      "aws_kms_key.bad_admitted_accounts": expect.stringContaining("444455556666"),
    });
    expect(await passed(plan("accounts"), "access.known_accounts")).toContain("aws_kms_key.ok_admitted_accounts");
  });
});

describe("G-57", () => {
  it("finds a key in encoded user data, and does not print it", async () => {
    const found = await rejected(plan("ec2"), "secrets.in_clear");
    expect(found).toMatchObject({
      "aws_instance.bad_plain_secret__encoded": expect.stringContaining("user_data_base64 is aws access key id"),
    });
    expect(JSON.stringify(found)).not.toMatch(/AKIA[A-Z0-9]{16}/);
  });
});

describe("G-59", () => {
  it("rejects a subscription by e-mail to a topic of ePHI", async () => {
    expect(await rejected(plan("workloads"), "exposure.subscribers")).toMatchObject({
      "aws_sns_topic_subscription.bad_subscriber": expect.stringContaining("protocol is email"),
    });
  });
});

describe("G-67", () => {
  it("rejects a copy under the key of the store itself", async () => {
    expect(await rejected(plan("recovery"), "backup.key_independence")).toMatchObject({
      "aws_ebs_volume.bad_copy_keys": expect.stringContaining("the key of the store itself"),
    });
  });
});

describe("G-113", () => {
  it("rejects a load balancer without access logs", async () => {
    expect(await rejected(plan("elb"), "logging.access")).toMatchObject({
      "aws_lb.bad_access_log__not_enabled": expect.stringContaining("expected access logging on"),
    });
  });
});

describe("P-14", () => {
  it("rejects what is granted to a person and not to a group", async () => {
    expect(await rejected(plan("iam"), "access.group_grants")).toMatchObject({
      "aws_iam_user.bad_direct_grant": expect.stringContaining("expected grants through groups or roles"),
    });
  });
});

describe("P-25", () => {
  it("rejects a log group kept shorter than the profile says, with both numbers", async () => {
    expect(await rejected(plan("keeping"), "logging.retention")).toMatchObject({
      "aws_cloudwatch_log_group.bad_log_retention": expect.stringContaining("is 30, expected at least 365 days"),
    });
  });
});

describe("P-26", () => {
  it("rejects desktops that stay signed in unattended", async () => {
    expect(await rejected(plan("workloads"), "access.idle_limit")).toMatchObject({
      "aws_appstream_fleet.bad_network_placement__internet": expect.stringContaining("expected at most 30 minutes"),
    });
  });
});

describe("P-28", () => {
  it("rejects engines past the end of their support", async () => {
    const found = await rejected("examples/leaky/plan.json.gz", "versions.supported_engine");
    expect(Object.keys(found)).toContain("aws_db_instance.records");
  });
});

describe("P-36", () => {
  it("rejects ePHI in a service that AWS does not list, with the date of the list", async () => {
    expect(await rejected(plan("eligibility"), "scope.eligible_service")).toMatchObject({
      "aws_lightsail_disk.bad_eligibility": expect.stringMatching(/list of HIPAA eligible services of 20\d\d/),
    });
    expect(await passed(plan("eligibility"), "scope.eligible_service")).toContain("aws_sqs_queue.ok_eligibility");
  });
});
