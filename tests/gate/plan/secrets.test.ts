import { describe, expect, it } from "vitest";
import { isLiteral, isSecretName, redactText, secretKinds } from "../../../gate/plan/secrets.ts";

// Put together here, so that scanners of repositories do not take them for real.
const stripe = ["sk", "live", "plantedAAAAAAAAAAAAAAAA"].join("_");
const github = ["ghp", "plantedAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"].join("_");
const slack = ["xoxb", "1234567890", "planted"].join("-");
const pem = "-----BEGIN PRIVATE KEY-----\nMIIplanted\n-----END PRIVATE KEY-----";

describe("redactText", () => {
  it.each([
    ["key AKIAIOSFODNN7EXAMPLE here", "key (secret: aws-access-key-id) here"],
    [
      "AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      "(secret: aws-access-key-id):(secret: aws-secret-access-key)",
    ],
    [`before\n${pem}\nafter`, "before\n(secret: private-key)\nafter"],
    [pem.slice(0, 40), "(secret: private-key)"],
    [`use ${github}.`, "use (secret: github-token)."],
    [slack, "(secret: slack-token)"],
    [stripe, "(secret: stripe-key)"],
    ["Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.sig", "Bearer (secret: jwt)"],
    ["postgres://app:hunter2@db/x", "postgres://app:(secret: url-password)@db/x"],
    ["Server=db;Password=hunter2;Encrypt=yes", "Server=db;Password=(secret: named-secret);Encrypt=yes"],
    ["export DB_PASSWORD='hunter2'\nstart", "export DB_PASSWORD='(secret: named-secret)'\nstart"],
    ['{"api_key": "abc123"}', '{"api_key": "(secret: named-secret)"}'],
    ['"{\\"token\\":\\"abc123\\"}"', '"{\\"token\\":\\"(secret: named-secret)\\"}"'],
    ["app:\n  password: hunter2\n", "app:\n  password: (secret: named-secret)\n"],
    ["login --user a --password hunter2 --verbose", "login --user a --password (secret: named-secret) --verbose"],
  ])("replaces only the secret in %j", (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/db-AbCdEf",
    "{{resolve:secretsmanager:clinic/db:SecretString:password}}",
    "secretsmanager:GetSecretValue",
    "the password: see the handbook",
    "export DB_PASSWORD=$(aws ssm get-parameter --name /clinic/db)",
    "PASSWORD=${var.password}",
    "password_file=/run/secrets/db",
    "token_endpoint=https://login.example.org/token",
    "kms_key_id=1234abcd-12ab-34cd-56ef-1234567890ab",
    "require_password=true",
    "postgres://app@db/x",
    "postgres://app:$PASSWORD@db/x",
    "AKIA",
    "AIDAIOSFODNN7EXAMPLE",
    "(secret: jwt)",
    "password=(sensitive)",
  ])("leaves %j alone", (text) => {
    expect(redactText(text)).toBe(text);
  });

  it("finds nothing new in what it has redacted", () => {
    const once = redactText(`password=hunter2 ${stripe} postgres://a:b123@c AKIAIOSFODNN7EXAMPLE`);
    expect(redactText(once)).toBe(once);
  });

  it("stays fast on hostile text", () => {
    const hostile = [
      "://a:".repeat(20_000),
      "-----BEGIN RSA PRIVATE KEY-----".repeat(5000),
      "password=".repeat(20_000),
      `${"a".repeat(100_000)}=`,
      "(secret: (secret: ".repeat(10_000),
    ];
    const start = performance.now();
    for (const text of hostile) redactText(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("isSecretName", () => {
  it.each([
    "password",
    "DB_PASSWORD",
    "clientSecret",
    "api-key",
    "auth_token",
    "masterUserPassword",
    "TOKEN_1",
    "SECRET_ACCESS_KEY",
    "apikey",
    "db.password",
    "secret_string",
  ])("takes %s for a secret", (name) => {
    expect(isSecretName(name)).toBe(true);
  });
  it.each([
    "secret_arn",
    "kms_key_id",
    "token_endpoint",
    "password_length",
    "creation_token",
    "http_tokens",
    "hash_key",
    "get_password_data",
    "SECRET_ID",
    "keys",
    "bypass",
    "compass",
    "tokenizer",
  ])("takes %s for none", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("isLiteral", () => {
  it.each(["hunter2", "0123456", "a b"])("takes %j for the secret itself", (value) => {
    expect(isLiteral(value)).toBe(true);
  });
  it.each([
    "",
    " ",
    "${x}",
    "$X",
    "<password>",
    "arn:aws:x",
    "/clinic/db/password",
    "true",
    "none",
    "(sensitive)",
    "(secret: jwt)",
    "https://x.org",
  ])("takes %j for a reference or nothing", (value) => {
    expect(isLiteral(value)).toBe(false);
  });
});

describe("secretKinds", () => {
  it("lists each kind once, in order", () => {
    expect(secretKinds("(secret: jwt) and (secret: url-password) and (secret: jwt)")).toEqual(["jwt", "url-password"]);
    expect(secretKinds("(sensitive) nothing else")).toEqual([]);
  });
});
