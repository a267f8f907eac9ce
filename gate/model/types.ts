// The model: what a plan or a state says of each resource, in two worlds, before and after.

/** A JSON value as Terraform prints it. Text that Terraform marks sensitive, or that looks like a secret, is already redacted. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** Where an attribute stands inside a resource: `["rule", 0, "sse_algorithm"]`. */
export type Path = readonly (string | number)[];

/**
 * What the plan says of one attribute. The four states are never mixed up:
 * - `known`: a value; `false`, `0`, `""` and `[]` are values.
 * - `null`: somebody wrote the argument and it came out as null.
 * - `absent`: nobody wrote the argument, so the service's or the provider's default holds (computed or not).
 * - `unknown`: somebody wrote it, and its value is known only after apply.
 */
export type Attribute =
  | { readonly state: "known"; readonly value: Value }
  | { readonly state: "null" }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly cause: string };

/** What a plan does with a resource. `move` is a no-op or update under a new address (see `previousAddress`). */
export type Action = "create" | "read" | "update" | "delete" | "replace" | "no-op" | "forget";

/** One resource instance in one world. */
export interface Resource {
  /** Absolute address with instance keys, as Terraform prints it: `module.db["a"].aws_db_instance.main[0]`. */
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** Instance key of `count` (number) or `for_each` (string). */
  readonly key?: string | number;
  /** Absolute module address with keys, `""` for the root. */
  readonly module: string;
  /** Source address of the provider: `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  readonly action: Action;
  /** True where Terraform replaces and creates the new one first. */
  readonly createBeforeDestroy?: boolean;
  /** Address before a move. */
  readonly previousAddress?: string;
  /** True where the change imports an existing object. */
  readonly importing?: boolean;
  /** Region: the resource's own `region` (provider 6), else that of its provider configuration, where the plan says it. */
  readonly region?: string;
  /** Account id, from the provider's assumed role, `allowed_account_ids` or the resource's ARN. */
  readonly account?: string;
  /** Name of the provider configuration: equal ones are one Region and one account, even where the plan says neither. */
  readonly configuration?: string;
  /** Equal for resources whose providers sign with the same credentials, and so work in one account. */
  readonly credentials?: string;
  /** Attributes in this world. */
  readonly values: { readonly [key: string]: Value };
  /** File of `--context` that brought the resource; such a resource is joined with, never judged. */
  readonly context?: string;
}

/** Where a reference of an expression ends. */
export type Target =
  /** A resource in this world, and the attribute that is read from it (`""` for the whole resource). */
  | { readonly kind: "resource"; readonly resource: Resource; readonly attribute: string }
  /** The reference ends in a constant (a variable's default or value, an argument of a module call). */
  | { readonly kind: "value"; readonly value: Value }
  /** One of several resources; which, the plan does not say. */
  | {
      readonly kind: "ambiguous";
      readonly text: string;
      readonly candidates: readonly Resource[];
      readonly reason: string;
    }
  /** The reference leaves the plan: a local value (without `--source`), an ephemeral, another provider. */
  | { readonly kind: "outside"; readonly text: string; readonly reason: string };

/** The resources of a type that configure a resource, and those of which the plan does not say whether they do. */
export interface Companions {
  readonly certain: readonly Resource[];
  /** Present only where at least one may belong here. */
  readonly possible: readonly Resource[];
}

/** Everything at one moment: before the plan is applied, or after. */
export interface World {
  readonly name: "before" | "after";
  /** All resources in the order of the plan, data sources and context included. */
  readonly resources: readonly Resource[];
  /** Account ids that the provider configurations of the plan and its context name as theirs. */
  readonly accounts: readonly string[];
  get(address: string): Resource | undefined;
  ofType(type: string): readonly Resource[];
  /** State of an attribute; asks the configuration before it says `unknown` or `absent`. */
  read(resource: Resource, path: Path): Attribute;
  /**
   * Resources that an attribute refers to: by reference in the configuration, or, where the value is known, by a literal that
   * names a resource of the world (its id, arn, name or another of the atlas' identity attributes). Empty where it refers to nothing.
   */
  targets(resource: Resource, path: Path): readonly Target[];
  /** Resources of `type` whose attribute `by` (such as `bucket`) points at `resource`. */
  companions(resource: Resource, type: string, by: string): Companions;
  /** Whether the resource's own block writes the attribute (`password`, `user[*].password`) as a constant. False where there is no configuration to ask. */
  isConstant(resource: Resource, attribute: string): boolean;
  /** Text of the expression's constants where a policy is unknown, see `plan-json`: the parsed document, or why there is none. */
  document(resource: Resource, path: Path): PolicyDocument;
}

/** A policy document: parsed from its text, or rebuilt from a data source, the source or the configuration. */
export type PolicyDocument =
  /** The statement tree of the document; `UNKNOWN` stands for each leaf that is known only after apply. */
  | { readonly state: "known"; readonly value: Value; readonly partial: boolean }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly cause: string }
  /** The text is not JSON. */
  | { readonly state: "invalid"; readonly cause: string };

/** Stands in a rebuilt document for a leaf that is known only after apply. Never a real string of a policy: it holds a NUL. */
export const UNKNOWN = "\u0000unknown";
/** Replaces text that Terraform marks sensitive. */
export const SENSITIVE = "(sensitive)";
/** Begins the text that replaces what looks like a secret: `(secret: aws-access-key-id)`. */
export const SECRET_PREFIX = "(secret: ";

/**
 * Where a resource was made: the line of its block in the configuration, or, with a column, the line of the program that
 * synthesised the configuration.
 */
export interface SourceLocation {
  /** Path relative to `--source`; of a program relative to the working directory of the synthesis. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based; only of a program. */
  readonly column?: number;
}

/** What CDKTF and the construct that made a resource wrote beside it, under `//` of the synthesised JSON. */
export interface Trace {
  /** Path of the resource in the tree of constructs: `clinic/Documents/Resource`. */
  readonly construct?: string;
  /** Line of the program that made the construct. */
  readonly createdAt?: SourceLocation;
  /** Ids of the controls that the construct says the resource passes, each once. */
  readonly claims: readonly string[];
  /** Exceptions as written, not held against their schema yet. */
  readonly exceptions: readonly unknown[];
}

/** What the reader says of the plan itself. */
export interface PlanHeader {
  /** As named on the command line; `-` for standard input. */
  readonly file: string;
  readonly kind: "plan" | "state";
  /** `sha256:` and the hex digest of the JSON text as read (after gunzip). */
  readonly digest: string;
  readonly formatVersion: string;
  readonly terraformVersion?: string;
  /** False where Terraform deferred part of the plan. */
  readonly complete: boolean;
}

/** A plan read: its two worlds. A state has the same world twice, with action `no-op`. */
export interface Model {
  readonly header: PlanHeader;
  readonly before: World;
  readonly after: World;
  /** Where a resource was made, known only with `--source`. */
  location(resource: Resource): SourceLocation | undefined;
  /** What its construct wrote beside it, known only with `--source`. */
  trace(resource: Resource): Trace | undefined;
  /** Number of resources under judgement: managed, not from context. */
  readonly count: number;
}
