import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { schemas } from "../../cli/schema-list.ts";

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);

/** Where a YAML text does not fit a published schema. */
function faults(name: string, text: string): readonly string[] {
  const schema = schemas[name]?.();
  if (!schema) throw new Error(`there is no schema ${name}`);
  const validate = ajv.getSchema(String(schema.$id)) ?? ajv.compile(schema);
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const exception = `exceptions:
  - id: EX-1
    control: encryption.at_rest
    address: "*"
    kind: remediation
    owner: Data platform
    approvedBy: Security official
    reason: being mended
    compensating: a private network
    until: 2027-03-31
`;
const fact = `facts:
  - address: "*"
    fact: backup
    state: known
    days: 35
    owner: Backup team
    evidence: central vault
    until: 2027-01-31
`;

const objective = `objectives:
  - id: RO-1
    address: "*"
    tier: critical
    rpoHours: 4
    rtoHours: 8
    owner: Records
    reviewed: 2026-09-30
`;

describe("published schemas", () => {
  it("accept an objective for an address, and refuse one without an owner", () => {
    expect(faults("recovery-objectives", objective)).toEqual([]);
    expect(faults("recovery-objectives", objective.replace("    owner: Records\n", ""))).toEqual([
      "/objectives/0 must have required property 'owner'",
    ]);
  });

  it("take what the command takes", () => {
    const config =
      "extends: ../org.yaml\nenforce: introduced\ndataClass: { tags: [Class], values: { ephi: [high] } }\nparameters: { public_ports: [443] }\nregisters: required\n";
    expect([faults("config", config), faults("exceptions", exception), faults("stated-facts", fact)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    ["config", "enforced: all\n", [" must NOT have additional properties"]],
    ["config", "enforce: some\n", ["/enforce must be equal to one of the allowed values"]],
    ["exceptions", exception.replace("2027-03-31", "2027-02-30"), ['/exceptions/0/until must match format "date"']],
    [
      "exceptions",
      exception.replace("    owner: Data platform\n", ""),
      ["/exceptions/0 must have required property 'owner'"],
    ],
    ["stated-facts", fact.replace("days: 35", "days: -1"), ["/facts/0/days must be >= 0"]],
  ])("refuse what the command refuses: %s", (name, text, expected) => {
    expect(faults(name, text)).toEqual(expect.arrayContaining([...expected]));
  });

  it("name themselves", () => {
    expect(Object.entries(schemas).map(([name, schema]) => [name, schema().$id])).toEqual(
      ["assessment", "config", "exceptions", "recovery-objectives", "stated-facts"].map((name) => [
        name,
        `urn:phiward:schema:${name}:1`,
      ]),
    );
  });
});
