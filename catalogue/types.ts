// Shapes of the catalogue's data. The data itself is YAML or generated JSON beside this file.

export type Severity = "critical" | "high" | "medium" | "low";
/** How a fail may be accepted; see `docs/decisions` on exceptions. */
export type ExceptionKind = "addressable-decision" | "alternative-means" | "remediation";

/** One control, generated from the METADATA of its Rego package. */
export interface Control {
  /** Path below `policies/controls`: `encryption.at_rest`. */
  readonly id: string;
  readonly title: string;
  /** Why it matters; Markdown, one paragraph. */
  readonly why: string;
  readonly severity: Severity;
  readonly supports: readonly string[];
  /** The fact it judges. */
  readonly judges: string;
  /** What the gate prints as expected; `{parameter}` stands for a parameter of the profile. */
  readonly expected: string;
  /** The only profile that judges by it, beside those that build on that one; every profile by default. */
  readonly profile?: string;
  /** Kinds of exception it admits; empty for `exception: never`. */
  readonly exception: readonly ExceptionKind[];
  readonly remedy: { readonly terraform: string; readonly construct?: string };
  readonly sources: readonly string[];
  /** Same check in other tools, per resource type. */
  readonly aliases: readonly { readonly id: string; readonly types: readonly string[] }[];
  /** Resource types whose atlas entry has the fact. */
  readonly types: readonly string[];
}

/** One paragraph of the Security Rule. */
export interface Safeguard {
  readonly citation: string;
  readonly parent?: string;
  readonly kind: "general" | "standard" | "implementation-specification";
  readonly class: string;
  readonly title: string;
  readonly designation: "required" | "addressable" | "n-a";
  /** In our words. */
  readonly requirement: string;
  /** What infrastructure can show of it. */
  readonly role: "plan-can-support" | "partly" | "evidenced-by-code" | "outside-code";
}

/** A set of parameters that the controls are judged with. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** False for a proposed rule: labelled so, never changes the outcome. */
  readonly inForce: boolean;
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
}
