// Region and account of a resource, as far as its provider's configuration says them.

import type { RawConfiguration, RawExpression, RawExpressions, RawPlan } from "../plan/types.ts";
import type { Value } from "./types.ts";
import { at } from "./value.ts";

export interface Place {
  readonly region?: string;
  readonly account?: string;
  /** Names the configuration. */
  readonly configuration?: string;
  /** Equal where two configurations sign with the same credentials. */
  readonly credentials?: string;
}

/** Arguments of the provider that say whose credentials sign. */
const SIGNING = [
  "access_key",
  "assume_role",
  "assume_role_with_web_identity",
  "profile",
  "shared_config_files",
  "shared_credentials_files",
  "token",
] as const;

/** Places of the provider configurations of a plan, each worked out once. */
export class Providers {
  private readonly configuration: RawConfiguration | undefined;
  private readonly variables: RawPlan["variables"];
  private readonly places = new Map<string, Place>();
  private readonly plan: string;

  /** @param name of the plan, where configurations of several plans are compared */
  constructor(plan: Pick<RawPlan, "configuration" | "variables">, name = "") {
    this.plan = name;
    this.configuration = plan.configuration;
    this.variables = plan.variables;
  }

  /** Place of a `provider_config_key` (`aws`, `aws.west`, `module.a:aws`); Terraform has followed `providers` of module calls already. */
  place(key: string | undefined): Place {
    if (key === undefined) return {};
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const expressions = this.configuration?.provider_config?.[key]?.expressions;
    const region = text(this.value(expressions?.region));
    const account = this.account(expressions);
    const place: Place = {
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
      configuration: `${this.plan} ${key}`,
      credentials: `${this.plan} ${credentialsOf(expressions)}`,
    };
    this.places.set(key, place);
    return place;
  }

  /** Accounts that any configuration names as one to work in, whether a resource uses it or not. */
  accounts(): readonly string[] {
    return Object.values(this.configuration?.provider_config ?? {}).flatMap(({ expressions }) => {
      const allowed = this.value(expressions?.allowed_account_ids);
      const single = this.account(expressions);
      return [
        ...(single === undefined ? [] : [single]),
        ...(Array.isArray(allowed) ? allowed : []).flatMap((id: Value) => text(id) ?? []),
      ];
    });
  }

  private account(expressions: RawExpressions | undefined): string | undefined {
    const blocks = expressions?.assume_role;
    const block: unknown = Array.isArray(blocks) ? blocks.at(-1) : undefined;
    const role = text(this.value(at(block, ["role_arn"])));
    const fromRole = role === undefined ? undefined : accountOfArn(role);
    if (fromRole !== undefined) return fromRole;
    const allowed = this.value(expressions?.allowed_account_ids);
    return Array.isArray(allowed) && allowed.length === 1 ? text(allowed[0]) : undefined;
  }

  /** Constant of an expression, or value of the one root variable that it names. */
  private value(expression: unknown): Value | undefined {
    if (!isExpression(expression)) return undefined;
    if (expression.constant_value !== undefined) return expression.constant_value;
    const names = new Set((expression.references ?? []).map((reference) => /^var\.([^.[]+)$/.exec(reference)?.[1]));
    const [name] = names;
    if (names.size !== 1 || name === undefined) return undefined;
    return this.variables[name]?.value ?? this.configuration?.root_module?.variables?.[name]?.default;
  }
}

/** What the configuration says of credentials, as text: a reference is compared by its name. */
const credentialsOf = (expressions: RawExpressions | undefined): string =>
  JSON.stringify(SIGNING.map((name) => expressions?.[name] ?? null));

const isExpression = (value: unknown): value is RawExpression =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value !== "" && !value.startsWith("(") ? value : undefined;

/** Account id in an ARN, where it has one: `arn:aws:iam::111122223333:role/x`. */
export function accountOfArn(arn: string): string | undefined {
  if (!arn.startsWith("arn:")) return undefined;
  const account = arn.split(":", 5)[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
