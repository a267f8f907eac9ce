// The makers of mutants, on the recorded plans of the constructs.

import { describe, expect, it } from "vitest";
import { readPlan } from "../../gate/plan/read.ts";
import { expressionsOf } from "../../scripts/mutants/body.ts";
import { removal } from "../../scripts/mutants/companions.ts";
import { openCourt } from "../../scripts/mutants/court.ts";
import { argumentOf, changed, put } from "../../scripts/mutants/mutant.ts";
import { policyTextChanges } from "../../scripts/mutants/policy-text.ts";
import { type Part, Recording } from "../../scripts/mutants/recording.ts";
import { referenceChanges } from "../../scripts/mutants/references.ts";
import { planValue } from "../../scripts/mutants/replan.ts";
import { schemaOf } from "../../scripts/mutants/schema.ts";
import { readSurvivors, reasonOf } from "../../scripts/mutants/survivors.ts";
import { valueChanges, writtenChanges } from "../../scripts/mutants/values.ts";

const recording = new Recording(await readPlan("tests/constructs/phi-bucket.plan.json.gz"));
const parts = [...recording.parts.values()];

function partAt(path: string, type: string): Part {
  const part = parts.find((one) => one.path === path && one.type === type);
  if (!part) throw new Error(`no ${type} at ${path}`);
  return part;
}

const details = (type: string, path: string): readonly string[] => {
  const { body, schema } = partAt(path, type);
  return writtenChanges(body, schema).map((one) => `${one.kind} ${argumentOf(one.path)} ${one.detail}`);
};

describe("a recording", () => {
  it("writes back the expressions that it was read from", () => {
    for (const { body, schema, config } of parts) expect(expressionsOf(body, schema)).toEqual(config.expressions ?? {});
  });

  it("plans an edited argument as known, and what refers to a lost one with it", () => {
    const { address, body } = partAt("Smallest_PublicAccessBlock", "aws_s3_bucket_public_access_block");
    const plan = recording.edited(new Map([[address, { body: { ...body, block_public_acls: false } }]]));
    const change = plan.changes.find((one) => one.address === address)?.change;
    expect(change?.after).toEqual({
      block_public_acls: false,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    const block = plan.configuration?.root_module?.resources?.find((one) => one.name === address.split(".")[1]);
    expect(block?.expressions?.block_public_acls).toEqual({ constant_value: false });
  });

  it("falls back on the provider's default tags where a resource loses its own", () => {
    const { address, body } = partAt("Smallest", "aws_s3_bucket");
    const { tags: _, ...rest } = body;
    const plan = recording.edited(new Map([[address, { body: rest }]]));
    const after = plan.changes.find((one) => one.address === address)?.change.after;
    expect(after?.tags).toBeNull();
    expect(after?.tags_all).toEqual({ DataClass: "ephi", Owner: "portal-team" });
  });

  it("takes a resource from the plan and from its configuration", () => {
    const { address } = partAt("Smallest_Versioning", "aws_s3_bucket_versioning");
    const plan = recording.edited(new Map([[address, { removed: true }]]));
    expect(plan.changes.some((one) => one.address === address)).toBe(false);
    expect(plan.changes).toHaveLength(recording.raw.changes.length - 1);
    expect(plan.configuration?.root_module?.resources?.some((one) => address.endsWith(`.${one.name}`))).toBe(false);
  });
});

describe("mutants of what is written", () => {
  it("switches, removes and renames each argument of a bucket's versioning", () => {
    expect(details("aws_s3_bucket_versioning", "Smallest_Versioning")).toEqual([
      "weaker versioning_configuration[*].status Disabled",
      "weaker versioning_configuration[*].status Suspended",
      "other versioning_configuration[*].status other",
    ]);
  });

  it("leaves required arguments in place", () => {
    const removed = details("aws_kms_alias", "Smallest_Key_Alias").filter((one) => one.startsWith("removed"));
    expect(removed).toEqual(["removed name left out"]);
  });

  it("makes numbers smaller and larger, and empties and shortens lists", () => {
    const of = (value: Parameters<typeof valueChanges>[0]): readonly string[] =>
      valueChanges(value, ["x"]).map(({ kind, value: to }) => `${kind} ${JSON.stringify(to)}`);
    expect(of(30)).toEqual(["smaller 0", "smaller 1", "larger 1300"]);
    expect(of(true)).toEqual(["flipped false"]);
    expect(of("10.0.0.0/16")).toEqual(['public "0.0.0.0/0"']);
    expect(of(["a", "b"])).toEqual(["emptied []", "shortened undefined", "shortened undefined", 'other "other"']);
    expect(of("arn:aws:sns:us-east-1:111122223333:t")).toEqual([
      'elsewhere "arn:aws:sns:us-east-1:999999999999:t"',
      'elsewhere "arn:aws:sns:ap-southeast-2:111122223333:t"',
    ]);
  });

  it("opens allowances and takes refusals away", () => {
    const allow = {
      Sid: "Use",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } },
    };
    const deny = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const changes = policyTextChanges(JSON.stringify({ Version: "2012-10-17", Statement: [allow, deny] }));
    expect(changes?.map(({ detail }) => detail)).toEqual([
      "Use: principal *",
      "Use: principal * without conditions",
      "Use: another account",
      "Use: without conditions",
      "Use: action *",
      "Use: resource *",
      "1: refusal left out",
      "1: refusal never holds by aws:SecureTransport",
      "1: refuses another action",
      "1: refuses one principal",
    ]);
    expect(JSON.parse(changes?.[6]?.text ?? "")).toEqual({ Version: "2012-10-17", Statement: [allow] });
    expect(policyTextChanges('{"source":["aws.kms"]}')).toBeUndefined();
  });

  it("points a key at one of another construct, of AWS and of another account", () => {
    const part = partAt("Smallest_Encryption", "aws_s3_bucket_server_side_encryption_configuration");
    const keys = referenceChanges(recording, part, new Set(recording.parts.keys())).filter(
      ({ kind }) => kind === "wrong-key",
    );
    expect(keys.map(({ detail }) => detail)).toEqual([
      "another aws_kms_key",
      "a key of AWS",
      "a key of another account",
    ]);
    expect(keys.map(({ path }) => argumentOf(path))).toEqual(
      Array.from({ length: 3 }, () => "rule[*].apply_server_side_encryption_by_default[*].kms_master_key_id"),
    );
  });
});

