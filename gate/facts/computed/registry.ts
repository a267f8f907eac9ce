// The computed facts by the name under which the atlas asks for them: `{ compute: policy_exposure, attribute: policy }`.

import { externalRead, externalTrust } from "../accounts/external.ts";
import { admittedAccounts, sharedAccounts } from "../accounts/facts.ts";
import { lockBounds } from "../backup/lock-bounds.ts";
import { restoreTesting } from "../backup/restore-testing.ts";
import { vaultAlarm } from "../backup/vault-alarm.ts";
import { vaultPolicy } from "../backup/vault-policy.ts";
import { managementEvents } from "../logging/management.ts";
import { hubStandards, inspectorScans, securityContact } from "../monitoring/detection.ts";
import { eventRule } from "../monitoring/rule.ts";
import { subscriptionDelivery } from "../monitoring/subscription.ts";
import { watchedChanges, watchedEvents } from "../monitoring/watched.ts";
import { certificateStore } from "../network/certificate-store.ts";
import { defaultGroup } from "../network/default-group.ts";
import { secondLink } from "../network/direct-connect.ts";
import { egress } from "../network/egress.ts";
import { ingress } from "../network/ingress.ts";
import { lightsailPorts } from "../network/lightsail-ports.ts";
import { originAccess, originBucket, recordTarget } from "../network/origins.ts";
import { securityGroups } from "../network/own-group.ts";
import { peeringRoutes } from "../network/peering-routes.ts";
import { storePorts } from "../network/store-ports.ts";
import { subnetExposureFact } from "../network/subnet-exposure.ts";
import { knownBadInputs, stageWebAcl, webAclRules } from "../network/web-acl.ts";
import { copyKeys } from "../recovery/copy-keys.ts";
import { copying } from "../recovery/copying.ts";
import { recoveryGap } from "../recovery/gap.ts";
import { recoveryCopies } from "../recovery/three-two-one.ts";
import { engineSupport } from "../versions/engine-support.ts";
import { accessAnalyzer } from "./access-analyzer.ts";
import { aclExposure } from "./acl-exposure.ts";
import { alarmAction, alarmDelivery } from "./alarms.ts";
import { bucketLockout } from "./bucket-lockout.ts";
import { dataEvents } from "./data-events.ts";
import { directGrant } from "./direct-grant.ts";
import { endpointPerimeter } from "./endpoint-perimeter.ts";
import { iamStatements } from "./iam-statements.ts";
import { imageScan } from "./image-scan.ts";
import { keyPolicyFact } from "./key-policy.ts";
import { keySeparation } from "./key-separation.ts";
import { logGroup } from "./log-group.ts";
import { logExpiry, objectExpiry } from "./object-expiry.ts";
import { lockMode, objectLock } from "./object-lock.ts";
import { plainSecret } from "./plain-secret.ts";
import { policyExposure, serviceSource, tlsPolicy, trustFact } from "./policies.ts";
import { publicAccessBlock } from "./public-access-block.ts";
import { replicaKey } from "./replica-key.ts";
import { rotationInterval } from "./rotation-interval.ts";
import { secondFactor } from "./second-factor.ts";
import { taskRole } from "./task-role.ts";
import type { ComputedFact } from "./types.ts";
import { uploadKey } from "./upload-key.ts";
import { writtenSecret } from "./written-secret.ts";
import { zoneSpread } from "./zone-spread.ts";
import { clusterZones } from "./zones.ts";

export const computed: Readonly<Record<string, ComputedFact>> = {
  access_analyzer: accessAnalyzer,
  acl_exposure: aclExposure,
  admitted_accounts: admittedAccounts,
  alarm_action: alarmAction,
  alarm_delivery: alarmDelivery,
  bucket_lockout: bucketLockout,
  data_events: dataEvents,
  cluster_zones: clusterZones,
  copy_keys: copyKeys,
  copying,
  default_security_group: defaultGroup,
  direct_grant: directGrant,
  egress,
  endpoint_perimeter: endpointPerimeter,
  engine_support: engineSupport,
  event_rule: eventRule,
  hub_standards: hubStandards,
  external_read: externalRead,
  external_trust: externalTrust,
  iam_statements: iamStatements,
  image_scan: imageScan,
  ingress: ({ world, resource }) => ingress(world, resource),
  inspector_scans: inspectorScans,
  key_policy: keyPolicyFact,
  key_separation: keySeparation,
  management_events: managementEvents,
  object_lock: objectLock,
  lock_mode: lockMode,
  lock_bounds: lockBounds,
  log_expiry: logExpiry,
  log_group: logGroup,
  object_expiry: objectExpiry,
  peering_routes: peeringRoutes,
  plain_secret: plainSecret,
  policy_exposure: policyExposure,
  public_access_block: publicAccessBlock,
  recovery_copies: recoveryCopies,
  recovery_gap: recoveryGap,
  replica_key: replicaKey,
  restore_testing: restoreTesting,
  security_contact: securityContact,
  service_source: serviceSource,
  subscription_delivery: subscriptionDelivery,
  shared_accounts: sharedAccounts,
  security_groups: securityGroups,
  store_ports: storePorts,
  subnet_exposure: subnetExposureFact,
  task_role: taskRole,
  tls_policy: tlsPolicy,
  trust: trustFact,
  rotation_interval: rotationInterval,
  second_factor: secondFactor,
  upload_key: uploadKey,
  vault_alarm: vaultAlarm,
  vault_policy: vaultPolicy,
  watched_changes: watchedChanges,
  watched_events: watchedEvents,
  written_secret: writtenSecret,
  zone_spread: zoneSpread,
  certificate_store: certificateStore,
  known_bad_inputs: knownBadInputs,
  lightsail_ports: lightsailPorts,
  origin_access: originAccess,
  origin_bucket: originBucket,
  record_target: recordTarget,
  second_link: secondLink,
  stage_web_acl: stageWebAcl,
  web_acl_rules: webAclRules,
};
