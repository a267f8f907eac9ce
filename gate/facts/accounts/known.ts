// Which accounts and organizations belong to us: those that the plan works in, those that somebody declared, and AWS's own.

import serviceAccounts from "../../../catalogue/generated/service-accounts.json" with { type: "json" };
import type { Resource, Value, World } from "../../model/types.ts";
import { documentsAt } from "../computed/documents.ts";
import { isList, isObject } from "../path.ts";
import { accountOf, isAccountId } from "../policy/account.ts";
import { statementsOf } from "../policy/statement.ts";

/** An account or organization that somebody answers for. */
export interface DeclaredAccount {
  /** Twelve digits, or the `o-…` of an organization. */
  readonly id: string;
  readonly owner: string;
  /** What it is let in for. */
  readonly purpose: string;
  /** One of our own, so that no external id is asked of it. @default false */
  readonly own?: boolean | undefined;
}

/** The accounts that a plan may name. */
export interface KnownAccounts {
  readonly accounts: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  /** Who declared an account or organization that only a declaration makes known. */
  readonly owners: ReadonlyMap<string, string>;
  /** Declared accounts of other parties. */
  readonly parties: ReadonlySet<string>;
  /** Account by the credentials of a provider. */
  readonly byCredentials: ReadonlyMap<string, string>;
}

const ofAws: readonly string[] = Object.values(serviceAccounts).flatMap((regions) => Object.values(regions));

const known = new WeakMap<World, KnownAccounts>();

/** Lays the known accounts beside a world, before its facts are worked out. */
export const layAccounts = (world: World, accounts: KnownAccounts): unknown => known.set(world, accounts);

/** The accounts known in a world. */
export function accountsOf(world: World): KnownAccounts {
  const laid = known.get(world) ?? knownAccounts([world], []);
  known.set(world, laid);
  return laid;
}

/** The accounts that the worlds of a plan work in, with those declared and those of AWS. */
export function knownAccounts(worlds: readonly World[], declared: readonly DeclaredAccount[]): KnownAccounts {
  const own = new Set<string>();
  const organizations = new Set<string>();
  const byCredentials = new Map<string, string>();
  for (const world of worlds) {
    for (const account of world.accounts) own.add(account);
    for (const resource of world.resources) {
      const account = accountOfPlan(resource);
      if (account !== undefined) {
        own.add(account);
        if (resource.credentials !== undefined) byCredentials.set(resource.credentials, account);
      }
      const reader = named[resource.type];
      for (const id of reader?.(resource.values) ?? [])
        if (typeof id === "string") (isAccountId(id) ? own : organizations).add(id);
    }
  }
  if (own.size === 0) for (const account of custodianAccounts(worlds)) own.add(account);
  const owners = new Map<string, string>();
  for (const { id, owner } of declared) if (!own.has(id) && !organizations.has(id)) owners.set(id, owner);
  return {
    accounts: new Set([...own, ...ofAws, ...[...owners.keys()].filter(isAccountId)]),
    organizations: new Set([...organizations, ...[...owners.keys()].filter((id) => !isAccountId(id))]),
    owners,
    parties: new Set(declared.filter(({ id, own: ours }) => owners.has(id) && ours !== true).map(({ id }) => id)),
    byCredentials,
  };
}

/** Types whose policy says who may change it. */
const KEYS = new Set(["aws_kms_key", "aws_kms_key_policy", "aws_kms_replica_key"]);
const CHANGES = new Set(["*", "kms:*", "kms:put*", "kms:putkeypolicy"]);

/**
 * The account that the policies of the plan's keys leave in charge of them. AWS KMS refuses a policy that its maker could not change
 * again, so where they all name one account, the plan works in that one. Where they name several, nobody can tell.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
function custodianAccounts(worlds: readonly World[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const world of worlds)
    for (const resource of world.resources) {
      if (!KEYS.has(resource.type) || resource.values.bypass_policy_lockout_safety_check === true) continue;
      for (const { document } of documentsAt(world, resource, "policy")) {
        if (document.state !== "known") continue;
        for (const { effect, principals, actions } of statementsOf(document.value)) {
          if (effect !== "allow" || actions.except || !actions.values.some((action) => CHANGES.has(action))) continue;
          for (const { value } of principals?.list ?? []) {
            const account = isAccountId(value) ? value : accountOf(value);
            if (account !== undefined && isAccountId(account)) found.add(account);
          }
        }
      }
    }
  return found.size === 1 ? found : new Set();
}

/** Types whose `arn` is an argument: what somebody writes there proves nothing. */
const writtenArns = new Set([
  "aws_cloudwatch_event_target",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kinesis_stream",
  "aws_lakeformation_resource",
  "aws_notifications_channel_association",
  "aws_sns_topic_data_protection_policy",
  "aws_sns_topic_policy",
  "aws_ssm_parameter",
]);

/** Account in which the plan makes or reads a resource. What a data source reads may lie in another one. */
function accountOfPlan({ mode, type, account, values }: Resource): string | undefined {
  if (mode === "managed") return writtenArns.has(type) && typeof values.arn === "string" ? undefined : account;
  if (type === "aws_caller_identity" && typeof values.account_id === "string") return values.account_id;
  return typeof values.arn === "string" ? undefined : account;
}

type Values = Resource["values"];

/** Types that say which accounts belong to the organization, and which organization it is. */
const named: Readonly<Record<string, (values: Values) => readonly (Value | undefined)[]>> = {
  aws_organizations_account: ({ id }) => [id],
  aws_organizations_organization: ({ id, master_account_id: master, accounts }) => [
    id,
    master,
    ...(isList(accounts) ? accounts : []).map((account) => (isObject(account) ? account.id : undefined)),
  ],
};

/** Whether the plan says in which account a resource lies, so that a foreign account can be told from its own. */
export function tellsAccount(world: World, { account, credentials }: Resource): boolean {
  if (account !== undefined) return true;
  const { byCredentials } = accountsOf(world);
  return credentials === undefined ? byCredentials.size > 0 : byCredentials.has(credentials);
}

/** Whether an id, of an account or an organization, is known. Any organization is while nobody says which one is ours. */
export const isKnown = ({ accounts, organizations }: KnownAccounts, id: string): boolean =>
  isAccountId(id) ? accounts.has(id) : organizations.size === 0 || organizations.has(id);
