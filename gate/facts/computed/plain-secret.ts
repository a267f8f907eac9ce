// The `plain_secret` fact: whether the reader found a secret where everybody who reads configuration, console or state sees it.

import { type Path, type Resource, SECRET_PREFIX, SENSITIVE, type Value, type World } from "../../model/types.ts";
import { isSecretName, secretKinds } from "../../plan/secrets.ts";
import { leaves } from "../leaves.ts";
import { isList, isObject, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { stepsOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/** Attributes that the provider itself marks sensitive: that they are redacted says nothing of how they were written. */
const markedByProvider =
  /(^|\.)(value|password|master_password|master_user_password|secret_string|secret_binary|auth_token)$/;
/** Resources whose attributes are secrets by trade. */
const secretSources =
  /^(random_password|random_string|tls_private_key|aws_secretsmanager_secret_version|aws_secretsmanager_random_password|aws_iam_access_key)$/;

/** Looks through the attribute, or without one through all values. */
export const plainSecret: ComputedFact = ({ world, resource, attribute }) => {
  if (attribute === undefined) {
    const hit = search(world, resource, resource.values, []);
    return hit ?? { judged: { state: "none" }, found: "no secret", path: "" };
  }
  let unclear: Fact | undefined;
  for (const { path, attribute: leaf } of leaves(world, resource, stepsOf(attribute))) {
    if (leaf.state === "known") {
      const hit = search(world, resource, leaf.value, path);
      if (hit?.judged.state === "found") return hit;
      unclear ??= hit;
    } else if (leaf.state === "unknown") {
      const secret = fromSecret(world, resource, path);
      if (secret) return secret;
      unclear ??= {
        judged: { state: "unknown" },
        found: "known after apply",
        path: pathText(path),
        cause: withSource(leaf.cause),
      };
    }
  }
  return unclear ?? { judged: { state: "none" }, found: "no secret", path: attribute };
};

/** The plan keeps no text of an expression that is known only after apply; the source does. */
const withSource = (cause: string): string => (cause.includes("--source") ? cause : `${cause} (see --source)`);

/** First secret inside a value; an unclear one where there is no certain one. */
function search(world: World, resource: Resource, value: Value, path: Path): Fact | undefined {
  if (typeof value === "string") return inText(resource, value, path);
  if (value === null) return inUnknown(world, resource, path);
  let unclear: Fact | undefined;
  const inner: readonly (readonly [string | number, Value])[] = isList(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [step, child] of inner) {
    const hit = search(world, resource, child, [...path, step]);
    if (hit?.judged.state === "found") return hit;
    unclear ??= hit;
  }
  return unclear;
}

function inText(resource: Resource, text: string, path: Path): Fact | undefined {
  const at = pathText(path);
  if (text.includes(SECRET_PREFIX)) return { judged: { state: "found" }, found: kindText(secretKinds(text)), path: at };
  if (text.includes(SENSITIVE) && !markedByProvider.test(at))
    return { judged: { state: "found" }, found: "a value that Terraform marks sensitive", path: at };
  const name = resource.values.name;
  if (
    resource.type === "aws_ssm_parameter" &&
    at === "value" &&
    typeof name === "string" &&
    isSecretName(name.split("/").at(-1) ?? name)
  )
    return { judged: { state: "found" }, found: `a parameter named ${name} without encryption`, path: at };
  // The provider shows user data as its SHA-1 only.
  if (/^[0-9a-f]{40}$/.test(text) && /user_data$/.test(at))
    return {
      judged: { state: "unknown" },
      found: "a digest",
      path: at,
      cause: "the plan holds only a digest of the user data (see --source)",
    };
  return undefined;
}

/** A value known only after apply is a secret where it comes from one; under a secret's name it may be. */
function inUnknown(world: World, resource: Resource, path: Path): Fact | undefined {
  const name = path.findLast((step) => typeof step === "string");
  const read = world.read(resource, path);
  if (read.state !== "unknown") return undefined;
  const secret = fromSecret(world, resource, path);
  if (secret) return secret;
  return typeof name === "string" && isSecretName(name)
    ? { judged: { state: "unknown" }, found: "known after apply", path: pathText(path), cause: read.cause }
    : undefined;
}

function fromSecret(world: World, resource: Resource, path: Path): Fact | undefined {
  for (const target of world.targets(resource, path))
    if (target.kind === "resource" && secretSources.test(target.resource.type) && !/arn|id$/.test(target.attribute))
      return { judged: { state: "found" }, found: `the secret of ${target.resource.address}`, path: pathText(path) };
  return undefined;
}

const words: Readonly<Record<string, string>> = {
  "named-secret": "a value under a secret's name",
  "sensitive-value": "a value that is sensitive elsewhere",
  "url-password": "a password in a URL",
};

/** The reader's kinds in words, never the text itself. */
const kindText = (kinds: readonly string[]): string =>
  kinds.length === 0 ? "a secret" : kinds.map((kind) => words[kind] ?? kind.replaceAll("-", " ")).join(", ");
