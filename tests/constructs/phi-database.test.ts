import { describe, expect, it } from "vitest";
import {
  type ClusterEngine,
  type DatabaseEngine,
  PhiDatabase,
  PhiDatabaseCluster,
  PhiNetwork,
} from "../../constructs/index.ts";
import { type Places, places, refused, statements, written } from "./places.ts";

const none = { dataClass: "none" } as const;
const networkIn = (site: Places["stack"] | Places["region"]): PhiNetwork =>
  new PhiNetwork(site, "Net", { services: [] });

describe("a database is refused", () => {
  it.each([
    [{ engineVersion: "13" }, "VERSION_INVALID", "engineVersion must be a version of postgres such as 17, got 13"],
    [
      { engine: "mysql", engineVersion: "5.7" },
      "VERSION_INVALID",
      "engineVersion must be a version of mysql such as 8.4, got 5.7 (portal/Records)",
    ],
    [{ storageGiB: 19 }, "STORAGE_OUT_OF_RANGE", "storageGiB must be 20 to 6553, got 19"],
    [{ storageGiB: 6554 }, "STORAGE_OUT_OF_RANGE", "storageGiB must be 20 to 6553, got 6554"],
  ] as const)("with %o", (props, code, message) => {
    refused(
      ({ stack }) => new PhiDatabase(stack, "Records", { network: networkIn(stack), ...none, ...props }),
      code,
      message,
    );
  });

  it("with ePHI and without a backup", () => {
    const build = ({ stack }: Places) => new PhiDatabase(stack, "Records", { network: networkIn(stack) });
    refused(build, "BACKUP_MISSING", "has no backup");
  });

  it("in a network of another Region", () => {
    refused(
      ({ stack, region }) => new PhiDatabase(stack, "Records", { ...none, network: networkIn(region) }),
      "NETWORK_FOREIGN",
      "network stands in us-west-2 of 111122223333, expected us-east-1 of 111122223333 (portal/Records)",
    );
  });
});

describe("a database cluster is refused", () => {
  it.each([
    [{ engineVersion: "13" }, "VERSION_INVALID", "engineVersion must be a version of aurora-postgresql such as 17"],
    [{ instances: 1 }, "INSTANCES_OUT_OF_RANGE", "instances must be 2 to 16, got 1 (portal/Records)"],
    [{ instances: 17 }, "INSTANCES_OUT_OF_RANGE", "instances must be 2 to 16, got 17"],
  ])("with %o", (props, code, message) => {
    refused(
      ({ stack }) => new PhiDatabaseCluster(stack, "Records", { network: networkIn(stack), ...none, ...props }),
      code,
      message,
    );
  });

  it("with ePHI and without a backup", () => {
    const build = ({ stack }: Places) => new PhiDatabaseCluster(stack, "Records", { network: networkIn(stack) });
    refused(build, "BACKUP_MISSING", "has no backup");
  });
});

const instanceOf = (engine: DatabaseEngine) => {
  const place = places();
  new PhiDatabase(place.stack, "Records", { ...none, engine, network: networkIn(place.stack) });
  return written(place);
};
const clusterOf = (engine: ClusterEngine) => {
  const place = places();
  new PhiDatabaseCluster(place.stack, "Records", { ...none, engine, network: networkIn(place.stack) });
  return written(place);
};

describe("every database", () => {
  it.each([
    ["postgres", "postgres17", { name: "rds.force_ssl", value: "1", apply_method: "immediate" }],
    ["mysql", "mysql8.4", { name: "require_secure_transport", value: "1", apply_method: "immediate" }],
    ["mariadb", "mariadb11.8", { name: "require_secure_transport", value: "1", apply_method: "immediate" }],
  ] as const)("refuses clear text: %s", (engine, family, parameter) => {
    const group = instanceOf(engine).get("Records/Parameters");
    expect(group).toMatchObject({ family, parameter: expect.arrayContaining([parameter]) });
  });

  it.each([
    ["aurora-postgresql", "aurora-postgresql17", { name: "rds.force_ssl", value: "1", apply_method: "immediate" }],
    ["aurora-mysql", "aurora-mysql8.0", { name: "require_secure_transport", value: "1", apply_method: "immediate" }],
  ] as const)("refuses clear text: %s", (engine, family, parameter) => {
    const group = clusterOf(engine).get("Records/Parameters");
    expect(group).toMatchObject({ family, parameter: expect.arrayContaining([parameter]) });
  });

  it.each(["mysql", "mariadb"] as const)("writes down the queries of %s through the audit plugin", (engine) => {
    expect(instanceOf(engine).get("Records/Options")).toMatchObject({
      option: [
        {
          option_name: "MARIADB_AUDIT_PLUGIN",
          option_settings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY" }],
        },
      ],
    });
  });

  it("holds no password: the service makes and rotates it under the key", () => {
    const resources = [instanceOf("postgres"), clusterOf("aurora-mysql")].map((all) => all.get("Records/Resource"));
    for (const resource of resources) {
      expect(resource).toMatchObject({
        manage_master_user_password: true,
        master_user_secret_kms_key_id: expect.stringContaining("aws_kms_key.Records_Key_"),
      });
      expect(Object.keys(resource ?? {})).not.toContainEqual(expect.stringMatching(/^(master_)?password/));
    }
  });

  it("has its log groups made before it, under its key", () => {
    const resources = instanceOf("mysql");
    expect(resources.get("Records/Log-audit/Resource")).toMatchObject({
      name: "/aws/rds/instance/portal-records/audit",
      kms_key_id: expect.stringContaining("aws_kms_key.Records_Key_"),
    });
    expect(resources.get("Records/Resource")).toMatchObject({
      depends_on: expect.arrayContaining([
        expect.stringContaining("aws_cloudwatch_log_group.Records_Log-audit_"),
        expect.stringContaining("aws_cloudwatch_log_group.Records_Log-error_"),
      ]),
    });
  });

  it("may use its key through RDS, and for its own service's secrets only", () => {
    const policy = statements(instanceOf("postgres").get("Records/Key/Resource"));
    expect(policy.get("UseThroughSecretsmanager")?.Condition).toEqual({
      StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
      StringLike: {
        "kms:EncryptionContext:SecretARN": ["arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"],
      },
    });
    expect(policy.get("GrantThroughRds")?.Condition).toEqual({
      StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "rds.us-east-1.amazonaws.com" },
      Bool: { "kms:GrantIsForAWSResource": "true" },
    });
  });

  it("keeps an identifier within 63 characters, different for different ids", () => {
    const { stack } = places();
    const network = networkIn(stack);
    const [a, b] = ["One", "Two"].map(
      (end) => new PhiDatabase(stack, `${"Records".repeat(10)}${end}`, { ...none, network }).identifier,
    );
    expect(a).toHaveLength(63);
    expect(b).toHaveLength(63);
    expect(a).not.toBe(b);
  });
});
