// Obligations on keys and secrets. Each test performs the `acceptance` of its row.

import { describe, expect, it } from "vitest";
import { PhiBucket, PhiKey, ResilientBackup } from "../../constructs/index.ts";
import { places } from "../constructs/places.ts";
import { type Planned, passed, planned, rejected } from "./judged.ts";

const CLINIC = "examples/clinic/plan.json.gz";
const SECRET = "tests/constructs/phi-secret.plan.json.gz";

describe("G-51", () => {
  it("rejects a store under a key that AWS manages", async () => {
    expect(await rejected("tests/atlas/secretsmanager.plan.json.gz", "encryption.customer_key")).toMatchObject({
      "aws_secretsmanager_secret.bad_encryption_key__managed": expect.stringContaining("alias/aws/secretsmanager"),
    });
    expect(await rejected("tests/atlas/s3.plan.json.gz", "encryption.customer_key")).toMatchObject({
      "aws_s3_bucket.bad_encryption_key__managed": expect.stringContaining("expected a customer managed KMS key"),
    });
  });

  it("takes a PhiKey in its constructs and no ARN", () => {
    const { stack, region, vault } = places();
    new ResilientBackup(stack, "Backup", { tier: "standard", regionCopy: region, accountCopy: vault });
    const arn = "arn:aws:kms:us-east-1:777788889999:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    // @ts-expect-error a key is a PhiKey
    expect(() => new PhiBucket(stack, "Foreign", { key: arn })).toThrow();
    expect(() => new PhiBucket(stack, "Own", { key: new PhiKey(stack, "Key") })).not.toThrow();
  });
});

/** Paths of what the provider calls sensitive and what the state would hold. */
function secretsIn({ address, values, unknown, sensitive }: Planned): readonly string[] {
  const at = (value: Planned["unknown"] | undefined, key: string): Planned["unknown"] | undefined => {
    if (typeof value !== "object" || value === null) return value === true ? true : undefined;
    return Array.isArray(value) ? value[Number(key)] : value[key];
  };
  const walk = (
    marked: Planned["unknown"],
    value: Planned["unknown"] | undefined,
    open: Planned["unknown"] | undefined,
    path: string,
  ): readonly string[] => {
    if (marked === true) return (value === undefined || value === null) && open !== true ? [] : [path];
    if (typeof marked !== "object" || marked === null) return [];
    return Object.entries(marked).flatMap(([key, inner]) =>
      walk(inner, at(value, key), at(open, key), `${path}.${key}`),
    );
  };
  return walk(sensitive, values, unknown, address);
}

describe("G-53", () => {
  it("rejects a plan that destroys a key which a retained backup still needs", async () => {
    expect(await rejected("tests/changes/taken-away.plan.json.gz", "keys.removal")).toMatchObject({
      "aws_kms_key.of_snapshot": expect.stringContaining(
        "aws_rds_cluster.kept, destroyed, a final snapshot stays, needs it",
      ),
    });
  });

  it("passes a key that goes with all that lay under it", async () => {
    expect(await passed("tests/changes/taken-away.plan.json.gz", "keys.removal")).toEqual(["aws_kms_key.of_lost"]);
  });
});

describe("G-56", () => {
  it("leaves no secret value in the state of the example", async () => {
    const resources = planned(CLINIC);
    const [records] = resources.filter(({ type }) => type === "aws_db_instance");
    // The provider marks the password, so that a value would be seen here.
    expect(records?.sensitive).toMatchObject({ password: true });
    expect(records?.values).toMatchObject({ password: null, manage_master_user_password: true });
    expect(resources.flatMap(secretsIn)).toEqual([]);
    expect(await rejected(CLINIC, "secrets.in_clear")).toEqual({});
  });

  it("leaves no secret value in the state of the construct: it makes no version of the secret", () => {
    const resources = planned(SECRET);
    expect(resources.map(({ type }) => type)).toContain("aws_secretsmanager_secret");
    expect(resources.map(({ type }) => type)).not.toContain("aws_secretsmanager_secret_version");
    expect(resources.flatMap(secretsIn)).toEqual([]);
  });

  it("sees a secret value where there is one", () => {
    expect(planned("examples/leaky/plan.json.gz", "aws_db_instance").flatMap(secretsIn)).toContain(
      "aws_db_instance.records.password",
    );
  });

  it("rejects a secret without rotation, and passes the construct's", async () => {
    expect(await rejected("tests/atlas/secretsmanager.plan.json.gz", "secrets.rotation")).toMatchObject({
      "aws_secretsmanager_secret.bad_encryption_key__secret_rotation__omitted": expect.stringContaining(
        "no aws_secretsmanager_secret_rotation for it in this plan",
      ),
    });
    const secrets = planned(SECRET, "aws_secretsmanager_secret")
      .map(({ address }) => address)
      // Its exception is accepted, and shown as a fail.
      .filter((address) => !address.includes(".Unrotated_"));
    expect(secrets.length).toBeGreaterThan(0);
    expect(await passed(SECRET, "secrets.rotation")).toEqual(expect.arrayContaining(secrets));
  });
});
