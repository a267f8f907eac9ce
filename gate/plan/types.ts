// What the reader hands to the model: the parts of `terraform show -json` that are used, redacted.

import type { PlanHeader, Value } from "../model/types.ts";

export type JsonObject = { readonly [key: string]: Value };

/** An expression of the configuration: its constant, or the references in it. A function of constants has neither. */
export interface RawExpression {
  readonly constant_value?: Value;
  readonly references?: readonly string[];
  /** Text with `${…}`, only in configurations of JSON syntax: no constant, although Terraform prints it as one. */
  readonly template?: Value;
}

/** Expressions of a block: attributes, nested blocks (a list, or one object). */
export interface RawExpressions {
  readonly [name: string]: RawExpression | RawExpressions | readonly RawExpressions[];
}

/** A `resource` or `data` block of the configuration. */
export interface RawConfigResource {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly provider_config_key?: string;
  readonly expressions?: RawExpressions;
  readonly count_expression?: RawExpression;
  readonly for_each_expression?: RawExpression;
  readonly schema_version?: number;
}

export interface RawModuleCall {
  readonly source?: string;
  readonly expressions?: RawExpressions;
  readonly count_expression?: RawExpression;
  readonly for_each_expression?: RawExpression;
  readonly module?: RawConfigModule;
}

export interface RawConfigModule {
  readonly resources?: readonly RawConfigResource[];
  readonly module_calls?: { readonly [name: string]: RawModuleCall };
  readonly variables?: { readonly [name: string]: { readonly default?: Value; readonly sensitive?: boolean } };
  readonly outputs?: {
    readonly [name: string]: { readonly expression?: RawExpression; readonly sensitive?: boolean };
  };
}

export interface RawProviderConfig {
  readonly name?: string;
  readonly full_name?: string;
  readonly alias?: string;
  readonly module_address?: string;
  readonly expressions?: RawExpressions;
}

export interface RawConfiguration {
  readonly provider_config?: { readonly [key: string]: RawProviderConfig };
  readonly root_module?: RawConfigModule;
}

/** A resource instance of a state. */
export interface RawStateResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly values?: JsonObject;
  readonly sensitive_values?: Value;
  readonly deposed_key?: string;
}

export interface RawStateModule {
  readonly address?: string;
  readonly resources?: readonly RawStateResource[];
  readonly child_modules?: readonly RawStateModule[];
}

/** One entry of `resource_changes`. */
export interface RawChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly deposed?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: JsonObject | null;
    readonly after: JsonObject | null;
    readonly after_unknown?: Value;
    readonly before_sensitive?: Value;
    readonly after_sensitive?: Value;
    readonly importing?: Value;
  };
}

/** A resource attribute that contributed to the plan, through whatever locals and dynamic blocks. */
export interface RawRelevantAttribute {
  readonly resource: string;
  readonly attribute: readonly Value[];
}

/** A plan or a state as read: shape checked, secrets redacted. */
export interface RawPlan {
  readonly header: PlanHeader;
  /** True where nobody evaluated the configuration: an expression whose references are all known may still be anything. */
  readonly unevaluated?: boolean;
  /** `resource_changes` of a plan; empty for a state. */
  readonly changes: readonly RawChange[];
  /** State before the plan (`prior_state`), or the state itself. */
  readonly state: RawStateModule | undefined;
  readonly configuration: RawConfiguration | undefined;
  /** Values of the root module's variables. */
  readonly variables: { readonly [name: string]: { readonly value?: Value } };
  readonly relevant: readonly RawRelevantAttribute[] | undefined;
}
