import { Testing } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { exception, PhiBucket, PhiSite, PhiStack, ResilientBackup } from "../../constructs/index.ts";

const SITE = { account: "444455556666", roleArn: "arn:aws:iam::444455556666:role/deploy" };

function stackOf(): PhiStack {
  return new PhiStack(Testing.app(), "portal", {
    account: "111122223333",
    region: "us-east-1",
    owner: "portal-team",
    custodians: ["key-custodian"],
    contacts: ["oncall@clinic.example"],
  });
}

interface Words {
  readonly tier?: "critical";
  readonly [prop: string]: unknown;
}

/** Builds a backup of which some props are replaced, as a caller without types could. */
function build(words: Words | ((stack: PhiStack) => Words)): void {
  const stack = stackOf();
  const props = {
    tier: "essential" as const,
    regionCopy: new PhiSite(stack, "Region", { region: "us-west-2" }),
    accountCopy: new PhiSite(stack, "Vault", SITE),
    ...(typeof words === "function" ? words(stack) : words),
  };
  new ResilientBackup(stack, "Backup", props);
}

describe("a leg of 3-2-1 that is missing", () => {
  it.each([
    [
      "regionCopy left out",
      () => ({ regionCopy: undefined }),
      "3-2-1 lacks the copy in another Region: regionCopy is left out",
    ],
    [
      "accountCopy left out",
      () => ({ accountCopy: undefined }),
      "3-2-1 lacks the copy in another account: accountCopy is left out",
    ],
    [
      "regionCopy in the source's Region",
      (stack: PhiStack) => ({ regionCopy: new PhiSite(stack, "Near", SITE) }),
      "3-2-1 lacks the copy in another Region: regionCopy stands in us-east-1, the source's own, expected another",
    ],
    [
      "accountCopy in the source's account",
      (stack: PhiStack) => ({ accountCopy: new PhiSite(stack, "Near", { region: "eu-west-1" }) }),
      "3-2-1 lacks the copy in another account: accountCopy stands in the account 111122223333, the source's own",
    ],
  ])("is refused by its name: %s", (_name, words, message) => {
    expect(() => build(words)).toThrow(message);
    expect(() => build(words)).toThrow(expect.objectContaining({ code: "LEG_MISSING" }));
  });

  it("is refused where nothing is backed up", () => {
    const stack = stackOf();
    new ResilientBackup(stack, "Backup", {
      tier: "standard",
      regionCopy: new PhiSite(stack, "Region", { region: "us-west-2" }),
      accountCopy: "air-gapped",
    });
    expect(() => Testing.synth(stack, true)).toThrow(
      "3-2-1 has no source, expected at least one store (portal/Backup)",
    );
  });

  it("is refused in a store that comes before every backup", () => {
    expect(() => new PhiBucket(stackOf(), "Documents")).toThrow(expect.objectContaining({ code: "BACKUP_MISSING" }));
  });
});

describe("retention that the lock or cold storage would refuse", () => {
  it.each([
    [
      { retentionDays: 20, lockMinDays: 35 },
      "RETENTION_OUTSIDE_LOCK",
      "the recovery point beside the source is kept for 20 days, expected 35 to 3653 days as its vault is locked (portal/Backup)",
    ],
    [
      { copyRetentionDays: 10, lockMinDays: 14 },
      "RETENTION_OUTSIDE_LOCK",
      "the copy in another Region is kept for 10 days, expected 14 to 3653 days as its vault is locked (portal/Backup)",
    ],
    [
      { retentionDays: 4000 },
      "RETENTION_OUTSIDE_LOCK",
      "the recovery point beside the source is kept for 4000 days, expected 35 to 3653 days as its vault is locked (portal/Backup)",
    ],
    [
      { retentionDays: 100, coldStorageAfterDays: 30 },
      "COLD_STORAGE_TOO_SHORT",
      "the recovery point beside the source is kept for 100 days, expected at least 120 days: cold storage after 30 days lasts 90 days (portal/Backup)",
    ],
    [{ lockMinDays: 3 }, "LOCK_OUT_OF_RANGE", "lockMinDays must be 7 to 35 days, got 3 (portal/Backup)"],
    [{ coolingOffDays: 2 }, "COOLING_OFF_OUT_OF_RANGE", "coolingOffDays must be 3 to 30 days, got 2 (portal/Backup)"],
    [{ rpoHours: 0 }, "RPO_OUT_OF_RANGE", "rpoHours must be 1 to 24 hours, got 0 (portal/Backup)"],
    [{ rpoHours: 1.5 }, "RPO_OUT_OF_RANGE", "rpoHours must be 1 to 24 hours, got 1.5 (portal/Backup)"],
    [{ rtoHours: 1000 }, "RTO_OUT_OF_RANGE", "rtoHours must be 1 to 720 hours, got 1000 (portal/Backup)"],
  ])("names leg, number and unit: %j", (words, code, message) => {
    expect(() => build(words)).toThrow(message);
    expect(() => build(words)).toThrow(expect.objectContaining({ code }));
  });

  it("takes no exception for a staged lock but that of the lock", () => {
    const lockPromotion = exception({
      control: "backup.lock_floor",
      kind: "remediation",
      reason: "another control",
      compensating: "none",
      owner: "a",
      approvedBy: "b",
      until: "2026-03-01",
    });
    expect(() => build({ lockPromotion })).toThrow(expect.objectContaining({ code: "PROMOTION_INVALID" }));
  });
});

