import { describe, expect, it } from "vitest";
import { connect, PhiFileSystem, PhiNetwork, PhiSecurityGroup } from "../../constructs/index.ts";
import { type Places, places, refused, statements, written } from "./places.ts";

const none = { dataClass: "none" } as const;
const networkIn = (stack: Places["stack"] | Places["region"]): PhiNetwork =>
  new PhiNetwork(stack, "Network", { zones: ["a", "b"], services: [] });

describe("a file system is refused", () => {
  it("in a network of another site", () => {
    refused(
      ({ stack, region }) => new PhiFileSystem(stack, "Files", { ...none, network: networkIn(region) }),
      "NETWORK_FOREIGN",
      "network stands in us-west-2 of 111122223333, expected the file system's own site (portal/Files)",
    );
  });

  it("with a period that EFS does not know", () => {
    refused(
      ({ stack }) => new PhiFileSystem(stack, "Files", { ...none, network: networkIn(stack), infrequentAfterDays: 45 }),
      "LIFECYCLE_INVALID",
      "infrequentAfterDays must be one of 1, 7, 14, 30, 60, 90, 180, 270, 365, got 45",
    );
  });

  it("with ePHI and without a backup", () => {
    refused(
      ({ stack }) => new PhiFileSystem(stack, "Files", { network: networkIn(stack) }),
      "BACKUP_MISSING",
      "has no backup",
    );
  });

  it.each([
    [
      { path: "/", userId: 1000, groupId: 1000 },
      "PATH_INVALID",
      "path must be one to four folders such as /uploads, got /",
    ],
    [{ path: "uploads", userId: 1000, groupId: 1000 }, "PATH_INVALID", "got uploads"],
    [{ path: "/uploads", userId: 0, groupId: 1000 }, "USER_INVALID", "userId must be 1 to 4294967295, got 0"],
    [{ path: "/uploads", userId: 1000, groupId: 0 }, "USER_INVALID", "groupId must be 1 to 4294967295, got 0"],
  ])("with the access point %o", (point, code, message) => {
    refused(
      ({ stack }) =>
        new PhiFileSystem(stack, "Files", { ...none, network: networkIn(stack) }).addAccessPoint("Uploads", point),
      code,
      message,
    );
  });
});

describe("a file system", () => {
  it("lets nobody in without TLS, beside an access point or as root, and allows nobody by itself", () => {
    const place = places();
    new PhiFileSystem(place.stack, "Files", { ...none, network: networkIn(place.stack) });
    const policy = statements(written(place).get("Files/Policy"));
    expect([...policy.values()].map(({ Effect, Principal }) => [Effect, Principal])).toEqual(
      Array.from({ length: 3 }, () => ["Deny", "*"]),
    );
    expect(policy.get("TlsOnly")).toMatchObject({
      Action: ["elasticfilesystem:*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    expect(policy.get("ThroughAccessPointsOnly")).toMatchObject({
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Condition: { Null: { "elasticfilesystem:AccessPointArn": "true" } },
    });
    expect(policy.get("NobodyActsAsRoot")).toMatchObject({ Action: ["elasticfilesystem:ClientRootAccess"] });
  });

  it("has a mount target in each zone, which a member reaches by its group", () => {
    const place = places();
    const network = networkIn(place.stack);
    const files = new PhiFileSystem(place.stack, "Files", { ...none, network });
    connect(new PhiSecurityGroup(place.stack, "Intake", { network }), files, 2049);
    const resources = written(place);
    for (const zone of ["A", "B"])
      expect(resources.get(`Files/MountTarget${zone}`)).toMatchObject({
        subnet_id: expect.stringContaining(`Network_Subnet${zone}`),
        security_groups: [expect.stringContaining("Files_SecurityGroup")],
      });
    const incoming = [...resources].filter(([path]) => path.startsWith("Files/SecurityGroup/"));
    expect(incoming.map(([, values]) => values)).toMatchObject([
      { from_port: 2049, to_port: 2049, referenced_security_group_id: expect.stringContaining("Intake_SecurityGroup") },
    ]);
  });

  it("gives members of an access point one folder and one user", () => {
    const place = places();
    new PhiFileSystem(place.stack, "Files", { ...none, network: networkIn(place.stack) }).addAccessPoint("Uploads", {
      path: "/uploads",
      userId: 1000,
      groupId: 2000,
    });
    expect(written(place).get("Files/Uploads")).toMatchObject({
      posix_user: { uid: 1000, gid: 2000 },
      root_directory: {
        path: "/uploads",
        creation_info: { owner_uid: 1000, owner_gid: 2000, permissions: "0750" },
      },
    });
  });
});
