// The computed facts by the name under which the atlas asks for them: `{ compute: policy_exposure, attribute: policy }`.

import { ingress } from "../network/ingress.ts";
import { aclExposure } from "./acl-exposure.ts";
import { directGrant } from "./direct-grant.ts";
import { iamStatements } from "./iam-statements.ts";
import { keyPolicyFact } from "./key-policy.ts";
import { plainSecret } from "./plain-secret.ts";
import { policyExposure, serviceSource, tlsPolicy, trustFact } from "./policies.ts";
import { publicAccessBlock } from "./public-access-block.ts";
import type { ComputedFact } from "./types.ts";
import { writtenSecret } from "./written-secret.ts";

export const computed: Readonly<Record<string, ComputedFact>> = {
  acl_exposure: aclExposure,
  direct_grant: directGrant,
  iam_statements: iamStatements,
  ingress: ({ world, resource }) => ingress(world, resource),
  key_policy: keyPolicyFact,
  plain_secret: plainSecret,
  policy_exposure: policyExposure,
  public_access_block: publicAccessBlock,
  service_source: serviceSource,
  tls_policy: tlsPolicy,
  trust: trustFact,
  written_secret: writtenSecret,
};
