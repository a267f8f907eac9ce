// A site: one account in one Region, where constructs stand. A stack is the site of its own account and Region.

import { ConstructError } from "../error.ts";
import type { Construct, IConstruct, TerraformProvider } from "../internal/cdktf.ts";

/** One account in one Region. */
export interface Site extends Construct {
  /** 12 digits. */
  readonly account: string;
  /** `us-east-1`. */
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`, from the Region. */
  readonly partition: string;
  /** Begins the name of everything made here. */
  readonly prefix: string;
  /** IAM roles of the account that administer keys, as ARNs. */
  readonly custodians: readonly string[];
  /** E-mail addresses that alarms reach. */
  readonly contacts: readonly string[];
  /** Tags of everything made here. */
  readonly tags: Readonly<Record<string, string>>;
  /** Provider of what stands here; undefined for the stack's default one. */
  readonly provider: TerraformProvider | undefined;
}

const sites = new WeakSet<IConstruct>();

/** Makes a construct findable as a site. */
export function registerSite(site: Site): void {
  sites.add(site);
}

/** True for stacks and other sites. */
export const isSite = (construct: IConstruct): construct is Site => sites.has(construct);

/**
 * The site that a construct stands in: itself or the nearest above it.
 *
 * @throws {ConstructError} `NO_SITE` outside a PhiStack
 */
export function siteOf(construct: IConstruct): Site {
  const found = [...construct.node.scopes].reverse().find(isSite);
  if (found) return found;
  throw new ConstructError("NO_SITE", "stands in no PhiStack, expected one above it", construct);
}

/** Partition of a Region. */
export function partitionOf(region: string): string {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return region.startsWith("cn-") ? "aws-cn" : "aws";
}

/**
 * Refuses what cannot be an account or a Region: both stand in policies as text, so a plan must know them.
 *
 * @throws {ConstructError} `ACCOUNT_INVALID`, `REGION_INVALID`
 */
export function checkPlace(at: IConstruct, account: string, region: string): void {
  if (!/^\d{12}$/.test(account))
    throw new ConstructError("ACCOUNT_INVALID", `account is ${JSON.stringify(account)}, expected 12 digits`, at);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new ConstructError("REGION_INVALID", `region is ${JSON.stringify(region)}, expected such as us-east-1`, at);
}

/**
 * ARN of an IAM role of a site, from its name, path or ARN.
 *
 * @throws {ConstructError} `CUSTODIAN_INVALID` for a wildcard or a principal that is no role
 */
export function roleArn(at: IConstruct, account: string, partition: string, role: string): string {
  const arn = role.startsWith("arn:") ? role : `arn:${partition}:iam::${account}:role/${role}`;
  if (!new RegExp(`^arn:${partition}:iam::\\d{12}:role/[\\w+=,.@/-]+$`).test(arn))
    throw new ConstructError(
      "CUSTODIAN_INVALID",
      `${JSON.stringify(role)} is no IAM role, expected its name or ARN`,
      at,
    );
  return arn;
}
