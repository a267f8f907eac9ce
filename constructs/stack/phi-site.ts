// Another account or Region of the stack: where copies of its data stand.

import { ConstructError } from "../error.ts";
import { AwsProvider, Construct } from "../internal/cdktf.ts";
import { checkPlace, partitionOf, registerSite, roleArn, type Site, siteOf } from "./site.ts";

/** At least one of account and Region differs from the stack's. */
export interface PhiSiteProps {
  /**
   * Account, 12 digits.
   *
   * @default - the stack's
   */
  readonly account?: string;
  /**
   * Region: `us-west-2`.
   *
   * @default - the stack's
   */
  readonly region?: string;
  /**
   * ARN of the role that Terraform assumes there. Required in another account.
   *
   * @default - the stack's own credentials
   */
  readonly roleArn?: string;
  /**
   * IAM roles that administer keys there, by name or ARN. The role that Terraform assumes must be among them: KMS refuses a policy
   * that locks out its writer.
   *
   * @default - roles of the same names as the stack's
   */
  readonly custodians?: readonly string[];
}

/**
 * A second place for constructs: what is made below it stands in its account and Region.
 *
 * @example
 * const region = new PhiSite(stack, "Region", { region: "us-west-2" });
 * const vault = new PhiSite(stack, "Vault", {
 *   account: "444455556666",
 *   roleArn: "arn:aws:iam::444455556666:role/deploy",
 * });
 * @see 45 CFR 164.308(a)(7)(ii)(A), data backup plan (required): copies that one account or Region cannot take down
 */
export class PhiSite extends Construct implements Site {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly prefix: string;
  readonly custodians: readonly string[];
  readonly contacts: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly provider: AwsProvider;

  /** @throws {ConstructError} `SITE_SAME`, `ROLE_MISSING`, `ACCOUNT_INVALID`, `REGION_INVALID`, `CUSTODIAN_INVALID` */
  constructor(scope: Construct, id: string, props: PhiSiteProps) {
    super(scope, id);
    const home = siteOf(scope);
    this.account = props.account ?? home.account;
    this.region = props.region ?? home.region;
    checkPlace(this, this.account, this.region);
    if (this.account === home.account && this.region === home.region)
      throw new ConstructError("SITE_SAME", `stands in ${this.region} of ${this.account} as its stack does`, this);
    if (this.account !== home.account && props.roleArn === undefined)
      throw new ConstructError("ROLE_MISSING", `roleArn is missing, expected a role of ${this.account}`, this);
    this.partition = partitionOf(this.region);
    this.prefix = `${home.prefix}-${id.toLowerCase()}`;
    const custodians = props.custodians ?? home.custodians.map((arn) => arn.replace(/^.*:role\//, ""));
    this.custodians = custodians.map((role) => roleArn(this, this.account, this.partition, role));
    this.contacts = home.contacts;
    this.tags = home.tags;
    registerSite(this);
    this.provider = new AwsProvider(this, "Provider", {
      alias: this.prefix,
      region: this.region,
      allowedAccountIds: [this.account],
      defaultTags: [{ tags: { ...home.tags } }],
      ...(props.roleArn === undefined ? {} : { assumeRole: [{ roleArn: props.roleArn }] }),
    });
  }
}
