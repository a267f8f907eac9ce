// A function permission as the statement that Lambda makes of it.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html

import { type PolicyDocument, type Resource, UNKNOWN, type Value, type World } from "../../model/types.ts";

const conditions: readonly (readonly [attribute: string, operator: string, key: string])[] = [
  ["source_account", "StringEquals", "aws:SourceAccount"],
  ["source_arn", "ArnLike", "aws:SourceArn"],
  ["principal_org_id", "StringEquals", "aws:PrincipalOrgID"],
  ["function_url_auth_type", "StringEquals", "lambda:FunctionUrlAuthType"],
  ["event_source_token", "StringEquals", "lambda:EventSourceToken"],
];

/** The policy that an `aws_lambda_permission` adds to its function. */
export function permissionDocument(world: World, resource: Resource): PolicyDocument {
  const principal = read(world, resource, "principal");
  if (principal === undefined) return { state: "absent" };
  const narrowing: Record<string, Record<string, Value>> = {};
  let partial = principal === UNKNOWN;
  for (const [attribute, operator, key] of conditions) {
    const value = read(world, resource, attribute);
    if (value === undefined) continue;
    partial ||= value === UNKNOWN;
    narrowing[operator] = { ...narrowing[operator], [key]: value };
  }
  const statement: Value = {
    Effect: "Allow",
    Principal:
      principal === "*"
        ? "*"
        : /\.amazonaws\.com(\.cn)?$|\.amazon\.com$/.test(principal)
          ? { Service: principal }
          : { AWS: principal },
    Action: read(world, resource, "action") ?? "lambda:InvokeFunction",
    Condition: narrowing,
  };
  return { state: "known", value: { Statement: [statement] }, partial };
}

function read(world: World, resource: Resource, attribute: string): string | undefined {
  const found = world.read(resource, [attribute]);
  if (found.state === "unknown") return UNKNOWN;
  return found.state === "known" && found.value !== "" && typeof found.value === "string" ? found.value : undefined;
}
