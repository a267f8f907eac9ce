import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findConfig, loadConfig } from "../../../gate/config/load.ts";
import { PhiwardError } from "../../../gate/error.ts";
import { defaultDataClassOptions } from "../../../gate/facts/data-class.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "phiward-config-")));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A fresh folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, String(folders++));
  for (const [name, text] of Object.entries({ ".git/HEAD": "", ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Code, exit and message of the error that reading `phiward.yaml` in a folder of these files gives. */
function errorOf(files: Readonly<Record<string, string>>, file?: string): string {
  try {
    loadConfig(folderOf(files), file);
  } catch (error) {
    if (error instanceof PhiwardError) return `${error.code} ${error.exit} ${error.message}`;
    throw error;
  }
  return "no error";
}

describe("loadConfig", () => {
  it("fills in every default where there is no file", () => {
    const folder = folderOf({});
    expect(loadConfig(folder)).toEqual({
      folder,
      enforce: "all",
      profile: "hipaa",
      dataClass: defaultDataClassOptions,
      parameters: {},
      exceptions: { file: join(folder, "registers", "exceptions.yaml"), named: false },
      recoveryObjectives: { file: join(folder, "registers", "recovery-objectives.yaml"), named: false },
      accounts: [],
      context: [],
      registers: "optional",
    });
  });

  it("takes every setting, an empty file too", () => {
    const folder = folderOf({
      "phiward.yaml": `enforce: introduced
profile: nprm-2025
dataClass:
  tags: [Sensitivity]
  values: { ephi: [high], none: [low] }
  default: none
  approver: Security official
parameters: { log_retention_days: 400, public_ports: [443, 8443] }
exceptions: ../shared/accepted.yaml
recoveryObjectives: ../shared/objectives.yaml
accounts:
  - { id: "444455556666", owner: Platform team, purpose: central backups, own: true }
  - { id: o-a1b2c3d4e5, owner: Platform team, purpose: our organization }
regions: [us-east-1, us-gov-west-1]
context: [network.json]
registers: required
`,
      "empty/phiward.yaml": "",
      "empty/.git/HEAD": "",
    });
    expect(loadConfig(folder)).toEqual({
      file: join(folder, "phiward.yaml"),
      folder,
      enforce: "introduced",
      profile: "nprm-2025",
      dataClass: {
        tagKeys: ["Sensitivity"],
        values: { ephi: ["high"], "ephi-derived": ["ephi-derived"], none: ["low"] },
        default: "none",
      },
      defaultApprover: "Security official",
      parameters: { log_retention_days: 400, public_ports: [443, 8443] },
      exceptions: { file: join(root, "shared", "accepted.yaml"), named: true },
      recoveryObjectives: { file: join(root, "shared", "objectives.yaml"), named: true },
      accounts: [
        { id: "444455556666", owner: "Platform team", purpose: "central backups", own: true },
        { id: "o-a1b2c3d4e5", owner: "Platform team", purpose: "our organization" },
      ],
      regions: ["us-east-1", "us-gov-west-1"],
      context: [join(folder, "network.json")],
      registers: "required",
    });
    expect(loadConfig(join(folder, "empty")).enforce).toBe("all");
  });

  it("merges what it extends: the nearest wins, parameters by name, Regions replaced, context added, paths from their own file", () => {
    const folder = folderOf({
      "org/phiward.yaml":
        "enforce: introduced\nparameters: { log_retention_days: 400, backup_retention_days: 30 }\nregions: [us-east-1, eu-west-1]\ncontext: [account.json]\n",
      "org/strict.yaml": "enforce: all\nregisters: required\nregions: [us-east-1]\n",
      "node_modules/@clinic/phiward/package.json": '{"name":"@clinic/phiward","version":"1.0.0"}',
      "node_modules/@clinic/phiward/base.yaml": "exceptions: accepted.yaml\nenforce: observe\n",
      "app/phiward.yaml":
        'extends: ["@clinic/phiward/base.yaml", ../org/phiward.yaml, ../org/strict.yaml]\nparameters: { log_retention_days: 500 }\ncontext: [network.json]\n',
    });
    const { enforce, registers, regions, parameters, context, exceptions } = loadConfig(join(folder, "app"));
    expect({ enforce, registers, regions, parameters, context, exceptions }).toEqual({
      enforce: "all",
      registers: "required",
      regions: ["us-east-1"],
      parameters: { log_retention_days: 500, backup_retention_days: 30 },
      context: [join(folder, "org", "account.json"), join(folder, "app", "network.json")],
      exceptions: { file: join(folder, "node_modules", "@clinic", "phiward", "accepted.yaml"), named: true },
    });
  });

  it("reads the file that is named, and says where that does not exist", () => {
    const folder = folderOf({ "other.yaml": "enforce: observe\n", "phiward.yaml": "enforce: introduced\n" });
    expect(loadConfig(folder, "other.yaml").enforce).toBe("observe");
    expect(errorOf({}, "absent.yaml")).toBe("CONFIG_MISSING 3 there is no file absent.yaml to read settings from");
  });

  it.each([
    ["an unknown key", "enforce: all\nenforced: all\n", 'phiward.yaml:2:1: unknown key "enforced"'],
    [
      "an unknown key further down",
      "dataClass:\n  tags: [A]\n  tagz: [B]\n",
      'phiward.yaml:3:3: dataClass: unknown key "tagz"',
    ],
    [
      "a wrong value",
      "profile: hipaa\nenforce: sometimes\n",
      'phiward.yaml:2:10: enforce: invalid option: expected one of "all"|"introduced"|"observe"',
    ],
    [
      "a zone instead of a Region",
      "regions: [us-east-1a]\n",
      "phiward.yaml:1:11: regions[0]: must be a Region of AWS, such as us-east-1",
    ],
    [
      "a wrong type",
      "context: network.json\n",
      "phiward.yaml:1:10: context: invalid input: expected array, received string",
    ],
    [
      "a list instead of settings",
      "- enforce: all\n",
      "phiward.yaml:1:1: invalid input: expected object, received array",
    ],
    [
      "bad YAML",
      "enforce: [all\n",
      "phiward.yaml:2:1: flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    ["a key twice", "enforce: all\nenforce: observe\n", "phiward.yaml:2:1: map keys must be unique"],
    [
      "two documents",
      "enforce: all\n---\nenforce: observe\n",
      "phiward.yaml:2:1: source contains multiple documents; please use YAML.parseAllDocuments()",
    ],
    ["an unknown profile", "profile: hippa\n", "phiward.yaml:1:10: there is no profile hippa (did you mean hipaa?)"],
    [
      "an unknown parameter",
      "parameters:\n  log_retention_day: 400\n",
      "phiward.yaml:2:22: no profile has a parameter log_retention_day (did you mean log_retention_days?)",
    ],
    [
      "a parameter below its bound",
      "parameters:\n  log_retention_days: 30\n",
      "phiward.yaml:2:23: log_retention_days must be at least 90, got 30",
    ],
    [
      "a parameter above its bound",
      "parameters: { deletion_window_days: 60 }\n",
      "phiward.yaml:1:37: deletion_window_days must be at most 30, got 60",
    ],
    [
      "a number instead of a list",
      "parameters: { public_ports: 443 }\n",
      "phiward.yaml:1:29: public_ports expected a list of numbers",
    ],
    [
      "a decision without an approver",
      "dataClass:\n  default: none\n",
      "phiward.yaml:2:12: dataClass.default: a default other than ephi is a decision: name its approver",
    ],
    [
      "a tag value of two classes",
      "dataClass:\n  values:\n    none: [PHI]\n",
      "phiward.yaml:3:11: the tag value PHI stands for ephi and for none",
    ],
    [
      "a missing base",
      "extends: ./absent.yaml\n",
      "phiward.yaml:1:10: extends names ./absent.yaml, and there is no such file",
    ],
    [
      "a missing package",
      "extends:\n  - nobody/phiward.yaml\n",
      "phiward.yaml:2:5: extends names nobody/phiward.yaml, and no installed package has this file",
    ],
    ["itself", "extends: ./phiward.yaml\n", "phiward.yaml:1:10: extends goes in a circle: phiward.yaml → phiward.yaml"],
  ])("refuses %s with file, line and column", (_, text, message) => {
    expect(errorOf({ "phiward.yaml": text })).toBe(`CONFIG_INVALID 2 ${message}`);
  });

  it("refuses a longer circle, and names the file that a mistake stands in", () => {
    expect(
      errorOf({
        "phiward.yaml": "extends: ./a.yaml\n",
        "a.yaml": "extends: ./b.yaml\n",
        "b.yaml": "extends: ./a.yaml\n",
      }),
    ).toBe("CONFIG_INVALID 2 b.yaml:1:10: extends goes in a circle: phiward.yaml → a.yaml → b.yaml → a.yaml");
    expect(errorOf({ "phiward.yaml": "extends: ./a.yaml\n", "a.yaml": "\nfoo: 1\n" })).toBe(
      'CONFIG_INVALID 2 a.yaml:2:1: unknown key "foo"',
    );
  });

  it("refuses a file of aliases that would fill the memory", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f", "g"].map(
        (key, at) => `${key}: &${key} [${Array(9).fill(`*${"abcdefg"[at]}`).join(",")}]`,
      ),
    ].join("\n");
    expect(errorOf({ "phiward.yaml": bomb })).toBe(
      "CONFIG_INVALID 2 phiward.yaml: excessive alias count indicates a resource exhaustion attack",
    );
  });
});

describe("findConfig", () => {
  it("looks here, then above, and stops at the root of the repository", () => {
    const folder = folderOf({
      "phiward.yaml": "",
      "a/b/plan.json": "",
      "inner/.git/HEAD": "",
      "inner/c/plan.json": "",
    });
    expect(findConfig(folder)).toBe(join(folder, "phiward.yaml"));
    expect(findConfig(join(folder, "a", "b"))).toBe(join(folder, "phiward.yaml"));
    expect(findConfig(join(folder, "inner", "c"))).toBeUndefined();
  });
});
