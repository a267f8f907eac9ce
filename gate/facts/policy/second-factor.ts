// Whether a policy refuses what is asked without a second factor.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html

import type { Value } from "../../model/types.ts";
import { type Condition, type Statement, statementsOf } from "./statement.ts";

const key = "aws:multifactorauthpresent";

/**
 * True for a Deny on everything, but what it takes to register a device, where the second factor is missing: it refuses whatever any
 * other policy allows. Undefined where the plan does not say.
 */
export function demandsSecondFactor(document: Value): boolean | undefined {
  const statements = statementsOf(document);
  if (statements.some(refusesWithout)) return true;
  return statements.some(({ opaque, effect }) => opaque || effect === "unknown") ? undefined : false;
}

const refusesWithout = ({ effect, actions, resources, conditions, opaque }: Statement): boolean =>
  effect === "deny" &&
  !opaque &&
  (actions.except || actions.values.includes("*")) &&
  !resources.except &&
  resources.values.includes("*") &&
  conditions.length > 0 &&
  conditions.every(isMissing);

/** Console sessions carry the key, so `Bool` is as good as `BoolIfExists`. */
const isMissing = (condition: Condition): boolean =>
  condition.key === key &&
  condition.operator === "bool" &&
  !condition.malformed &&
  condition.values.length > 0 &&
  condition.values.every((value) => value.toLowerCase() === "false");
