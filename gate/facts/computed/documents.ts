// Policy documents of a resource, and who owns the resource.

import type { Path, PolicyDocument, Resource, Value, World } from "../../model/types.ts";
import { leaves } from "../leaves.ts";
import { parsePath, pathText, type Step } from "../path.ts";
import type { Owner } from "../policy/account.ts";

export interface FoundDocument {
  /** Terraform's path of the attribute. */
  readonly path: string;
  readonly document: PolicyDocument;
}

/** The documents that an attribute path names; a path over a list names one for each element. */
export function documentsAt(world: World, resource: Resource, attribute: string): readonly FoundDocument[] {
  return leaves(world, resource, stepsOf(attribute)).map(({ path, attribute: leaf }) => ({
    path: pathText(path),
    document: leaf.state === "absent" || leaf.state === "null" ? { state: "absent" } : read(world, resource, path),
  }));
}

const parsed = new Map<string, readonly Step[]>();

/** Steps of a path that the atlas names, parsed once. */
export function stepsOf(attribute: string): readonly Step[] {
  let steps = parsed.get(attribute);
  if (!steps) {
    steps = parsePath(attribute);
    parsed.set(attribute, steps);
  }
  return steps;
}

/** An empty text is no policy. */
function read(world: World, resource: Resource, path: Path): PolicyDocument {
  const document = world.document(resource, path);
  return document.state === "known" && document.value === "" ? { state: "absent" } : document;
}

/** Prefix of the actions of the service that a type belongs to, where it is not the first word of the type. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^aws_(s3_|s3control_)/, "s3"],
  [/^aws_s3tables_/, "s3tables"],
  [/^aws_sqs_/, "sqs"],
  [/^aws_sns_/, "sns"],
  [/^aws_kms_/, "kms"],
  [/^aws_efs_/, "elasticfilesystem"],
  [/^aws_(opensearch|elasticsearch)_/, "es"],
  [/^aws_secretsmanager_/, "secretsmanager"],
  [/^aws_ecr_/, "ecr"],
  [/^aws_lambda_/, "lambda"],
  [/^aws_backup_/, "backup"],
  [/^aws_glacier_/, "glacier"],
  [/^aws_dynamodb_/, "dynamodb"],
  [/^aws_kinesis_/, "kinesis"],
  [/^aws_api_gateway_/, "execute-api"],
  [/^aws_cloudwatch_event_/, "events"],
  [/^aws_cloudwatch_log_/, "logs"],
];

/** Prefix of the service's actions, undefined for types of which no reading depends on it. */
export const serviceOfType = (type: string): string | undefined =>
  services.find(([pattern]) => pattern.test(type))?.[1];

const callers = new WeakMap<World, string | undefined>();

/** Account that owns the resource: what the model says, else the one account that the plan was made with. */
export function ownerOf(world: World, resource: Resource): Owner {
  const service = serviceOfType(resource.type);
  const account = resource.account ?? callerAccount(world);
  return { ...(account === undefined ? {} : { account }), ...(service === undefined ? {} : { service }) };
}

function callerAccount(world: World): string | undefined {
  if (callers.has(world)) return callers.get(world);
  const ids = new Set<Value>();
  for (const { mode, values } of world.ofType("aws_caller_identity"))
    if (mode === "data" && typeof values.account_id === "string") ids.add(values.account_id);
  const [only] = ids;
  const account = ids.size === 1 && typeof only === "string" ? only : undefined;
  callers.set(world, account);
  return account;
}
