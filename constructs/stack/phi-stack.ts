// A stack whose resources know their account, Region, owner and data class, and whose keys and alarms have people behind them.

import { ConstructError } from "../error.ts";
import { AwsProvider, type Construct, TerraformStack } from "../internal/cdktf.ts";
import { finish } from "./finish.ts";
import { checkPlace, partitionOf, registerSite, roleArn, type Site } from "./site.ts";

/** What only its builder can know of a stack. */
export interface PhiStackProps {
  /** Account that the stack is applied in, 12 digits. The provider refuses any other. */
  readonly account: string;
  /** Region of the stack: `us-east-1`. */
  readonly region: string;
  /** Who answers for the stack's resources, as the tag `Owner`. */
  readonly owner: string;
  /**
   * IAM roles that administer the stack's keys and can decrypt nothing, by name or ARN. The role that Terraform applies with must be
   * among them: KMS refuses a policy that locks out its writer.
   */
  readonly custodians: readonly string[];
  /** E-mail addresses that alarms reach, at least one. */
  readonly contacts: readonly string[];
  /**
   * Begins the name of everything in the stack.
   *
   * @default - the stack's id
   */
  readonly prefix?: string;
}

/**
 * The stack that the library's constructs stand in.
 *
 * @example
 * const stack = new PhiStack(app, "portal", {
 *   account: "111122223333",
 *   region: "us-east-1",
 *   owner: "portal-team",
 *   custodians: ["key-custodian", "deploy"],
 *   contacts: ["security@clinic.example"],
 * });
 * @see 45 CFR 164.308(a)(2), assigned security responsibility (required): alarms and keys have named people
 */
export class PhiStack extends TerraformStack implements Site {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly prefix: string;
  readonly custodians: readonly string[];
  readonly contacts: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** What stands in the stack itself uses the default provider. */
  readonly provider = undefined;
  private finished = false;

  /**
   * @throws {ConstructError} `ACCOUNT_INVALID`, `REGION_INVALID`, `OWNER_MISSING`, `CUSTODIANS_MISSING`, `CUSTODIAN_INVALID`,
   *   `CONTACTS_MISSING`, `PREFIX_INVALID`
   */
  constructor(scope: Construct, id: string, props: PhiStackProps) {
    super(scope, id);
    this.account = props.account;
    this.region = props.region;
    this.prefix = props.prefix ?? id;
    this.contacts = props.contacts;
    checkPlace(this, this.account, this.region);
    if (!/^[a-z][a-z0-9-]{1,19}$/.test(this.prefix))
      throw new ConstructError("PREFIX_INVALID", `prefix is ${this.prefix}, expected 2 to 20 of a-z, 0-9 and -`, this);
    if (props.owner.trim() === "") throw new ConstructError("OWNER_MISSING", "owner is empty, expected a team", this);
    if (props.custodians.length === 0)
      throw new ConstructError("CUSTODIANS_MISSING", "custodians is empty, expected at least one IAM role", this);
    if (!props.contacts.some((contact) => contact.includes("@")))
      throw new ConstructError("CONTACTS_MISSING", "contacts names no e-mail address, expected at least one", this);
    this.partition = partitionOf(this.region);
    this.custodians = props.custodians.map((role) => roleArn(this, this.account, this.partition, role));
    this.tags = { DataClass: "ephi", Owner: props.owner };
    registerSite(this);
    new AwsProvider(this, "Provider", {
      region: this.region,
      allowedAccountIds: [this.account],
      defaultTags: [{ tags: { ...this.tags } }],
    });
  }

  /** Adds what follows from the whole stack: the audit trail of its stores, the watch over its keys. */
  override prepareStack(): void {
    if (!this.finished) finish(this);
    this.finished = true;
    super.prepareStack();
  }
}