describe("a companion that goes", () => {
  it("takes along what Terraform cannot plan without it", () => {
    const document = partAt("Smallest_PolicyDocument", "aws_iam_policy_document");
    const edits = removal(recording, document, new Set());
    const gone = [...(edits ?? [])].flatMap(([address, edit]) =>
      "removed" in edit ? [recording.parts.get(address)?.path] : [],
    );
    expect(gone).toEqual(["Smallest_PolicyDocument", "Smallest_Policy"]);
  });

  it("is not the construct's own resource", () => {
    const bucket = partAt("Smallest", "aws_s3_bucket");
    expect(removal(recording, bucket, new Set([bucket.address]))).toBeUndefined();
  });
});

describe("planning a value", () => {
  it("knows what the plan knows of a reference, and no more", () => {
    const look = (reference: string): string | undefined => (reference === "aws_x.y.name" ? "vault" : undefined);
    expect(planValue(`\${aws_x.y.name}/a`, look)).toEqual({ value: "vault/a", unknown: false });
    expect(planValue([`\${aws_x.y.arn}`, "b"], look)).toEqual({ value: [null, "b"], unknown: [true, false] });
  });
});

describe("the gate", () => {
  it("fails a bucket whose versioning is suspended, and passes it as it was", async () => {
    const judge = await openCourt();
    const { address, body } = partAt("Smallest_Versioning", "aws_s3_bucket_versioning");
    const suspended = changed(body, {
      kind: "weaker",
      path: ["versioning_configuration", 0, "status"],
      detail: "",
      value: "Suspended",
    });
    const before = judge(recording.raw);
    const after = judge(recording.edited(new Map([[address, { body: suspended }]])));
    expect([...after].filter((one) => !before.has(one))).toContain(
      `integrity.versioning ${partAt("Smallest", "aws_s3_bucket").address}`,
    );
  });
});

describe("survivors", () => {
  const outcome = {
    construct: "PhiKey",
    recording: "phi-key",
    address: "aws_kms_alias.a",
    detail: "other",
    killedBy: [],
  };

  it("are accounted for by the first entry that fits type, argument and kind", () => {
    const survivors = readSurvivors();
    const index = reasonOf(survivors, { ...outcome, type: "aws_kms_alias", kind: "other", argument: "name" });
    expect(index === undefined ? undefined : survivors[index]?.class).toBe("name");
  });

  it("of a type that no entry knows are accounted for by none", () => {
    expect(
      reasonOf(readSurvivors(), { ...outcome, type: "aws_unheard_of", kind: "flipped", argument: "encrypted" }),
    ).toBeUndefined();
  });
});

describe("the schema", () => {
  it("tells required, computed and nested arguments apart", () => {
    const schema = schemaOf("aws_kms_alias");
    expect(schema?.attributes.target_key_id).toEqual({ type: "string", required: true });
    expect(schema?.attributes.name).toEqual({ type: "string", computed: true });
    expect(schemaOf("aws_s3_bucket_versioning")?.blocks.versioning_configuration).toMatchObject({
      mode: "list",
      min: 1,
      max: 1,
    });
    expect(schemaOf("aws_nothing")).toBeUndefined();
  });

  it("puts a value at a path, and takes one out", () => {
    expect(put({ a: [{ b: 1 }, { b: 2 }] }, ["a", 1, "b"], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
    expect(put({ a: [1, 2] }, ["a", 0], undefined)).toEqual({ a: [2] });
  });
});
