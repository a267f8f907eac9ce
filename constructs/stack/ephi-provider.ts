// The provider of a stack of plain bindings.

import { AwsProvider, type AwsProviderConfig, type Construct } from "../internal/cdktf.ts";

/** What `ephiProvider` takes: the arguments of the AWS provider, save that its region must be named and its tags are ours. */
export interface EphiProviderProps extends Omit<AwsProviderConfig, "region" | "defaultTags"> {
  /** Region of every resource of the stack: `us-east-1`. */
  readonly region: string;
  /** Who answers for the stack's resources, as the tag `Owner`. */
  readonly owner: string;
}

/**
 * The AWS provider of a stack that holds ePHI: every resource carries the tags `DataClass=ephi` and `Owner`, so that the
 * gate, the bill and the inventory read the same label.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(A), risk analysis: it begins with knowing where ePHI is
 */
export function ephiProvider(scope: Construct, { owner, ...config }: EphiProviderProps): AwsProvider {
  return new AwsProvider(scope, "aws", { ...config, defaultTags: [{ tags: { DataClass: "ephi", Owner: owner } }] });
}
