// The smallest use of a secret, and one of each prop.

import { exception, PhiKey, PhiSecret } from "../../../constructs/index.ts";
import { synthesise } from "../stack.ts";

const rotatedBy = "arn:aws:lambda:us-east-1:111122223333:function:rotate-portal";

synthesise(
  import.meta.url,
  ({ stack, region }) => {
    new PhiSecret(stack, "Smallest", { rotatedBy });
    new PhiSecret(stack, "Often", { rotatedBy, rotationDays: 7 });
    new PhiSecret(stack, "Described", { rotatedBy, description: "Password of the portal's reader" });
    new PhiSecret(stack, "Keyed", { rotatedBy, key: new PhiKey(stack, "Shared") });
    new PhiSecret(stack, "Replicated", { rotatedBy, replicas: [region] });
    new PhiSecret(stack, "Open", { rotatedBy, dataClass: "none" });
    new PhiSecret(stack, "Unrotated", {
      rotatedBy: exception({
        control: "secrets.rotation",
        kind: "alternative-means",
        reason: "the laboratory issues the token and changes it once a year",
        compensating: "reads of the token are alarmed on",
        owner: "portal-team",
        approvedBy: "security-official",
        until: "2026-12-31",
      }),
    });
  },
  { backup: false },
);