describe("objectives", () => {
  const REGISTER = "tests/constructs/resilient-backup/objectives.yaml";
  const objectives = (words: { rpoHours?: number; register?: string; tier?: "critical" }): unknown => {
    const stack = stackOf();
    const { rpoHours, rtoHours } = new ResilientBackup(stack, "Backup", {
      tier: "essential",
      regionCopy: new PhiSite(stack, "Region", { region: "us-west-2" }),
      accountCopy: "air-gapped",
      ...words,
    }).objectives;
    return { rpoHours, rtoHours };
  };

  it("come from the tier, the shortest entries of the register, or the prop, the latter before the former", () => {
    expect(objectives({})).toEqual({ rpoHours: 12, rtoHours: 24 });
    expect(objectives({ register: REGISTER })).toEqual({ rpoHours: 8, rtoHours: 6 });
    expect(objectives({ register: REGISTER, rpoHours: 3 })).toEqual({ rpoHours: 3, rtoHours: 6 });
  });

  it("are refused where the register that is named has none for the tier, or is none", () => {
    const invalid = expect.objectContaining({ code: "REGISTER_INVALID" });
    expect(() => objectives({ register: REGISTER, tier: "critical" })).toThrow(invalid);
    expect(() => objectives({ register: "package.json" })).toThrow(invalid);
    expect(() => objectives({ register: "nowhere.yaml" })).toThrow(
      "register is nowhere.yaml, expected a file that exists",
    );
  });
});

describe("what it builds", () => {
  let synthesised: {
    readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  };
  const all = (type: string) => Object.values(synthesised.resource[type] ?? {});

  beforeAll(() => {
    const stack = stackOf();
    new ResilientBackup(stack, "Backup", {
      tier: "critical",
      rpoHours: 5,
      regionCopy: new PhiSite(stack, "Region", { region: "us-west-2" }),
      accountCopy: new PhiSite(stack, "Vault", SITE),
    });
    new PhiBucket(stack, "Documents");
    synthesised = JSON.parse(Testing.synth(stack));
  });

  it("locks three vaults at three places in compliance mode, after a cooling-off window", () => {
    expect(all("aws_backup_vault").map(({ provider }) => provider)).toEqual([
      undefined,
      "aws.portal-region",
      "aws.portal-vault",
    ]);
    expect(all("aws_backup_vault_lock_configuration")).toHaveLength(3);
    for (const lock of all("aws_backup_vault_lock_configuration"))
      expect(lock).toMatchObject({ changeable_for_days: 7, min_retention_days: 35, max_retention_days: 3653 });
  });

  it("starts often enough for the objective: every 4 hours for 5", () => {
    const [plan] = all("aws_backup_plan");
    expect(plan?.rule).toMatchObject([{ schedule: "cron(0 0/4 * * ? *)" }, { enable_continuous_backup: true }]);
  });

  it("keeps the roles of backup and restore apart", () => {
    const trusted = all("aws_iam_role").map(({ name, assume_role_policy: text }) => [
      name,
      JSON.parse(String(text)).Statement[0].Principal.Service,
    ]);
    expect(trusted).toEqual(
      expect.arrayContaining([
        ["portal-backup-backup", ["backup.amazonaws.com"]],
        ["portal-backup-restore", ["backup.amazonaws.com"]],
      ]),
    );
  });

  it("tells the store its objectives", () => {
    const [bucket] = all("aws_s3_bucket").filter(({ bucket: name }) => String(name).includes("documents"));
    expect(bucket?.tags).toEqual({ DataClass: "ephi", RpoHours: "5", RtoHours: "4" });
  });
});
