import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../../gate/plan/parse.ts";
import type { RawPlan } from "../../../gate/plan/types.ts";

const recorded = (name: string): string =>
  gunzipSync(readFileSync(fileURLToPath(new URL(`../../plans/traps/${name}.plan.json.gz`, import.meta.url)))).toString(
    "utf8",
  );
const text = recorded("secrets");
const plan = parsePlan(text, "secrets");
const planned = (address: string, from: RawPlan = plan) =>
  from.changes.find((change) => change.address === address)?.change.after;

describe("redact", () => {
  it("leaves no secret that the trap plants, anywhere", () => {
    expect(text.match(/planted/g)?.length).toBeGreaterThan(40);
    expect(text).toContain("AKIAIOSFODNN7EXAMPLE");
    expect(JSON.stringify(plan)).not.toMatch(/planted|AKIA|wJalrXUtnFEMI/);
  });

  it("says of each value in an environment what kind it was, and leaves the harmless alone", () => {
    expect(planned("aws_lambda_function.environment")?.environment).toEqual([
      {
        variables: {
          API_TOKEN: "arn:aws:ssm:us-east-1:111122223333:parameter/clinic/token",
          AWS_ACCESS_KEY_ID: "(secret: aws-access-key-id)",
          AWS_SECRET_KEY_BESIDE: "(secret: aws-secret-access-key)",
          CONNECTION: "Server=db;User Id=clinic;Password=(secret: named-secret);",
          DATABASE_URL: "postgres://clinic:(secret: url-password)@db.internal:5432/clinic",
          DB_PASSWORD: "(secret: named-secret)",
          DB_PASSWORD_ARN: "arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/db-AbCdEf",
          GITHUB: "(secret: github-token)",
          KMS_KEY_ID: "1234abcd-12ab-34cd-56ef-1234567890ab",
          PASSWORD: "/clinic/db/password",
          REPEATED: "(secret: sensitive-value)",
          SECRET_ID: "clinic/db",
          SESSION: "(secret: jwt)",
          SLACK: "(secret: slack-token)",
          STRIPE: "(secret: stripe-key)",
          TOKEN_ENDPOINT: "https://login.example.org/oauth2/token",
          USE_PASSWORD: "true",
          apiKey: "(secret: named-secret)",
        },
      },
    ]);
  });

  it("reads JSON and base64 inside text", () => {
    const containers = String(planned("aws_ecs_task_definition.containers")?.container_definitions);
    expect(JSON.parse(containers)).toEqual([
      {
        command: ["start", "--token", "(secret: named-secret)", "--api-key=(secret: named-secret)"],
        environment: [
          { name: "DB_HOST", value: "db.internal" },
          { name: "DB_PASSWORD", value: "(secret: named-secret)" },
        ],
        image: "portal:1",
        name: "portal",
        secrets: [{ name: "API_TOKEN", valueFrom: "arn:aws:ssm:us-east-1:111122223333:parameter/clinic/token" }],
      },
    ]);
    expect(planned("aws_launch_template.base64")?.user_data).toBe("(secret: named-secret)");
    const harmless = String(planned("aws_launch_template.harmless")?.user_data);
    expect(Buffer.from(harmless, "base64").toString("utf8")).toContain("start the server");
  });

  it("covers what Terraform marks sensitive, and the same constants in the configuration", () => {
    expect(planned("aws_db_instance.literal")?.password).toBe("(sensitive)");
    expect(planned("aws_secretsmanager_secret_version.main")?.secret_string).toBe("(sensitive)");
    expect(planned("aws_ssm_parameter.declared")?.value).toBe("(sensitive)");
    const blocks = plan.configuration?.root_module?.resources ?? [];
    expect(blocks.find(({ name }) => name === "literal")?.expressions?.password).toEqual({
      constant_value: "(sensitive)",
    });
    expect(plan.variables).toEqual({
      db_password: { value: "(secret: named-secret)" },
      declared: { value: "(sensitive)" },
    });
    expect(plan.configuration?.root_module?.module_calls?.database?.expressions).toEqual({
      password: { constant_value: "(secret: named-secret)" },
      phrase: { constant_value: "(sensitive)" },
    });
  });

  it("keeps references to secrets and names that only sound like one", () => {
    const build = planned("aws_codebuild_project.environment");
    expect(JSON.stringify(build)).toContain('{"name":"GIT_TOKEN","type":"SECRETS_MANAGER","value":"clinic-git-token"}');
    expect(planned("aws_efs_file_system.files")?.creation_token).toBe("clinic-files");
    expect(planned("aws_secretsmanager_secret.main")?.description).toBe("token of the clearing house");
    expect(JSON.stringify(planned("aws_iam_policy.read_secret"))).not.toContain("(secret");
  });

  it("changes nothing in plans without a secret", () => {
    for (const name of ["references", "documents"])
      expect(JSON.stringify(parsePlan(recorded(name), name))).not.toMatch(/\(secret: |\(sensitive\)/);
  });

  it("lets no secret survive, wherever it is planted", () => {
    const base = recorded("values");
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789"),
      minLength: 36,
      maxLength: 36,
    });
    const shapes: readonly ((body: string) => { readonly whole: string; readonly secret: string })[] = [
      (body) => ({ whole: `AKIA${body.slice(0, 16).toUpperCase()}`, secret: body.slice(0, 16).toUpperCase() }),
      (body) => ({ whole: ["ghp", body].join("_"), secret: body }),
      (body) => ({ whole: ["sk", "live", body].join("_"), secret: body }),
      (body) => ({ whole: `https://user:${body}@example.org/path`, secret: body }),
      (body) => ({ whole: `run\nexport DB_PASSWORD=${body}\ndone`, secret: body }),
      (body) => ({ whole: JSON.stringify({ deep: [{ api_key: body }] }), secret: body }),
      (body) => ({ whole: `-----BEGIN EC PRIVATE KEY-----\n${body}\n-----END EC PRIVATE KEY-----`, secret: body }),
    ];
    const wrappings: readonly ((value: string) => unknown)[] = [
      (value) => value,
      (value) => [value],
      (value) => ({ nested: { list: ["x", value] } }),
      (value) => JSON.stringify({ inner: value }),
      (value) => Buffer.from(`#!/bin/sh\n${value}\n`).toString("base64"),
      (value) => JSON.stringify({ twice: JSON.stringify([value]) }),
    ];
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), fc.nat(), (body, shape, wrapping, place) => {
        const make = shapes[shape % shapes.length];
        const wrap = wrappings[wrapping % wrappings.length];
        if (make === undefined || wrap === undefined) return;
        const { whole, secret } = make(body);
        const json = JSON.parse(base);
        const changes = json.resource_changes.filter(
          (one: { change: { after: unknown } }) => one.change.after !== null,
        );
        changes[place % changes.length].change.after.planted = wrap(whole);
        expect(JSON.stringify(parsePlan(JSON.stringify(json), "planted"))).not.toContain(secret);
      }),
      { numRuns: 150 },
    );
  });
});
