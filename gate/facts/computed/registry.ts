// The computed facts by the name under which the atlas asks for them: `{ compute: policy_exposure, attribute: policy }`.

import { lockBounds } from "../backup/lock-bounds.ts";
import { restoreTesting } from "../backup/restore-testing.ts";
import { vaultAlarm } from "../backup/vault-alarm.ts";
import { vaultPolicy } from "../backup/vault-policy.ts";
import { ingress } from "../network/ingress.ts";
import { subnetExposureFact } from "../network/subnet-exposure.ts";
import { copyKeys } from "../recovery/copy-keys.ts";
import { recoveryGap } from "../recovery/gap.ts";
import { recoveryCopies } from "../recovery/three-two-one.ts";
import { aclExposure } from "./acl-exposure.ts";
import { alarmAction, alarmDelivery } from "./alarms.ts";
import { dataEvents } from "./data-events.ts";
import { directGrant } from "./direct-grant.ts";
import { iamStatements } from "./iam-statements.ts";
import { keyPolicyFact } from "./key-policy.ts";
import { keySeparation } from "./key-separation.ts";
import { logExpiry, objectExpiry } from "./object-expiry.ts";
import { objectLock } from "./object-lock.ts";
import { plainSecret } from "./plain-secret.ts";
import { policyExposure, serviceSource, tlsPolicy, trustFact } from "./policies.ts";
import { publicAccessBlock } from "./public-access-block.ts";
import { replicaKey } from "./replica-key.ts";
import type { ComputedFact } from "./types.ts";
import { writtenSecret } from "./written-secret.ts";

export const computed: Readonly<Record<string, ComputedFact>> = {
  acl_exposure: aclExposure,
  alarm_action: alarmAction,
  alarm_delivery: alarmDelivery,
  data_events: dataEvents,
  copy_keys: copyKeys,
  direct_grant: directGrant,
  iam_statements: iamStatements,
  ingress: ({ world, resource }) => ingress(world, resource),
  key_policy: keyPolicyFact,
  key_separation: keySeparation,
  object_lock: objectLock,
  lock_bounds: lockBounds,
  log_expiry: logExpiry,
  object_expiry: objectExpiry,
  plain_secret: plainSecret,
  policy_exposure: policyExposure,
  public_access_block: publicAccessBlock,
  recovery_copies: recoveryCopies,
  recovery_gap: recoveryGap,
  replica_key: replicaKey,
  restore_testing: restoreTesting,
  service_source: serviceSource,
  subnet_exposure: subnetExposureFact,
  tls_policy: tlsPolicy,
  trust: trustFact,
  vault_alarm: vaultAlarm,
  vault_policy: vaultPolicy,
  written_secret: writtenSecret,
};
