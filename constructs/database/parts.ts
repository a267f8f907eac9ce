// What databases have around them: the key's uses, log groups, monitoring.

import { type Construct, IamRole, IamRolePolicyAttachment } from "../internal/cdktf.ts";
import { shortName } from "../internal/names.ts";
import { trust } from "../internal/policy.ts";
import type { PhiKey } from "../keys/phi-key.ts";
import { PhiLogGroup } from "../logging/phi-log-group.ts";
import type { DataClass, PhiConstruct } from "../stack/phi-construct.ts";

/** Name of the user that the managed password belongs to; `admin` and the like are reserved by engines and guessed by attackers. */
export const MASTER_USER = "phikeeper";
/** The longest that automated backups and point-in-time recovery reach back; AWS Backup sets the same. */
export const BACKUP_DAYS = 35;
/** A minute: the service's default, and enough to see a process that does not belong. */
export const MONITORING_SECONDS = 60;
/** The longest identifier that databases and warehouses take. */
export const IDENTIFIER_LIMIT = 63;

/** What instances and clusters alike pass by construction. */
export const CLAIMS: readonly string[] = [
  "access.iam_authentication",
  "backup.point_in_time",
  "backup.retained",
  "backup.retention",
  "encryption.at_rest",
  "encryption.customer_key",
  "encryption.account_key",
  "encryption.in_transit",
  "encryption.transit_strength",
  "logging.audit",
  "logging.complete_audit",
  "logging.statements",
  "protection.deletion",
  "protection.final_snapshot",
  "secrets.in_clear",
];

/**
 * Lets a database use a key, and the secret of its master user, which its service makes and rotates.
 *
 * @param service prefix of its endpoint and of its secrets: `rds`, `redshift`
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export function allowDatabase(at: PhiConstruct, key: PhiKey, service: string): void {
  const { account, partition, region } = at.site;
  const secrets = `arn:${partition}:secretsmanager:${region}:${account}:secret:${service}!*`;
  key.allow({ service, grants: true }, { service: "secretsmanager", grants: true, context: { SecretARN: [secrets] } });
}

/** The log groups that an engine exports into, made first: those that it makes itself have no key and no end. */
export const logGroups = (
  scope: Construct,
  folder: string,
  names: readonly string[],
  key: PhiKey,
  dataClass: DataClass,
): readonly PhiLogGroup[] =>
  names.map(
    (name) =>
      new PhiLogGroup(scope, `Log-${name}`, {
        name: `${folder}/${name}`,
        key,
        ...(dataClass === "none" && { dataClass }),
      }),
  );

/**
 * The role that writes the metrics of a database's operating system.
 *
 * @param instances ARN of the instance, or a pattern of several
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
 */
export function monitoringRole(
  scope: PhiConstruct,
  instances: string,
): { role: IamRole; ready: IamRolePolicyAttachment } {
  const { account, partition } = scope.site;
  const role = new IamRole(scope, "MonitoringRole", {
    name: shortName(`${scope.physicalName}-monitoring`, 64),
    assumeRolePolicy: trust("monitoring.rds.amazonaws.com", account, instances),
  });
  const ready = new IamRolePolicyAttachment(scope, "MonitoringPolicy", {
    role: role.name,
    policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
  });
  return { role, ready };
}
