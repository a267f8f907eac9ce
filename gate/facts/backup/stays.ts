// Where the rules of a backup plan leave recovery points.

import type { Path, Resource } from "../../model/types.ts";
import { isObject } from "../path.ts";
import { blocks } from "./ends.ts";

export const AIR_GAPPED = "aws_backup_logically_air_gapped_vault";
/** Types of vaults. */
export const VAULTS: readonly string[] = ["aws_backup_vault", AIR_GAPPED];

/** A place where a rule leaves recovery points: its own vault, or that of a copy. */
export interface Stay {
  /** Of the block that holds the lifecycle. */
  readonly at: Path;
  readonly vault: Path;
  /** A vault named by name lies beside the plan; one named by ARN lies anywhere. */
  readonly byName: boolean;
}

/** Of every rule its own vault first, then those of its copies. */
export function staysOf(plan: Resource): readonly Stay[] {
  return blocks(plan.values.rule).flatMap((rule, index): Stay[] => {
    const at: Path = ["rule", index];
    const copies = isObject(rule) ? blocks(rule.copy_action) : [];
    return [
      { at, vault: [...at, "target_vault_name"], byName: true },
      ...copies.map((_, copy): Stay => {
        const block: Path = [...at, "copy_action", copy];
        return { at: block, vault: [...block, "destination_vault_arn"], byName: false };
      }),
    ];
  });
}
